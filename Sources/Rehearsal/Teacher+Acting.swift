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
        case .offer(let topics): act(SetOffers(topics: topics).command)
        case .need(let topics): act(SetNeeds(topics: topics).command)
        case .teach: act(SetTeaching(teaching: persona.teaching).command)
        // Whoever was moved meanwhile, or is together with all again, has nothing to note there.
        case .note(let place, let line, let isReport):
            guard group == place else { break }
            act(WriteCard(group: place, text: line.text(chance: &chance), re: nil, isReport: isReport).command)
        case .noteFor(let seat, let place, let line):
            guard group == place, seats.indices.contains(seat) else { break }
            act(WriteCard(group: place, text: line.text(chance: &chance), re: nil, isReport: true).command, for: seat)
        case .signal(let place, let signal):
            if group == place { act(Signal(group: place, signal: signal).command) }
        case .respond(let prompt, let answer, _, let isHandedIn) where anonymous.contains(prompt):
            // What is not handed in stays on the device.
            guard isHandedIn else { break }
            let token = String((0..<32).compactMap { _ in "0123456789abcdef".randomElement(using: &chance) })
            act(AnswerAnonymously(prompt: prompt, answer: answer, token: token).command)
        // What belongs to an item that is over is refused: nobody here minds.
        case .kit(let segment, let step, let state):
            if current == segment { act(SetKit(segment: segment, step: step, state: state).command) }
        case .kitFor(let seat, let segment, let state):
            guard current == segment, seats.indices.contains(seat) else { break }
            act(SetKit(segment: segment, step: 0, state: state).command, for: seat)
        case .review(let segment, let fiddly):
            act(ReviewKit(segment: segment, isStudent: false, fiddly: fiddly, frustrating: 2).command)
        case .respond(let prompt, let answer, let narrowing, let isHandedIn):
            act(SaveResponse(prompt: prompt, answer: answer, narrowing: narrowing, isHandedIn: isHandedIn).command)
        case .respondFor(let seat, let prompt, let answer):
            // Nobody answers anonymously for somebody else.
            guard seats.indices.contains(seat), !anonymous.contains(prompt) else { break }
            act(SaveResponse(prompt: prompt, answer: answer, narrowing: nil, isHandedIn: true).command, for: seat)
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
