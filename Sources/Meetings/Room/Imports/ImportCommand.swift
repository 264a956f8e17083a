// Knows the wishes that concern reports of other programs, each with its row of rights: they come from the server alone,
// which has read the file and knows for whom.

/// A wish that concerns a report of another program.
public enum ImportCommand: Equatable, Sendable {
    case bringReport(BringReport)
    case undoImport(UndoImport)

    /// The names of these wishes on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case bringReport, undoImport

        public var type: any RoomWish.Type {
            switch self {
            case .bringReport: BringReport.self
            case .undoImport: UndoImport.self
            }
        }
    }

    public var wish: any RoomWish {
        switch self {
        case .bringReport(let wish): wish
        case .undoImport(let wish): wish
        }
    }
}

/// Somebody on a call, as whoever confirmed the names says.
public struct BroughtCaller: Codable, Equatable, Sendable {
    /// Whom it is; `counted` for somebody who only counts.
    public var person: PersonID
    public var caller: CallerForm
    /// Of somebody who was on the call only; at most `Limits.nameLength`.
    public var name: String?
    public var stays: [CallStay]
    public var seconds: Int?
    public var turns: [CallTurn]
    public var messages: [CallMessage]

    public init(
        person: PersonID, caller: CallerForm, name: String?, stays: [CallStay], seconds: Int?, turns: [CallTurn],
        messages: [CallMessage]
    ) {
        (self.person, self.caller, self.name) = (person, caller, name)
        (self.stays, self.seconds, self.turns, self.messages) = (stays, seconds, turns, messages)
    }
}

/// Brings a report in. `by` is who confirmed it; nobody where the operator did.
public struct BringReport: RoomWish {
    public var by: PersonID?
    public var form: ImportKind
    public var start: Instant?
    public var callers: [BroughtCaller]
    /// Turns of nobody whom the transcript names.
    public var unattributed: [CallTurn]

    public static let granted = Granted<Self>(
        ImportCommand.Kind.bringReport, in: [], own: .nobody, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .imports(.bringReport(self)) }

    public init(
        by: PersonID?, form: ImportKind, start: Instant?, callers: [BroughtCaller], unattributed: [CallTurn] = []
    ) {
        (self.by, self.form, self.start) = (by, form, start)
        (self.callers, self.unattributed) = (callers, unattributed)
    }
}

/// Takes a report back. `by` as for `BringReport`.
public struct UndoImport: RoomWish {
    public var by: PersonID?
    public var report: ImportID

    public static let granted = Granted<Self>(
        ImportCommand.Kind.undoImport, in: [], own: .nobody, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .imports(.undoImport(self)) }

    public init(by: PersonID?, report: ImportID) { (self.by, self.report) = (by, report) }
}
