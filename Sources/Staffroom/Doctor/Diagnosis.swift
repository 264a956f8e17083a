// Knows what a doctor looks at and what each look can give.

import ArgumentParser

/// What is looked at. The names stay: scripts know them.
enum DoctorCheck: String, Codable, CaseIterable, Sendable {
    case settings, library, dataFolder, fileRights, disk, log, key, clock, backup
    case server, publicURL, upgrade, proxy

    /// How the program ends when this is the first that fails.
    var ending: ExitCode {
        switch self {
        case .settings, .publicURL, .upgrade, .proxy: Ending.settings
        case .key: Ending.data
        case .server: Ending.unavailable
        case .library, .clock, .backup: Ending.software
        case .dataFolder, .fileRights, .disk, .log: Ending.later
        }
    }
}

/// One look.
struct Diagnosis: Codable, Equatable, Sendable {
    enum Verdict: String, Codable, Sendable {
        case passed
        /// Worth knowing; nothing fails by it.
        case noted
        case failed
        /// It could not be looked at, for example because no server runs.
        case notLooked
    }

    var check: DoctorCheck
    var verdict: Verdict
    /// What was seen.
    var says: String
    /// What to do about it.
    var `do`: String?

    static func passed(_ check: DoctorCheck, _ says: String) -> Diagnosis {
        Diagnosis(check: check, verdict: .passed, says: says)
    }

    static func noted(_ check: DoctorCheck, _ says: String, do advice: String) -> Diagnosis {
        Diagnosis(check: check, verdict: .noted, says: says, do: advice)
    }

    /// Whatever fails says what to do.
    static func failed(_ check: DoctorCheck, _ says: String, do advice: String) -> Diagnosis {
        Diagnosis(check: check, verdict: .failed, says: says, do: advice)
    }

    static func notLooked(_ check: DoctorCheck, _ says: String, do advice: String? = nil) -> Diagnosis {
        Diagnosis(check: check, verdict: .notLooked, says: says, do: advice)
    }
}
