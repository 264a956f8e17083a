// Knows how a simulated teacher does what the behaviour says: deeds become commands, or break the line.

import Foundation
import Meetings

extension Teacher {
    func follow(_ cue: Cue) {
        // One response to what others write in each segment, or a large crowd would answer its own answers for ever.
        if case .messageRead = cue, let current, responded.contains(current) { return }
        let steps = persona.behaviour.steps(after: cue, chance: &chance)
        if case .messageRead = cue, let current, !steps.isEmpty { responded.insert(current) }
        for step in steps {
            stage.loop.after(step.after / stage.speed) { [self] in perform(step.deed) }
        }
    }

    private func perform(_ deed: Deed) {
        guard !isGone, isIn, phase == .open else { return }
        switch deed {
        case .answer(let pulse, let answer): act(AnswerPulse(pulse: pulse, answer: answer).command)
        case .write(let line): act(PostMessage(text: line.text(chance: &chance), re: nil).command)
        case .writeFor(let seat, let line):
            guard seats.indices.contains(seat) else { break }
            act(PostMessage(text: line.text(chance: &chance), re: nil).command, for: seat)
        case .reply(let message, let line): act(PostMessage(text: line.text(chance: &chance), re: message).command)
        case .react(let message, let reaction): act(React(message: message, reaction: reaction).command)
        case .ask(let line): act(AskQuestion(text: line.text(chance: &chance)).command)
        case .raiseHand: if !hasHandUp, !isSpeaking { act(RaiseHand(person: nil).command) }
        case .lowerHand: if hasHandUp { act(LowerHand(person: nil).command) }
        case .stopSpeaking: if isSpeaking { act(EndTurn(person: nil).command) }
        case .leave(let reason): act(TakeLeave(reason: reason).command)
        case .lose(let seconds, let line):
            guard !isAway, let socket else { return }
            if let line { act(PostMessage(text: line.text(chance: &chance), re: nil).command) }
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

    func send(_ id: String, _ command: Command, for seat: Int?) {
        say(["command": Wish(id: id, do: command, for: seat.flatMap { seats[$0].person })])
    }

    func say(_ message: some Encodable) {
        guard let json = try? JSONEncoder().encode(message) else { return }
        socket?.send(Array(json))
    }

    func go() {
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
