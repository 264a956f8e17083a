import CSodium

/// The few primitives taken from libsodium: chance, SHA-256 and HMAC-SHA256. It knows bytes, and not what they are for.
enum Sodium {
    /// Bytes in a SHA-256 hash and in an HMAC-SHA256.
    static let hashBytes = 32

    /// True once the library has chosen its implementations; every function below asks for it first.
    private static let isReady: Bool = sodium_init() >= 0

    private static func assertReady() {
        precondition(isReady, "libsodium could not start: the system gives no randomness")
    }

    /// Makes sure that the library is ready, for the callers that use its C functions themselves.
    static func start() { assertReady() }

    static func randomBytes(_ count: Int) -> [UInt8] {
        assertReady()
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            if let base = buffer.baseAddress { randombytes_buf(base, count) }
            initialized = count
        }
    }

    /// An even draw from `0 ..< bound`.
    static func random(below bound: UInt32) -> Int {
        assertReady()
        return Int(randombytes_uniform(bound))
    }

    static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        assertReady()
        var hash = [UInt8](repeating: 0, count: hashBytes)
        _ = crypto_hash_sha256(&hash, bytes, UInt64(bytes.count))
        return hash
    }

    /// - Parameter key: 32 bytes.
    static func hmacSHA256(_ bytes: [UInt8], key: [UInt8]) -> [UInt8] {
        assertReady()
        precondition(key.count == Int(crypto_auth_hmacsha256_keybytes()), "an HMAC key has 32 bytes")
        var code = [UInt8](repeating: 0, count: hashBytes)
        _ = crypto_auth_hmacsha256(&code, bytes, UInt64(bytes.count), key)
        return code
    }
}
