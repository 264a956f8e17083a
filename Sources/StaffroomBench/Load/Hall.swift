// Knows how a bench gets its rooms and people: signed in as the sample's coordinator, meetings made and opened, people
// joined by the code, all over the public interface.

import Foundation

/// Our server with its coordinator.
final class Hall {
    struct Meeting {
        var id: String
        var code: String
    }

    let peer: Peer
    let poller = Poller()
    private let cookie: String
    private let csrf: String

    private static let seconds = 20.0

    init(_ peer: Peer) throws {
        self.peer = peer
        guard let link = peer.announcement["coordinator"] as? String,
            let token = link.components(separatedBy: "#setup=").last
        else { throw BenchFailure("the server gave no link to its coordinator") }
        let signedIn = try BenchRequest.post("/api/account/setup", ["token": token], port: peer.port)
        cookie = signedIn.cookie ?? ""
        let account = try BenchRequest.get("/api/account", port: peer.port, cookie: cookie)
        csrf = account.body["csrf"] as? String ?? ""
    }

    /// A new meeting that is open.
    func meeting(_ title: String) throws -> Meeting {
        let plan: [String: Any] = [
            "title": title, "zone": "Europe/London", "csrf": csrf,
            "options": ["lobby": false, "leastHeardFirst": false, "pulseAfterTalk": true, "chat": true],
            "segments": [["kind": "discussion", "title": "What worked?", "timeboxSeconds": 3_600]],
        ]
        let made = try BenchRequest.post("/api/meetings", plan, port: peer.port, cookie: cookie)
        let listed = try BenchRequest.get("/api/meetings", port: peer.port, cookie: cookie)
        guard let id = made.body["meeting"] as? String, let all = listed.body["meetings"] as? [[String: Any]],
            let code = all.first(where: { $0["id"] as? String == id })?["code"] as? String
        else { throw BenchFailure("the server made no meeting: \(made.body)") }
        try open(id)
        return Meeting(id: id, code: code)
    }

    private func open(_ meeting: String) throws {
        let lead = Pupil(poller, port: peer.port, meeting: meeting, cookie: cookie, role: "coordinator")
        var isDone = false
        lead.onNews = { lead, news in
            if case .welcome = news { lead.command("open", #"{"openMeeting":{}}"#) }
            if news == .ack(id: "open") { isDone = true }
        }
        lead.open()
        guard poller.run(seconds: Self.seconds, until: { isDone }) else {
            throw BenchFailure("the meeting did not open")
        }
        lead.leave()
        lead.onNews = nil
    }

    /// Lets people in; whoever has a ticket already keeps it. Their devices are not connected yet.
    func people(_ count: Int, in meeting: Meeting, tickets: inout [String]) throws -> [Pupil] {
        for number in 0..<count {
            let wish: [String: Any] = [
                "code": meeting.code, "name": "Teacher \(1_000 + number)", "school": "Ysgol \(number % 40)",
                "mode": "remote", "tier": "pseudonymous",
            ]
            let known = number < tickets.count ? tickets[number] : nil
            let reply = try BenchRequest.post("/api/join", wish, port: peer.port, cookie: known)
            guard let ticket = known ?? reply.cookie else { throw BenchFailure("joining gave no ticket") }
            if known == nil { tickets.append(ticket) }
        }
        return tickets.prefix(count).map { Pupil(poller, port: peer.port, meeting: meeting.id, cookie: $0) }
    }

    /// Connects all, a few at a time, and waits until they are in and everybody has heard of everybody.
    func seat(_ devices: [Pupil]) throws {
        for start in stride(from: 0, to: devices.count, by: 10) {
            let some = devices[start..<min(start + 10, devices.count)]
            for device in some { device.open() }
            guard poller.run(seconds: Self.seconds, until: { some.allSatisfy(\.book.isIn) }) else {
                throw BenchFailure("\(some.count { !$0.book.isIn }) people did not come in within \(Self.seconds) s")
            }
        }
        try level(devices)
    }

    /// Waits until all have the same sequence and nothing more comes.
    func level(_ devices: [Pupil]) throws {
        for _ in 0..<100 {
            let before = devices.map(\.book.through)
            poller.run(seconds: 0.1) { false }
            if devices.map(\.book.through) == before, Set(before).count == 1 { return }
        }
        throw BenchFailure("people in one room do not come to the same sequence")
    }
}
