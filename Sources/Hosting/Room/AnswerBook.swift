// Knows what a host knows of anonymous answers: how many there are, who has one, and what they say once they lie
// together. Nothing of it says which is whose.

import Log
import Meetings
import Wire

/// The anonymous answers of one room.
struct AnswerBook {
    private var people: [PromptID: Set<PersonID>] = [:]
    private var counts: [PromptID: Int] = [:]
    /// All answers to prompts that are closed, shuffled.
    private(set) var sealed: [PromptID: [PromptAnswer]] = [:]
    /// Answers that are on their way to the store.
    private var underWay: [PromptID: Int] = [:]
    /// Prompts that are closed and whose answers do not lie together yet, and those of which it is being done.
    private var due: Set<PromptID> = []
    private var isSealing: Set<PromptID> = []
    /// Prompts whose count has grown since it was told.
    private var untold: Set<PromptID> = []
    /// Who wants to show answers that do not lie together yet.
    private var waiting: [PromptID: [Held]] = [:]

    /// What the store has.
    init(_ kept: [KeptAnswers]) { take(kept) }

    var isSealingDue: Bool { !due.isEmpty }

    /// What the store has takes the place of what was known.
    mutating func take(_ kept: [KeptAnswers]) {
        (people, counts, sealed) = ([:], [:], [:])
        for one in kept { take(one) }
    }

    mutating func take(_ kept: KeptAnswers) {
        let id = PromptID(rawValue: kept.prompt)
        people[id] = Set(kept.people.map { PersonID(rawValue: $0) })
        counts[id] = kept.count
        sealed[id] = kept.answers?.compactMap { PromptAnswer(sealed: $0) }
    }

    // MARK: Answers on their way

    mutating func begin(_ id: PromptID) { underWay[id, default: 0] += 1 }

    mutating func end(_ id: PromptID) {
        let left = underWay[id, default: 0] - 1
        underWay[id] = left > 0 ? left : nil
    }

    /// One answer more is kept.
    mutating func add(_ person: PersonID, to id: PromptID) {
        // The store may have been read in between.
        guard people[id, default: []].insert(person).inserted else { return }
        counts[id, default: 0] += 1
        untold.insert(id)
    }

    // MARK: What is told

    /// How many answers there are, where that may be said.
    func told(_ id: PromptID) -> Int? { counts[id].flatMap { $0 < Limits.fewestAnonymous ? nil : $0 } }

    /// The counts that have grown, once.
    mutating func takeUntold() -> [(prompt: PromptID, count: Int)] {
        let all = untold.sorted().compactMap { id in told(id).map { (prompt: id, count: $0) } }
        untold = []
        return all
    }

    /// How many have answered what can be answered, for somebody who comes in; nil where there is nothing to say.
    func counts(for kind: ViewerKind, in room: Room) -> [PromptID: Int]? {
        switch kind {
        case .guest, .waiting: return nil
        case .lead, .participant, .wall: break
        }
        var all: [PromptID: Int] = [:]
        for prompt in room.prompts where prompt.circle == .anonymous && prompt.isOpen {
            all[prompt.id] = told(prompt.id)
        }
        return all.isEmpty ? nil : all
    }

    /// The prompts that somebody has answered and whose answers are not shown; nil where there is none.
    func prompts(answeredBy person: PersonID, in room: Room) -> [PromptID]? {
        let own = [person] + room.formerEntries(of: person)
        let answered = room.prompts.filter { prompt in
            prompt.circle == .anonymous && prompt.revealedAt == nil
                && own.contains { people[prompt.id]?.contains($0) == true }
        }
        return answered.isEmpty ? nil : answered.map(\.id)
    }

    // MARK: Closing up

    /// The answers of a prompt have to be closed up.
    mutating func order(_ id: PromptID) { due.insert(id) }

    /// The prompts that can be closed up now: nothing is on its way to them any more.
    mutating func takeReady() -> [PromptID] {
        let ready = due.filter { underWay[$0] == nil && !isSealing.contains($0) }.sorted()
        isSealing.formUnion(ready)
        return ready
    }

    mutating func wait(_ held: Held, for id: PromptID) { waiting[id, default: []].append(held) }

    /// It was done, or will be tried again; whoever has waited for it.
    mutating func endSealing(_ id: PromptID, isDone: Bool) -> [Held] {
        isSealing.remove(id)
        if isDone { due.remove(id) }
        return takeWaiting(id)
    }

    mutating func takeWaiting(_ id: PromptID) -> [Held] { waiting.removeValue(forKey: id) ?? [] }
}
