// Knows who is connected: hello, welcome, heartbeats, commands, going.

import Meetings
import Wire

extension RoomHost {
    /// Takes a connection in, or tells it why not. Saying hello again is allowed: it is welcomed anew. Returns how many
    /// bytes it was told at once.
    @discardableResult func attach(_ connection: ConnectionNumber, _ admission: Admission, _ hello: Hello) -> Int {
        guard let person = admission.person.map(published.identity(of:)) else {
            seat(connection, Viewer(kind: .wall, person: nil), admission.link)
            return welcome(connection, hello)
        }
        if let viewer = Viewer(of: person, in: published) {
            seat(connection, viewer, admission.link)
            let bytes = welcome(connection, hello)
            beginPresence(of: person)
            return bytes
        }
        guard let introduction = admission.introduction else {
            let isOut = published.removed.contains(person) || published.denials[person, default: 0] > 0
            refuse(connection, isOut ? "removed" : "unknown", isOut ? .shutOut : .unknown)
            return 0
        }
        let joining = Join(
            person: person, role: .coordinator, mode: .unknown, tier: .pseudonymous, name: introduction.name,
            school: introduction.school
        ).command
        arriving.insert(connection)
        submit(joining, by: .system) { [weak self] result in
            self?.assumeIsolated { host in
                // They may have gone meanwhile.
                guard host.arriving.remove(connection) != nil else { return }
                guard case .success = result else {
                    return host.refuse(connection, Reception.storageFailed, .restarting)
                }
                var known = admission
                known.introduction = nil
                host.attach(connection, known, hello)
            }
        }
        return 0
    }

    /// A message of a welcomed connection.
    func receive(_ connection: ConnectionNumber, _ message: ClientMessage) {
        guard !leaving.contains(connection) else { return }
        if recovery == .due { recover() }
        if isPresenceInDoubt, recovery == .none { settlePresence() }
        switch message {
        case .ping(let ping):
            outlet.send(
                ServerMessage.pong(sent: ping.sent, now: time(), sequence: published.sequence), to: connection)
            if let sequence = ping.sequence { noteReceipt(of: connection, through: sequence) }
        case .command(let wish): obey(connection, wish)
        case .hello: break
        }
    }

    /// The connection is gone; with a person's last device goes their presence.
    func detach(_ connection: ConnectionNumber) {
        leaving.remove(connection)
        arriving.remove(connection)
        guard let member = members.removeValue(forKey: connection) else { return }
        count(member.viewer.audience, -1)
        outlet.leave(connection)
        if let person = member.viewer.person { release(connection, of: person) }
    }

    /// The connection is this person's no more; with their last one goes their presence.
    private func release(_ connection: ConnectionNumber, of person: PersonID) {
        devices[person]?.remove(connection)
        guard devices[person]?.isEmpty ?? true else { return }
        devices[person] = nil
        if let known = room.people[person], known.isPresent, !known.isCheckedIn {
            submit(EndPresence(person: person, reason: .lost).command, by: .system)
        }
    }

    private func obey(_ connection: ConnectionNumber, _ wish: Wish) {
        guard let person = members[connection]?.viewer.person else {
            return refuse(wish, .notAllowed(needs: .participant), connection)
        }
        beginIfDue(person)
        if let wait = allowance.take(person, at: read().steady) {
            members[connection]?.slowDowns += 1
            if members[connection]?.slowDowns ?? 0 > limits.slowDownsBeforeClosing {
                return shut(connection, .tooFast)
            }
            return refuse(wish, .slowDown(waitMilliseconds: wait), connection)
        }
        members[connection]?.slowDowns = 0
        members[connection]?.openCommands += 1
        guard members[connection]?.openCommands ?? 0 <= limits.openCommands else {
            return shut(connection, .tooFast)
        }
        submit(wish.do, by: .person(person), for: wish.for, id: wish.id) { [weak self] result in
            self?.assumeIsolated { host in
                host.members[connection]?.openCommands -= 1
                switch result {
                case .success(let sequence):
                    host.outlet.send(ServerMessage.ack(wish.id, sequence: sequence), to: connection)
                case .failure(.storageFailed) where host.recovery == .unknown:
                    // It may be stored: a no would be a lie. Whoever comes back asks again and is told.
                    break
                case .failure(let no): host.refuse(wish, no, connection)
                }
            }
        }
    }

    /// Says again who is here and who is not, after a commit has failed.
    func settlePresence() {
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
        let before = members[connection]
        if let before { count(before.viewer.audience, -1) } else { outlet.markJoined(connection) }
        count(viewer.audience, 1)
        var member = before ?? Member(viewer: viewer, link: link)
        (member.viewer, member.link) = (viewer, link)
        members[connection] = member
        if let person = viewer.person {
            devices[person, default: []].insert(connection)
            absent[person] = nil
        }
        // Who says hello as somebody else has left as whom they were.
        if let first = before?.viewer.person, first != viewer.person { release(connection, of: first) }
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

    private func refuse(_ wish: Wish, _ no: Rejection, _ connection: ConnectionNumber) {
        HostingMeters.shared.refused(String(String(describing: no).prefix { $0 != "(" }))
        outlet.send(ServerMessage.nack(wish.id, no), to: connection)
    }

    func refuse(_ connection: ConnectionNumber, _ reason: String, _ code: CloseReason) {
        outlet.send(ServerMessage.bye(reason), to: connection)
        shut(connection, code)
    }

    /// Closes a connection, of which nothing is carried out from now on.
    private func shut(_ connection: ConnectionNumber, _ code: CloseReason) {
        leaving.insert(connection)
        outlet.close(connection, code: code)
    }
}
