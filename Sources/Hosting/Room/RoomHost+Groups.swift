// Knows what groups mean for connections: who is told what from now on, and whom a message to all has reached.

import Meetings
import Wire

extension Event {
    /// How it changes who sits where, if it does.
    var seats: SeatChange? {
        for case .seats(let change) in consequences { return change }
        return nil
    }

    /// Whether a room that was written down before it must not be told with what happened since: some are shown the
    /// room anew, because the fact alone does not tell them all, or words have gone.
    var isToldAnew: Bool {
        consequences.contains { consequence in
            switch consequence {
            case .everybodyAnew, .wallsAnew, .anew, .seats, .erased, .merged: true
            // A room that was written down before still has the words.
            case .takenBack: true
            case .listed, .presencesBegin, .joined, .goodbye, .own, .came, .recalled, .announced, .promptClosed: false
            }
        }
    }

    /// Whether somebody who missed it has to be shown the room anew: they see it as somebody else now, they were
    /// forgotten, or what all groups wrote has come back.
    func isAnew(for viewer: Viewer) -> Bool {
        consequences.contains { consequence in
            switch consequence {
            case .everybodyAnew, .erased: true
            case .wallsAnew: viewer.kind == .wall
            case .joined(let person), .anew(let person), .goodbye(let person, _): person == viewer.person
            case .merged(_, let kept): kept == viewer.person
            case .seats(let change): viewer.kind == .participant && change.isAnew(to: viewer)
            case .listed, .presencesBegin, .own, .came, .recalled, .announced, .takenBack, .promptClosed: false
            }
        }
    }
}

extension SeatChange {
    /// Whose seats change; nil if it may be everybody's.
    fileprivate var people: [PersonID]? {
        switch self {
        case .formed, .atTable, .ended: nil
        case .opened(let members): members
        case .moved(let moves): moves.map(\.person)
        case .out(let person): [person]
        }
    }

    /// Whether those who come into a group are shown the room, in which something was written before them.
    fileprivate var showsRoom: Bool {
        switch self {
        case .formed, .ended: false
        case .opened, .moved, .atTable, .out: true
        }
    }

    fileprivate func isAnew(to viewer: Viewer) -> Bool {
        switch self {
        case .formed: false
        case .opened, .moved, .ended: true
        case .atTable: viewer.group != nil
        case .out(let person): person == viewer.person
        }
    }
}

extension Array {
    /// The elements in runs, each of which ends with one for which `isEnd` holds or with the last.
    func runs(endingAt isEnd: (Element) -> Bool) -> [ArraySlice<Element>] {
        var runs: [ArraySlice<Element>] = []
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
        guard let change = entry.event.seats else { return }
        if case .ended(let round) = change, let ended = published.rounds.last(where: { $0.id == round }) {
            bringBack(ended)
        }
        for person in change.people.map(withTables) ?? devices.keys.sorted() {
            guard let viewer = Viewer(of: person, in: published), viewer.kind == .participant else { continue }
            for connection in (devices[person] ?? []).sorted() {
                guard let member = members[connection], member.viewer.audience != viewer.audience else { continue }
                seat(connection, viewer, member.link)
                if change.showsRoom { welcome(connection, nil) }
            }
        }
        for audience in channels.keys where audience.group != nil && published.round == nil { channels[audience] = nil }
    }

    /// A table's device goes where those go who share it.
    private func withTables(_ people: [PersonID]) -> [PersonID] {
        Set(people + people.compactMap { published.people[$0]?.table }).sorted()
    }

    /// Everybody is told what the groups wrote for everybody; what their own group wrote they have.
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
        guard let last = published.announcements.last else { return }
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
