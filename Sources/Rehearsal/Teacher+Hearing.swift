// Knows what a simulated teacher makes of what comes: rooms, facts, answers to what was sent.

import Meetings

extension Teacher {
    func hear(_ news: News) {
        if let welcome = news.welcome { welcomed(welcome) }
        if let events = news.events {
            let here = Loop.now
            for one in events {
                stage.count.live(one.sequence, at: one.at, here: here)
                take(one)
            }
            inbox.reach(news.through ?? 0)
            mark = news.hash
        }
        if let ack = news.ack { answered(ack, isStored: true) }
        if let nack = news.nack { answered(nack, isStored: false) }
        if let bye = news.bye, ["removed", "denied", "forgotten"].contains(bye.reason) { isGone = true }
    }

    private func welcomed(_ welcome: News.Welcome) {
        stage.count.clock(server: welcome.now, here: Loop.now)
        (epoch, mark) = (welcome.epoch, welcome.hash)
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
            for item in room.agenda ?? [] {
                kinds[item.id] = item.kind
                steps[item.id] = item.bench?.steps.count
            }
            current = room.current
            lookAround(room)
            for one in welcome.events ?? [] { note(one.event) }
        }
        guard welcome.you.as == "participant" || welcome.you.as == "lead" else { return }
        for (id, command, seat, _) in pending { send(id, command, for: seat) }
        guard !isIn else { return }
        isIn = true
        record.connected = true
        bring(persona.seats[...])
        stage.news(of: self)
        follow(.cameIn)
        if let current, let kind = kinds[current] { follow(.segmentOpened(kind)) }
        if let current { takeKit(current) }
        if let group { follow(.seated(group)) }
        for pulse in welcome.room?.pulses ?? [] where pulse.closedAt == nil { opened(pulse.id) }
        for prompt in welcome.room?.prompts ?? [] where prompt.openedAt != nil && prompt.closedAt == nil {
            if prompt.circle == .anonymous { anonymous.insert(prompt.id) }
            asked(AskedPrompt(id: prompt.id, kind: prompt.kind, choices: prompt.choices.count))
        }
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
        let wish = Newcomer(meeting: ticket.meeting, name: name, school: persona.school, mode: persona.mode)
        HTTPCall.post("/api/bring", wish, cookie: ticket.cookie, to: stage.endpoint, on: stage.loop) { [self] answer in
            // The table's own presence may still be on its way to the disk.
            if ["notPresent", "slowDown"].contains(answer?.refusal ?? "slowDown"), !isGone {
                return stage.loop.after(1) { [self] in bring(names) }
            }
            if let brought = answer?.decoded(Brought.self) {
                var one = TeacherRecord(name: name, behaviour: .table, mode: persona.mode)
                (one.person, one.connected) = (brought.person, true)
                seats.append(one)
            }
            bring(names.dropFirst())
        }
    }

    private func take(_ heard: News.Heard) {
        inbox.take(heard.sequence)
        note(heard.event)
        switch heard.event {
        case .agenda(.segmentOpened(let fact)):
            stage.segmentOpened(fact.segment)
            if let kind = kinds[fact.segment] { follow(.segmentOpened(kind)) }
            takeKit(fact.segment)
        case .pulse(.pulseOpened(let fact)): opened(fact.pulse)
        case .prompts(.promptOpened(let fact)):
            if fact.circle == .anonymous { anonymous.insert(fact.prompt) }
            asked(AskedPrompt(id: fact.prompt, kind: fact.kind, choices: fact.choices?.count ?? 0))
        case .chat(.messagePosted(let fact)) where fact.person != me: follow(.messageRead(fact.message))
        case .floor(.handCalled(let fact)) where fact.person == me:
            (hasHandUp, isSpeaking) = (false, true)
            record.called += 1
            follow(.called)
        case .groups(let fact): take(fact)
        case .floor(.turnEnded(let fact)) where fact.person == me: isSpeaking = false
        case .floor(.handLowered(let fact)) where fact.person == me: hasHandUp = false
        default: break
        }
    }

    /// What of a fact is remembered, whether it is told as it happens or afterwards.
    private func note(_ event: Event?) {
        switch event {
        case .agenda(.segmentAdded(let fact)):
            kinds[fact.segment] = fact.kind
            steps[fact.segment] = fact.bench?.steps.count
        case .agenda(.segmentEdited(let fact)):
            kinds[fact.segment] = fact.kind
            steps[fact.segment] = fact.bench?.steps.count
        case .agenda(.segmentOpened(let fact)): current = fact.segment
        case .agenda(.stepUndone(let fact)): current = fact.current
        case .frame(.meetingEnded): phase = .ended
        default: break
        }
    }

    private func takeKit(_ segment: SegmentID) {
        if let steps = steps[segment] { follow(.kits(Kit(segment: segment, steps: steps))) }
    }

    private func opened(_ pulse: PulseID) {
        if lastSeen.insert(pulse).inserted { follow(.pulseOpened(pulse)) }
    }

    /// A prompt that is asked on after it was closed was answered already.
    private func asked(_ prompt: AskedPrompt) {
        if lastAsked.insert(prompt.id).inserted { follow(.promptOpened(prompt)) }
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
        if case .floor(.raiseHand) = command { hasHandUp = isStored }
        if case .roster(.takeLeave) = command, isStored { go() }
    }
}
