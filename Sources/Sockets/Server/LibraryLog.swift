// What libwebsockets has to say, through our logger, and not more of it than a token bucket lets through: with its
// descriptors used up the library writes a line for every turn of the loop.

import CLibWebSockets
import Foundation
import Logging

/// `@unchecked`: all under the lock. The library's log function is one for the process, so this is too.
final class LibraryLog: @unchecked Sendable {
    static let linesPerSecond = 10
    static let shared = LibraryLog()

    private let lock = NSLock()
    private var logger: Logger?
    private var second = 0
    private var linesInSecond = 0
    private var suppressed = 0

    private init() {}

    func install(_ logger: Logger) {
        lock.withLock { self.logger = logger }
        lws_set_log_level(Int32(LLL_ERR | LLL_WARN)) { level, line in
            guard let line else { return }
            LibraryLog.shared.write(level: level, line: String(cString: line))
        }
    }

    private func write(level: Int32, line: String) {
        let (logger, missed): (Logger?, Int) = lock.withLock {
            let now = time(nil)
            if now != second { (second, linesInSecond) = (now, 0) }
            linesInSecond += 1
            guard linesInSecond <= Self.linesPerSecond else {
                suppressed += 1
                return (nil, 0)
            }
            defer { suppressed = 0 }
            return (self.logger, suppressed)
        }
        guard let logger else { return }
        // A line may quote what a client sent.
        let text = String(String.UnicodeScalarView(line.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }).prefix(200))
        logger.log(
            level: level & Int32(LLL_ERR) != 0 ? .error : .warning, "libwebsockets: \(text)",
            metadata: missed > 0 ? ["suppressed": "\(missed)"] : nil)
    }
}

/// The version of libwebsockets in use, for the line at the start.
public func webSocketLibraryVersion() -> String { String(cString: lws_get_library_version()) }

/// Ignores SIGPIPE and SIGXFSZ, whose default is to end the process: a client that hangs up and a full file are
/// errors to be handled where they happen. Call once, at the start of the process.
public func ignoreSignals() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
}
