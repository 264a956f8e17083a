// Knows in which steps a commit is told. Most are told at once. What is more than a connection should have waiting at a
// time is told in parts, with a pause between them in which lines empty; whatever is stored meanwhile is told after it,
// as if the disk had taken so much longer.

import Log
import Meetings

/// One step of what is told, in order.
enum TellingStep {
    /// Facts of one commit, in one message to each audience.
    case facts(ArraySlice<DurableEntry>, isLastPart: Bool)
    /// Seats that changed with the facts before.
    case seats(Entry)
    case answers([(PendingCommit, Result<Int64, Rejection>)])
    /// What follows for connections.
    case consequences([Entry])
}

extension RoomHost {
    /// Tells it after everything that is still to be told.
    func tell(_ steps: [TellingStep]) {
        untold += steps
        if !isPausing { tellOn() }
    }

    /// Tells all that is still to be told, without a pause: what comes next must not be before it.
    func tellAll() {
        while !untold.isEmpty { carryOut(untold.removeFirst()) }
    }

    private func tellOn() {
        while !untold.isEmpty {
            let step = untold.removeFirst()
            carryOut(step)
            guard case .facts(_, isLastPart: false) = step else { continue }
            isPausing = true
            Task {
                try? await Task.sleep(for: .milliseconds(limits.pauseBetweenPartsMilliseconds))
                isPausing = false
                tellOn()
            }
            return
        }
    }

    private func carryOut(_ step: TellingStep) {
        switch step {
        case .facts(let facts, _): publish(facts)
        case .seats(let entry): regroup(entry)
        case .answers(let answers):
            for (item, result) in answers {
                item.answer?(result)
                if let stamp = item.submission.command { commands.settle(stamp, result) }
            }
        case .consequences(let entries): settle(entries)
        }
    }
}

extension ArraySlice<DurableEntry> {
    /// The same in parts of so many bytes, about; nothing is in two of them.
    func parts(of bytes: Int) -> [ArraySlice<DurableEntry>] {
        var parts: [ArraySlice<DurableEntry>] = []
        var (from, weight) = (startIndex, 0)
        for index in indices {
            let own = self[index].entry.event.weight
            if weight > 0, weight + own > bytes {
                parts.append(self[from..<index])
                (from, weight) = (index, 0)
            }
            weight += own
        }
        return parts + [self[from..<endIndex]]
    }
}

extension Event {
    /// About how many bytes it is to tell, where that may be many in one commit; 0 for all else.
    fileprivate var weight: Int {
        if case .prompts(.answersRevealed(let fact)) = self {
            return (fact.answers ?? []).reduce(0) { $1.texts.reduce($0 + 40) { $0 + $1.utf8.count } }
        }
        guard case .prompts(.responseRevealed(let fact)) = self else { return 0 }
        return (fact.texts ?? []).reduce(360) { $0 + $1.utf8.count }
    }
}
