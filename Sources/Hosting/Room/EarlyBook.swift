// Knows who waits for a meeting that is not open yet: in memory only, for as long as their page says so.

import Meetings
import Wire

/// What somebody says of themselves who waits before the opening.
public struct EarlyWord: Sendable {
    /// Made by the page, or the person where one is known; said to nobody.
    public var device: String
    /// Whose share of the list it is.
    public var address: String
    public var name: String
    public var school: String?
    public var mode: AttendanceMode

    public init(device: String, address: String, name: String, school: String?, mode: AttendanceMode) {
        (self.device, self.address) = (device, address)
        (self.name, self.school, self.mode) = (name, school, mode)
    }
}

/// The list before one door.
struct EarlyBook {
    private struct Line {
        var caller: EarlyCaller
        var address: String
        /// By the clock that nobody sets.
        var heard: Instant
    }
    private var lines: [String: Line] = [:]
    private var made = 0

    var isEmpty: Bool { lines.isEmpty }

    /// The longest first.
    var callers: [EarlyCaller] {
        lines.values.map(\.caller).sorted { ($0.since, $0.id.count, $0.id) < ($1.since, $1.id.count, $1.id) }
    }

    func knows(_ word: EarlyWord) -> Bool {
        guard let known = lines[word.device]?.caller else { return false }
        return (known.name, known.school, known.mode) == (word.name, word.school, word.mode)
    }

    private func hasRoom(for address: String, _ limits: HostingLimits) -> Bool {
        lines.count < limits.earlyCallers
            && lines.values.count { $0.address == address } < limits.earlyCallersPerAddress
    }

    /// They are here, or still here; whether there is anything to tell.
    mutating func note(_ word: EarlyWord, at now: TimeReading, _ limits: HostingLimits) -> Bool {
        guard var line = lines[word.device] else {
            guard hasRoom(for: word.address, limits) else { return false }
            made += 1
            let caller = EarlyCaller(
                id: "e\(made)", name: word.name, school: word.school, mode: word.mode, since: now.wall)
            lines[word.device] = Line(caller: caller, address: word.address, heard: now.steady)
            return true
        }
        let before = line.caller
        (line.caller.name, line.caller.school, line.caller.mode) = (word.name, word.school, word.mode)
        line.heard = now.steady
        lines[word.device] = line
        return line.caller != before
    }

    /// Their page is closed.
    mutating func strike(_ device: String) -> Bool { lines.removeValue(forKey: device) != nil }

    /// Nobody is kept whose page has been silent for long.
    mutating func expire(at steady: Instant, _ limits: HostingLimits) -> Bool {
        let before = lines.count
        lines = lines.filter { steady - $0.value.heard < Int64(limits.earlySilenceMilliseconds) }
        return lines.count != before
    }

    mutating func clear() { lines = [:] }
}
