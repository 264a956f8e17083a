// Knows what is promised of anonymous answers as far as the room goes: they stand in no log before all are shown, nobody
// gives one for somebody else, few are shown to nobody, and no fact says whose one is.

import Testing

@testable import Meetings

@Suite struct AnonymousTests {
    private static let token = "0123456789abcdef"

    private static func asked(_ circle: Circle = .anonymous) -> Room {
        let plan = PromptPlan(kind: .open, text: "What was hard?", circle: circle)
        let room = Given.talk.after(PreparePrompt(plan: plan, segment: nil).command)
        return room.after(OpenPrompt(prompt: id(room)).command)
    }

    private static func id(_ room: Room) -> PromptID { room.prompts.last?.id ?? "none" }

    private static func closed() -> Room {
        let room = asked()
        return room.after(ClosePrompt(prompt: id(room)).command)
    }

    private static func sealed(_ people: [PersonID], _ count: Int) -> Room {
        let room = closed()
        return room.after(NoteSealed(prompt: id(room), people: people, count: count).command, by: .system)
    }

    private static func wish(_ room: Room, _ text: String = "The soldering", token: String = token) -> Command {
        AnswerAnonymously(prompt: id(room), answer: PromptAnswer(texts: [text]), token: token).command
    }

    /// What comes of a command, with answers that lie ready.
    private static func decide(
        _ room: Room, _ command: Command, by actor: Meetings.Actor = "lea", for subject: PersonID? = nil,
        _ texts: [String]? = nil
    ) -> Result<[Event], Rejection> {
        var context = Context(actor: actor, for: subject, at: room.at + 1)
        context.sealed = texts?.map { PromptAnswer(texts: [$0]) }
        do throws(Rejection) { return .success(try room.decide(command, context)) } catch { return .failure(error) }
    }

    @Test("an answer is let in and becomes no fact", arguments: ["ann", "bob", "lea", "cor"] as [PersonID])
    func apart(_ person: PersonID) {
        #expect(Self.decide(Self.asked(), Self.wish(Self.asked()), by: .person(person)) == .success([]))
    }

    @Test("what is no anonymous answer is refused")
    func refused() {
        let (open, named, closed) = (Self.asked(), Self.asked(.named), Self.closed())
        let draft = SaveResponse(
            prompt: Self.id(open), answer: PromptAnswer(texts: ["Not even a draft"]), narrowing: nil, isHandedIn: false
        ).command
        let lines: [(Room, Command, Rejection)] = [
            (open, Self.wish(open, " "), .textMissing),
            (open, Self.wish(open, token: "short"), .outOfBounds(least: 16, most: 64)),
            (open, draft, .notAllowed(needs: .participant)),
            (named, Self.wish(named), .notAllowed(needs: .participant)),
            (closed, Self.wish(closed), .closed),
        ]
        for (room, command, rejection) in lines {
            #expect(Self.decide(room, command, by: "ann") == .failure(rejection), "\(command)")
        }
    }

