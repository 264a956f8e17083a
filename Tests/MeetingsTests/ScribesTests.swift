// Knows what is promised of people without a device: who may tap for them, that it is theirs, and that nobody who taps
// for them reads what they did not write down themselves.

import Testing

@testable import Meetings

@Suite struct ScribesTests {
    /// `dai` and `fay` have no device, `una` shares a table's; `bob` sits with `dai` and writes for their group, `ann`
    /// sits with `fay` and does not.
    private static let groups: Room = {
        func bring(_ id: PersonID, by host: PersonID, _ mode: AttendanceMode) -> Command {
            BringIn(person: id, by: host, mode: mode, tier: .pseudonymous, name: id.rawValue, school: nil).command
        }
        var plan = Given.groups(["ann", "fay"], ["bob", "dai"])
        plan.groups[1].roles.scribe = "bob"
        return Given.talk.joined("tab", .table, mode: .tableDevice)
            .after(bring("una", by: "tab", .tableDevice), by: .system)
            .after(bring("dai", by: "lea", .roomNoDevice), by: .system)
            .after(bring("fay", by: "lea", .phoneIn), by: .system)
            .after(FormGroups(plan: plan).command)
    }()

    /// The same with a prompt: `w` and its place.
    private static func asked(_ circle: Circle = .named, key: String? = nil, in room: Room = groups) -> Room {
        let plan = PromptPlan(kind: .open, text: "What next?", circle: circle, key: key)
        let prepared = room.after(PreparePrompt(plan: plan, segment: nil).command)
        return prepared.after(OpenPrompt(prompt: prepared.prompts.last?.id ?? "none").command)
    }

    private static func save(_ room: Room, _ text: String, isHandedIn: Bool = true, isStudent: Bool? = nil) -> Command {
        SaveResponse(
            prompt: room.prompts.last?.id ?? "none", answer: PromptAnswer(texts: [text], isStudent: isStudent),
            narrowing: nil, isHandedIn: isHandedIn
        ).command
    }

    private static func facts(
        _ room: Room, _ command: Command, by actor: PersonID, for subject: PersonID? = nil
    ) throws -> [Event] {
        try room.decide(command, Context(actor: .person(actor), for: subject, at: room.at + 1))
    }

    @Test(
        "who may write for whom",
        arguments: [
            ("lea", "dai", nil), ("lea", "fay", nil), ("lea", "una", nil), ("bob", "dai", nil), ("tab", "una", nil),
            ("bob", "fay", .notAllowed(needs: .lead)), ("ann", "fay", .notAllowed(needs: .lead)),
            ("bob", "una", .notAllowed(needs: .lead)), ("bob", "ann", .notAllowed(needs: .lead)),
            ("lea", "ann", .notAllowed(needs: .lead)), ("tab", "dai", .notAllowed(needs: .lead)),
            ("bob", "lea", .notFound), ("gus", "dai", .notAllowed(needs: .lead)),
        ] as [(PersonID, PersonID, Rejection?)])
    func rights(_ actor: PersonID, _ subject: PersonID, _ rejection: Rejection?) {
        let room = Self.asked()
        var refused: Rejection?
        do throws(Rejection) {
            _ = try room.decide(Self.save(room, "Cress"), Context(actor: .person(actor), for: subject, at: room.at + 1))
        } catch { refused = error }
        #expect(refused == rejection)
    }

    @Test(
        "those for whom somebody taps are here, have no device and sit at no table; who writes for a group has its own")
    func charges() {
        #expect(Self.groups.charges(of: "lea") == ["dai", "fay"])
        #expect(Self.groups.charges(of: "bob") == ["dai"])
        for nobody in ["ann", "dai", "tab", "gus", "x"] as [PersonID] {
            #expect(Self.groups.charges(of: nobody).isEmpty)
        }
        #expect(Self.groups.helpers(of: "dai").sorted() == ["bob", "cor", "lea"])
        #expect(Self.groups.helpers(of: "una").isEmpty && Self.groups.helpers(of: "ann").isEmpty)
        let over = Self.groups.after(EndGroups().command)
        #expect(over.charges(of: "bob").isEmpty)
        #expect(over.after(AppointScribe(person: "bob").command).charges(of: "bob") == ["dai", "fay"])
        #expect(Self.groups.after(CheckOut(person: "dai").command).charges(of: "bob").isEmpty)
    }

    @Test("what is written for somebody is theirs, and says by whom; by nobody where their own device or table did it")
    func written() throws {
        let room = Self.asked()
        for (actor, subject, source, by) in [
            ("bob", "dai", .scribe, "bob"), ("lea", "dai", .leadTap, "lea"), ("tab", "una", .client, nil),
            ("ann", nil, nil, nil),
        ] as [(PersonID, PersonID?, Source?, PersonID?)] {
            let events = try Self.facts(room, Self.save(room, "Cress"), by: actor, for: subject)
            guard case .prompts(.responseSaved(let fact))? = events.first else {
                Issue.record("nothing saved")
                continue
            }
            #expect(fact.person == subject ?? actor && fact.source == source && fact.by == by)
            #expect(room.after(events, at: room.at + 1).prompts.last?.responses.first?.by == by)
            for kind in ViewerKind.allCases {
                guard case .prompts(.responseSaved(let seen))? = events[0].seen(by: Audience(kind: kind)) else {
                    continue
                }
                #expect(seen.by == nil && seen.texts == nil)
            }
        }
    }

