// Knows the pulse: it opens when a talk ends, counts at once, and nobody learns who answered what.

extension Room {
    func decidePulse(_ command: Command, _ context: Context) throws(Rejection) -> [Event] {
        switch command {
        case .answerPulse(let id, let answer):
            let actor = try actor(context)
            let pulse = try pulse(id)
            let previous = pulse.answers[actor]
            guard previous != answer else { throw .alreadySo }
            return [
                .pulseAnswered(
                    pulse: id, person: actor, answer: answer, previous: previous,
                    source: foreignSource(context, about: actor))
            ]
        case .closePulse(let id):
            _ = try pulse(id)
            return [.pulseClosed(pulse: id)]
        default: throw .notFound
        }
    }

    private func pulse(_ id: PulseID) throws(Rejection) -> Pulse {
        guard let pulse = pulses.first(where: { $0.id == id }) else { throw .notFound }
        guard pulse.closedAt == nil else { throw .closed }
        return pulse
    }

    /// What is said when whatever is open closes.
    func closingPulses() -> [Event] { pulses.filter { $0.closedAt == nil }.map { .pulseClosed(pulse: $0.id) } }

    mutating func applyPulse(_ entry: Entry) -> Bool {
        switch entry.event {
        case .pulseOpened(let id, let segment):
            pulses.append(Pulse(id: id, segment: segment, openedAt: entry.at))
        case .pulseAnswered(let id, let person, let answer, let previous, _):
            guard let index = pulses.firstIndex(where: { $0.id == id }) else { break }
            if let previous {
                pulses[index].counts[previous.rawValue, default: 1] -= 1
                if pulses[index].counts[previous.rawValue] == 0 { pulses[index].counts[previous.rawValue] = nil }
            }
            pulses[index].counts[answer.rawValue, default: 0] += 1
            if let person, person != .counted { pulses[index].answers[person] = answer }
        case .pulseClosed(let id):
            guard let index = pulses.firstIndex(where: { $0.id == id }) else { break }
            pulses[index].closedAt = entry.at
        default: return false
        }
        return true
    }
}