    @Test("nobody answers anonymously for somebody else: no lead, no scribe, no table")
    func others() {
        let room = Self.asked().joined("dai", mode: .roomNoDevice).joined("t1", .table, mode: .tableDevice)
            .joined("una", mode: .tableDevice).after(PersonSeated(person: "una", table: "t1").event)
            .after(AppointScribe(person: "bob").command)
        for (actor, subject) in [("lea", "dai"), ("bob", "dai"), ("t1", "una")] as [(PersonID, PersonID)] {
            #expect(
                Self.decide(room, Self.wish(room), by: .person(actor), for: subject)
                    == .failure(.notAllowed(needs: .lead)), "\(actor)")
        }
        #expect(Self.decide(room, Self.wish(room), by: "t1") == .failure(.notAllowed(needs: .lead)))
    }

    @Test("one that was closed is not asked on: who came late would be known")
    func noReopening() {
        let room = Self.closed()
        #expect(Self.decide(room, OpenPrompt(prompt: Self.id(room)).command) == .failure(.closed))
    }

    @Test("who answered is said once, at the closing, in an order that tells nothing, and to nobody who is connected")
    func uptake() throws {
        let room = Self.closed().joined("cai", tier: .countOnly)
        let people: [PersonID] = ["lea", "bob", "cai", "gone", "ann"]
        let command = NoteSealed(prompt: Self.id(room), people: people, count: 5).command
        let event = try #require(try Self.decide(room, command, by: .system).get().first)
        #expect(
            event
                == AnswersSealed(
                    prompt: Self.id(room), people: ["ann", "bob", "counted", "counted", "lea"], count: 5
                ).event)
        #expect(event.isNobodys && event.person == nil)
        for kind in ViewerKind.allCases {
            guard case .prompts(.answersSealed(let seen))? = event.seen(by: Audience(kind: kind)) else { continue }
            #expect(seen == AnswersSealed(prompt: Self.id(room), people: nil, count: 5))
        }
        #expect(Self.decide(room, command) == .failure(.notAllowed(needs: .lead)))
        #expect(Self.decide(room.after(event), command, by: .system) == .failure(.alreadySo))
    }

    @Test("how many there are is said from five on", arguments: [(0, 0), (4, 0), (5, 5), (250, 250)])
    func counts(_ count: Int, _ told: Int) throws {
        let room = Self.sealed([], count)
        #expect(room.prompts.last?.handedIn == told && room.prompts.last?.isSealed == true)
        let fact = AnswersSealed(prompt: "w1", people: ["ann"], count: count)
        guard case .prompts(.answersSealed(let seen))? = fact.event.seen(by: Audience(kind: .lead)) else {
            Issue.record("a lead is told that it is closed up")
            return
        }
        #expect(seen.count == (told == 0 ? nil : told))
    }

    @Test("they are shown in the order in which they lie, under nobody's name, in one fact and with one end")
    func revealed() throws {
        let room = Self.sealed(["ann", "bob"], 5)
        let texts = ["c", "a", "e", "b", "d"]
        let events = try Self.decide(room, RevealPrompt(prompt: Self.id(room)).command, texts).get()
        #expect(events.map(\.kind) == ["answersRevealed", "promptRevealed"])
        #expect(events[0].isNobodys && events[0].erasure == .answers(Self.id(room).rawValue))
        let prompt = try #require(room.after(events, at: room.at).prompts.last)
        #expect(prompt.responses.map { $0.answer?.texts ?? [] } == texts.map { [$0] })
        #expect(
            prompt.responses.allSatisfy {
                $0.author == .counted && $0.shown?.name == nil && $0.shown?.circle.isOpen == true
            })
        #expect(prompt.revealedAt != nil && !prompt.isTooFew)
        let after = room.after(events, at: room.at)
        #expect(Self.decide(after, RevealPrompt(prompt: Self.id(room)).command, texts) == .failure(.alreadySo))
        let own = try #require(prompt.responses.first?.id)
        #expect(
            Self.decide(after, WithdrawResponse(response: own).command, by: "ann")
                == .failure(.notAllowed(needs: .lead)))
    }

    @Test("fewer than five are shown to nobody, and everybody is told so", arguments: 0..<5)
    func tooFew(_ count: Int) throws {
        let room = Self.sealed(["ann"], count)
        let command = RevealPrompt(prompt: Self.id(room)).command
        let events = try Self.decide(room, command, Array(repeating: "secret", count: count)).get()
        #expect(
            events.first
                == AnswersRevealed(prompt: Self.id(room), responses: [], answers: nil, isTooFew: true).event)
        #expect(!"\(events)".contains("secret"))
        let prompt = try #require(room.after(events, at: room.at).prompts.last)
        #expect(prompt.isTooFew && prompt.responses.isEmpty && prompt.handedIn == 0)
    }

    @Test("nothing is shown before the answers lie together")
    func notYet() {
        for room in [Self.asked(), Self.closed()] {
            #expect(Self.decide(room, RevealPrompt(prompt: Self.id(room)).command, ["a"]) == .failure(.closed))
        }
        let sealed = Self.sealed([], 5)
        #expect(Self.decide(sealed, RevealPrompt(prompt: Self.id(sealed)).command) == .failure(.closed))
    }

    @Test("very many come in several facts, all of one moment and each small enough")
    func many() throws {
        let room = Self.sealed([], 250)
        let texts = (0..<250).map { "\($0) " + String(repeating: "ŵ", count: Limits.responseLength - 10) }
        let events = try Self.decide(room, RevealPrompt(prompt: Self.id(room)).command, texts).get()
        #expect(events.dropLast().allSatisfy { $0.kind == "answersRevealed" } && events.count > 3)
        let prompt = try #require(room.after(events, at: room.at).prompts.last)
        #expect(prompt.responses.compactMap { $0.answer?.texts.first } == texts)
        #expect(Set(prompt.responses.map(\.id)).count == 250)
        for case .prompts(.answersRevealed(let fact)) in events {
            let bytes = fact.answers?.reduce(0) { $0 + $1.texts.reduce(0) { $0 + $1.utf8.count } } ?? 0
            #expect(bytes <= Limits.answersBytes)
        }
    }

    @Test("somebody who is erased afterwards takes nothing of it away: the answers are nobody's")
    func erased() throws {
        let room = Self.sealed(["ann", "bob"], 5)
        let events = try Self.decide(room, RevealPrompt(prompt: Self.id(room)).command, ["a", "b", "c", "d", "e"]).get()
        let after = room.after(events, at: room.at).after(Erase(person: "ann").command, by: .system)
        #expect(after.prompts.last?.responses.compactMap(\.answer).count == 5)
    }

    @Test("a meeting that ends closes what is open, and its answers are closed up afterwards")
    func end() throws {
        let room = Self.asked().after(EndMeeting().command)
        #expect(room.prompts.last?.isToBeSealed == true)
        let sealed = room.after(NoteSealed(prompt: Self.id(room), people: ["ann"], count: 1).command, by: .system)
        #expect(sealed.prompts.last?.isSealed == true)
    }
}
