// Knows how the program speaks: results on standard output, everything else on standard error. What cannot be written
// (a full disk, a reader that went away) is lost; the program goes on.

import Foundation

/// Writing of lines, unbuffered, so that scripts see them at once.
enum Output {
    static func line(_ text: String) { put(text + "\n", on: STDOUT_FILENO) }

    static func note(_ text: String) { put(text + "\n", on: STDERR_FILENO) }

    static var isNoteOnTerminal: Bool { isatty(STDERR_FILENO) == 1 }
    static var isLineOnTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    static func put(_ text: String, on descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                bytes = bytes.dropFirst(count)
            } else if errno != EINTR {
                return
            }
        }
    }
}
