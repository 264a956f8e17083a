// Knows that every behaviour has its own script, that the same seed gives the same teachers, and that a loss is found.

import Testing

@testable import Meetings
@testable import Rehearsal

@Suite struct BehaviourTests {
    private static let cues: [Cue] =
        [
            .cameIn, .pulseOpened(PulseID(rawValue: "u1")), .messageRead(MessageID(rawValue: "m1")), .called,
            .seated(GroupID(rawValue: "g1")), .kits(Kit(segment: SegmentID(rawValue: "s1"), steps: 2)),
            .topics(["t1", "t2", "t3"].map(TopicID.init)),
        ]
        + SegmentKind.allCases.map { .segmentOpened($0) }

    /// What a behaviour does over many meetings, without its numbers.
    private func kinds(_ behaviour: Behaviour) -> Set<String> {
        var chance = Chance(seed: 1)
        var found: Set<String> = []
        for _ in 0..<200 {
            for cue in Self.cues {
                for step in behaviour.steps(after: cue, chance: &chance) {
                    found.insert(String(String(describing: step.deed).prefix { $0 != "(" }))
                }
            }
        }
        return found
    }

    @Test(arguments: Behaviour.allCases) func hasAScriptOfAtLeastThreeParts(_ behaviour: Behaviour) {
        #expect(kinds(behaviour).count >= 3, "\(kinds(behaviour).sorted())")
    }

    @Test func eachIsDifferent() {
        #expect(kinds(.talker).isSuperset(of: ["raiseHand", "reply", "stopSpeaking"]))
        #expect(kinds(.lurker).isDisjoint(with: ["raiseHand", "reply", "lose"]))
        #expect(kinds(.latecomer).contains("ask"))
        #expect(kinds(.dropper).contains("lose"))
    }

    @Test("in groups they say what they offer and need, note for the group and for everybody, and call for help")
    func groups() {
        let all = Behaviour.allCases.map(kinds).reduce(into: Set<String>()) { $0.formUnion($1) }
        #expect(all.isSuperset(of: ["offer", "need", "teach", "note", "noteFor", "signal", "kit", "kitFor", "review"]))
        var chance = Chance(seed: 3)
        let notes = (0..<20).flatMap { _ in Behaviour.talker.working(in: GroupID(rawValue: "g1"), chance: &chance) }
        let readers = notes.compactMap { if case .note(_, _, let isReport) = $0.deed { isReport } else { nil } }
        #expect(Set(readers) == [true, false])
        #expect(Behaviour.talker.saying(of: [], chance: &chance) == [])
    }

    @Test("whatever is asked, what they answer fits; they keep drafts, narrow, and answer at a table by name")
    func prompts() throws {
        var chance = Chance(seed: 5)
        var kinds: Set<String> = []
        for kind in PromptKind.allCases {
            let choices = (0..<kind.choices.lowerBound).map { "Choice \($0)" }
            let prompt = Prompt(
                id: PromptID(rawValue: "w1"), kind: kind, text: "?", choices: choices, isMultiple: false,
                circle: .named, openedAt: 1)
            let asked = AskedPrompt(id: PromptID(rawValue: "w1"), kind: kind, choices: choices.count)
            for behaviour in Behaviour.allCases {
                for step in (0..<20).flatMap({ _ in behaviour.steps(after: .promptOpened(asked), chance: &chance) }) {
                    switch step.deed {
                    case .respond(_, let answer, let narrowing, let isHandedIn):
                        _ = try prompt.checked(answer, isHandedIn: true)
                        kinds.insert("\(isHandedIn) \(narrowing?.rawValue ?? "-")")
                    case .respondFor(let seat, _, let answer):
                        _ = try prompt.checked(answer, isHandedIn: true)
                        kinds.insert("seat \(seat)")
                    default: kinds.insert("else")
                    }
                }
            }
        }
        #expect(kinds == ["false -", "true -", "true group", "true only_me", "seat 0", "seat 1", "else"])
    }

    @Test func theFirstFiveAreOneOfEachKind() {
        #expect(Set((0..<5).map { Persona(number: $0).behaviour }) == Set(Behaviour.allCases))
        #expect(Set((0..<250).map { Persona(number: $0).name }).count == 250)
    }

    @Test func theSameSeedGivesTheSameSteps() {
        var (one, other) = (Chance(seed: 7), Chance(seed: 7))
        for cue in Self.cues {
            #expect(
                Behaviour.talker.steps(after: cue, chance: &one) == Behaviour.talker.steps(after: cue, chance: &other))
        }
    }

    @Test func aMissingFactIsALossAndALateOneIsLate() {
        var count = DeliveryCount()
        count.clock(server: 1_000, here: 1_000)
        var (whole, torn, gone) = (Inbox(), Inbox(), Inbox())
        whole.begin(at: 10)
        torn.begin(at: 10)
        gone.begin(at: 10)
        for sequence in Int64(11)...15 {
            count.live(sequence, at: 1_000, here: sequence == 15 ? 3_000 : 1_004)
            whole.take(sequence)
            if sequence != 13 { torn.take(sequence) }
            if sequence < 12 { gone.take(sequence) }
        }
        let result = count.result([whole, torn, gone], isComplete: [true, true, false])
        #expect(result.lost == 1)
        #expect(result.late == 1)
        #expect(result.medianMilliseconds == 4)
        #expect(result.slowestMilliseconds == 2_000)
        var again = whole
        again.take(12)
        #expect(again.disorders == 1)
    }

    @Test func whoStaysIsOwedTheEnd() {
        var count = DeliveryCount()
        var (all, early) = (Inbox(), Inbox())
        all.begin(at: 0)
        early.begin(at: 0)
        for sequence in Int64(1)...3 {
            count.live(sequence, at: 0, here: 0)
            all.take(sequence)
            if sequence < 3 { early.take(sequence) }
        }
        #expect(count.result([all, early], isComplete: [true, true]).lost == 1)
    }

    @Test func anAnswerIsReadFromItsBytes() {
        let bytes = Array("HTTP/1.1 200 OK\r\nset-cookie: a=b; Path=/\r\nX: y\r\n\r\n{\"x\":1}".utf8)
        let answer = HTTPCall.parse(bytes)
        #expect(answer?.status == 200)
        #expect(answer?.cookie == "a=b")
        #expect(answer?.body == Array("{\"x\":1}".utf8))
        #expect(HTTPCall.parse(Array("HTTP/1.1 200".utf8)) == nil)
    }

    @Test func aFactOfAnUnknownKindIsPassedOver() throws {
        let text =
            #"{"events":[{"at":5,"event":{"teaServed":{}},"sequence":3},"#
            + #"{"at":6,"event":{"meetingEnded":{}},"sequence":4}],"through":4}"#
        let news = try #require(NewsReader().read(Array(text.utf8)))
        #expect(news.events?.map(\.sequence) == [3, 4])
        #expect(news.events?.map(\.event) == [nil, MeetingEnded().event])
    }
}
