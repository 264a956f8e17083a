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
        let joining = Join(
            person: person, role: .coordinator, mode: .unknown, tier: .pseudonymous, name: introduction.name,
            school: introduction.school
        ).command
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
        guard let member = members.removeValue(forKey: connection) else { return }
        count(member.viewer.audience, -1)
        guard let person = member.viewer.person else { return }
        devices[person]?.remove(connection)
        guard devices[person]?.isEmpty ?? true else { return }
        devices[person] = nil
        if let known = room.people[person], known.isPresent, !known.isCheckedIn {
            submit(EndPresence(person: person, reason: .lost).command, by: .system)
        }
    }

    private func obey(_ connection: ConnectionNumber, _ wish: Wish) {
        guard let person = members[connection]?.viewer.person else {
            return outlet.send(ServerMessage.nack(wish.id, .notAllowed(needs: .participant)), to: connection)
        }
        beginIfDue(person)
        if let wait = allowance.take(person, at: now()) {
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

    /// Says again who is here and who is not, after a commit has failed.
    private func settlePresence() {
        isPresenceInDoubt = false
        for (id, person) in room.people.sorted(by: { $0.key < $1.key }) {
            if person.isPresent, !person.isCheckedIn, devices[id] == nil {
                submit(EndPresence(person: id, reason: .lost).command, by: .system)
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
        submit(BeginPresence(person: person).command, by: .system)
    }

    /// Puts a connection on the channel of its audience.
    func seat(_ connection: ConnectionNumber, _ viewer: Viewer, _ link: PersonalLink?) {
        if let before = members[connection] { count(before.viewer.audience, -1) } else { outlet.markJoined(connection) }
        count(viewer.audience, 1)
        members[connection, default: Member(viewer: viewer, link: link)].viewer = viewer
        if let person = viewer.person { devices[person, default: []].insert(connection) }
        outlet.leave(connection)
        outlet.join(connection, channel(viewer.audience))
    }

    private func count(_ audience: Audience, _ change: Int) {
        let count = audiences[audience, default: 0] + change
        audiences[audience] = count == 0 ? nil : count
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
}
