// Knows the facts of reports that are brought in from other programs, and all that each declares. Nobody is told: they
// come when the meeting is over, and whoever brings them in asks for what there is.

/// A fact of a report of another program.
public enum ImportFact: Equatable, Sendable {
    case reportImported(ReportImported)
    case callerImported(CallerImported)
    case speechImported(SpeechImported)
    case chatImported(ChatImported)
    case importUndone(ImportUndone)

    /// The names of these facts in the log and on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case reportImported, callerImported, speechImported, chatImported, importUndone

        public var type: any RoomFact.Type {
            switch self {
            case .reportImported: ReportImported.self
            case .callerImported: CallerImported.self
            case .speechImported: SpeechImported.self
            case .chatImported: ChatImported.self
            case .importUndone: ImportUndone.self
            }
        }
    }

    public var fact: any RoomFact {
        switch self {
        case .reportImported(let fact): fact
        case .callerImported(let fact): fact
        case .speechImported(let fact): fact
        case .chatImported(let fact): fact
        case .importUndone(let fact): fact
        }
    }
}

extension ImportID {
    /// Under which the names of those who were on the call only can be erased.
    fileprivate var object: String { "import-\(rawValue)" }
}

extension Told where F: RoomFact {
    /// What nobody who is connected is told.
    fileprivate static var nobody: Told {
        Told(
            leads: .nothing, participants: .nothing, guests: .nothing, walls: .nothing, group: .everybody,
            follows: .nothing)
    }
}

/// A report was brought in; what it says follows.
public struct ReportImported: RoomFact {
    public var report: ImportID
    public var form: ImportKind
    /// When the call began, as far as the report says so.
    public var start: Instant?

    public static let kept = Kept<Self>(
        ImportFact.Kind.reportImported, .first, ages: .record, fields: .plain, whose: .actor, object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>.nobody
    public var event: Event { .imports(.reportImported(self)) }
}

/// Somebody was on the call, as a report says.
public struct CallerImported: RoomFact {
    public var report: ImportID
    public var person: PersonID
    public var caller: CallerForm
    /// True for somebody who was on the call and never in this room.
    public var callOnly: Bool?
    /// Of somebody who was on the call only; nil once it was erased.
    public var name: String?
    /// Apart from each other, in order; empty where the report names no moments.
    public var stays: [CallStay]
    /// How long, where the report says nothing else.
    public var seconds: Int?

    public static let kept = Kept<Self>(
        ImportFact.Kind.callerImported, .first, ages: .record,
        fields: Fields(names: [CodingKeys.name], words: [], codes: [], people: []), whose: .person { $0.person },
        object: .of { $0.report.object }, erases: .nothing)
    public static let told = Told<Self>.nobody
    public var event: Event { .imports(.callerImported(self)) }
}

/// Somebody spoke; `person` is missing where the transcript does not say who.
public struct SpeechImported: RoomFact {
    public var report: ImportID
    public var person: PersonID?
    public var turns: [CallTurn]

    public static let kept = Kept<Self>(
        ImportFact.Kind.speechImported, .first, ages: .record, fields: .plain, whose: .person { $0.person },
        object: .nothing, erases: .nothing)
    public static let told = Told<Self>.nobody
    public var event: Event { .imports(.speechImported(self)) }
}

/// Somebody wrote to everybody on the call.
public struct ChatImported: RoomFact {
    public var report: ImportID
    public var person: PersonID
    public var messages: [CallMessage]

    public static let kept = Kept<Self>(
        ImportFact.Kind.chatImported, .first, ages: .record, fields: .plain, whose: .person { $0.person },
        object: .nothing, erases: .nothing)
    public static let told = Told<Self>.nobody
    public var event: Event { .imports(.chatImported(self)) }
}

/// A report was taken back: nothing that it says counts, and the names in it are gone.
public struct ImportUndone: RoomFact {
    public var report: ImportID

    public static let kept = Kept<Self>(
        ImportFact.Kind.importUndone, .first, ages: .record, fields: .plain, whose: .actor, object: .nothing,
        erases: .of { .object($0.report.object) })
    public static let told = Told<Self>.nobody
    public var event: Event { .imports(.importUndone(self)) }
}
