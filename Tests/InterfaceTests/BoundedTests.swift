// What comes from outside is within bounds once it is decoded, or it is refused with the code of its kind and the field.

import Foundation
import Testing

@testable import Interface
@testable import Meetings

@Suite struct BoundedTests {
    private enum Few: ListBound {
        static let most = 2
    }

    private struct Sent: Decodable {
        struct Rule: Decodable {
            var farthest: BoundedNumber<Kilometres>?
        }
        var name: BoundedText<PersonName>?
        var notice: PossibleText<Note>?
        var start: BoundedNumber<Moment>?
        var keys: BoundedList<Key, Few>?
        var rule: Rule?
        var zone: KnownZone?
        var token: Secret?
        var password: TypedPassword?
        var topics: BoundedTopics?
        var tier: Tier?
    }

    private func decode(_ json: String) throws -> Sent {
        try Request(
            method: "POST", path: "/", body: Array(json.utf8), device: Device(cookies: "", address: "", connection: 0)
        ).decoded(as: Sent.self)
    }

    @Test("what fits is cleaned and kept")
    func fits() throws {
        let sent = try decode(
            #"{"name":"  Siân \u202E Jones ","notice":" \n ","start":0,"keys":["a-1","b_2"],"rule":{"farthest":40},"#
                + #""zone":"Europe/London","token":"","password":"x","topics":[{"id":"cad","names":{"en":" CAD "}}]}"#)
        #expect(sent.name?.value == "Siân Jones")
        #expect(sent.notice != nil && sent.notice?.value == nil)
        #expect(sent.start?.value == 0 && sent.rule?.farthest?.value == 40)
        #expect(sent.keys?.values.map(\.text) == ["a-1", "b_2"])
        #expect(sent.topics?.values.first?.names == ["en": "CAD"])
    }

    private static func long(_ count: Int) -> String { String(repeating: "x", count: count) }

    @Test(
        "what does not fit is refused with one code a kind and the field",
        arguments: [
            (#"{"name":" "}"#, Refusal(409, "textMissing", field: "name")),
            ("{\"name\":\"\(long(61))\"}", Refusal(409, "textTooLong", limit: 60, field: "name")),
            ("{\"notice\":\"\(long(1_001))\"}", Refusal(409, "textTooLong", limit: 1_000, field: "notice")),
            (#"{"name":7}"#, Refusal(400, "badRequest", detail: "wrong: name")),
            (#"{"start":-1}"#, Refusal(409, "outOfBounds", field: "start")),
            (#"{"start":253402300800000}"#, Refusal(409, "outOfBounds", field: "start")),
            (#"{"start":1e99}"#, Refusal(400, "badRequest", detail: "not JSON of the expected form")),
            (#"{"rule":{"farthest":1001}}"#, Refusal(409, "outOfBounds", field: "rule.farthest")),
            (#"{"keys":["a","b","c"]}"#, Refusal(409, "tooMany", limit: 2, field: "keys")),
            (#"{"keys":["a b"]}"#, Refusal(400, "badRequest", detail: "wrong: keys.Index 0")),
            (#"{"keys":[""]}"#, Refusal(400, "badRequest", detail: "wrong: keys.Index 0")),
            (#"{"zone":"Europe/Bangor"}"#, Refusal(409, "unknownZone", field: "zone")),
            ("{\"token\":\"\(long(257))\"}", Refusal(400, "badRequest", detail: "wrong: token")),
            (
                "{\"password\":\"\(long(1_025))\"}",
                Refusal(409, "password_too_long", limit: 1_024, field: "password")
            ),
            (#"{"topics":[{"id":"cad","names":{}}]}"#, Refusal(409, "textMissing", field: "topics")),
            (#"{"tier":"secret"}"#, Refusal(400, "badRequest", detail: "wrong: tier")),
            ("[]", Refusal(400, "badRequest", detail: "wrong: ")),
            ("{", Refusal(400, "badRequest", detail: "not JSON of the expected form")),
            (String(repeating: "[", count: 40), Refusal(400, "tooComplex")),
        ])
    func doesNotFit(_ json: String, _ refusal: Refusal) {
        #expect(throws: refusal) { try decode(json) }
    }

    @Test("a rejection has the status and the numbers of its kind")
    func rejections() {
        #expect(Refusal(Rejection.slowDown(waitMilliseconds: 300)) == Refusal(429, "slowDown", wait: 300))
        #expect(Refusal(Rejection.storageFailed) == Refusal(503, "storageFailed"))
        #expect(Refusal(Rejection.notAllowed(needs: .lead)) == Refusal(409, "notAllowed"))
        #expect(Refusal(Rejection.tooMany(limit: 5)) == Refusal(409, "tooMany", limit: 5))
    }
}
