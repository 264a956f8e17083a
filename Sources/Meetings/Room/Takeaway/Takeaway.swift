// Knows what somebody takes with them from a meeting: what they could see in it of themselves and of the groups they sat in,
// and nothing else. Pure: who may ask for it knows the route.

/// What one person takes with them.
public struct Takeaway: Equatable, Sendable {
    /// A group that they sat in when its round ended.
    public struct Sitting: Equatable, Sendable {
        /// The number of the round, and of the group in it, from 1.
        public var round: Int
        public var number: Int
        public var name: String?
        /// The others who sat there.
        public var others: [PersonID]
        public var task: String?
        public var resources: String?
        /// What was written there, for the group and for everybody.
        public var notes: [Card]
        /// Two who talked, and of whose talk nothing is kept.
        public var isCoffee: Bool
    }

    /// What another group brought back to everybody.
    public struct Brought: Equatable, Sendable {
        public var round: Int
        public var number: Int
        public var name: String?
        public var notes: [Card]
    }

    /// What they answered to a prompt, whoever else saw it.
    public struct Answered: Equatable, Sendable {
        public var question: String
        /// What they wrote; what they chose, in its words; a number as "4/5".
        public var lines: [String]
        /// Whether they answered as a student would.
        public var isStudent: Bool
    }

    /// An address that was given to everybody, or to a group of theirs.
    public struct Link: Equatable, Sendable {
        public var address: String
        /// The item of the agenda with which it came.
        public var item: String?
        /// Who wrote it, where it came by chat.
        public var author: PersonID?
        /// The name under which they wrote.
        public var name: String?
    }

    public var person: PersonID
    public var action: PersonalAction?
    /// In the order in which they were asked; drafts too.
    public var answers: [Answered]
    public var sittings: [Sitting]
    public var brought: [Brought]
    /// In the order of the meeting, each address once.
    public var links: [Link]

    /// What `id` takes from `room`; nil for whoever took no part by themselves: a guest, a table's device, somebody who
    /// is not on the roster.
    public init?(of id: PersonID, in room: Room) {
        switch room.people[id]?.role {
        case .participant, .lead, .coordinator: break
        case .guest, .table, .evaluator, nil: return nil
        }
        person = id
        action = room.actions[id].flatMap { $0.what == nil ? nil : $0 }
        answers = room.prompts.filter { $0.openedAt != nil }.compactMap { Self.answered($0, by: id) }
        sittings = room.rounds.enumerated().compactMap { Self.sitting(of: id, $1, $0 + 1) }
        brought = room.rounds.enumerated().flatMap { Self.brought(of: id, $1, $0 + 1) }
        links = Self.links(for: id, in: room)
    }

    private static func answered(_ prompt: Prompt, by id: PersonID) -> Answered? {
        guard let question = prompt.text, let answer = prompt.responses.first(where: { $0.author == id })?.answer
        else { return nil }
        let lines = answer.texts + numbers(answer.numbers, of: prompt)
        return lines.isEmpty
            ? nil
            : Answered(
                question: question, lines: lines, isStudent: answer.isStudent == true)
    }

    /// Numbers that came from outside are looked up, never trusted.
    private static func numbers(_ numbers: [Int], of prompt: Prompt) -> [String] {
        func choice(_ number: Int) -> String? { prompt.choices.indices.contains(number) ? prompt.choices[number] : nil }
        func degree(_ number: Int) -> String { "\(number)/\(Limits.scale.upperBound)" }
        switch prompt.kind {
        case .open, .cards, .word: return []
        case .choice: return numbers.compactMap(choice)
        case .order: return numbers.compactMap(choice).enumerated().map { "\($0 + 1). \($1)" }
        case .scale:
            let ends = prompt.choices.joined(separator: " – ")
            return numbers.map { ends.isEmpty ? degree($0) : "\(degree($0)) (\(ends))" }
        case .confidence: return zip(prompt.choices, numbers).map { "\($0): \(degree($1))" }
        }
    }

    private static func sitting(of id: PersonID, _ round: Round, _ number: Int) -> Sitting? {
        guard round.endedAt != nil,
            let place = round.groups.firstIndex(where: { $0.members.contains(id) })
        else { return nil }
        let group = round.groups[place]
        return Sitting(
            round: number, number: place + 1, name: group.name, others: group.members.filter { $0 != id },
            task: group.texts.task ?? round.task, resources: group.texts.resources ?? round.resources,
            notes: group.cards.filter { $0.text != nil }, isCoffee: round.kind == .coffee)
    }

    private static func brought(of id: PersonID, _ round: Round, _ number: Int) -> [Brought] {
        guard round.endedAt != nil else { return [] }
        return round.groups.enumerated().compactMap { index, group in
            let notes = group.brought.filter { $0.text != nil }
            guard !notes.isEmpty, !group.members.contains(id) else { return nil }
            return Brought(round: number, number: index + 1, name: group.name, notes: notes)
        }
    }

    private static func links(for id: PersonID, in room: Room) -> [Link] {
        var found: [Link] = []
        func add(_ text: String?, item: String? = nil, author: PersonID? = nil, name: String? = nil) {
            for address in Text.addresses(in: text ?? "") where !found.contains(where: { $0.address == address }) {
                found.append(Link(address: address, item: item, author: author, name: name))
            }
        }
        for segment in room.agenda { add(segment.note, item: segment.title) }
        for round in room.rounds {
            guard let group = round.group(of: id) else { continue }
            let item = room.agenda.first { $0.id == round.segment }?.title
            add(group.texts.task ?? round.task, item: item)
            add(group.texts.resources ?? round.resources, item: item)
        }
        let own = room.groups(of: id)
        for message in room.messages where message.isReadable && message.group.map(own.contains) != false {
            add(message.text, author: message.author, name: message.name)
        }
        return found
    }
}
