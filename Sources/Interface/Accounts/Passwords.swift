// Knows what the interface asks of whatever hashes passwords.

/// As many hashes wait as may: ask again later.
public struct PasswordsBusy: Error {
    public init() {}
}

/// Hashing takes its time, on a thread of its own.
public protocol Passwords: Sendable {
    /// The stable code of why a new password is not taken; nil when it is fine.
    func refusal(of password: String) -> String?
    /// - Throws: `PasswordsBusy`.
    func hash(_ password: String) async throws -> String
    /// Whether the password gives this hash; nil for nobody: the answer is then false, after the same work.
    ///
    /// - Throws: `PasswordsBusy`.
    func verify(_ password: String, against hash: String?) async throws -> Bool
    /// Whether it was made with other parameters than today's.
    func isOutdated(_ hash: String) -> Bool
}
