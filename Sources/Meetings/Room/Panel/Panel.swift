// Knows what leads may see of who takes part while a meeting runs: counts by item and by place, and the names of those of
// whom nothing was heard yet. No history, no order by amount, nothing of a person beyond that.

/// How many could, how many did, and how many of the others would not be seen doing it.
public struct PanelCount: Codable, Equatable, Sendable {
    /// People to whom it was offered: here now, or for some of the time. Leads, guests and tables are not among them.
    public var offered = 0
    /// How many of them did it; nil where it would say who answered what.
    public var done: Int? = 0
    /// How many of the others have nothing on which we would see it.
    public var unseen = 0
}

/// Something that can be done now.
public struct PanelItem: Codable, Equatable, Sendable {
    /// What it is.
    public enum Kind: String, Codable, Sendable { case prompt, pulse, kit }
    public var kind: Kind
    /// The name of the prompt, the quick check or the item of the agenda.
    public var id: String
    public var room: PanelCount
    public var call: PanelCount
    /// In both places together; missing for anonymous prompts, whose answers are not in the room.
    public var done: Int?
}

/// What leads see of who takes part.
public struct Panel: Codable, Equatable, Sendable {
    public var items: [PanelItem] = []
    /// Who is here, of whom something was heard in the meeting so far, and who would not be.
    public var room = PanelCount()
    public var call = PanelCount()
    /// Who is here, would be seen and was not heard yet; nobody who chose "count only". In an order that says nothing.
    public var quiet: [PersonID] = []

    /// Nobody, and nothing to do.
    public init() {}
}

extension Room {
    /// What leads may see now; nil unless the meeting runs: it is gone with its end.
    public func panel(_ hearing: Hearing) -> Panel? {
        guard details.phase == .open else { return nil }
        let hasScribe = people.values.contains { $0.isScribe && $0.isPresent }
        let able = people.filter { $0.value.role == .participant }
        var panel = Panel()
        for (id, person) in able where person.isPresent {
            let isHeard = hearing.heard.contains(id)
            let isUnseen = !isHeard && !person.isObservable(hasScribe: hasScribe)
            panel[person.mode].note(isDone: isHeard, isUnseen: isUnseen)
            if !isHeard, !isUnseen, person.tier != .countOnly { panel.quiet.append(id) }
        }
        panel.quiet.sort()
        for item in openItems {
            var counted = PanelItem(kind: item.kind, id: item.id, room: PanelCount(), call: PanelCount())
            for (id, person) in able {
                let isDone = item.people?.contains(id) == true
                let wasHere = person.isPresent || (hearing.wentAt[id] ?? 0) > item.since
                guard isDone || wasHere else { continue }
                let isUnseen = !isDone && !person.isObservable(hasScribe: hasScribe)
                counted[person.mode].note(isDone: isDone, isUnseen: isUnseen)
            }
            counted.done = item.people.map { _ in (counted.room.done ?? 0) + (counted.call.done ?? 0) }
            if item.people == nil || item.kind.isTold, !counted.isWide {
                (counted.room.done, counted.call.done) = (nil, nil)
            }
            panel.items.append(counted)
        }
        return panel
    }

    /// What can be done now: since when, and who did it; nobody knows who answers anonymously.
    private var openItems: [(kind: PanelItem.Kind, id: String, since: Instant, people: Set<PersonID>?)] {
        let asked = prompts.filter(\.isOpen).map { prompt in
            let people = prompt.responses.filter(\.isHandedIn).map(\.author)
            return (
                kind: PanelItem.Kind.prompt, id: prompt.id.rawValue, since: prompt.openedAt ?? 0,
                people: prompt.circle == .anonymous ? nil : Set(people)
            )
        }
        let checks = pulses.filter { $0.closedAt == nil }.map {
            (kind: PanelItem.Kind.pulse, id: $0.id.rawValue, since: $0.openedAt, people: Set($0.answers.keys) as Set?)
        }
        guard let segment, segment.bench != nil, let from = segment.runs.first?.from else { return asked + checks }
        return asked + checks + [
            (kind: .kit, id: segment.id.rawValue, since: from, people: Set(bench(segment.id).places.keys))
        ]
    }
}

extension Person {
    /// Whether we would see it if they did something: by a device, at a table that has one, or through a scribe.
    fileprivate func isObservable(hasScribe: Bool) -> Bool {
        hasScribe || table != nil || !mode.needsOthers && !isCheckedIn
    }
}

extension PanelItem.Kind {
    /// Whether everybody is told at once what was done, and not by whom: together with where it was done that could say
    /// who.
    fileprivate var isTold: Bool {
        switch self {
        case .pulse, .kit: true
        case .prompt: false
        }
    }
}

extension PanelCount {
    fileprivate mutating func note(isDone: Bool, isUnseen: Bool) {
        offered += 1
        if isDone { done = (done ?? 0) + 1 }
        if isUnseen { unseen += 1 }
    }
}

extension PanelItem {
    /// Whether there are so many in both places, or nobody in one, that the place says nothing of one person.
    fileprivate var isWide: Bool {
        [room, call].allSatisfy { $0.offered == 0 || $0.offered >= Limits.fewestAtPlace }
    }

    fileprivate subscript(mode: AttendanceMode) -> PanelCount {
        get { mode.isInRoom ? room : call }
        set { if mode.isInRoom { room = newValue } else { call = newValue } }
    }
}

extension Panel {
    fileprivate subscript(mode: AttendanceMode) -> PanelCount {
        get { mode.isInRoom ? room : call }
        set { if mode.isInRoom { room = newValue } else { call = newValue } }
    }
}
