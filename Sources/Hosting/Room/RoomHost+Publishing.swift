// Knows how durable entries reach everybody, and what follows from them for the connections.

import Log
import Meetings
import Wire

extension RoomHost {
    /// Sends all of a commit in one message to each audience.
    func publish(_ entries: ArraySlice<DurableEntry>) {
        guard let first = entries.first?.entry, let last = entries.last else { return }
        for durable in entries { published.apply(durable.entry) }
        isPanelOld = true
        let groups = entries.map { published.group(of: $0.entry.event) }
        for (durable, group) in zip(entries, groups) { window.append(durable, of: group) }
        if entries.contains(where: \.entry.event.isToldAnew) { shared.forget() }
        let isForAll = groups.allSatisfy { $0 == nil }
        var told: [ViewerKind: [UInt8]] = [:]
        for (audience, channel) in channels where audience.kind != .waiting && audiences[audience] != nil {
            // What is told in other groups only is not worth a message: the next one says how far the room is.
            if audience.kind == .participant, groups.allSatisfy({ $0 != nil && $0 != audience.group }) { continue }
            let message = isForAll ? told[audience.kind] : nil
            let bytes = message ?? events(after: first.sequence - 1, through: last, for: audience)
            told[audience.kind] = bytes
            outlet.publish(bytes, on: channel)
        }
    }

    private func events(after sequence: Int64, through last: DurableEntry, for audience: Audience) -> [UInt8] {
        ServerMessage.events(
            window.elements(after: sequence, for: audience) ?? [], through: last.entry.sequence, hash: last.mark.text)
    }

    /// What entries mean for connections: other rights, other views, good-byes, presence.
    func attend(to entries: [Entry]) {
        // Whoever is told more than once of themselves is told once, all of it.
        var own: Set<PersonID> = []
        for entry in entries {
            for consequence in entry.event.consequences {
                if case .own(let person) = consequence {
                    own.insert(published.people[person]?.table ?? person)
                    // Whoever taps for them is told what was tapped.
                    own.formUnion(published.helpers(of: person).filter { devices[$0] != nil })
                } else {
                    attend(to: consequence, of: entry)
                }
            }
        }
        for person in own.sorted() { tellOwn(person) }
    }

    private func attend(to consequence: Consequence, of entry: Entry) {
        noteLateComers(consequence)
        switch consequence {
        case .presencesBegin:
            forgetEarly()
            beginEverybody()
        case .everybodyAnew:
            // Names that were kept only until the end are gone: everybody starts from what is left.
            inTurn(members.keys.sorted()) { host, connection in host.reseat(connection) }
        case .wallsAnew:
            let walls = members.filter { $0.value.viewer.kind == .wall }.keys.sorted()
            for connection in walls { reseat(connection) }
        case .joined(let person), .anew(let person):
            for connection in (devices[person] ?? []).sorted() { reseat(connection) }
            beginPresence(of: person)
            tellPositions()
        case .merged(let person, let kept):
            for connection in (devices[person] ?? []).sorted() { reseat(connection, as: kept) }
            beginPresence(of: kept)
            tellOwn(kept)
        case .goodbye(let person, .removed): sayBye(person, "removed")
        case .goodbye(let person, .denied):
            sayBye(person, "denied")
            tellPositions()
        case .goodbye(let person, .away):
            for connection in (devices[person] ?? []).sorted() { refuse(connection, "unknown", .unknown) }
            tellPositions()
        case .erased(let person):
            sayBye(person, "forgotten")
            tellPositions()
        case .recalled(let person): recall(person)
        case .announced: announce(entry)
        case .promptClosed(let prompt): sealIfDue(prompt)
        // The list has learned it with the commit, seats were changed before others were told.
        // Words that were taken back have left the window with it.
        // What is of one person alone is told them when all else is.
        case .own, .listed, .seats, .came, .takenBack: break
        }
    }

    /// What nobody else is sent.
    private func tellOwn(_ person: PersonID) {
        let own = ServerMessage.own(Own(of: person, in: published))
        for connection in (devices[person] ?? []).sorted() { outlet.send(own, to: connection) }
    }

    /// - Parameter kept: who the person is from now on, if they are another.
    func reseat(_ connection: ConnectionNumber, as kept: PersonID? = nil) {
        guard let member = members[connection] else { return }
        guard let person = kept ?? member.viewer.person else {
            welcome(connection, nil)
            return
        }
        guard let viewer = Viewer(of: person, in: published) else {
            // Whoever chose "count only" is forgotten when the meeting is over.
            return refuse(connection, published.details.phase == .ended ? "ended" : "removed", .shutOut)
        }
        seat(connection, viewer, member.link)
        welcome(connection, nil)
    }

    private func sayBye(_ person: PersonID, _ reason: String) {
        for connection in (devices[person] ?? []).sorted() { refuse(connection, reason, .shutOut) }
    }

    private func tellPositions() {
        guard audiences[Audience(kind: .waiting)] != nil else { return }
        for (connection, member) in members where member.viewer.kind == .waiting {
            tellPosition(connection, member.viewer)
        }
    }
}
