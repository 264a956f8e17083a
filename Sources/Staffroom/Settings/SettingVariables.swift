// Knows which variables of the environment are settings, and that one that no setting reads is a typing error.

/// The variables that begin with STAFFROOM_.
enum SettingVariables {
    private static let prefix = "STAFFROOM_"
    /// Tests and tools that start the program read these themselves and hand their whole environment on.
    private static let ofTools: Set<String> = [
        "STAFFROOM_BINARY", "STAFFROOM_CHROMIUM", "STAFFROOM_SEED", "STAFFROOM_TURN", "STAFFROOM_WRITE_GOLDEN",
        "STAFFROOM_WRITE_LIMITS", "STAFFROOM_WRITE_VECTORS",
    ]

    /// `STAFFROOM_PUBLIC_URL` for `publicURL`.
    static func name(of key: String) -> String {
        var name = prefix
        var isAfterSmall = false
        for character in key {
            if isAfterSmall, character.isUppercase { name += "_" }
            isAfterSmall = character.isLowercase
            name += character.uppercased()
        }
        return name
    }

    /// - Throws: a sentence that names the first variable that no setting reads.
    static func check(_ environment: [String: String]) throws {
        let known = SettingKey.all.map { name(of: $0.name) }
        let wrong = environment.keys.filter { $0.hasPrefix(prefix) && !known.contains($0) && !ofTools.contains($0) }
        if let first = wrong.sorted().first {
            throw Failure(
                "the environment variable \(first) is read by no setting; known are \(known.joined(separator: ", "))",
                Ending.settings)
        }
    }
}
