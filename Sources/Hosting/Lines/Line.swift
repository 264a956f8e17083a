// Knows one line: what is numbered, what is a repeat, and what is kept until the client has it. Without clock or HTTP.

/// Why a line refuses a request. The line itself stays as it was.
public enum LineRefusal: Error, Equatable, Sendable {
    /// No such line, or not with these tickets.
    case unknown
    /// The numbers do not fit: something between them was never sent.
    case gap
    /// All lines of the server or of this address are in use.
    case tooMany
    case stopping
}

/// One message to a client, in pieces; some of them are the same bytes for many clients.
typealias LineFrame = [[UInt8]]

/// What a take is answered with.
public struct LineAnswer: Equatable, Sendable {
    /// What the client has not confirmed; the last one has the number `through`.
    public var frames: [[UInt8]]
    public var through: Int
    /// Nothing comes after these frames.
    public var ending: CloseReason?
}

/// The two numbered directions of one line.
struct Line {
    /// The number of the client's last message that was taken; the first has the number 1.
    private(set) var taken = 0
    /// What was said to the client and is not confirmed.
    private(set) var frames: [LineFrame] = []
    /// The number of the last frame.
    private(set) var through = 0
    private var bytes = 0

    /// The last frame that the client has for certain.
    var confirmed: Int { through - frames.count }

    /// Which of `count` messages, numbered from `first`, were not taken before; they count as taken now.
    mutating func accept(from first: Int, count: Int) throws(LineRefusal) -> Range<Int> {
        guard (1...taken + 1).contains(first) else { throw .gap }
        let new = max(0, first - 1 + count - taken)
        taken += new
        return count - new..<count
    }

    /// Adds a frame; false if too much waits. The first one may be of any size: a room is told in one.
    mutating func add(_ frame: LineFrame, bound: Int) -> Bool {
        frames.append(frame)
        through += 1
        bytes += Self.count(frame)
        return bytes - Self.count(frames[0]) <= bound
    }

    /// The client has everything up to `last`; returns what need not be kept any more.
    @discardableResult mutating func confirm(_ last: Int) throws(LineRefusal) -> [LineFrame] {
        guard (confirmed...through).contains(last) else { throw .gap }
        let gone = Array(frames[..<(last - confirmed)])
        bytes -= gone.reduce(0) { $0 + Self.count($1) }
        frames.removeFirst(gone.count)
        return gone
    }

    /// Forgets what waits, and returns it.
    @discardableResult mutating func clear() -> [LineFrame] {
        defer { (frames, bytes) = ([], 0) }
        return frames
    }

    private static func count(_ frame: LineFrame) -> Int { frame.reduce(0) { $0 + $1.count } }
}
