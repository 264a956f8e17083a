// Knows how a type is read from objects that have nothing but plain values, as most facts are stored. Whatever it cannot
// read, or says no to, is for the whole reader to decide; so it never refuses and never reads more.

/// Reads a type from the members of flat objects.
struct QuickDecoder: Decoder {
    /// It is for the whole reader.
    struct Rare: Error {}

    private let members: [(key: String, value: QuickScalar)]
    var userInfo: [CodingUserInfoKey: Any] { [:] }
    var codingPath: [any CodingKey] { [] }

    /// Of the members of all objects; the later ones go before the earlier ones.
    ///
    /// - Returns: nil where there is anything else than plain values.
    init?(_ objects: [[UInt8]]) {
        var members: [(key: String, value: QuickScalar)] = []
        for object in objects {
            let earlier = members.count
            let isFlat = object.withUnsafeBufferPointer { buffer in
                var text = QuickText(buffer, isTight: true)
                let isWhole = text.object { key, text in
                    guard let value = text.scalar() else { return false }
                    // Twice in one object is rare.
                    if let place = members.firstIndex(where: { $0.key == key }) {
                        guard place < earlier else { return false }
                        members[place].value = value
                    } else {
                        members.append((key, value))
                    }
                    return true
                }
                return isWhole && text.isAtEnd
            }
            guard isFlat else { return nil }
        }
        self.members = members
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(Keyed<Key>(decoder: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw Rare() }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { throw Rare() }

    private func value(_ key: String) -> QuickScalar? { members.first { $0.key == key }?.value }

    private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
        let decoder: QuickDecoder
        var codingPath: [any CodingKey] { [] }
        var allKeys: [Key] { decoder.members.compactMap { Key(stringValue: $0.key) } }

        private func single(_ key: Key) throws -> QuickScalarDecoder {
            guard let value = decoder.value(key.stringValue) else { throw Rare() }
            return QuickScalarDecoder(value: value)
        }

        func contains(_ key: Key) -> Bool { decoder.value(key.stringValue) != nil }
        func decodeNil(forKey key: Key) throws -> Bool { try single(key).decodeNil() }
        func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try single(key).decode(type) }
        func decode(_ type: String.Type, forKey key: Key) throws -> String { try single(key).decode(type) }
        func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try single(key).decode(type) }
        func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try single(key).decode(type) }
        func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try single(key).decode(type) }
        func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try single(key).decode(type) }
        func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try single(key).decode(type) }
        func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try single(key).decode(type) }
        func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try single(key).decode(type) }
        func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try single(key).decode(type) }
        func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try single(key).decode(type) }
        func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try single(key).decode(type) }
        func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try single(key).decode(type) }
        func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try single(key).decode(type) }
        func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T { try T(from: single(key)) }

        func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type, forKey key: Key
        ) throws -> KeyedDecodingContainer<Nested> { throw Rare() }
        func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { throw Rare() }
        func superDecoder() throws -> any Decoder { throw Rare() }
        func superDecoder(forKey key: Key) throws -> any Decoder { throw Rare() }
    }
}

/// Reads a type from one plain value.
struct QuickScalarDecoder: Decoder, SingleValueDecodingContainer {
    let value: QuickScalar
    var userInfo: [CodingUserInfoKey: Any] { [:] }
    var codingPath: [any CodingKey] { [] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        throw QuickDecoder.Rare()
    }
    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw QuickDecoder.Rare() }
    func singleValueContainer() -> any SingleValueDecodingContainer { self }

    private func number<T: FixedWidthInteger>(_ type: T.Type) throws -> T {
        guard case .number(let number) = value, let fitting = T(exactly: number) else { throw QuickDecoder.Rare() }
        return fitting
    }

    func decodeNil() -> Bool { if case .nothing = value { true } else { false } }
    func decode(_ type: Bool.Type) throws -> Bool {
        guard case .truth(let truth) = value else { throw QuickDecoder.Rare() }
        return truth
    }
    func decode(_ type: String.Type) throws -> String {
        guard case .text(let text) = value else { throw QuickDecoder.Rare() }
        return text
    }
    /// A fraction may be rounded in one way or another.
    func decode(_ type: Double.Type) throws -> Double { throw QuickDecoder.Rare() }
    func decode(_ type: Float.Type) throws -> Float { throw QuickDecoder.Rare() }
    func decode(_ type: Int.Type) throws -> Int { try number(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { try number(type) }
    func decode(_ type: Int16.Type) throws -> Int16 { try number(type) }
    func decode(_ type: Int32.Type) throws -> Int32 { try number(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try number(type) }
    func decode(_ type: UInt.Type) throws -> UInt { try number(type) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try number(type) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try number(type) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try number(type) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try number(type) }
    func decode<T: Decodable>(_ type: T.Type) throws -> T { try T(from: self) }
}
