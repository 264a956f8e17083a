// Knows, case by case, who is new before a meeting and who is named to welcome them.

import Testing

@testable import Meetings

@Suite struct NewcomersTests {
    /// Somebody, and how they are new beside one who knows the network.
    struct Case: CustomTestStringConvertible, Sendable {
        var given: String
        var one: Acquainted
        var then: Newness?
        var testDescription: String { given }
    }

    private static let host = Acquainted("host", meetings: ["m1", "m2"])

    private static let cases: [Case] = [
        Case(given: "never here, expected", one: Acquainted("a", isExpected: true), then: .first),
        Case(given: "never here, looks for a buddy", one: Acquainted("a", seeksBuddy: true), then: .first),
        Case(given: "a name on a list", one: Acquainted(nil, isExpected: true), then: .first),
        Case(given: "never here, nothing says that they come", one: Acquainted("a"), then: nil),
        Case(given: "came once, last time", one: Acquainted("a", meetings: ["m2"]), then: .second),
        Case(given: "came once, before that", one: Acquainted("a", meetings: ["m1"]), then: nil),
        Case(
            given: "came once, before that, and is expected", one: Acquainted("a", meetings: ["m1"], isExpected: true),
            then: .second),
        Case(
            given: "came once, before that, and looks for a buddy",
            one: Acquainted("a", meetings: ["m1"], seeksBuddy: true), then: nil),
        Case(given: "came twice", one: Acquainted("a", meetings: ["m1", "m2"], isExpected: true), then: nil),
        Case(given: "runs it", one: Acquainted("a", isExpected: true, isLeading: true), then: nil),
    ]

    @Test("who is new", arguments: cases)
    func new(_ one: Case) {
        #expect(Newcomers([Self.host, one.one], last: "m2").newness(of: one.one) == one.then)
    }

    @Test("who could welcome knows how a meeting goes, and came last time or is expected")
    func hosts() {
        let all = [
            Self.host, Acquainted("lead", meetings: ["m1", "m2"], isLeading: true),
            Acquainted("long ago", meetings: ["m0", "m1"]),
            Acquainted("again", meetings: ["m0", "m1"], isExpected: true), Acquainted("once", meetings: ["m2"]),
            Acquainted(nil, isExpected: true),
        ]
        #expect(Newcomers(all, last: "m2").hosts == [0, 3])
        #expect(Newcomers(all, last: nil).hosts == [3])
    }

    @Test("after the first meeting of a network nobody is told of for having come once")
    func firstMeeting() {
        let all = [
            Acquainted("a", meetings: ["m1"]), Acquainted("b", meetings: ["m1"]), Acquainted("c", isExpected: true),
        ]
        let found = Newcomers(all, last: "m1").newcomers
        #expect(found.map(\.place) == [2] && found.map(\.newness) == [.first])
    }

    @Test("whose first meeting it is comes first; two names without a person are two")
    func order() {
        let all = [
            Self.host, Acquainted("b", meetings: ["m2"]), Acquainted(nil, isExpected: true),
            Acquainted(nil, isExpected: true),
        ]
        #expect(Newcomers(all, last: "m2").newcomers.map(\.place) == [2, 3, 1])
    }

    @Test("who offers what is looked for is named first, nobody without a reason, and nobody too often")
    func named() {
        let (giving, near) = (Welcomer("g", [.gives, .sameRoom]), Welcomer("n", [.samePhase]))
        let (room, school) = (Welcomer("r", [.sameRoom]), Welcomer("s", [.sameSchool]))
        func ids(_ all: [[Welcomer]]) -> [[PersonID]] { Newcomers.named(all).map { $0.map(\.person) } }
        #expect(ids([[near, room, giving, school]]) == [["g", "n"]])
        #expect(ids([[room]]) == [[]])
        #expect(ids([[], [near]]) == [[], ["n"]])
        #expect(ids([[near], [near], [near, school]]) == [["n"], ["n"], ["s"]])
    }
}
