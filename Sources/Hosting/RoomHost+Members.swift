// Knows who is connected: hello, welcome, heartbeats, commands, going.

import Meetings
import Wire

extension RoomHost {
    /// Takes a connection in, or tells it why not. Saying hello again is allowed: it is welcomed anew.
    func attach(_ connection: ConnectionNumber, _ admission: Admission, _ hello: Hello) {
        guard let person = admission.person else {
            seat(connection, Viewer(kind: .wall, person: nil), admission.link)
            return welcome(connection, hello)
        }
        if let viewer = Viewer(of: person, in: published) {
            seat(connection, viewer, admission.link)
            welcome(connection, hello)
            return beginPresence(of: person)
        }
        guard let introduction = admission.introduction else {
            let isOut = published.removed.contains(person) || published.denials[person, default: 0] > 0
            return refuse(connection, isOut ? "removed" : "unknown", isOut ? .shutOut : .unknown)
        }
        let joining = Command.join(
            person: person, role: .coordinator, mode: .unknown, tier: .pseudonymous, name: introduction.name,
            school: introduction.school)
        submit(joining, by: .system) { [weak self] result in
            self?.assumeIsolated { host in
                guard case .success = result else { return host.refuse(connection, "restarting", .restarting) }
                var known = admission
                known.introduction = nil
                host.attach(connection, known, hello)
            }
        }
    }

    /// A message of a welcomed connection.
    func receive(_ connection: ConnectionNumber, _ message: ClientMessage) {
        if isPresenceInDoubt, !isRecovering { settlePresence() }
        switch message {
        case .ping(let ping):
            outlet.send(
                ServerMessage.pong(sent: ping.sent, now: now(), sequence: published.sequence), to: connection)
            if let sequence = ping.sequence { noteReceipt(of: connection, through: sequence) }
        case .command(let wish): obey(connection, wish)
        case .hello: break
        }
    }

    /// The connection is gone; with a person's last device goes their presence.
    func detach(_ connection: ConnectionNumber) {
        guard let member = members.removeValue(forKey: connection), let person = member.viewer.person else { return }
        devices[person]?.remove(connection)
        guard devices[person]?.isEmpty ?? true else { return }
        devices[person] = nil
        if let known = room.people[person], known.isPresent, !known.isCheckedIn {
            submit(.endPresence(person: person, reason: .lost), by: .system)
        }
    }

    private func obey(_ connection: ConnectionNumber, _ wish: Wish) {
        guard let person = members[connection]?.viewer.person else {
            return outlet.send(ServerMessage.nack(wish.id, .notAllowed(needs: .participant)), to: connection)
        }
        if let wait = take(person) {
            members[connection]?.slowDowns += 1
            if members[connection]?.slowDowns ?? 0 > limits.slowDownsBeforeClosing {
                return outlet.close(connection, code: .tooFast)
            }
            return outlet.send(ServerMessage.nack(wish.id, .slowDown(waitMilliseconds: wait)), to: connection)
        }
        members[connection]?.slowDowns = 0
        members[connection]?.openCommands += 1
        guard members[connection]?.openCommands ?? 0 <= limits.openCommands else {
            return outlet.close(connection, code: .tooFast)
        }
        submit(wish.do, by: .person(person), for: wish.for, id: wish.id) { [weak self] result in
            self?.assumeIsolated { host in
                host.members[connection]?.openCommands -= 1
                switch result {
                case .success(let sequence):
                    host.outlet.send(ServerMessage.ack(wish.id, sequence: sequence), to: connection)
                case .failure(let no): host.outlet.send(ServerMessage.nack(wish.id, no), to: connection)
                }
            }
        }
    }

    /// Nil, or for how long this person has to wait.
    private func take(_ person: PersonID) -> Int? {
        let at = now()
        var bucket =
            buckets[person]
            ?? TokenBucket(perSecond: limits.commandsPerSecond, burst: limits.commandBurst, at: at)
        defer { buckets[person] = bucket }
        return bucket.take(at: at)
    }