    @Test("whoever has no device is not waited for, and is counted apart once somebody has handed in for them")
    func counted() throws {
        var room = Self.asked()
        func counts() -> [Int] { room.prompts.last.map { [$0.handedIn, $0.handedInForOthers] } ?? [] }
        let steps: [(String, Bool, PersonID, PersonID?, [Int])] = [
            ("Draft", false, "bob", "dai", [0, 0]), ("Cress", true, "bob", "dai", [1, 1]),
            ("Beans", true, "lea", "dai", [1, 1]), ("Peas", true, "bob", nil, [2, 1]),
            ("Maize", true, "tab", "una", [3, 1]), ("Oats", true, "dai", nil, [3, 0]),
            ("Rye", false, "bob", "dai", [2, 0]),
        ]
        for (text, isHandedIn, actor, subject, expected) in steps {
            let events = try Self.facts(room, Self.save(room, text, isHandedIn: isHandedIn), by: actor, for: subject)
            room = room.after(events, at: room.at + 1)
            #expect(counts() == expected, "\(text)")
        }
    }

    @Test("whoever tapped is known by their other entry, and by none once they are forgotten")
    func known() throws {
        let room = Self.asked()
        let saved = room.after(try Self.facts(room, Self.save(room, "Cress"), by: "bob", for: "dai"), at: room.at + 1)
        #expect(saved.after(PersonMerged(person: "bob", into: "ann").event).prompts.last?.responses.first?.by == "ann")
        var forgetful = saved
        forgetful.forgetInPrompts(["bob"])
        #expect(forgetful.prompts.last?.responses.first?.by == nil)
        var bench = Bench(segment: "s1")
        bench.places["dai"] = KitPlace(step: 0, state: .opened, note: "Loose", at: 1, by: "bob")
        var (merged, forgotten) = (bench, bench)
        merged.merge("bob", into: "ann")
        forgotten.forget(["bob"])
        #expect(merged.places["dai"]?.by == "ann" && forgotten.places["dai"]?.by == nil)
    }

    @Test("nobody answers anonymously for somebody else, also not whoever writes for their group")
    func anonymous() {
        let room = Self.asked(.anonymous)
        let wish = AnswerAnonymously(
            prompt: room.prompts.last?.id ?? "none", answer: PromptAnswer(texts: ["Cress"]),
            token: String(repeating: "t", count: 32)
        ).command
        #expect(throws: Rejection.notAllowed(needs: .lead)) { try Self.facts(room, wish, by: "bob", for: "dai") }
    }

    @Test(
        "the student's hat is offered where one puts oneself in the place of students, and nowhere else",
        arguments: [
            (nil, "hands-on-as-a-student.felt", Circle.named, true), ("s5", nil, .named, true),
            ("s5", nil, .group, true),
            (nil, "check-in.worked", .named, false), (nil, nil, .named, false),
            (nil, "hands-on-as-a-student.felt", .anonymous, false), ("s5", nil, .anonymous, false),
        ] as [(SegmentID?, String?, Circle, Bool)])
    func hats(_ segment: SegmentID?, _ key: String?, _ circle: Circle, _ isOffered: Bool) throws {
        let plan = PromptPlan(kind: .open, text: "What next?", circle: circle, key: key)
        let prepared = Given.talk.after(PreparePrompt(plan: plan, segment: segment).command)
        let room = prepared.after(OpenPrompt(prompt: prepared.prompts.last?.id ?? "none").command)
        #expect(room.prompts.last?.hasHat == isOffered)
        guard circle != .anonymous else { return }
        // Whoever says it where it is not asked for has not said it.
        let told = room.after(Self.save(room, "Cress", isStudent: true), by: "ann")
        #expect(told.prompts.last?.responses.first?.answer?.isStudent == (isOffered ? true : nil))
        let plain = room.after(Self.save(room, "Cress", isStudent: false), by: "ann")
        #expect(plain.prompts.last?.responses.first?.answer?.isStudent == nil)
        let shown = told.after(RevealPrompt(prompt: prepared.prompts.last?.id ?? "none").command)
        #expect(shown.prompts.last?.responses.first?.answer?.isStudent == (isOffered ? true : nil))
        let takeaway = try #require(Takeaway(of: "ann", in: shown))
        #expect(takeaway.answers.map(\.isStudent) == [isOffered])
    }

    @Test("with kits it is offered also for what is asked on the spot")
    func hatsOnTheSpot() { #expect(Self.asked(in: KitsTests.bench).prompts.last?.hasHat == true) }
}
