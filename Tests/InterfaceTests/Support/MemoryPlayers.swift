// Players who only note to which meeting they were sent.

import Synchronization

@testable import Interface

final class MemoryPlayers: Players {
    let mostRehearsals = 1
    private let sent = Mutex<[String: Int]>([:])
    var cast: [String: Int] { sent.withLock { $0 } }

    func play(_ people: Int, to meeting: String, by code: String) -> Playing {
        sent.withLock { sent in
            guard sent[meeting] == nil else { return .alreadyThere }
            guard sent.count < mostRehearsals else { return .tooMany }
            sent[meeting] = people
            return .begun
        }
    }
}
