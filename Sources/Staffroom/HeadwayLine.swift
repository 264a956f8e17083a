// Knows how a wait is made bearable: a line on the terminal that says how far it is, and nothing anywhere else.

import Dispatch
import Foundation
import Storage

/// Shows how far something is, once it has taken two seconds, to somebody who waits at a terminal.
enum HeadwayLine {
    private static let patience = DispatchTimeInterval.seconds(2)
    private static let interval = DispatchTimeInterval.milliseconds(250)
    /// Back to the beginning of the line, and nothing behind it.
    private static let emptied = "\r\u{1B}[K"

    /// Does something that may take long; the line is gone again before this returns.
    static func showing<T>(_ body: (Headway) async throws -> T) async rethrows -> T {
        let headway = Headway()
        guard isatty(STDERR_FILENO) == 1 else { return try await body(headway) }
        let (over, gone) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        // A thread of its own: the work may hold all the others.
        Thread.detachNewThread {
            show(headway, until: over)
            gone.signal()
        }
        defer { end(over, gone) }
        return try await body(headway)
    }

    private static func end(_ over: DispatchSemaphore, _ gone: DispatchSemaphore) {
        over.signal()
        gone.wait()
    }

    private static func show(_ headway: Headway, until over: DispatchSemaphore) {
        let begin = ContinuousClock.now
        guard over.wait(timeout: .now() + patience) == .timedOut else { return }
        repeat {
            let seconds = begin.duration(to: .now).components.seconds
            write(emptied + sentence(headway.now, seconds: seconds))
        } while over.wait(timeout: .now() + interval) == .timedOut
        write(emptied)
    }

    private static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

    /// What the line says of a moment.
    static func sentence(_ moment: Headway.Moment, seconds: Int64) -> String {
        let (what, unit) =
            switch moment.stage {
            case nil: ("beginning", "")
            case .copying: ("copying the database", "bytes")
            case .readingFile: ("reading the file", "")
            case .readingLog: ("reading the log", "events")
            case .erasing: ("erasing again", "people")
            case .playing: ("playing", "acts")
            case .reporting: ("counting", "meetings")
            }
        guard moment.total > 0 else { return "\(what), \(seconds) s" }
        let done = min(moment.done, moment.total)
        return "\(what): \(done * 100 / moment.total) %, \(done) of \(moment.total) \(unit), \(seconds) s"
    }
}
