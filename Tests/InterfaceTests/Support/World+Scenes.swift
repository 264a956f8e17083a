// Further meetings and lines for tests of what nobody may do to others.

import Hosting
import Meetings

@testable import Interface

extension World {
    /// One more meeting of the network, open, with its coordinator.
    func openMeeting(_ id: String, lobby: Bool = false, isRehearsal: Bool = false) async throws {
        await catalogue.add(
            MeetingRecord(
                id: id, network: "n1", title: id, plannedStart: Self.start, zone: "Europe/London",
                code: id.uppercased(), phase: .open, isSample: false, isRehearsal: isRehearsal, isArchived: false))
        _ = try await reception.submit(
            Plan(
                title: id, plannedStart: Self.start, zone: "Europe/London", options: Options(lobby: lobby), segments: []
            ).command, by: .system, to: id)
        _ = try await reception.submit(
            Join(person: "p-carys", role: .coordinator, mode: .remote, tier: .pseudonymous, name: "carys", school: nil)
                .command, by: .system, to: id)
        try await lead(OpenMeeting().command, at: id)
        _ = try await reception.submit(BeginPresence(person: "p-carys").command, by: .system, to: id)
    }

    /// The coordinator does something.
    func lead(_ command: Command, at meeting: String = "open") async throws {
        _ = try await reception.submit(command, by: .person("p-carys"), to: meeting)
    }

    /// Somebody new joins by code; who they are, and their cookie.
    func join(_ code: String, _ name: String, mode: String = "remote") async -> (person: PersonID, cookie: String) {
        let answer = await post("/api/join", "{\"code\":\"\(code)\",\"name\":\"\(name)\",\"mode\":\"\(mode)\"}")
        let cookie = String(answer.cookies.first?.prefix { $0 != ";" } ?? "")
        let person = answer.text.components(separatedBy: "\"person\":\"").last?.prefix { $0 != "\"" } ?? ""
        return (PersonID(rawValue: String(person)), cookie)
    }

    /// A line on which somebody was welcomed; what was said until then is confirmed by the next take.
    func seatedLine(_ cookies: String, as claim: String = "teacher") async throws -> (line: String, through: Int) {
        let own = Set([cookies])
        let hello = "{\"hello\":{\"protocol\":1,\"meeting\":\"open\",\"as\":\"\(claim)\"}}"
        let line = try await lines.open(cookies: cookies, credentials: own, address: "192.0.2.1")
        _ = try await lines.send(line, credentials: own, from: 1, [hello])
        var through = 0
        while await !lines.isJoined(line) { through = try await take(line, cookies, after: through).through }
        return (line, through)
    }

    func take(_ line: String, _ cookies: String, after last: Int) async throws -> LineAnswer {
        try await withCheckedContinuation { continuation in
            Task {
                await lines.take(line, credentials: [cookies], after: last) { continuation.resume(returning: $0) }
            }
        }.get()
    }

    /// How a line that was seated ends; what else is said on it comes first.
    func ending(_ seated: (line: String, through: Int), _ cookies: String) async throws -> CloseReason? {
        var through = seated.through
        while true {
            let answer = try await take(seated.line, cookies, after: through)
            if let ending = answer.ending { return ending }
            through = answer.through
        }
    }
}
