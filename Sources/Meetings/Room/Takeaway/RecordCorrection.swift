// Knows what somebody says of what is recorded of them: it stands beside the record, and figures go by it.

/// What is wrong.
public enum RecordClaim: String, Codable, Sendable, CaseIterable {
    /// I was in the room without a device of my own.
    case wasHere = "was_here"
    /// What is recorded there of me was not me.
    case notMe = "not_me"
    /// What I said of it before does not hold any more.
    case takenBack = "taken_back"
}

/// What holds of a person's corrections: the last one of an item, and of the whole meeting.
public struct RecordCorrection: Codable, Equatable, Sendable {
    public var claim: RecordClaim
    /// The whole meeting where it is missing.
    public var segment: SegmentID?

    public init(claim: RecordClaim, segment: SegmentID?) { (self.claim, self.segment) = (claim, segment) }
}

extension [RecordCorrection] {
    /// With one more; what was said of the same before is gone with it.
    public func with(_ next: RecordCorrection) -> [RecordCorrection] {
        filter { $0.segment != next.segment } + (next.claim == .takenBack ? [] : [next])
    }
}

extension Room {
    func correcting(_ wish: CorrectRecord, _ context: Context) throws(Rejection) -> [Event] {
        let actor = try actor(context)
        // Of whoever counts without a name nothing is recorded that could be wrong.
        guard people[actor]?.tier != .countOnly else { throw .notFound }
        if let id = wish.segment { _ = try segment(id) }
        let before = corrections[actor]?.first { $0.segment == wish.segment }?.claim ?? .takenBack
        guard before != wish.claim else { throw .alreadySo }
        return [RecordCorrected(person: actor, claim: wish.claim, segment: wish.segment).event]
    }

    /// What one of two entries said of its record is said of the person's.
    mutating func takeCorrections(of former: PersonID, _ into: PersonID?) {
        guard let said = corrections.removeValue(forKey: former), let into else { return }
        corrections[into] = said.reduce(corrections[into] ?? []) { $0.with($1) }
    }
}
