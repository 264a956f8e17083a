// A welcome is bounded in bytes, however full the room is; what does not travel is counted, and an ordinary room travels
// whole.

import Testing

@testable import Meetings
@testable import Wire

private let p1 = PersonID(rawValue: "p1")

/// A room with the most allowed of everything, in letters of four bytes.
private struct FullRoom {
    var room = Room()
    let ids = (0..<Limits.people).map { PersonID(rawValue: padded("p", $0)) }

    /// Identifiers are as long as those of the store.
    private static func padded(_ letter: String, _ number: Int) -> String {
        let digits = "\(letter)\(number)"
        return digits + String(repeating: "x", count: 26 - digits.count)
    }

    private static func text(_ scalars: Int) -> String { String(repeating: "🌱", count: scalars) }

    init() {
        let name = Self.text(Limits.nameLength)
        room.details.phase = .open
        room.details.title = Self.text(Limits.titleLength)
        let topics = (0..<Limits.topics).map { TopicID(rawValue: Self.padded("t", $0)) }
        room.topics = topics.map { Topic(id: $0, names: ["en": Self.text(Limits.topicLength)]) }
        for id in ids {
            var person = Person(
                name: name, school: Self.text(Limits.schoolLength), role: .participant, mode: .remote,
                tier: .pseudonymous, joinedAt: 1_800_000_000_000)
            person.offers = Array(topics.prefix(Limits.topicsPerPerson))
            person.needs = Array(topics.suffix(Limits.topicsPerPerson))
            room.people[id] = person
            room.talk[id] = Talk(turns: 9, milliseconds: 999_999, words: 9_999)
        }
        for index in 0..<Limits.waiting {
            room.waiting[PersonID(rawValue: Self.padded("w", index))] = Waiting(
                name: name, school: Self.text(Limits.schoolLength), mode: .remote, tier: .pseudonymous,
                since: 1_800_000_000_000)
        }
        room.queue = ids.map { Hand(person: $0, raisedAt: 1_800_000_000_000) }
        room.agenda = (0..<Limits.segments).map {
            Segment(
                id: SegmentID(rawValue: "s\($0)"), kind: .talk, title: Self.text(Limits.titleLength),
                note: Self.text(Limits.noteLength), timeboxSeconds: 600)
        }
        say(name)
        group(name)
    }

    private mutating func say(_ name: String) {
        room.questions = (0..<Limits.questions).map { index in
            Question(
                id: QuestionID(rawValue: "q\(index)"), author: ids[index], name: name,
                text: Self.text(Limits.questionLength), at: Instant(index), supporters: ids)
        }
        room.messages = MessageList(
            (0..<1_000).map { index in
                Message(
                    id: MessageID(rawValue: "m\(index)"), author: ids[index % ids.count], name: name,
                    text: Self.text(Limits.messageLength), at: Instant(index), reactions: ["agree": ids, "thanks": ids])
            })
    }

    private mutating func group(_ name: String) {
        let task = Self.text(Limits.taskLength)
        let link = "https://" + String(repeating: "x", count: Limits.linkLength - 8)
        let size = ids.count / Limits.groups
        let cards = (0..<Limits.cards).map { index in
            Card(
                id: CardID(rawValue: "k\(index)"), author: ids[index], name: name,
                text: Self.text(Limits.cardLength), at: 1, isReport: index % 2 == 0,
                stars: Array(ids.prefix(Limits.peopleInGroup)))
        }
        room.rounds = (0..<Limits.rounds).map { number in
            let isLast = number == Limits.rounds - 1
            let groups = (0..<Limits.groups).map { index in
                var group = Group(
                    id: GroupID(rawValue: "g\(number)-\(index)"),
                    members: Array(ids[index * size..<(index + 1) * size]),
                    roles: GroupRoles(), texts: GroupTexts(task: task, resources: task, link: link), lastActAt: 1)
                group.cards = cards
                return group
            }
            return Round(
                id: RoundID(rawValue: "r\(number)"), formedAt: 1, endedAt: isLast ? nil : 2, groups: groups, task: task,
                resources: task, draw: Draw(choice: .mix))
        }
        // A plan comes in one message.
        let plan = GroupPlan(members: ids, texts: GroupTexts(task: task, resources: task, link: link))
        let plans = Array(repeating: GroupPlan(members: [], texts: plan.texts), count: 5) + [plan]
        room.drafts = (0..<Limits.drafts).map {
            Draft(
                id: DraftID(rawValue: "d\($0)"), title: name,
                plan: RoundPlan(groups: plans, task: task, resources: task, draw: Draw(choice: .mix)))
        }
        room.announcements = (0..<Limits.announcements).map {
            Announcement(
                id: AnnouncementID(rawValue: "n\($0)"), round: RoundID(rawValue: "r1"), author: ids[0], name: name,
                text: Self.text(Limits.announcementLength), at: 1)
        }
    }
}

