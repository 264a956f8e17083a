// Knows what changed between the start and the end, where the same confidence was asked at both: by how many people,
// never by whom.

/// How people's answers to one sentence changed from the first time it was asked to this one.
public struct ConfidenceChange: Codable, Equatable, Sendable {
    public var up: Int
    public var same: Int
    public var down: Int

    /// How many answered both times.
    public var people: Int { up + same + down }

    /// So many answered both times and are so much surer, or not.
    public init(up: Int, same: Int, down: Int) { (self.up, self.same, self.down) = (up, same, down) }
}

extension Room {
    /// What changed since the same was asked first, one a sentence; nil where it was not asked before, or where so few
    /// answered both times that it would tell who.
    func change(at prompt: Prompt) -> [ConfidenceChange]? {
        guard prompt.kind == .confidence, let key = prompt.key,
            let first = prompts.first(where: {
                $0.kind == .confidence && $0.key == key && $0.id != prompt.id && $0.openedAt != nil
                    && ($0.openedAt ?? 0) < (prompt.openedAt ?? 0)
            })
        else { return nil }
        let before = first.numbersByAuthor
        let pairs = prompt.numbersByAuthor.compactMap { author, now in before[author].map { ($0, now) } }
        guard pairs.count >= Limits.fewestPairs else { return nil }
        return prompt.choices.indices.map { index in
            pairs.reduce(into: ConfidenceChange(up: 0, same: 0, down: 0)) { change, pair in
                let (then, now) = (pair.0[index], pair.1[index])
                if now > then { change.up += 1 } else if now < then { change.down += 1 } else { change.same += 1 }
            }
        }
    }
}

extension Prompt {
    fileprivate var numbersByAuthor: [PersonID: [Int]] {
        let whole = responses.filter { $0.isHandedIn && $0.answer?.numbers.count == choices.count }
        return Dictionary(whole.map { ($0.author, $0.answer?.numbers ?? []) }) { first, _ in first }
    }
}
