// Knows who may do what, as the samples write it out independently of the code, and asks both the table and real rooms.

import Testing

@testable import Meetings

@Suite struct RightsTests {
    @Test("the table has a line for every command, and no other")
    func complete() {
        #expect(CommandKind.allCases.map(\.name).sorted() == Command.types.map { $0.kind }.sorted())
        for kind in CommandKind.allCases { #expect(kind.sample.kind == kind.name) }
    }

    @Test("every cell of the rights table", arguments: CommandKind.allCases)
    func cells(_ kind: CommandKind) {
        let row = kind.expected
        for cell in RightsCell.all {
            #expect(
                kind.sample.rights.allows(cell.role, cell.phase, cell.relation)
                    == row.allows(cell.role, cell.phase, cell.relation), "\(kind) \(cell)")
        }
    }

    @Test(
        "every cell in a real room: what is allowed happens, what is not is refused for the right reason",
        arguments: CommandKind.allCases)
    func rooms(_ kind: CommandKind) {
        let row = kind.expected
        for cell in RightsCell.all {
            guard let scene = RightsScene(kind, cell) else { continue }
            let outcome = scene.outcome
            if row.allows(cell.role, cell.phase, cell.relation) {
                if cell.relation == .own, let rejection = kind.emptyHanded(cell.role) {
                    #expect(outcome == .refused(rejection), "\(kind) \(cell): \(outcome)")
                } else {
                    #expect(outcome.isDone, "\(kind) \(cell): \(outcome)")
                }
            } else if !row.allowsInSomePhase(cell.role, cell.relation) {
                #expect(outcome == .refused(.notAllowed(needs: .lead)), "\(kind) \(cell): \(outcome)")
            } else {
                let late: Rejection = cell.phase == .planned ? .meetingNotOpen : .meetingOver
                #expect(outcome == .refused(late), "\(kind) \(cell): \(outcome)")
            }
        }
    }

    @Test("an evaluator may nothing, whatever the command, the phase and the person", arguments: CommandKind.allCases)
    func evaluator(_ kind: CommandKind) {
        for phase in Phase.allCases {
            for relation in Relation.allCases {
                #expect(!kind.sample.rights.allows(.evaluator, phase, relation))
            }
        }
    }

    @Test(
        "what only the server says no person may say",
        arguments: [
            CommandKind.frame(.plan), .door(.join), .door(.beginPresence), .door(.endPresence), .door(.bringIn),
            .frame(.beginRecording), .chat(.noteMessage), .topics(.recallTopics), .prompts(.noteSealed),
        ])
    func systemOnly(_ kind: CommandKind) {
        for cell in RightsCell.all {
            #expect(!kind.sample.rights.allows(cell.role, cell.phase, cell.relation))
        }
    }

    @Test("whoever is not in, not here, waiting or removed may nothing", arguments: CommandKind.allCases)
    func outsiders(_ kind: CommandKind) {
        let row = kind.expected
        let room = Given.lobby.after(Remove(person: "ann").command).after(
            EndPresence(person: "lea", reason: .lost).command, by: .system)
        let lines: [(PersonID, Rejection)] = [
            ("nobody", .notAllowed(needs: .participant)), ("wil", .waitingInLobby), ("ann", .shutOut),
        ]
        for (id, rejection) in lines {
            #expect(Outcome(room, kind.sample, by: .person(id), at: room.at) == .refused(rejection), "\(id)")
        }
        let mayNow = row.allows(.lead, .open, kind.sample.target == nil ? .own : .other)
        let outcome = Outcome(room, kind.sample, by: "lea", at: room.at)
        #expect((outcome == .refused(.notPresent)) == mayNow, "\(outcome)")
    }
}
