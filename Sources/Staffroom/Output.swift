// Knows how the program speaks: results on standard output, everything else on standard error.

import Foundation

/// Writing of lines, unbuffered, so that scripts see them at once.
enum Output {
    static func line(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

    static func note(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}
