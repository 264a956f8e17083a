// Knows how many rooms get many people: meetings made and opened, everybody joined by the code over HTTP, several at a
// time, each from an address that may.

import Foundation

/// A server of ours, on its core, with its coordinator and as many rooms as are wanted.
final class Town {
    struct Place {
        var meeting: Hall.Meeting
        /// Of everybody who has joined.
        var cookies: [String]
    }

    let peer: Peer
    let hall: Hall
    private var joined = 0

    private static let atOnce = 16
    private static let seconds = 120.0
    /// How many come by one address; a server takes no more in one go, and no more into one room.
    private static let peopleAnAddress = 900
    /// 127.0.1.1, and those behind it.
    private static let firstAddress: UInt32 = 0x7F00_0101

    init(_ options: BenchOptions, in folder: Folder) throws {
        peer = try Peer.staffroom(options.staffroom, in: folder, isPinned: true)
        hall = try Hall(peer)
    }

    /// New rooms, each with so many people who have joined and are not connected.
    func places(_ count: Int, people: Int, _ title: String) throws -> [Place] {
        Findings.progress("\(title): \(count * people) people join \(count == 1 ? "a room" : "\(count) rooms")")
        let meetings = try hall.meetings((1...count).map { "\(title) \($0)" })
        var places = meetings.map { Place(meeting: $0, cookies: []) }
        var next = 0
        var (answered, failed) = (0, [Int]())
        var calls: [Petition] = []
        let all = count * people
        func join() throws {
            guard next < all else { return }
            let number = next
            next += 1
            joined += 1
            let wish: [String: Any] = [
                "code": meetings[number / people].code, "name": "Teacher \(1_000 + number % people)",
                "school": "Ysgol \(number % 40)", "mode": "remote", "tier": "pseudonymous",
            ]
            let call = try Petition(
                hall.poller, port: peer.port, "/api/join", wish,
                from: Self.firstAddress + UInt32(joined / Self.peopleAnAddress))
            call.onAnswer = { call, status in
                answered += 1
                if status == 200, let cookie = call.reply?.cookie {
                    places[number / people].cookies.append(cookie)
                } else {
                    failed.append(status)
                }
            }
            calls.append(call)
            call.make()
        }
        for _ in 0..<Self.atOnce { try join() }
        var trouble: (any Error)?
        let isDone = hall.poller.run(seconds: Self.seconds) {
            calls.removeAll { !$0.isUnderWay }
            do { while calls.count < Self.atOnce, next < all { try join() } } catch { trouble = error }
            return answered == all || trouble != nil
        }
        if let trouble { throw trouble }
        guard isDone, failed.isEmpty else {
            throw BenchFailure("\(answered) of \(all) joined, \(failed.count) were refused: \(Set(failed))")
        }
        return places
    }

    func stop() { peer.stop() }
}
