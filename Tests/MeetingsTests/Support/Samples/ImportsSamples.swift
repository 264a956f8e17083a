// Knows samples of the facet `imports`: each wish and fact with every field filled, who may, and a wish that would succeed
// or that is drawn. A kind that is left out does not build.

@testable import Meetings

extension ImportCommand.Kind: SampledWish {
    var sample: Command {
        switch self {
        case .bringReport:
            BringReport(
                by: "p3", form: .teamsAttendance, start: 1_774_540_800_000,
                callers: [
                    BroughtCaller(
                        person: "p7", caller: .person, name: "Siân",
                        stays: [CallStay(from: 1_774_540_800_000, to: 1_774_544_400_000)], seconds: 3_600,
                        turns: [CallTurn(at: 1_774_540_805_000, milliseconds: 8_250, words: 12)],
                        messages: [CallMessage(at: 1_774_540_931_000, words: 3)])
                ], unattributed: [CallTurn(at: 1_774_540_900_000, milliseconds: 1_000, words: 2)]
            ).command
        case .undoImport: UndoImport(by: "p3", report: "i12").command
        }
    }

    var expected: ExpectedRights {
        switch self {
        case .bringReport: "- - - -"
        case .undoImport: "- - - -"
        }
    }

    func inScene(_ id: PersonID) -> Command {
        switch self {
        case .bringReport: BringReport(by: id, form: .zoomChat, start: nil, callers: []).command
        case .undoImport: UndoImport(by: id, report: "i1").command
        }
    }
}

extension ImportFact.Kind: SampledFact {
    var sample: Event {
        switch self {
        case .reportImported: ReportImported(report: "i12", form: .zoomParticipants, start: 1_774_540_800_000).event
        case .callerImported:
            CallerImported(
                report: "i12", person: "p7", caller: .person, callOnly: true, name: "Siân",
                stays: [CallStay(from: 1_774_540_800_000, to: 1_774_544_400_000)], seconds: 3_600
            ).event
        case .speechImported:
            SpeechImported(
                report: "i12", person: "p7",
                turns: [CallTurn(at: 1_774_540_805_000, milliseconds: 8_250, words: 12)]
            ).event
        case .chatImported:
            ChatImported(report: "i12", person: "p7", messages: [CallMessage(at: 1_774_540_931_000, words: 3)]).event
        case .importUndone: ImportUndone(report: "i12").event
        }
    }
}

extension SplitMix64 {
    /// A wish of that kind.
    mutating func command(_ kind: ImportCommand.Kind, _ room: Room, _ people: [PersonID]) -> Command {
        switch kind {
        case .bringReport:
            let callers = (0..<Int(next() % 3)).map { _ in
                BroughtCaller(
                    person: pick(people), caller: pick(CallerForm.allCases), name: once(in: 2) ? nil : text(),
                    stays: once(in: 2) ? [] : [CallStay(from: room.at, to: room.at + 60_000)], seconds: nil,
                    turns: once(in: 2) ? [] : [CallTurn(at: room.at, milliseconds: 5_000, words: 9)],
                    messages: once(in: 2) ? [] : [CallMessage(at: room.at, words: 9)])
            }
            return BringReport(
                by: once(in: 4) ? nil : pick(people), form: pick(ImportKind.allCases), start: room.at, callers: callers
            ).command
        case .undoImport:
            return UndoImport(
                by: once(in: 4) ? nil : pick(people), report: room.reports.isEmpty ? "i1" : pick(room.reports).id
            ).command
        }
    }
}