    /// Says again who is here and who is not, after a commit has failed.
    private func settlePresence() {
        isPresenceInDoubt = false
        for (id, person) in room.people.sorted(by: { $0.key < $1.key }) {
            if person.isPresent, !person.isCheckedIn, devices[id] == nil {
                submit(.endPresence(person: id, reason: .lost), by: .system)
            } else if person.leftAt == nil {
                beginPresence(of: id)
            }
        }
    }

    func beginPresence(of person: PersonID) {
        guard room.details.phase == .open, let known = room.people[person],
            !known.isPresent || known.isCheckedIn, devices[person] != nil
        else {
            return
        }
        submit(.beginPresence(person: person), by: .system)
    }

    /// Puts a connection on the channel of its audience.
    func seat(_ connection: ConnectionNumber, _ viewer: Viewer, _ link: PersonalLink?) {
        if members[connection] == nil { outlet.markJoined(connection) }
        members[connection, default: Member(viewer: viewer, link: link)].viewer = viewer
        if let person = viewer.person { devices[person, default: []].insert(connection) }
        outlet.leave(connection)
        outlet.join(connection, channel(viewer.audience))
    }

    private func channel(_ audience: Audience) -> any OutletChannel {
        if let known = channels[audience] { return known }
        let made = outlet.makeChannel()
        channels[audience] = made
        return made
    }

    func refuse(_ connection: ConnectionNumber, _ reason: String, _ code: CloseReason) {
        outlet.send(ServerMessage.bye(reason), to: connection)
        outlet.close(connection, code: code)
    }

    /// The whole room, or what was missed since: never a part of it.
    func welcome(_ connection: ConnectionNumber, _ hello: Hello?) {
        guard let member = members[connection] else { return }
        let viewer = member.viewer
        let gap = hello.flatMap { missed(by: viewer, $0) }
        let welcome = Welcome(
            meeting: meeting, epoch: epoch, sequence: published.sequence, now: now(), resumed: gap != nil,
            you: Welcome.You(viewer, in: published, link: member.link), links: links(for: viewer.kind),
            network: network, isRehearsal: isRehearsal, room: gap == nil ? RoomView(published, for: viewer) : nil)
        let events: [[UInt8]]? = gap.map { entries in
            entries.compactMap { ServerMessage.element($0, for: viewer.audience, of: published.group(of: $0.event)) }
        }
        outlet.send(ServerMessage.welcome(welcome, events: events), to: connection)
        if viewer.kind == .waiting { tellPosition(connection, viewer) }
    }

    private func links(for kind: ViewerKind) -> JoinLinks? {
        switch kind {
        case .lead: return links
        case .wall:
            var shown = links
            shown?.guest = nil
            shown?.wall = nil
            return shown
        default: return nil
        }
    }

    func tellPosition(_ connection: ConnectionNumber, _ viewer: Viewer) {
        guard let person = viewer.person, let since = published.waiting[person]?.since else { return }
        let before = published.waiting.filter { ($0.value.since, $0.key) < (since, person) }.count
        outlet.send(ServerMessage.waiting(position: before + 1), to: connection)
    }

    /// Exactly the entries after what the client has, if that can be said with certainty.
    private func missed(by viewer: Viewer, _ hello: Hello) -> [Entry]? {
        guard hello.epoch == epoch, let last = hello.sequence, last >= 0, last <= published.sequence,
            viewer.kind != .waiting, last + 1 >= window.first?.sequence ?? 1
        else { return nil }
        let missed = window[(window.firstIndex { $0.sequence > last } ?? window.endIndex)...]
        // Whoever sees the room as somebody else now, and whoever was forgotten, needs the room anew.
        let isOther = missed.contains { entry in
            switch entry.event {
            case .meetingEnded: return true
            case .leadAppointed(let person), .leadDismissed(let person), .personReturnedToLobby(let person),
                .personRemoved(let person), .personJoined(let person, _, _, _, _, _):
                return person == viewer.person
            default: return entry.event.reseats(viewer)
            }
        }
        return isOther ? nil : Array(missed)
    }
}
