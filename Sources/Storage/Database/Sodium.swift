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

    /// Bytes in hexadecimal digits.
    static func hex(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
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

    /// Shuts bytes so that only the key opens them (XSalsa20 with Poly1305), under a nonce of their own.
    ///
    /// - Parameter key: 32 bytes.
    static func shut(_ bytes: [UInt8], key: [UInt8]) -> [UInt8] {
        assertReady()
        precondition(key.count == Int(crypto_secretbox_keybytes()), "the key of a box has 32 bytes")
        let nonce = randomBytes(Int(crypto_secretbox_noncebytes()))
        var box = [UInt8](repeating: 0, count: bytes.count + Int(crypto_secretbox_macbytes()))
        _ = crypto_secretbox_easy(&box, bytes, UInt64(bytes.count), nonce, key)
        return nonce + box
    }

    /// What was shut; nil where the key is another or the box was changed.
    static func open(_ box: [UInt8], key: [UInt8]) -> [UInt8]? {
        assertReady()
        let (nonce, rest) = (Int(crypto_secretbox_noncebytes()), Int(crypto_secretbox_macbytes()))
        guard key.count == Int(crypto_secretbox_keybytes()), box.count >= nonce + rest else { return nil }
        var bytes = [UInt8](repeating: 0, count: box.count - nonce - rest)
        let shut = Array(box[nonce...])
        let isOpen = crypto_secretbox_open_easy(&bytes, shut, UInt64(shut.count), Array(box[..<nonce]), key) == 0
        return isOpen ? bytes : nil
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
