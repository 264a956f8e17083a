// Knows who the cookies of a device speak for, the same for requests and for whoever says hello.

import Meetings

/// Reads cookies with the help of the catalogue.
struct Callers: Sendable {
    let people: any PeopleCatalogue
    let accounts: any AccountCatalogue
    let cookies: Cookies
    let now: @Sendable () -> Instant

    /// Who is signed in.
    func session(_ header: String) async throws -> SignedIn? {
        guard let token = Cookies.value(cookies.sessionName, in: header),
            let (account, csrf) = try await accounts.session(token, at: now())
        else { return nil }
        return SignedIn(account: account, csrf: csrf, token: token)
    }

    /// Whose ticket of a network this device has.
    func person(ofNetwork network: String, _ header: String) async throws -> PersonRecord? {
        guard let ticket = Cookies.value(Cookies.ticketName(network), in: header) else { return nil }
        return try await people.person(ticket: ticket, network: network)
    }
}
