// What libwebsockets has to say, through the journal, which lets no more of it through than an operator can read: with
// its descriptors used up the library writes a line for every turn of the loop. Of a line only the name of the function
// is told, because the rest may quote what a client sent.

import CLibWebSockets
import Foundation
import Journal

/// `@unchecked`: all under the lock. The library's log function is one for the process, so this is too.
final class LibraryLog: @unchecked Sendable {
    static let shared = LibraryLog()

    private let lock = NSLock()
    private var journal = Journal.silent

    private init() {}

    func install(_ journal: Journal) {
        lock.withLock { self.journal = journal }
        lws_set_log_level(Int32(LLL_ERR | LLL_WARN)) { level, line in
            guard let line else { return }
            LibraryLog.shared.write(level: level, line: String(cString: line))
        }
    }

    private func write(level: Int32, line: String) {
        let journal = lock.withLock { self.journal }
        journal.note(.library(isError: level & Int32(LLL_ERR) != 0, LibraryWord(line: line)))
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
