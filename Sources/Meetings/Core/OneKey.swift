// Knows the form of facts and wishes in JSON: an object of one object, whose key is the kind.

/// Any name as a key.
struct NameKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

/// Coding of what is an object of one object.
enum OneKey {
    /// The only key, and what is in it.
    static func open(_ decoder: any Decoder) throws -> (kind: String, inner: KeyedDecodingContainer<NameKey>) {
        let container = try decoder.container(keyedBy: NameKey.self)
        guard container.allKeys.count == 1, let key = container.allKeys.first else {
            throw DecodingError.typeMismatch(
                NameKey.self,
                .init(codingPath: container.codingPath, debugDescription: "expected exactly one key"))
        }
        return (key.stringValue, container)
    }

    static func unknown(_ kind: String, _ container: KeyedDecodingContainer<NameKey>) -> DecodingError {
        .typeMismatch(NameKey.self, .init(codingPath: container.codingPath, debugDescription: "unknown kind"))
    }

    static func write(_ value: some Encodable, _ kind: String, to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: NameKey.self)
        try container.encode(value, forKey: NameKey(stringValue: kind))
    }
}
