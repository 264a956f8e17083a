// Knows the way of an anonymous answer: past the log, into the place where answers lie apart; and how they come to lie
// together once a prompt is closed, before anybody is shown one.

import Log
import Meetings
import Wire

extension RoomHost {
    /// Keeps an answer that can be kept. Nobody is told of it but whoever sent it; counts are told later, together.
    func keep(
        _ said: PromptAnswer, to wish: AnswerAnonymously, by actor: Actor, id: String?, answer: Answer?
    ) {
        guard case .person(let person) = actor, let id else {
            answer?(.failure(.notAllowed(needs: .participant)))
            return
        }
        let sent = SealedAnswer(
            stream: meeting, prompt: wish.prompt.rawValue,
            people: ([person] + room.formerEntries(of: person)).map(\.rawValue), command: id, token: wish.token,
            json: said.sealed)
        // The room stays in memory for as long as this takes.
        underWay += 1
        answers.begin(wish.prompt)
        Task {
            let outcome = await log.keep(sent)
            answers.end(wish.prompt)
            if case .success(.added) = outcome { answers.add(person, to: wish.prompt) }
            switch outcome {
            case .success(.added), .success(.kept): answer?(.success(published.sequence))
            case .success(.conflict): answer?(.failure(.conflict))
            case .success(.elsewhere): answer?(.failure(.answeredElsewhere))
            case .success(.closed): answer?(.failure(.closed))
            // It may be kept: a no would be a lie.
            case .failure(let error) where error.isUnknown: break
            case .failure: answer?(.failure(.storageFailed))
            }
            answered()
            sealReady()
        }
    }

    /// Whoever wants to show anonymous answers waits until they lie together; if they can still come, that ends first.
    func waitsForSealing(_ held: Held, of id: PromptID) -> Bool {
        guard let prompt = room.prompts.first(where: { $0.id == id }), prompt.circle == .anonymous,
            prompt.openedAt != nil, !prompt.isSealed
        else { return false }
        do throws(Rejection) {
            let closing = ClosePrompt(prompt: id).command
            if prompt.isOpen {
                _ = try room.decide(closing, Context(actor: held.actor, for: held.subject, at: max(time(), room.at)))
                answers.wait(held, for: id)
                submit(closing, by: held.actor) { [weak self] result in
                    guard case .failure(let no) = result else { return }
                    self?.assumeIsolated { host in
                        for one in host.answers.takeWaiting(id) { one.answer?(.failure(no)) }
                    }
                }
            } else {
                answers.wait(held, for: id)
                sealIfDue(id)
            }
        } catch {
            held.answer?(.failure(error))
        }
        return true
    }

    /// A prompt is closed: if it was anonymous, its answers are closed up.
    func sealIfDue(_ id: PromptID) {
        guard published.prompts.contains(where: { $0.id == id && $0.isToBeSealed }) else { return }
        answers.order(id)
        sealReady()
    }

    /// Tells how many have answered, and tries again what could not be closed up.
    func lookAtAnswers() {
        if answers.isSealingDue { sealReady() }
        for (prompt, count) in answers.takeUntold() {
            guard published.prompts.contains(where: { $0.id == prompt && $0.isOpen }) else { continue }
            let bytes = ServerMessage.answered(prompt, count: count)
            for (audience, channel) in channels {
                switch audience.kind {
                case .lead, .participant, .wall: outlet.publish(bytes, on: channel)
                case .guest, .waiting: break
                }
            }
        }
    }

    private func sealReady() {
        for id in answers.takeReady() {
            underWay += 1
            Task {
                let kept = try? await log.sealAnswers(meeting, prompt: id.rawValue)
                if let kept {
                    answers.take(kept)
                    let people = kept.people.map { PersonID(rawValue: $0) }
                    submit(NoteSealed(prompt: id, people: people, count: kept.count).command, by: .system) {
                        [weak self] result in
                        self?.assumeIsolated { $0.sealed(id, result) }
                    }
                } else {
                    sealed(id, .failure(.storageFailed))
                }
                answered()
            }
        }
    }

    /// The answers lie together and the log says so, or not yet.
    private func sealed(_ id: PromptID, _ result: Result<Int64, Rejection>) {
        let isDone = result != .failure(.storageFailed)
        for held in answers.endSealing(id, isDone: isDone) {
            guard isDone else {
                held.answer?(.failure(.storageFailed))
                continue
            }
            submit(
                held.command, by: held.actor, for: held.subject, id: held.id, at: held.instant, answer: held.answer)
        }
    }
}
