// What a client may say, and how a broken one is told.

import Testing
import Wire

@testable import Meetings

@Suite struct ClientMessageTests {
    @Test(
        arguments: [
            (#"{"ping":{"sent":5}}"#, nil),
            (#"{"command":{"id":"a-1","do":{"openNext":{}}}}"#, nil),
            (#"{"command":{"id":"a-1","do":{"postMessage":{"text":"x"}}}}"#, nil),
            (#"{"hello":{"protocol":2,"as":"teacher","meeting":"m"}}"#, "unknownProtocol"),
            (#"{"command":{"id":"a b","do":{"openNext":{}}}}"#, "badCommandID"),
            (#"{"command":{"id":"a","do":{"rule":{}}}}"#, "badMessage"),
            (#"{"ping":{"sent":5},"command":{"id":"a","do":{"openNext":{}}}}"#, "badMessage"),
            ("[]", "badMessage"), ("", "badMessage"), ("{", "badMessage"),
            (String(repeating: "[", count: 33) + String(repeating: "]", count: 33), "tooComplex"),
            ("[" + String(repeating: "1,", count: 1_000) + "1]", "tooComplex"),
        ] as [(String, String?)])
    func isReadOrNamed(_ text: String, _ fault: String?) {
        do {
            _ = try ClientMessage(Array(text.utf8))
            #expect(fault == nil)
        } catch {
            #expect(error.code == fault)
        }
    }
}
