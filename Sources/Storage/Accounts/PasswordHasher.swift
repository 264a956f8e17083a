import CSodium
import Synchronization

/// Hashes and verifies passwords with argon2id, one at a time on a thread of its own: a hash takes tens of
/// milliseconds of a core and 19 MiB, so neither the loop nor the store may ever wait for it.
public actor PasswordHasher {
    /// Why a password was not hashed or verified.
    public enum Failure: Error, Equatable, Sendable {
        /// As many wait as may: ask again later.
        case busy
        /// The password is beyond `PasswordRule.maximumBytes`.
        case tooLong
        /// There was not enough memory.
        case noMemory
    }

    /// Most callers waiting or being served.
    public static let queueLength = 8
    /// Passes over the memory.
    public static let operations: UInt64 = 2
    /// Memory of one hash, in bytes.
    public static let memoryBytes = 19 * 1_024 * 1_024

    private let thread: OwnThread
    /// Counted before the hop to the thread, because what waits for the thread is exactly what has to be bounded.
    private nonisolated let waiting = Atomic<Int>(0)
    /// The hash of no password, against which the passwords of unknown users are verified.
    private(set) var dummy: String?
    /// How many hashes were computed.
    private(set) var computed = 0

    /// The actor's own thread.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// A hasher with its thread.
    public init() {
        Sodium.start()
        thread = OwnThread(name: "passwords")
    }

    deinit { thread.stop() }

    /// The hash of a password as a PHC string, with a salt of its own.
    ///
    /// - Throws: `Failure`.
    public nonisolated func hash(_ password: String) async throws -> String {
        try await admitted { try await self.hashNow(password) }
    }

    /// Whether the password gives this hash.
    ///
    /// - Parameter phc: nil for a user who is unknown, disabled or without a password: the answer is then false, after
    ///   the same work.
    /// - Throws: `Failure`.
    public nonisolated func verify(_ password: String, against phc: String?) async throws -> Bool {
        try await admitted { try await self.verifyNow(password, phc) }
    }

    /// Whether a hash was made with other parameters than today's, so that it is to be made anew at the next sign-in.
    public nonisolated func needsRehash(_ phc: String) -> Bool {
        crypto_pwhash_str_needs_rehash(phc, Self.operations, Self.memoryBytes) != 0
    }

    private nonisolated func admitted<T: Sendable>(_ work: () async throws -> T) async throws -> T {
        let count = waiting.add(1, ordering: .relaxed).newValue
        defer { waiting.subtract(1, ordering: .relaxed) }
        guard count <= Self.queueLength else { throw Failure.busy }
        return try await work()
    }

    private func hashNow(_ password: String) throws -> String {
        try derive(Self.bytes(password))
    }

    private func verifyNow(_ password: String, _ phc: String?) throws -> Bool {
        let bytes = try Self.bytes(password)
        // Made before anything is compared, so that known and unknown users pay for it alike.
        let unknown = try dummy ?? derive(Sodium.randomBytes(16).map { CChar(bitPattern: $0) })
        dummy = unknown
        computed += 1
        let isRight = crypto_pwhash_str_verify(phc ?? unknown, bytes, UInt64(bytes.count)) == 0
        return isRight && phc != nil
    }

    private static func bytes(_ password: String) throws -> [CChar] {
        guard password.utf8.count <= PasswordRule.maximumBytes else { throw Failure.tooLong }
        return PasswordRule.normalized(password).utf8.map { CChar(bitPattern: $0) }
    }

    private func derive(_ password: [CChar]) throws -> String {
        computed += 1
        var phc = [CChar](repeating: 0, count: Int(crypto_pwhash_strbytes()))
        let code = crypto_pwhash_str(&phc, password, UInt64(password.count), Self.operations, Self.memoryBytes)
        guard code == 0 else { throw Failure.noMemory }
        return String(decoding: phc.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
