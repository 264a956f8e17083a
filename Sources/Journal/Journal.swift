// Knows where lines for the operator are written, in which form, and how many of a kind at most.

import Dispatch
import Foundation
import Synchronization

/// The one place where the server writes what happens: a line of JSON for each occurrence, or a sentence on a terminal.
///
/// Of each kind so many lines are written at once and so many in the long run; how many were left out stands in the
/// next of its kind, or in a line of its own. Any thread may call it.
public final class Journal: Sendable {
    /// In which form lines are written.
    public enum Form: Sendable { case json, text }

    /// Lines of one kind at once.
    static let burst = 5.0
    /// Lines of one kind in the long run.
    static let perSecond = 0.2

    private struct Quota {
        var tokens = Journal.burst
        var at: Double
        var leftOut = 0
    }

    private let threshold: Severity
    private let form: Form
    private let seconds: @Sendable () -> Double
    private let wall: @Sendable () -> Date
    private let write: @Sendable (String) -> Void
    private let quotas = Mutex<[Occurrence.Kind: Quota]>([:])

    /// A journal.
    ///
    /// - Parameters:
    ///   - threshold: what matters less is not written.
    ///   - seconds: a clock that only goes forward.
    ///   - wall: the time that stands in lines.
    ///   - write: gets one line, with its end.
    public init(
        threshold: Severity = .info, form: Form, seconds: @escaping @Sendable () -> Double = Journal.uptime,
        wall: @escaping @Sendable () -> Date = { Date() }, write: @escaping @Sendable (String) -> Void
    ) {
        (self.threshold, self.form, self.seconds, self.wall, self.write) = (threshold, form, seconds, wall, write)
    }

    /// Writes nothing: for what runs where nobody operates a server.
    public static let silent = Journal(threshold: .error, form: .json) { _ in }

    /// Seconds on a clock that nobody sets.
    public static let uptime: @Sendable () -> Double = {
        Double(DispatchTime.now().uptimeNanoseconds) / 1e9
    }

    /// Writes an occurrence, unless too many of its kind were written.
    public func note(_ occurrence: Occurrence) {
        let told = occurrence.told
        guard told.severity >= threshold else { return }
        let leftOut: Int? = quotas.withLock { Self.take(told.kind, from: &$0, at: seconds()) }
        if let leftOut { emit(told, leftOut: leftOut) }
    }

    /// Tells what was left out of kinds of which there was no line since; to be called now and then, and at the end.
    ///
    /// - Parameter isLast: no line is too many.
    public func tellLeftOut(isLast: Bool = false) {
        let owed: [(Occurrence.Kind, Int)] = quotas.withLock { quotas in
            Occurrence.Kind.allCases.compactMap { kind in
                guard let count = quotas[kind]?.leftOut, count > 0 else { return nil }
                if isLast {
                    quotas[kind]?.leftOut = 0
                    return (kind, count)
                }
                let told = Self.take(kind, from: &quotas, at: seconds()).map { (kind, $0) }
                if told == nil { quotas[kind]?.leftOut = count }  // this one was none
                return told
            }
        }
        for (kind, count) in owed { emit(Occurrence.leftOut(of: kind, count: count).told, leftOut: 0) }
    }

    /// How many were left out before this one; nil when it is left out, too.
    private static func take(_ kind: Occurrence.Kind, from quotas: inout [Occurrence.Kind: Quota], at now: Double)
        -> Int?
    {
        var quota = quotas[kind] ?? Quota(at: now)
        defer { quotas[kind] = quota }
        quota.tokens = min(burst, quota.tokens + max(0, now - quota.at) * perSecond)
        quota.at = max(quota.at, now)
        guard quota.tokens >= 1 else {
            quota.leftOut += 1
            return nil
        }
        quota.tokens -= 1
        defer { quota.leftOut = 0 }
        return quota.leftOut
    }

    private func emit(_ told: Occurrence.Telling, leftOut: Int) {
        switch form {
        case .text:
            let more = leftOut > 0 ? " (\(leftOut) more were left out)" : ""
            let level = told.severity >= .warning ? "\(told.severity.rawValue): " : ""
            write("\(level)\(told.sentence)\(more)\n")
        case .json:
            var line = "{\"time\":\"\(Self.stamp(wall()))\",\"level\":\"\(told.severity.rawValue)\""
            line += ",\"kind\":\"\(told.kind.rawValue)\""
            for (name, value) in told.fields { line += ",\"\(name)\":\(value.json)" }
            if leftOut > 0 { line += ",\"leftOut\":\(leftOut)" }
            write(line + "}\n")
        }
    }

    /// Such as `2026-11-28T06:04:25.123Z`.
    static func stamp(_ date: Date) -> String {
        let milliseconds = Int64((date.timeIntervalSince1970 * 1_000).rounded())
        var seconds = time_t(milliseconds >= 0 ? milliseconds / 1_000 : (milliseconds - 999) / 1_000)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        func two(_ number: some BinaryInteger) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let rest = Int(milliseconds - Int64(seconds) * 1_000)
        return "\(parts.tm_year + 1_900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))T\(two(parts.tm_hour)):"
            + "\(two(parts.tm_min)):\(two(parts.tm_sec)).\(rest < 100 ? "0" : "")\(two(rest))Z"
    }
}

extension Occurrence.FieldValue {
    /// As JSON; a text cannot end its line.
    var json: String {
        switch self {
        case .number(let number): return "\(number)"
        case .flag(let flag): return "\(flag)"
        case .word(let text):
            var quoted = "\""
            for scalar in text.unicodeScalars {
                switch scalar {
                case "\"": quoted += "\\\""
                case "\\": quoted += "\\\\"
                case "\n": quoted += "\\n"
                default:
                    if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar == "\u{2028}"
                        || scalar == "\u{2029}"
                    {
                        let hex = String(scalar.value, radix: 16)
                        quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
                    } else {
                        quoted.unicodeScalars.append(scalar)
                    }
                }
            }
            return quoted + "\""
        }
    }
}
