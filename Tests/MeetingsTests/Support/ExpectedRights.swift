// Knows how the expected rights of a wish are written in the samples, independently of the code.

@testable import Meetings

/// Four cells: `phases own others scribe`, such as "PO LC - -". Phases: Planned, Open, Ended. Roles: Guest, Table,
/// Participant, Lead, Coordinator, Evaluator. `own` is for oneself or nobody, `others` for somebody else; `s` says that
/// a participant who is a scribe may too; `-` is nobody, or never.
struct ExpectedRights: ExpressibleByStringLiteral, Sendable {
    private let phases: Substring
    private let own: Substring
    private let others: Substring
    private let scribe: Bool

    init(stringLiteral text: String) {
        let cells = text.split(separator: " ")
        precondition(cells.count == 4, text)
        (phases, own, others, scribe) = (cells[0], cells[1], cells[2], cells[3] == "s")
    }

    func allows(_ role: Role, _ phase: Phase, _ relation: Relation) -> Bool {
        phases.contains(Self.letter(phase)) && allowsInSomePhase(role, relation)
    }

    func allowsInSomePhase(_ role: Role, _ relation: Relation) -> Bool {
        guard phases != "-" else { return false }
        switch relation {
        case .own: return own.contains(Self.letter(role))
        case .other: return others.contains(Self.letter(role))
        case .scribed: return others.contains(Self.letter(role)) || scribe && role == .participant
        }
    }

    private static func letter(_ phase: Phase) -> Character {
        switch phase {
        case .planned: "P"
        case .open: "O"
        case .ended: "E"
        }
    }

    private static func letter(_ role: Role) -> Character {
        switch role {
        case .guest: "G"
        case .table: "T"
        case .participant: "P"
        case .lead: "L"
        case .coordinator: "C"
        case .evaluator: "E"
        }
    }
}
