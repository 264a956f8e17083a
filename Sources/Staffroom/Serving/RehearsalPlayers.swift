// Knows how rehearsals that were started from a page are played: by the same teachers as `staffroom rehearse`, over the
// public protocol, on a thread each beside the server.

import Foundation
import Interface
import Rehearsal
import Synchronization

/// Teachers for rehearsals.
final class RehearsalPlayers: Players {
    /// A rehearsal that nobody opens is not waited for longer than this.
    private static let patienceSeconds = 1_800.0
    /// A rehearsal that nobody ends is left by its people.
    private static let longestSeconds = 7_200.0
    private static let stackBytes = 4_194_304

    let mostRehearsals = 4
    private let url: String
    private let playing = Mutex<Set<String>>([])

    /// - Parameter address: host and port at which this machine reaches the server.
    init(address: String) { url = "http://\(address)" }

    func play(_ people: Int, to meeting: String, by code: String) -> Playing {
        let answer: Playing = playing.withLock { playing in
            guard playing.count < mostRehearsals || playing.contains(meeting) else { return .tooMany }
            return playing.insert(meeting).inserted ? .begun : .alreadyThere
        }
        guard answer == .begun else { return answer }
        let rehearsal = Rehearsal(
            meeting: code, people: people, url: url, speed: 1, seed: UInt64.random(in: 0...UInt64(UInt32.max)),
            patienceSeconds: Self.patienceSeconds, longestSeconds: Self.longestSeconds)
        let thread = Thread { [self] in
            // What goes wrong is seen on the page that started it: nobody comes.
            _ = try? rehearsal.run { _ in }
            playing.withLock { _ = $0.remove(meeting) }
        }
        thread.stackSize = Self.stackBytes
        thread.start()
        return answer
    }
}
