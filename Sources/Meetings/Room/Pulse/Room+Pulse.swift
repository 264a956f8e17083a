// Knows the pulse: it opens when a talk ends, counts at once, and nobody learns who answered what.

extension Room {
    func decide(_ command: PulseCommand, _ context: Context) throws(Rejection) -> [Event] {
        switch command {
        case .openPulse:
            guard pulses.allSatisfy({ $0.closedAt != nil }) else { throw .alreadySo }
            guard pulses.count < Limits.pulses else { throw .tooMany(limit: Limits.pulses) }
            guard let segment = current ?? lastSegment else { throw .notFound }
            return [PulseOpened(pulse: PulseID(rawValue: fresh("u")), segment: segment).event]
        case .answerPulse(let wish):
            let actor = try actor(context)
            let pulse = try pulse(wish.pulse)
            let previous = pulse.answers[actor]
            guard previous != wish.answer else { throw .alreadySo }
            return [
                PulseAnswered(
                    pulse: wish.pulse, person: actor, answer: wish.answer, previous: previous,
                    source: foreignSource(context, about: actor)
                ).event
            ]
        case .closePulse(let wish):
            _ = try pulse(wish.pulse)
            return [PulseClosed(pulse: wish.pulse).event]
        }
    }

    /// The segment that was open last.
    private var lastSegment: SegmentID? {
        agenda.filter { !$0.runs.isEmpty }.max { ($0.runs.last?.from ?? 0) < ($1.runs.last?.from ?? 0) }?.id
    }

    private func pulse(_ id: PulseID) throws(Rejection) -> Pulse {
        guard let pulse = pulses.first(where: { $0.id == id }) else { throw .notFound }
        guard pulse.closedAt == nil else { throw .closed }
        return pulse
    }

    /// What is said when whatever is open closes.
    func closingPulses() -> [Event] { pulses.filter { $0.closedAt == nil }.map { PulseClosed(pulse: $0.id).event } }

    mutating func apply(_ facet: PulseFact, at: Instant) {
        switch facet {
        case .pulseOpened(let fact):
            pulses.append(Pulse(id: fact.pulse, segment: fact.segment, openedAt: at))
        case .pulseAnswered(let fact):
            guard let index = pulses.firstIndex(where: { $0.id == fact.pulse }) else { break }
            if let previous = fact.previous {
                pulses[index].counts[previous.rawValue, default: 1] -= 1
                if pulses[index].counts[previous.rawValue] == 0 { pulses[index].counts[previous.rawValue] = nil }
            }
            pulses[index].counts[fact.answer.rawValue, default: 0] += 1
            if let person = fact.person, person != .counted { pulses[index].answers[person] = fact.answer }
        case .pulseClosed(let fact):
            guard let index = pulses.firstIndex(where: { $0.id == fact.pulse }) else { break }
            pulses[index].closedAt = at
        }
    }
}