@Suite(.timeLimit(.minutes(10))) struct PortionTests {
    private static func bytes(_ view: RoomView) -> Int { ServerMessage.encode(view).count }

    private static func question(
        _ number: Int, text: String, by supporters: Int = 0, isAnswered: Bool = false
    ) -> Question {
        Question(
            id: QuestionID(rawValue: "q\(number)"), author: p1, name: "Siân", text: text, at: Instant(number),
            supporters: (0..<supporters).map { PersonID(rawValue: "s\($0)") }, isAnswered: isAnswered)
    }

    private static func asked(_ questions: [Question], _ kind: ViewerKind = .participant) -> RoomView {
        var room = Room()
        room.questions = questions
        return RoomView(room, for: Viewer(kind: kind, person: p1))
    }

    private static let long = String(repeating: "ŵ", count: Limits.questionLength)

    @Test("a room with the most allowed of everything welcomes within the limit, whoever comes")
    func full() {
        let room = FullRoom().room
        for kind in ViewerKind.allCases {
            let person = room.people.keys.min()
            let view = RoomView(
                room,
                for: Viewer(
                    kind: kind, person: kind == .wall ? nil : person,
                    group: kind == .participant ? room.rounds.last?.groups.first?.id : nil))
            #expect(Self.bytes(view) <= Portion.welcomeBytes, "\(kind)")
        }
    }

    @Test("what a round brings back is bounded like it")
    func harvest() throws {
        let round = try #require(FullRoom().room.rounds.first)
        let bytes = ServerMessage.harvest(round)
        #expect(bytes.count <= Portion.cardBytes * 2)
        #expect(String(decoding: bytes, as: UTF8.self).contains("cardsLeftOut"))
    }

    @Test("what somebody's own groups wrote is bounded like it, no round at the cost of another")
    func ownNotes() throws {
        let room = FullRoom().room
        let person = try #require(room.rounds[0].groups[0].members.first)
        let you = Welcome.You(Viewer(kind: .participant, person: person), in: room, link: nil)
        let bytes = ServerMessage.encode(you)
        #expect(bytes.count <= Portion.cardBytes * 2)
        let groups = try #require(you.notes)
        #expect(groups.count == Limits.rounds - 1)
    }

    @Test("an ordinary room travels whole: 300 questions, each wanted by ten")
    func ordinary() {
        let text = "How long does the battery of a micro:bit last when the radio is on all the time?"
        let view = Self.asked((0..<300).map { Self.question($0, text: text, by: 10) })
        #expect(view.questions.count == 300 && view.questionsLeftOut == nil)
        #expect(view.questions.allSatisfy { $0.supporters.count == 10 && $0.supportersLeftOut == nil })
    }

    @Test("of too many questions those travel that wait for an answer, the most wanted first, in the order they came")
    func choice() {
        let answered = (0..<200).map { Self.question($0, text: Self.long, by: 3, isAnswered: true) }
        let open = (200..<400).map { Self.question($0, text: Self.long, by: $0 == 200 ? 9 : 0) }
        for kind in [ViewerKind.lead, .participant, .guest, .wall] {
            let view = Self.asked(answered + open, kind)
            let told = view.questions.map(\.at)
            #expect(told.count + (view.questionsLeftOut ?? 0) == 400)
            #expect(told.count > 100 && told == told.sorted())
            #expect(told.first == 200 && told.last == 399 && view.questions.allSatisfy { !$0.isAnswered }, "\(kind)")
        }
    }

    @Test("of too many supporters all are counted")
    func supporters() {
        let view = Self.asked((0..<100).map { Self.question($0, text: "Why?", by: 500) })
        #expect(view.questions.count == 100 && view.questionsLeftOut == nil)
        #expect(view.questions.allSatisfy { $0.supporters.count + ($0.supportersLeftOut ?? 0) == 500 })
        #expect(Self.bytes(view) < 2 * (Portion.questionBytes + Portion.supporterBytes))
        #expect(view.questions.reduce(0) { $0 + $1.supporters.count } > 4_000)
    }

    @Test("a text of marks that JSON writes as two characters is bounded too")
    func escaped() {
        let text = String(repeating: "\"\n", count: Limits.questionLength / 2)
        let view = Self.asked((0..<Limits.questions).map { Self.question($0, text: text) })
        #expect(Self.bytes(view) < 2 * Portion.questionBytes)
    }

    /// A card with its text.
    private static func card(_ number: Int, _ text: String) -> Card {
        Card(id: CardID(rawValue: "k\(number)"), author: p1, name: "Siân", text: text, at: 1)
    }

    @Test("no group's notes are left out because another group wrote a lot")
    func fair() {
        let talkative = (0..<Limits.cards).map { Self.card($0, String(repeating: "🌱", count: Limits.cardLength)) }
        let terse = (0..<5).map { Self.card($0, "It worked.") }
        var left = Portion.cardBytes
        let counts = Portion.cards(of: [talkative, terse, [], talkative], within: &left)
        #expect(counts[1] == 5 && counts[2] == 0)
        #expect((1..<Limits.cards).contains(counts[0]) && counts[0] == counts[3])
    }

    @Test("of too many rounds the last ones travel, and the rest are counted")
    func rounds() {
        let view = RoomView(FullRoom().room, for: Viewer(kind: .lead, person: p1))
        #expect(view.rounds.last?.id == RoundID(rawValue: "r\(Limits.rounds - 1)"))
        #expect(view.rounds.count + (view.roundsLeftOut ?? 0) == Limits.rounds)
    }
}
