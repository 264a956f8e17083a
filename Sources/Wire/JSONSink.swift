// Knows how the parts of a value find their place in its JSON, by the rules of `Encoder`.

import Meetings

/// Takes in one value.
final class JSONSink: Encoder {
    enum Content {
        case nothing
        case value([UInt8])
        case list([JSONSink])
        case object([(key: String, sink: JSONSink)])
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
        case .list(let sinks):
            var bytes: [UInt8] = [UInt8(ascii: "[")]
            for (index, sink) in sinks.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                bytes += sink.finished
            }
            bytes.append(UInt8(ascii: "]"))
            return bytes
        case .object: return JSONWriter.object(fieldsInOrder)
        }
    }

    /// Its fields, if it is an object.
    var fieldsInOrder: [JSONField] {
        guard case .object(let fields) = content else { return [] }
        return fields.sorted { $0.key < $1.key }.map { JSONField(key: $0.key, value: $0.sink.finished) }
    }

    /// A sink with a value in it.
    func filled(_ value: some Encodable) throws -> JSONSink {
        let sink = JSONSink(people)
        try sink.take(value)
        return sink
    }

    func take(_ value: some Encodable) throws {
        switch value {
        case let text as String: take { JSONWriter.write(text, to: &$0) }
        case let person as PersonID: take { JSONWriter.write((people?(person) ?? person).rawValue, to: &$0) }
        case let number as Int: take { $0 += number.description.utf8 }
        case let number as Int64: take { $0 += number.description.utf8 }
        case let truth as Bool: take { $0 += (truth ? "true" : "false").utf8 }
        case let number as Double: take { JSONWriter.write(number, to: &$0) }
        default: try value.encode(to: self)  // foreign: any Encodable
        }
    }

    func take(_ write: (inout [UInt8]) -> Void) {
        var bytes: [UInt8] = []
        write(&bytes)
        content = .value(bytes)
    }

    func add(_ key: String, _ sink: JSONSink) {
        guard case .object(var fields) = content else { return }
        content = .nothing
        fields.append((key, sink))
        content = .object(fields)
    }

    func add(_ sink: JSONSink) {
        guard case .list(var sinks) = content else { return }
        content = .nothing
        sinks.append(sink)
        content = .list(sinks)
    }
}

/// An object.
private struct JSONObjectSink<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let sink: JSONSink
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) throws {
        let empty = JSONSink(sink.people)
        empty.take { $0 += "null".utf8 }
        sink.add(key.stringValue, empty)
    }

    func encode(_ value: some Encodable, forKey key: Key) throws { sink.add(key.stringValue, try sink.filled(value)) }

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
        sink.add("super", inner)
        return inner
    }

    func superEncoder(forKey key: Key) -> any Encoder {
        let inner = JSONSink(sink.people)
        sink.add(key.stringValue, inner)
        return inner
    }
}

/// A list.
private struct JSONListSink: UnkeyedEncodingContainer {
    let sink: JSONSink
    var codingPath: [any CodingKey] { [] }
    var count: Int { if case .list(let sinks) = sink.content { sinks.count } else { 0 } }

    func encodeNil() throws {
        let empty = JSONSink(sink.people)
        empty.take { $0 += "null".utf8 }
        sink.add(empty)
    }

    func encode(_ value: some Encodable) throws { sink.add(try sink.filled(value)) }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        superEncoder().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { superEncoder().unkeyedContainer() }

    func superEncoder() -> any Encoder {
        let inner = JSONSink(sink.people)
        sink.add(inner)
        return inner
    }
}

/// What is neither.
private struct JSONValueSink: SingleValueEncodingContainer {
    let sink: JSONSink
    var codingPath: [any CodingKey] { [] }

    func encodeNil() throws { sink.take { $0 += "null".utf8 } }
    func encode(_ value: some Encodable) throws { try sink.take(value) }
}
