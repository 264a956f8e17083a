// What is read without the whole reader is read just as that would read it.

import Log
import Testing

@testable import Meetings
@testable import Wire

@Suite struct QuickReadingTests {
    @Test(
        "what clients say most is read quickly",
        arguments: [
            #"{"ping":{"sent":5}}"#, #"{"ping":{"sent":1764374400123,"sequence":17}}"#,
            #" { "ping" : {"sequence":0 ,"sent":9}} "#,
            #"{"command":{"id":"a-1","do":{"postMessage":{"text":"Siân: bore da 😀"}}}}"#,
            #"{"command":{"do":{"postMessage":{"re":"m7","group":"g9","text":""}},"id":"b c"}}"#,
        ])
    func quick(_ text: String) throws {
        let found = try #require(QuickReading.message(Array(text.utf8)))
        #expect(try ClientMessage.read(Array(text.utf8)) == found)
    }

    @Test(
        "whatever else is left to the whole reader",
        arguments: [
            "", "{", "{}", "[]", "null", #"{"ping":{"sent":5}"#, #"{"ping":{"sent":5}}x"#, #"{"ping":{"sent":-5}}"#,
            #"{"ping":{"sent":5.0}}"#, #"{"ping":{"sent":05}}"#, #"{"ping":{"sent":5e3}}"#,
            #"{"ping":{"sent":9223372036854775808}}"#,
            #"{"ping":{"sent":5,"sent":6}}"#, #"{"ping":{"sent":5},"ping":{"sent":6}}"#,
            #"{"ping":{"sent":5,"more":1}}"#,
            #"{"ping":{"sent":5},"command":{"id":"a","do":{"postMessage":{"text":"x"}}}}"#, #"{"ping":{"sent":null}}"#,
            #"{"command":{"id":"a","do":{"postMessage":{"text":"a\nb"}}}}"#,
            #"{"command":{"id":"a","do":{"postMessage":{}}}}"#,
            #"{"command":{"id":"a","do":{"postMessage":{"text":"x"},"postMessage":{"text":"y"}}}}"#,
            #"{"command":{"id":"a","for":"p1","do":{"postMessage":{"text":"x"}}}}"#,
            #"{"command":{"id":"a","do":{"raiseHand":{}}}}"#,
            #"{"command":{"id":"a","do":{"postMessage":{"text":"x","re":null}}}}"#,
        ])
    func left(_ text: String) { #expect(QuickReading.message(Array(text.utf8)) == nil) }

    @Test("bytes that are no text are left")
    func noText() {
        for bad: [UInt8] in [[0xC3], [0xFF], [0xED, 0xA0, 0x80], [0x00], [0x1F]] {
            let bytes = Array(#"{"command":{"id":"a","do":{"postMessage":{"text":""#.utf8) + bad + Array(#""}}}}"#.utf8)
            #expect(QuickReading.message(bytes) == nil)
        }
    }

    @Test("damaged messages are never read otherwise than by the whole reader", arguments: [UInt64(1), 2, 3])
    func damaged(_ seed: UInt64) {
        var chance = Chance(seed)
        let originals = [
            #"{"ping":{"sent":1764374400123,"sequence":17}}"#,
            #"{"command":{"id":"a-1","do":{"postMessage":{"text":"Siân 😀","re":"m7","group":"g9"}}}}"#,
        ].map { Array($0.utf8) }
        for _ in 0..<5_000 {
            let bytes = damage(originals[Int(chance.next() % 2)], &chance)
            guard let found = QuickReading.message(bytes) else { continue }
            #expect((try? ClientMessage.read(bytes)) == found, "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    @Test("every fact of a meeting is read as the whole reader reads it, and most without it")
    func facts() throws {
        var (quick, all) = (0, 0)
        for entry in try Script.played().entries {
            let sealed = Sealing.seal(entry.event, actor: nil) { _ in false }
            let type = try #require(Event.named(sealed.kind))
            try check(type, sealed)
            all += 1
            if Sealing.quick(type, sealed) != nil { quick += 1 }
        }
        #expect(quick * 2 > all, "\(quick) of \(all)")
    }

    @Test("damaged facts are never read otherwise than by the whole reader", arguments: UInt64(4)...7)
    func damagedFacts(_ seed: UInt64) throws {
        var chance = Chance(seed)
        let originals = try Script.played().entries.map { Sealing.seal($0.event, actor: nil) { _ in false } }
        for _ in 0..<6_000 {
            var sealed = originals[Int(chance.next() % UInt64(originals.count))]
            let type = try #require(Event.named(sealed.kind))
            let isOfPart = !sealed.parts.isEmpty && chance.next() % 2 == 0
            let bytes = damage(isOfPart ? sealed.parts[0].json : sealed.body, &chance)
            if isOfPart { sealed.parts[0].json = bytes } else { sealed.body = bytes }
            try check(type, sealed)
        }
    }

    @Test("a later object goes before an earlier one, and a key that stands twice in one is left")
    func overlaid() throws {
        #expect(QuickDecoder([#"{"a":1,"b":true}"#, #"{"a":-0,"b":null}"#].map { Array($0.utf8) }) == nil)
        let laid = try #require(QuickDecoder([#"{"a":1,"b":"x"}"#, #"{"a":2}"#].map { Array($0.utf8) }))
        #expect(try [String: Mixed](from: laid) == ["a": .number(2), "b": .text("x")])
        #expect(QuickDecoder([Array(#"{"a":1,"a":1}"#.utf8)]) == nil)
        for bad in [
            "", "[]", "{", #"{"a":[1]}"#, #"{"a":{}}"#, #"{"a":1.5}"#, #"{"a":tru}"#, #"{"a":5true}"#, #"{"a":1}x"#,
            #" {"a":1}"#,
            #"{"a" :1}"#, #"{"a":1 }"#, #"{"a":1} "#,
        ] {
            #expect(QuickDecoder([Array(bad.utf8)]) == nil, "\(bad)")
        }
    }

    private enum Mixed: Decodable, Equatable {
        case number(Int)
        case text(String)

        init(from decoder: any Decoder) throws {
            let one = try decoder.singleValueContainer()
            if let number = try? one.decode(Int.self) {
                self = .number(number)
            } else {
                self = .text(try one.decode(String.self))
            }
        }
    }

    private func check<F: Fact>(_ type: F.Type, _ sealed: SealedEvent) throws {
        guard let quick = Sealing.quick(type, sealed) else { return }
        let whole = try? Sealing.whole(type, sealed)
        #expect(whole == quick, "\(sealed.kind) \(String(decoding: sealed.body, as: UTF8.self))")
    }

    private func damage(_ original: [UInt8], _ chance: inout Chance) -> [UInt8] {
        let alphabet = Array(#"{}[]":,\0159.-e nulltrue"#.utf8) + [0x00, 0x09, 0x7F, 0xC3, 0xE2]
        var bytes = original
        for _ in 0...Int(chance.next() % 3) {
            let at = Int(chance.next() % UInt64(bytes.count))
            switch chance.next() % 3 {
            case 0: bytes[at] = alphabet[Int(chance.next() % UInt64(alphabet.count))]
            case 1: bytes.insert(alphabet[Int(chance.next() % UInt64(alphabet.count))], at: at)
            default: bytes.remove(at: at)
            }
            if bytes.isEmpty { return original }
        }
        return bytes
    }

    /// Numbers that are the same each time.
    private struct Chance {
        private var state: UInt64

        init(_ seed: UInt64) { state = seed }

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
    }
}
