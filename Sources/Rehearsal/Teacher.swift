// Knows one simulated teacher: joins like a phone, listens, acts by its behaviour, comes back when the line was lost.

import Foundation
import Meetings

/// One simulated teacher, on the loop.
final class Teacher {
    let role: Role
    private unowned let stage: Stage
    private var chance: Chance
    private(set) var ticket: (cookie: String, meeting: String, person: String)?
    private var socket: WebSocketClient?
    private(set) var inbox = Inbox()
    private(set) var record: TeacherRecord
    /// Sent and not answered, in order; sent again with the same id after every loss.
    private(set) var pending: [(id: String, command: Command, seat: Int?, sent: Int64)] = []
    /// Those who share this device, once they were brought in.
    private(set) var seats: [TeacherRecord] = []
    private var epoch: String?
    private var phase = Phase.planned
    private var kinds: [SegmentID: SegmentKind] = [:]
    private var current: SegmentID?
    private var lastSeen: Set<PulseID> = []
    private var responded: Set<SegmentID> = []
    private var hasHandUp = false
    private(set) var isSpeaking = false
    /// Has said good-bye, or cannot come in.
    private(set) var isGone = false
    private var isAway = false
    private(set) var awaitsWelcome = true
    private var isIn = false

    init(number: Int, stage: Stage) {
        role = Role(number: number)
        self.stage = stage
        chance = Chance(seed: stage.seed &+ UInt64(number) &* 7_919)
        record = TeacherRecord(name: role.name, behaviour: role.behaviour, mode: role.mode)
    }

    var hasSeenTheEnd: Bool { phase == .ended }
    var isConnected: Bool { socket != nil && isIn }
    private var me: PersonID? { ticket.map { PersonID(rawValue: $0.person) } }

    // MARK: Coming

    /// Joins by the code; `done` is called when it has gone one way or the other.
    func join(_ done: @escaping () -> Void) {
        struct Knock: Encodable {
            var code: String?
            var link: String?
            var name: String
            var school: String
            var mode: String
            var tier = "pseudonymous"
        }
        struct Joined: Decodable {
            var meeting: String
            var person: String
        }
        let knock = Knock(
            code: stage.door.code, link: stage.door.link, name: role.name, school: role.school, mode: role.mode)
        HTTPCall.post("/api/join", knock, to: stage.endpoint, on: stage.loop) { [self] answer in
            done()
            guard let answer, answer.status == 200, let joined = answer.decoded(Joined.self),
                let cookie = answer.cookie
            else {
                let refusal = answer?.refusal ?? "no answer"
                guard refusal == "slowDown" || refusal == "no answer" else {
                    isGone = true
                    record.refused[refusal, default: 0] += 1
                    return
                }
                return stage.loop.after(1) { [self] in stage.seat(self) }
            }
            ticket = (cookie, joined.meeting, joined.person)
            record.person = joined.person
            connect()
        }
    }

    private func connect() {
        guard let ticket, !isGone, phase != .ended else { return }
        (isAway, awaitsWelcome) = (false, true)
        guard let made = try? WebSocketClient(to: stage.endpoint, cookie: ticket.cookie, on: stage.loop) else {
            return stage.loop.after(1) { [self] in connect() }
        }
        socket = made
        made.onOpen = { [unowned self] in say(["hello": hello(ticket.meeting)]) }
        made.onMessage = { [unowned self] in stage.read($0, for: self) }
        made.onClosed = { [unowned self] code in closed(code) }
    }

    private struct Hello: Encodable {
        var `protocol` = 1
        var meeting: String
        var `as` = "teacher"
        var epoch: String?
        var sequence: Int64?
    }

    private func hello(_ meeting: String) -> Hello {
        Hello(meeting: meeting, epoch: epoch, sequence: epoch == nil ? nil : inbox.through)
    }

    private func closed(_ code: Int?) {
        socket = nil
        record.closed += 1
        // 4400 and above say that there is nothing to come back to, except for one who was too fast or too slow.
        if let code, code >= 4_400 { isGone = true }
        stage.loop.after(1) { [self] in connect() }
    }

    // MARK: Hearing

    func hear(_ news: News) {
        if let welcome = news.welcome { welcomed(welcome) }
        if let events = news.events {
            let here = Loop.now
            for one in events {
                stage.count.live(one.sequence, at: one.at, here: here)
                take(one)
            }
            inbox.reach(news.through ?? 0)
        }
        if let ack = news.ack { answered(ack, isStored: true) }
        if let nack = news.nack { answered(nack, isStored: false) }
        if let bye = news.bye, ["removed", "denied", "forgotten"].contains(bye.reason) { isGone = true }
    }

    private func welcomed(_ welcome: News.Welcome) {
        stage.count.clock(server: welcome.now, here: Loop.now)
        epoch = welcome.epoch
        if welcome.resumed {
            for one in welcome.events ?? [] { take(one) }
            inbox.reach(welcome.sequence)
        } else if awaitsWelcome {
            inbox.begin(at: welcome.sequence)
        }
        // A new room on the same connection (a changed role, the end) brings nothing that was not told before.
        awaitsWelcome = false
        if let room = welcome.room {
            phase = room.details.phase
            for item in room.agenda ?? [] { kinds[item.id] = item.kind }
            current = room.current
            for one in welcome.events ?? [] { note(one.event) }
        }
        guard welcome.you.as == "participant" || welcome.you.as == "lead" else { return }
        for (id, command, seat, _) in pending { send(id, command, for: seat) }
        guard !isIn else { return }
        isIn = true
        record.connected = true
        bring(role.seats[...])
        stage.news(of: self)
        follow(.cameIn)
        if let current, let kind = kinds[current] { follow(.segmentOpened(kind)) }
        for pulse in welcome.room?.pulses ?? [] where pulse.closedAt == nil { opened(pulse.id) }
    }

