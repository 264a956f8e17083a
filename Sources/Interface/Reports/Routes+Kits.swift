// Knows how a coordinator learns what was said of kits at all meetings of their network.

import Analytics
import Hosting
import Meetings

/// What was said of a kit, with its name.
private struct KitView: Encodable {
    var name: String
    var meetings: Int
    var teacher: KitSum
    var student: KitSum
    var adaptions: [KitHistory.Adaption]
}

extension Routes {
    func listKits(_ call: Call<Coordinator, Nothing>) async throws -> Response {
        let kits = try await parts.catalogue.kits(network: call.caller.network)
        return .json([
            "kits": kits.sorted { $0.key < $1.key }.map { name, told in
                KitView(
                    name: name, meetings: told.meetings, teacher: told.teacher, student: told.student,
                    adaptions: told.adaptions)
            }
        ])
    }
}
