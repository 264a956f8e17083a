import Foundation

/// Why a new password is not taken; the raw values are stable codes.
public enum PasswordRefusal: String, Error, Sendable, CaseIterable {
    /// Fewer than `PasswordRule.minimumCharacters`.
    case tooShort = "password_too_short"
    /// More than `PasswordRule.maximumBytes`.
    case tooLong = "password_too_long"
    /// On the list of common ones, or made of hardly any different characters.
    case common = "password_common"
}

/// What a new password has to be. Length counts; kinds of characters do not.
public enum PasswordRule {
    /// Fewest characters.
    public static let minimumCharacters = 12
    /// Most bytes in UTF-8, so that nobody makes us hash a book.
    public static let maximumBytes = 1_024
    /// Fewest different characters.
    public static let minimumDifferentCharacters = 4

    /// Why the password is refused, or nil when it is fine.
    public static func refusal(of password: String) -> PasswordRefusal? {
        guard password.utf8.count <= maximumBytes else { return .tooLong }
        let normalized = normalized(password)
        guard normalized.count >= minimumCharacters else { return .tooShort }
        let folded = normalized.lowercased()
        guard Set(folded).count >= minimumDifferentCharacters, !common.contains(folded.filter { !$0.isWhitespace })
        else { return .common }
        return nil
    }

    /// The same password typed on another keyboard has to be the same bytes.
    static func normalized(_ password: String) -> String { password.precomposedStringWithCompatibilityMapping }

    /// Passwords of twelve and more characters that lead the published lists, in lower case and without spaces; and
    /// those that the name of the product suggests.
    static let common: Set<String> = [
        "123456789012", "1234567890123", "12345678901234", "123456789123", "1234567891011", "123123123123",
        "012345678910", "0123456789012", "098765432109", "987654321098", "111222333444", "112233445566",
        "123412341234", "1q2w3e4r5t6y", "1qaz2wsx3edc", "1qaz2wsx3edc4rfv", "q1w2e3r4t5y6", "qwerty123456",
        "qwertyuiop12", "qwertyuiop123", "qwertyuiop[]", "qwertyqwerty", "qwertyuiopas", "asdfghjkl123",
        "qazwsxedcrfv", "zxcvbnm12345", "abcdefghijkl", "abcd12345678", "abc123abc123", "abcdef123456",
        "a1b2c3d4e5f6", "aa1234567890", "password1234", "password12345", "password123456", "passwordpassword",
        "password2024", "password2025", "password2026", "mypassword12", "mypassword123", "newpassword1",
        "changeme1234", "changemenow1", "letmeinletmein", "letmein12345", "welcome12345", "welcome123456",
        "administrator", "administrator1", "admin1234567", "adminadmin12", "adminadminadmin", "iloveyou1234",
        "iloveyouiloveyou", "unbelievable", "thisismypassword", "correcthorsebatterystaple", "trustno1trustno1",
        "p@ssw0rd1234", "passw0rd1234", "p@ssword1234", "qwerty1234567", "manchesterunited", "liverpoolfc1",
        "liverpoolfc123", "teacher12345", "teacher123456", "school123456", "headteacher1", "schoolschool",
        "staffroom123", "staffroom1234", "staffroomstaffroom", "coordinator1", "coordinator12", "coordinator123",
    ]
}
