// Knows one simulated teacher: joins like a phone, and comes back when the line was lost. What it hears and does is in
// the files beside this one.

import Foundation
import Meetings

/// One simulated teacher, on the loop.
final class Teacher {
    let persona: Persona
    unowned let stage: Stage
    var chance: Chance
    private(set) var ticket: (cookie: String, meeting: String, person: String)?
    var socket: WebSocketClient?
    var inbox = Inbox()
    var record: TeacherRecord
    /// Sent and not answered, in order; sent again with the same id after every loss.
    var pending: [(id: String, command: Command, seat: Int?, sent: Int64)] = []
    /// Those who share this device, once they were brought in.
    var seats: [TeacherRecord] = []
    var epoch: String?
    /// The mark of the last entry that it has.
    var mark: String?
    var phase = Phase.planned
    var kinds: [SegmentID: SegmentKind] = [:]
    /// How many steps with a kit an item has, where it has any.
    var steps: [SegmentID: Int] = [:]
    var current: SegmentID?
    var lastSeen: Set<PulseID> = []
    var lastAsked: Set<PromptID> = []
    /// Those of them that are answered anonymously.
    var anonymous: Set<PromptID> = []
    var responded: Set<SegmentID> = []
    var hasHandUp = false
    var isSpeaking = false
    /// The group one sits in, while groups run.
    var group: GroupID?
    var hasSaidTopics = false
    /// Has said good-bye, or cannot come in.
    var isGone = false
    var isAway = false
    var awaitsWelcome = true
    var isIn = false

    init(number: Int, stage: Stage) {
        persona = Persona(number: number)
        self.stage = stage
        chance = Chance(seed: stage.seed &+ UInt64(number) &* 7_919)
        record = TeacherRecord(name: persona.name, behaviour: persona.behaviour, mode: persona.mode)
    }

    var hasSeenTheEnd: Bool { phase == .ended }
    var isConnected: Bool { socket != nil && isIn }
    var me: PersonID? { ticket.map { PersonID(rawValue: $0.person) } }

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
            code: stage.key.code, link: stage.key.link, name: persona.name, school: persona.school, mode: persona.mode
        )
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

    func connect() {
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
        var hash: String?
    }

    private func hello(_ meeting: String) -> Hello {
        guard let epoch else { return Hello(meeting: meeting) }
        return Hello(meeting: meeting, epoch: epoch, sequence: inbox.through, hash: mark)
    }

    private func closed(_ code: Int?) {
        socket = nil
        record.closed += 1
        // 4400 and above say that there is nothing to come back to, except for one who was too fast or too slow.
        if let code, code >= 4_400 { isGone = true }
        stage.loop.after(1) { [self] in connect() }
    }
}
