// Knows what groups mean for connections: who is told what from now on, and whom a message to all has reached.

import Meetings
import Wire

extension Event {
    /// Whether the event changes who sits where.
    var isRegrouping: Bool {
        switch self {
        case .groupsFormed, .groupOpened, .peopleMoved, .groupsEnded, .personSeated, .personRemoved,
            .personReturnedToLobby:
            true
        default: false
        }
    }

    /// Whether some are shown the room anew after it, because the fact alone does not tell them all.
    var isToldAnew: Bool {
        switch self {
        case .meetingEnded, .leadAppointed, .leadDismissed: true
        default: isRegrouping
        }
    }

    /// Whose seat the event changes; nil if it may be everybody's.
    var movedPeople: [PersonID]? {
        switch self {
        case .peopleMoved(_, let moves): moves.map(\.person)
        case .groupOpened(_, let groups, _, _): groups.flatMap(\.members)
        case .personRemoved(let person), .personReturnedToLobby(let person): [person]
        default: nil
        }
    }

    /// Whether somebody who missed the event has to be shown the room anew: they sit elsewhere now, or what all groups
    /// wrote has come back.
    func reseats(_ viewer: Viewer) -> Bool {
        guard viewer.kind == .participant else { return false }
        switch self {
        case .groupsEnded, .groupOpened, .peopleMoved: return true
        case .personSeated: return viewer.group != nil
        default: return false
        }
    }
}

extension [Entry] {
    /// The entries in runs, each of which ends with one for which `isEnd` holds or with the last.
    func runs(endingAt isEnd: (Entry) -> Bool) -> [ArraySlice<Entry>] {
        var runs: [ArraySlice<Entry>] = []
        var from = startIndex
        for index in indices where isEnd(self[index]) || index == endIndex - 1 {
            runs.append(self[from...index])
            from = index + 1
        }
        return runs
    }
}

extension RoomHost {
    /// Puts everybody on the channel of the group they sit in now, and shows those the room who come into a group in
    /// which something was written before them.
    func regroup(_ entry: Entry) {
        guard entry.event.isRegrouping else { return }
        let isForming = if case .groupsFormed = entry.event { true } else { false }
        var isEnding = false
        if case .groupsEnded(let round) = entry.event, let ended = published.rounds.last(where: { $0.id == round }) {
            isEnding = true
            bringBack(ended)
        }
        for person in entry.event.movedPeople.map(withTables) ?? devices.keys.sorted() {
            guard let viewer = Viewer(of: person, in: published), viewer.kind == .participant else { continue }
            for connection in (devices[person] ?? []).sorted() {
                guard let member = members[connection], member.viewer.audience != viewer.audience else { continue }
                seat(connection, viewer, member.link)
                if !isForming, !isEnding { welcome(connection, nil) }
            }
        }
        for audience in channels.keys where audience.group != nil && published.round == nil { channels[audience] = nil }
    }

    /// A table's device goes where those go who share it.
    private func withTables(_ people: [PersonID]) -> [PersonID] {
        Set(people + people.compactMap { published.people[$0]?.table }).sorted()
    }

    /// Everybody is told what the groups wrote; their own group's they have.
    private func bringBack(_ round: Round) {
        let harvest = ServerMessage.harvest(round)
        for (audience, channel) in channels where audience.kind == .participant {
            outlet.publish(harvest, on: channel)
        }
    }

    /// A device has the room up to that entry.
    func noteReceipt(of connection: ConnectionNumber, through sequence: Int64) {
        guard let last = published.announcements.last, let at = announced,
            let person = members[connection]?.viewer.person,
            sequence >= at, sequence <= published.sequence, published.round?.id == last.round,
            reached.insert(person).inserted, !isTellingReach
        else { return }
        // Hundreds of devices answer at once: what one turn of the loop brings is told together.
        isTellingReach = true
        Task {
            isTellingReach = false
            if published.announcements.last?.id == last.id { tellReach(of: last) }
        }
    }

    /// A new message to all groups: nobody has it yet.
    func announce(_ entry: Entry) {
        guard case .announcementMade = entry.event, let last = published.announcements.last else { return }
        announced = entry.sequence
        reached = []
        tellReach(of: last)
    }

    /// Devices are counted by the people whose they are: the author has seen what they wrote.
    private func tellReach(of announcement: Announcement) {
        guard let channel = channels[Audience(kind: .lead)] else { return }
        let seated = Set(published.round?.groups.flatMap(\.members) ?? [])
        let expected = seated.filter { published.people[$0]?.isPresent == true && $0 != announcement.author }
        let here = expected.filter { person in
            // Whoever shares a table's device reads it there.
            reached.contains(person) || published.people[person]?.table.map(reached.contains) == true
        }
        outlet.publish(
            ServerMessage.delivered(announcement.id, people: here.count, of: expected.count), on: channel)
    }
}
