// Knows what facts mean for what stands beside the log: what is erased with them, what the list of meetings learns.

/// Erasable parts of a stream that go when something is stored.
public enum Erasure: Sendable, Equatable {
    /// The words of one message, question or note.
    case object(String)
    /// All that was kept only until the meeting's end.
    case untilEnd
    /// Everything of one person.
    case person(String)
    /// What is kept apart from the log of the answers to an anonymous prompt.
    case answers(String)
}

/// What the list of meetings has to learn of one meeting; nil leaves a field as it is.
public struct CatalogueChange: Sendable, Equatable {
    public var phase: Phase?
    public var title: String?
    public var start: Start?

    /// The planned start and its zone.
    public struct Start: Sendable, Equatable {
        public var at: Instant?
        /// As an IANA name.
        public var zone: String

        /// A start in its zone.
        public init(at: Instant?, zone: String) { (self.at, self.zone) = (at, zone) }
    }

    /// A change of one meeting.
    public init(phase: Phase? = nil, title: String? = nil, start: Start? = nil) {
        (self.phase, self.title, self.start) = (phase, title, start)
    }

    /// What is learned of several events; nil if nothing.
    public init?(_ events: [Event]) {
        self.init()
        for case .listed(let change) in events.flatMap(\.consequences) {
            phase = change.phase ?? phase
            title = change.title ?? title
            start = change.start ?? start
        }
        guard self != CatalogueChange() else { return nil }
    }
}
