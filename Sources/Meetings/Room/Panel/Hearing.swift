// Knows of whom something has been heard in a meeting so far, and who was here until when: a fold over its log beside
// the room, because some acts name nobody but whoever caused them. It counts nothing.

/// Who did at least one thing that is an act, and who went when. Each fact costs the same, however long the meeting is.
///
/// Of whoever counts without a name the log says nothing: after a restart they have to be heard again. They are named
/// nowhere (`Panel`).
public struct Hearing: Equatable, Sendable {
    /// Of whom something was heard.
    public private(set) var heard: Set<PersonID> = []
    /// When somebody's presence ended last.
    public private(set) var wentAt: [PersonID: Instant] = [:]
    /// Who answered a quick check that can still be answered. Everybody sees at once what was answered: who is heard with
    /// it would be known by the moment.
    private var answering: [PulseID: Set<PersonID>] = [:]

    /// Nobody yet.
    public init() {}

    /// Takes a fact in.
    ///
    /// - Parameter actor: who caused it, where that is a person who is known.
    public mutating func take(_ entry: Entry, by actor: PersonID?) {
        switch entry.event {
        case .pulse(.pulseAnswered(let fact)):
            if let person = fact.person { answering[fact.pulse, default: []].insert(person) }
            return
        case .pulse(.pulseClosed(let fact)): end(fact.pulse)
        case .door(.presenceEnded(let fact)): wentAt[fact.person] = entry.at
        case .door(.personMerged(let fact)): merge(fact.person, into: fact.into)
        case .door(.personErased(let fact)): forget(fact.person)
        case .frame, .door, .roster, .agenda, .pulse, .bench, .prompts, .chat, .floor, .questions, .topics, .drafts,
            .groups, .notes, .turns, .takeaway, .imports:
            break
        }
        switch entry.event.trace {
        case .nothing, .sign, .actorsSign: break
        case .act(let person): hear(person)
        case .acts(let people): people.forEach { hear($0) }
        case .actorsAct: if let actor { hear(actor) }
        case .tapped(let person): if actor != nil { hear(person) }
        }
    }

    private mutating func hear(_ person: PersonID) {
        if person != .counted { heard.insert(person) }
    }

    /// One answer alone would say whose it is; from two on the check is an act like others.
    private mutating func end(_ pulse: PulseID) {
        guard let people = answering.removeValue(forKey: pulse), people.count >= Limits.answersThatHide else { return }
        people.forEach { hear($0) }
    }

    private mutating func merge(_ person: PersonID, into kept: PersonID) {
        if heard.remove(person) != nil { hear(kept) }
        if let went = wentAt.removeValue(forKey: person), kept != .counted {
            wentAt[kept] = max(went, wentAt[kept] ?? went)
        }
        for pulse in answering.keys where answering[pulse]?.remove(person) != nil { answering[pulse]?.insert(kept) }
    }

    private mutating func forget(_ person: PersonID) {
        heard.remove(person)
        wentAt[person] = nil
        for pulse in answering.keys { answering[pulse]?.remove(person) }
    }
}
