// Knows how the parts of a value find their place in its JSON, by the rules of `Encoder`.

import Meetings

/// Takes in one value.
final class JSONSink: Encoder {
    enum Content {
        case nothing
        case value([UInt8])
        case list([Part])
        case object([(key: String, part: Part)])
    }

    /// What is in an object or a list: most are texts and numbers, which need no place of their own.
    enum Part {
        case value([UInt8])
        case sink(JSONSink)

        var finished: [UInt8] {
            switch self {
            case .value(let bytes): bytes
            case .sink(let sink): sink.finished
            }
        }
    }

    var content = Content.nothing
    let people: ((PersonID) -> PersonID)?
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    init(_ people: ((PersonID) -> PersonID)?) { self.people = people }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if case .object = content {} else { content = .object([]) }
        return KeyedEncodingContainer(JSONObjectSink<Key>(sink: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if case .list = content {} else { content = .list([]) }
        return JSONListSink(sink: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { JSONValueSink(sink: self) }

    /// The value as JSON.
    var finished: [UInt8] {
        switch content {
        case .nothing: return Array("{}".utf8)
        case .value(let bytes): return bytes
        case .list(let parts):
            var bytes: [UInt8] = [UInt8(ascii: "[")]
            for (index, part) in parts.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                bytes += part.finished
            }
            bytes.append(UInt8(ascii: "]"))
            return bytes
        case .object: return JSONWriter.object(fieldsInOrder)
        }
    }

    /// Its fields, if it is an object.
    var fieldsInOrder: [JSONField] {
        guard case .object(let fields) = content else { return [] }
        return fields.sorted { $0.key < $1.key }.map { JSONField(key: $0.key, value: $0.part.finished) }
    }

    /// Any value, in the place it takes.
    func part(_ value: some Encodable) throws -> Part {
        if let bytes = plain(value) { return .value(bytes) }
        let sink = JSONSink(people)
        try value.encode(to: sink)
        return .sink(sink)
    }

    func take(_ value: some Encodable) throws {
        if let bytes = plain(value) { content = .value(bytes) } else { try value.encode(to: self) }
    }

    /// A value that is neither an object nor a list.
    private func plain(_ value: some Encodable) -> [UInt8]? {
        switch value {
        case let person as PersonID: JSONWriter.text((people?(person) ?? person).rawValue)
        case let text as String: JSONWriter.text(text)
        case let number as Int: Array(number.description.utf8)
        case let number as Int64: Array(number.description.utf8)
        case let truth as Bool: JSONWriter.bytes(truth)
        case let number as Double: JSONWriter.text(number)
        default: nil  // foreign: any Encodable
        }
    }

    func add(_ key: String, _ part: Part) {
        guard case .object(var fields) = content else { return }
        content = .nothing
        fields.append((key, part))
        content = .object(fields)
    }

    func add(_ part: Part) {
        guard case .list(var parts) = content else { return }
        content = .nothing
        parts.append(part)
        content = .list(parts)
    }
}

/// An object.
private struct JSONObjectSink<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let sink: JSONSink
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) throws { sink.add(key.stringValue, .value(JSONWriter.null)) }

    func encode(_ value: some Encodable, forKey key: Key) throws { sink.add(key.stringValue, try sink.part(value)) }

    // What most fields are, without asking what they are.
    func encode(_ value: String, forKey key: Key) throws { sink.add(key.stringValue, .value(JSONWriter.text(value))) }
    func encode(_ value: Bool, forKey key: Key) throws { sink.add(key.stringValue, .value(JSONWriter.bytes(value))) }
    func encode(_ value: Int, forKey key: Key) throws {
        sink.add(key.stringValue, .value(Array(value.description.utf8)))
    }
    func encode(_ value: Int64, forKey key: Key) throws {
        sink.add(key.stringValue, .value(Array(value.description.utf8)))
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        superEncoder(forKey: key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        superEncoder(forKey: key).unkeyedContainer()
    }

    func superEncoder() -> any Encoder {
        let inner = JSONSink(sink.people)
        sink.add("super", .sink(inner))
        return inner
    }

    func superEncoder(forKey key: Key) -> any Encoder {
        let inner = JSONSink(sink.people)
        sink.add(key.stringValue, .sink(inner))
        return inner
    }
}

/// A list.
private struct JSONListSink: UnkeyedEncodingContainer {
    let sink: JSONSink
    var codingPath: [any CodingKey] { [] }
    var count: Int { if case .list(let parts) = sink.content { parts.count } else { 0 } }

    func encodeNil() throws { sink.add(.value(JSONWriter.null)) }

    func encode(_ value: some Encodable) throws { sink.add(try sink.part(value)) }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        superEncoder().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { superEncoder().unkeyedContainer() }

    func superEncoder() -> any Encoder {
        let inner = JSONSink(sink.people)
        sink.add(.sink(inner))
        return inner
    }
}

/// What is neither.
private struct JSONValueSink: SingleValueEncodingContainer {
    let sink: JSONSink
    var codingPath: [any CodingKey] { [] }

    func encodeNil() throws { sink.content = .value(JSONWriter.null) }
    func encode(_ value: some Encodable) throws { try sink.take(value) }
    func encode(_ value: String) throws { sink.content = .value(JSONWriter.text(value)) }
}
