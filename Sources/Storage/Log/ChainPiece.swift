/// Some events of a stream that follow on one another, with what is known of the one before them.
struct ChainPiece: Sendable {
    let stream: String
    /// What was erased of the stream.
    let erased: Set<PersonalRows.Erased>
    /// The number of the first.
    var expected: Int64 = 1
    /// The hash of the event before; nil when that one is not there, or cannot be read.
    var previous: [UInt8]? = EventHash.start
    /// Nil for a row that is no event.
    var events: [StoredEvent?] = []

    init(stream: String, erased: Set<PersonalRows.Erased>) { (self.stream, self.erased) = (stream, erased) }

    /// The piece that follows, without its events.
    var next: ChainPiece {
        var next = ChainPiece(stream: stream, erased: erased)
        (next.expected, next.previous) = (expected, previous)
        for event in events { next.pass(event) }
        return next
    }

    private mutating func pass(_ event: StoredEvent?) {
        previous = event?.hash
        expected = (event?.fields.sequence ?? expected) &+ 1
    }

    /// What is wrong, in order.
    ///
    /// - Parameter furtherFlaw: what else is wrong with an event that is what was stored.
    func damages(_ furtherFlaw: (StoredEvent) -> Damage.Kind?) -> [Damage] {
        var damages: [Damage] = []
        func report(_ sequence: Int64, _ kind: Damage.Kind) {
            damages.append(Damage(stream: stream, sequence: sequence, kind: kind))
        }
        var place = self
        for event in events {
            defer { place.pass(event) }
            guard let event else {
                report(place.expected, .altered)
                continue
            }
            let known = damages.count
            let sequence = event.fields.sequence
            let isNext = sequence == place.expected
            if !isNext { report(place.expected, .missing) }
            if isNext, let previous = place.previous, previous != event.previousHash { report(sequence, .unlinked) }
            let isUnaltered = event.isUnaltered
            if !isUnaltered { report(sequence, .altered) }
            for untilEnd in [false, true] {
                if event.isBack(untilEnd: untilEnd, erased: erased) {
                    report(sequence, .textBack)
                } else if isUnaltered, let flaw = event.flaw(untilEnd: untilEnd, erased: { erased }) {
                    report(sequence, flaw)
                }
            }
            if damages.count == known, let flaw = furtherFlaw(event) { report(sequence, flaw) }
        }
        return damages
    }
}
