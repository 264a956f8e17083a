/// Bearer secrets: made here, shown once, kept only as SHA-256 hashes. It also makes the identifiers of rows, which
/// are no secrets but must not be guessable or repeat.
enum Token {
    /// Bytes of a session, of a one-time link and of a form's own token.
    static let longBytes = 32
    /// Bytes of a ticket and of a link.
    static let shortBytes = 16

    static func random(bytes: Int) -> String { Base32.encode(Sodium.randomBytes(bytes)) }

    /// A new identifier: 26 characters, 128 bits.
    static func identifier() -> String { random(bytes: shortBytes) }

    /// The hash under which the database knows a token, or nil when the text cannot be one.
    static func hash(_ token: String, bytes: Int) -> [UInt8]? {
        Base32.decode(token, count: bytes).map(Sodium.sha256)
    }
}

/// The code that people type to join: short, read aloud, and judged by the door's budget of wrong tries.
public enum JoinCode {
    /// The 31 characters of a code. There is no 0, O, 1, I or L among them.
    public static let alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
    /// Characters in a code.
    public static let length = 6

    private static let characters = Array(alphabet)

    /// A code from the system's random source: one of 31^6, about 8.9 x 10^8.
    static func random() -> String {
        String((0..<length).map { _ in characters[Sodium.random(below: UInt32(characters.count))] })
    }

    /// The code as it is stored, from what a person typed: upper case, without spaces and hyphens.
    ///
    /// - Returns: nil when it cannot be a code.
    public static func normalized(_ typed: String) -> String? {
        guard typed.utf8.count <= 32 else { return nil }
        let code = typed.uppercased().filter { $0 != " " && $0 != "-" }
        return code.count == length && code.allSatisfy(characters.contains) ? code : nil
    }
}
