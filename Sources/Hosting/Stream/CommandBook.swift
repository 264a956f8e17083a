// Knows which commands of a stream were stored and which are on their way, so that what comes twice is answered twice
// and stored once.

import Log
import Meetings

/// What becomes of a command: its last sequence, or why not. Called on the loop.
typealias Answer = @Sendable (Result<Int64, Rejection>) -> Void

/// The commands that one stream remembers.
struct CommandBook {
    private struct Key: Hashable {
        var actor: String
        var id: String

        init(actor: String, id: String) { (self.actor, self.id) = (actor, id) }

        init(_ stamp: CommandStamp) { self.init(actor: stamp.actor, id: stamp.id) }
    }

    /// What the book says of a command.
    enum Answered: Equatable {
        case new
        case stored(Int64)
        /// It is on its way to the disk; whoever asked again is told with the first.
        case underWay
        /// The id was used for something else.
        case conflict
    }

    private var stored: [Key: (sequence: Int64, hash: UInt64)] = [:]
    private var underWay: [Key: (hash: UInt64, more: [Answer])] = [:]

    /// What the store remembers.
    init(_ commands: [StoredCommand] = []) {
        for command in commands { stored[Key(command.stamp)] = (command.sequence, command.stamp.bodyHash) }
    }

    /// Looks a command up.
    mutating func find(_ stamp: CommandStamp, answer: Answer? = nil) -> Answered {
        let key = Key(stamp)
        if let earlier = stored[key] {
            return earlier.hash == stamp.bodyHash ? .stored(earlier.sequence) : .conflict
        }
        guard let earlier = underWay[key] else { return .new }
        guard earlier.hash == stamp.bodyHash else { return .conflict }
        if let answer { underWay[key]?.more.append(answer) }
        return .underWay
    }

    /// The last entry of a command that is stored.
    func sequence(of id: String, by actor: String) -> Int64? { stored[Key(actor: actor, id: id)]?.sequence }

    /// The command was decided and is on its way.
    mutating func begin(_ stamp: CommandStamp) { underWay[Key(stamp)] = (stamp.bodyHash, []) }

    /// It is stored, or it is not; tells everybody who asked again meanwhile.
    mutating func settle(_ stamp: CommandStamp, _ result: Result<Int64, Rejection>) {
        let key = Key(stamp)
        if case .success(let sequence) = result { stored[key] = (sequence, stamp.bodyHash) }
        for more in underWay.removeValue(forKey: key)?.more ?? [] { more(result) }
    }
}
