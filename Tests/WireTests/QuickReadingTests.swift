// What is read without the whole reader is read just as that would read it.

import Meetings
import Testing

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
        let alphabet = Array(#"{}[]":,\0159.-e nulltrue"#.utf8) + [0x00, 0x09, 0x7F, 0xC3, 0xE2]
        for _ in 0..<5_000 {
            var bytes = originals[Int(chance.next() % 2)]
            for _ in 0...Int(chance.next() % 3) {
                let at = Int(chance.next() % UInt64(bytes.count))
                switch chance.next() % 3 {
                case 0: bytes[at] = alphabet[Int(chance.next() % UInt64(alphabet.count))]
                case 1: bytes.insert(alphabet[Int(chance.next() % UInt64(alphabet.count))], at: at)
                default: bytes.remove(at: at)
                }
            }
            guard let found = QuickReading.message(bytes) else { continue }
            #expect((try? ClientMessage.read(bytes)) == found, "\(String(decoding: bytes, as: UTF8.self))")
        }
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
