// Knows the exit codes: one for each kind of failure, so that a script can tell them apart.

import ArgumentParser

/// Why the program ends; the numbers follow `sysexits.h`.
enum Ending {
    /// What was asked for does not exist or clashes.
    static let data = ExitCode(65)
    /// The address or port is not to be had.
    static let unavailable = ExitCode(69)
    /// Something failed that should not.
    static let software = ExitCode(70)
    /// The data folder is in use, or cannot be written: try again later.
    static let later = ExitCode(75)
    /// A setting is wrong.
    static let settings = ExitCode(78)
}

/// A failure with a sentence for the operator and an exit code.
struct Failure: Error {
    var sentence: String
    var code: ExitCode

    init(_ sentence: String, _ code: ExitCode) {
        self.sentence = sentence
        self.code = code
    }
}
