// Knows how what a coordinator decides for their network becomes a fact of it.

import Hosting
import Meetings

extension Routes {
    /// Has the network do it; its host, for whoever answers with how it is now.
    ///
    /// - Throws: `Rejection`; `Refusal` where the account is nobody's.
    func submit(_ command: NetworkCommand, by coordinator: Coordinator) async throws -> NetworkHost {
        guard let person = coordinator.account.person else { throw Refusal.notAllowed }
        let host = await parts.networks.host(of: coordinator.network)
        _ = try await host.submit(command, by: .person(person, .coordinator))
        return host
    }
}
