// Knows what has to be true of a room after every entry, from its own short account of the log.

@testable import Meetings

/// An account of a log, kept beside the room and compared with it.
struct Watch {
    private var sequence: Int64 = 0
    private var at: Instant = 0
    private var leading: Set<PersonID> = []
    private var present: Set<PersonID> = []
    private var removed: Set<PersonID> = []
    private var waiting: Set<PersonID> = []
    private var openPulses: Set<PulseID> = []
    private var speaker: PersonID?
    private var isLocked = false
    private var isChatOpen = true
    private var isOver = false

    /// What is wrong after `entry`, which `actor` caused in `before` and which led to `after`.
    mutating func check(_ entry: Entry, by actor: Meetings.Actor, _ before: Room, _ after: Room) -> String? {
        if entry.sequence != sequence + 1 || after.sequence != entry.sequence { return "gap at \(entry.sequence)" }
        if entry.at < at { return "time went backwards" }
        (sequence, at) = (entry.sequence, entry.at)
        if let person = entry.event.person, removed.contains(person), entry.event.kind != PersonErased.kind {
            return "\(entry.event) of a removed person"
        }
        return account(entry.event, by: actor, before) ?? compare(after)
    }

    private mutating func account(_ event: Event, by actor: Meetings.Actor, _ before: Room) -> String? {
        switch event {
        case .frame(.meetingPlanned(let fact)): isChatOpen = fact.options.chat
        case .frame(.optionsSet(let fact)): isChatOpen = fact.options.chat
        case .frame(.roomLocked): isLocked = true
        case .frame(.roomUnlocked): isLocked = false
        case .door(.personJoined(let fact)):
            // Whoever waits came before the lock: a lead may still let them in.
            if isLocked, !fact.role.isLeading, !waiting.contains(fact.person) { return "a newcomer passed the lock" }
            if fact.role.isLeading, actor != .system { return "a person let a lead in" }
            if fact.role.isLeading { leading.insert(fact.person) }
            waiting.remove(fact.person)
        case .door(.personWaited(let fact)):
            if isLocked { return "a newcomer waits behind the lock" }
            waiting.insert(fact.person)
        case .door(.personDenied(let fact)): waiting.remove(fact.person)
        case .door(.waitEnded(let fact)):
            if waiting.remove(fact.person) == nil { return "a wait ended of whoever did not wait" }
        case .door(.personRemoved(let fact)): forget(fact.person, isRemoved: true)
        case .door(.personErased(let fact)):
            forget(fact.person, isRemoved: true)
            waiting.remove(fact.person)
        case .door(.personMerged(let fact)):
            if present.remove(fact.person) != nil { present.insert(fact.into) }
            if speaker == fact.person { speaker = fact.into }
            forget(fact.person, isRemoved: true)
        case .door(.personReturnedToLobby(let fact)):
            forget(fact.person, isRemoved: false)
            waiting.insert(fact.person)
        case .door(.presenceBegan(let fact)):
            if isOver { return "presence after the end" }
            present.insert(fact.person)
        case .door(.personCheckedIn(let fact)):
            if isOver { return "checked in after the end" }
            present.insert(fact.person)
        case .door(.presenceEnded(let fact)):
            if present.remove(fact.person) == nil { return "presence ended twice" }
        case .roster(.leadAppointed(let fact)):
            guard isLed(by: actor, before) else { return "a lead was appointed by \(actor)" }
            leading.insert(fact.person)
        case .roster(.leadDismissed(let fact)): leading.remove(fact.person)
        case .pulse(.pulseOpened(let fact)): openPulses.insert(fact.pulse)
        case .pulse(.pulseClosed(let fact)):
            if openPulses.remove(fact.pulse) == nil { return "a pulse closed twice" }
        case .agenda(.stepUndone(let fact)):
            openPulses.formUnion(fact.reopened)
            openPulses.subtract(fact.closed)
            if fact.speaker != nil, speaker != nil { return "two turns at once" }
            speaker = fact.speaker ?? speaker
        case .chat(.messagePosted(let fact)):
            if fact.group == nil, !isChatOpen, !leading.contains(fact.person), actor != .system {
                return "a participant wrote in a closed chat"
            }
        case .floor(.turnStarted(let fact)):
            if speaker != nil { return "two turns at once" }
            speaker = fact.person
        case .floor(.turnEnded(let fact)):
            if speaker != fact.person { return "a turn ended that was not open" }
            speaker = nil
        case .frame(.meetingReopened): isOver = false
        case .frame(.meetingEnded):
            if speaker != nil { return "the meeting ended in a turn" }
            if !openPulses.isEmpty { return "the meeting ended with an open pulse" }
            isOver = true
            present = []
            waiting = []
        default: break
        }
        return nil
    }

    private mutating func forget(_ id: PersonID, isRemoved: Bool) {
        leading.remove(id)
        if isRemoved { removed.insert(id) }
    }

    private func isLed(by actor: Meetings.Actor, _ room: Room) -> Bool {
        guard case .person(let id) = actor else { return false }
        return room.people[id]?.role.isLeading == true
    }

    /// What the room says, against the account. Nobody leads or is present but whom the log made so.
    private func compare(_ room: Room) -> String? {
        var open: SegmentID?
        for segment in room.agenda where segment.state == .open {
            if open != nil { return "two open segments" }
            open = segment.id
        }
        if open != room.current { return "current is \(room.current as Any), open is \(open as Any)" }
        if room.turn?.person != speaker { return "the turn is not the log's" }
        var hands: Set<PersonID> = []
        for hand in room.queue {
            if !hands.insert(hand.person).inserted { return "a hand is up twice" }
            if room.people[hand.person] == nil { return "a hand of nobody" }
        }
        var here = 0
        for (id, person) in room.people {
            if person.isPresent {
                here += 1
                if !present.contains(id) { return "\(id) is present against the log" }
            }
            if person.role.isLeading, !leading.contains(id) { return "\(id) leads against the log" }
        }
        if here != present.count { return "somebody is present who is not in" }
        if room.details.phase == .ended, here > 0 { return "somebody is present after the end" }
        return room.faultInGroups
    }
}