    /// Brings in those who share this device, one after the other.
    private func bring(_ names: ArraySlice<String>) {
        struct Newcomer: Encodable {
            var meeting: String
            var name: String
            var school: String
            var mode: String
        }
        struct Brought: Decodable { var person: String }
        guard let ticket, let name = names.first else { return }
        let wish = Newcomer(meeting: ticket.meeting, name: name, school: role.school, mode: role.mode)
        HTTPCall.post("/api/bring", wish, cookie: ticket.cookie, to: stage.endpoint, on: stage.loop) { [self] answer in
            // The table's own presence may still be on its way to the disk.
            if ["notPresent", "slowDown"].contains(answer?.refusal ?? "slowDown"), !isGone {
                return stage.loop.after(1) { [self] in bring(names) }
            }
            if let brought = answer?.decoded(Brought.self) {
                var one = TeacherRecord(name: name, behaviour: .table, mode: role.mode)
                (one.person, one.connected) = (brought.person, true)
                seats.append(one)
            }
            bring(names.dropFirst())
        }
    }

    private func note(_ event: Event?) {
        switch event {
        case .segmentAdded(let id, let kind, _, _, _, _), .segmentEdited(let id, let kind, _, _, _): kinds[id] = kind
        case .segmentOpened(let id): current = id
        case .meetingEnded: phase = .ended
        default: break
        }
    }

    private func take(_ heard: News.Heard) {
        inbox.take(heard.sequence)
        note(heard.event)
        switch heard.event {
        case .segmentOpened(let id):
            stage.segmentOpened(id)
            if let kind = kinds[id] { follow(.segmentOpened(kind)) }
        case .pulseOpened(let pulse, _): opened(pulse)
        case .messagePosted(let message, let author, _, _, _, _, _, _) where author != me: follow(.messageRead(message))
        case .handCalled(let id) where id == me:
            (hasHandUp, isSpeaking) = (false, true)
            record.called += 1
            follow(.called)
        case .turnEnded(let id, _) where id == me: isSpeaking = false
        case .handLowered(let id, _) where id == me: hasHandUp = false
        default: break
        }
    }

    private func opened(_ pulse: PulseID) {
        if lastSeen.insert(pulse).inserted { follow(.pulseOpened(pulse)) }
    }

    private func answered(_ answer: News.Answer, isStored: Bool) {
        guard let index = pending.firstIndex(where: { $0.id == answer.id }) else { return }
        let (_, command, seat, sent) = pending.remove(at: index)
        stage.answered(after: Loop.now - sent)
        if isStored {
            if let seat { seats[seat].note(command) } else { record.note(command) }
        } else {
            record.refused[answer.rejection?.keys.first ?? "unknown", default: 0] += 1
        }
        if case .raiseHand = command { hasHandUp = isStored }
        if case .takeLeave = command, isStored { go() }
    }

    // MARK: Acting

    private func follow(_ cue: Cue) {
        // One response to what others write in each segment, or a large crowd would answer its own answers for ever.
        if case .messageRead = cue, let current, responded.contains(current) { return }
        let steps = role.behaviour.steps(after: cue, chance: &chance)
        if case .messageRead = cue, let current, !steps.isEmpty { responded.insert(current) }
        for step in steps {
            stage.loop.after(step.after / stage.speed) { [self] in perform(step.deed) }
        }
    }

    private func perform(_ deed: Deed) {
        guard !isGone, isIn, phase == .open else { return }
        switch deed {
        case .answer(let pulse, let answer): act(.answerPulse(pulse: pulse, answer: answer))
        case .write(let line): act(.postMessage(text: line.text(chance: &chance), re: nil))
        case .writeFor(let seat, let line):
            guard seats.indices.contains(seat) else { break }
            act(.postMessage(text: line.text(chance: &chance), re: nil), for: seat)
        case .reply(let message, let line): act(.postMessage(text: line.text(chance: &chance), re: message))
        case .react(let message, let reaction): act(.react(message: message, reaction: reaction))
        case .ask(let line): act(.askQuestion(text: line.text(chance: &chance)))
        case .raiseHand: if !hasHandUp, !isSpeaking { act(.raiseHand(person: nil)) }
        case .lowerHand: if hasHandUp { act(.lowerHand(person: nil)) }
        case .stopSpeaking: if isSpeaking { act(.endTurn(person: nil)) }
        case .leave(let reason): act(.takeLeave(reason: reason))
        case .lose(let seconds, let line):
            guard !isAway, let socket else { return }
            if let line { act(.postMessage(text: line.text(chance: &chance), re: nil)) }
            isAway = true
            record.losses += 1
            socket.cut()
            self.socket = nil
            stage.loop.after(seconds / stage.speed) { [self] in connect() }
        }
    }

    private func act(_ command: Command, for seat: Int? = nil) {
        let id = String(chance.next(), radix: 36) + String(chance.next(), radix: 36)
        pending.append((id, command, seat, Loop.now))
        stage.sent()
        send(id, command, for: seat)
    }

    private struct Wish: Encodable {
        var id: String
        var `do`: Command
        var `for`: String?
    }

    private func send(_ id: String, _ command: Command, for seat: Int?) {
        say(["command": Wish(id: id, do: command, for: seat.flatMap { seats[$0].person })])
    }

    private func say(_ message: some Encodable) {
        guard let json = try? JSONEncoder().encode(message) else { return }
        socket?.send(Array(json))
    }

    private func go() {
        isGone = true
        socket?.close()
        socket = nil
    }

    /// The rehearsal is over.
    func finish() {
        socket?.close()
        socket = nil
    }
}
