// Knows how a report with all its choices becomes one wish: whom each caller is taken for, and when what is said of them
// was.

import Exchange
import Meetings

/// A report, and what whoever confirmed it said of its people.
public struct ConfirmedReport: Sendable {
    let file: ImportedFile
    /// By their keys; what is missing is as it is proposed.
    let choices: [String: CallerChoice]

    public init(_ file: ImportedFile, _ choices: [String: CallerChoice] = [:]) {
        (self.file, self.choices) = (file, choices)
    }
}

/// Why a report of which the moments are known among themselves cannot be placed.
public enum ImportFailure: Error, Equatable, Sendable {
    /// Neither it nor the meeting says when it began.
    case noStart
    /// The meeting goes on, or was never opened.
    case notOver
}

/// A report that is ready to be brought in.
struct ReadyReport {
    private let file: ImportedFile
    private let taken: [(caller: ImportedPerson, choice: CallerChoice)]
    /// When what the file counts from was.
    private let base: Instant
    private let turns: [String?: [CallTurn]]
    private let messages: [String: [CallMessage]]

    /// - Parameter start: of the call, where another report says so and this one does not.
    init(_ report: ConfirmedReport, in room: Room, start: Instant?) throws(ImportFailure) {
        let file = report.file
        let base = try Self.base(of: file, room, start)
        let proposed = Dictionary(
            CallerMatch.all(file, in: room).map { ($0.key, $0.choice) }, uniquingKeysWith: { first, _ in first })
        taken = file.people.compactMap { caller in
            let choice = report.choices[caller.key] ?? proposed[caller.key] ?? .out
            return choice == .out ? nil : (caller, choice)
        }
        turns = Dictionary(grouping: file.turns, by: \.person).mapValues { all in
            all.map { CallTurn(at: base + $0.from, milliseconds: $0.milliseconds, words: $0.words) }
        }
        messages = Dictionary(grouping: file.chat, by: \.person).mapValues { all in
            all.map { CallMessage(at: base + $0.at, words: $0.words) }
        }
        (self.file, self.base) = (file, base)
    }

    /// Who is to be written down as somebody who was on the call only.
    var newcomers: [ImportedPerson] { taken.filter { $0.choice == .new }.map(\.caller) }

    /// - Parameter identifier: of a newcomer, by their key.
    func command(by member: PersonID?, identifier: (String) -> String) -> Command {
        let callers = taken.map { caller, choice in
            let (person, name): (PersonID, String?) =
                switch choice {
                case .known(let known): (known, nil)
                case .counted, .out: (.counted, nil)
                case .new: (PersonID(rawValue: identifier(caller.key)), caller.name)
                }
            return BroughtCaller(
                person: person, caller: caller.form, name: name,
                stays: caller.stays.map { CallStay(from: base + $0.from, to: base + $0.to) },
                seconds: caller.stays.isEmpty && caller.milliseconds > 0 ? Int(caller.milliseconds / 1_000) : nil,
                turns: turns[caller.key] ?? [], messages: messages[caller.key] ?? [])
        }
        return BringReport(
            by: member, form: file.kind, start: file.start, callers: callers, unattributed: turns[nil] ?? []
        ).command
    }

    private static func base(
        of file: ImportedFile, _ room: Room, _ start: Instant?
    ) throws(ImportFailure) -> Instant {
        if let own = file.start { return own }
        // A report that names no moments has none to place.
        if file.turns.isEmpty, file.chat.isEmpty { return 0 }
        guard let began = start ?? room.details.openedAt ?? room.details.plannedStart else { throw .noStart }
        switch file.clock {
        case .start, .recording: return began
        case .midnight: return CallClock.midnight(before: began, zone: room.details.zone)
        }
    }
}
