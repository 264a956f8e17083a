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
    /// Of whoever opens meetings: one may come into so many at once, and then another does it.
    private var opening: (cookie: String, left: Int)
    private var openers = 0
    private var wished = 0

    private static let meetingsAnOpener = 50

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
        opening = (cookie, Self.meetingsAnOpener)
    }

    /// A new meeting that is open.
    func meeting(_ title: String) throws -> Meeting { try meetings([title])[0] }

    /// New meetings that are open.
    func meetings(_ titles: [String]) throws -> [Meeting] {
        let ids = try titles.map { title in
            let plan: [String: Any] = [
                "title": title, "zone": "Europe/London", "csrf": csrf,
                "options": ["lobby": false, "leastHeardFirst": false, "pulseAfterTalk": true, "chat": true],
                "segments": [["kind": "discussion", "title": "What worked?", "timeboxSeconds": 3_600]],
            ]
            let made = try BenchRequest.post("/api/meetings", plan, port: peer.port, cookie: cookie)
            guard let id = made.body["meeting"] as? String else {
                throw BenchFailure("the server made no meeting: \(made.body)")
            }
            return id
        }
        let listed = try BenchRequest.get("/api/meetings", port: peer.port, cookie: cookie)
        let all = listed.body["meetings"] as? [[String: Any]] ?? []
        return try ids.map { id in
            guard let code = all.first(where: { $0["id"] as? String == id })?["code"] as? String else {
                throw BenchFailure("a meeting that was made is not listed")
            }
            try lead(id, [#"{"openMeeting":{}}"#], as: try opener())
            return Meeting(id: id, code: code)
        }
    }

    private func opener() throws -> String {
        if opening.left == 0 {
            openers += 1
            let link = try ask("/api/account/invite", [:])["link"] as? String ?? ""
            let own = [
                "token": link.components(separatedBy: "=").last ?? "", "login": "opener\(openers)@example.org",
                "name": "Opener \(openers)", "password": "opens what others plan",
            ]
            let reply = try BenchRequest.post("/api/account/setup", own, port: peer.port)
            opening = (reply.cookie ?? "", Self.meetingsAnOpener)
        }
        opening.left -= 1
        return opening.cookie
    }

    /// A new meeting with that many people who are in, and with its coordinator.
    func full(_ title: String, people count: Int) throws -> (meeting: Meeting, devices: [Pupil], lead: Pupil) {
        Findings.progress("\(count) people come in")
        var tickets: [String] = []
        let meeting = try self.meeting(title)
        let devices = try self.people(count, in: meeting, tickets: &tickets)
        try seat(devices)
        let lead = self.lead(of: meeting)
        lead.open()
        guard poller.run(seconds: Self.seconds, until: { lead.book.isIn }) else {
            throw BenchFailure("the lead did not come in")
        }
        return (meeting, devices, lead)
    }

    /// A device that leads a meeting as its coordinator.
    func lead(of meeting: Meeting) -> Pupil {
        Pupil(poller, port: peer.port, meeting: meeting.id, cookie: cookie, role: "coordinator")
    }

    /// What the server answers the coordinator.
    func ask(_ path: String, _ body: [String: Any]) throws -> [String: Any] {
        let wish = body.merging(["csrf": csrf]) { own, _ in own }
        return try BenchRequest.post(path, wish, port: peer.port, cookie: cookie).body
    }

    func end(_ meeting: Meeting) throws { try lead(meeting.id, [#"{"endMeeting":{}}"#]) }

    /// Lets people in who lead together with the coordinator; their cookies.
    func leads(_ count: Int, in meeting: Meeting) throws -> [String] {
        var (cookies, wishes): ([String], [String]) = ([], [])
        for number in 0..<count {
            let wish = ["code": meeting.code, "name": "Lead \(number)", "mode": "remote", "tier": "pseudonymous"]
            let reply = try BenchRequest.post("/api/join", wish, port: peer.port)
            guard let cookie = reply.cookie, let person = reply.body["person"] as? String else {
                throw BenchFailure("joining gave no ticket")
            }
            cookies.append(cookie)
            wishes.append(#"{"appointLead":{"person":"\#(person)"}}"#)
        }
        try lead(meeting.id, wishes)
        return cookies
    }

    /// What the coordinator does in a meeting, one thing after the other.
    private func lead(_ meeting: String, _ wishes: [String], as opener: String? = nil) throws {
        let lead = Pupil(
            poller, port: peer.port, meeting: meeting, cookie: opener ?? cookie, role: "coordinator")
        // An id is for one thing, in all that somebody ever does in a meeting.
        let first = wished
        wished += wishes.count
        var next = -1
        lead.onNews = { lead, news in
            if case .welcome = news, next < 0 {
                next = 0
            } else if news == .ack(id: "w\(first + next)") {
                next += 1
            } else {
                return
            }
            if wishes.indices.contains(next) { lead.command("w\(first + next)", wishes[next]) }
        }
        lead.open()
        guard poller.run(seconds: Self.seconds, until: { next == wishes.count }) else {
            throw BenchFailure("what the coordinator wished was not done: \(wishes)")
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
