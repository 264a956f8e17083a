// Knows who may do what, written out independently of the code, and asks both the table and real rooms.

import Testing

@testable import Meetings

/// One line a command. Phases: Planned, Open, Ended. Roles: Guest, Table, Participant, Lead, Coordinator, Evaluator.
/// `own` is for oneself or nobody, `others` for somebody else; `s` says that a participant who is a scribe may too.
private let expectedRights = """
    command          phases  own   others  scribe
    plan             -       -     -       -
    join             -       -     -       -
    beginPresence    -       -     -       -
    endPresence      -       -     -       -
    bringIn          -       -     -       -
    beginRecording   -       -     -       -
    noteMessage      -       -     -       -
    checkIn          O       T     LC      s
    checkOut         O       T     LC      s
    openView         O       TPLC  -       -
    retitle          PO      LC    -       -
    schedule         PO      LC    -       -
    setOptions       PO      LC    -       -
    openMeeting      P       LC    -       -
    endMeeting       O       LC    -       -
    reopenMeeting    E       LC    -       -
    lockRoom         PO      LC    -       -
    unlockRoom       PO      LC    -       -
    admit            O       -     LC      -
    deny             O       -     LC      -
    remove           O       -     LC      -
    moveToLobby      O       -     LC      -
    rename           PO      TPLC  LC      -
    setMode          PO      PLC   LC      -
    setTier          PO      PLC   -       -
    takeLeave        O       GTPLC -       -
    appointLead      O       -     LC      -
    dismissLead      O       LC    LC      -
    handOver         O       LC    LC      -
    appointScribe    O       -     LC      -
    dismissScribe    O       LC    LC      -
    openSegment      O       LC    -       -
    openNext         O       LC    -       -
    openPrevious     O       LC    -       -
    adjustTimebox    O       LC    -       -
    skipSegment      O       LC    -       -
    addSegment       PO      LC    -       -
    editSegment      PO      LC    -       -
    moveSegment      PO      LC    -       -
    removeSegment    PO      LC    -       -
    answerPulse      O       TPLC  -       -
    closePulse       O       LC    -       -
    postMessage      O       TPLC  -       -
    correctMessage   O       TPLC  -       -
    withdrawMessage  O       TPLC  -       -
    hideMessage      O       LC    -       -
    react            O       TPLC  -       -
    unreact          O       TPLC  -       -
    raiseHand        O       TPLC  LC      s
    lowerHand        O       TPLC  LC      s
    callOn           O       LC    LC      -
    startTurn        O       TPLC  LC      s
    noteSpeech       O       TPLC  LC      s
    endTurn          O       TPLC  LC      s
    askQuestion      O       TPLC  -       -
    supportQuestion  O       TPLC  -       -
    markAnswered     O       GLC   -       -
    hideQuestion     O       LC    -       -
    recallTopics     -       -     -       -
    setTopics        PO      LC    -       -
    setOffers        PO      PLC   -       -
    setNeeds         PO      PLC   -       -
    setTeaching      PO      PLC   -       -
    setPairRules     PO      LC    -       -
    saveDraft        PO      LC    -       -
    dropDraft        PO      LC    -       -
    formGroups       O       LC    -       -
    openGroup        O       LC    -       -
    movePeople       O       LC    -       -
    editGroup        O       LC    -       -
    endGroups        O       LC    -       -
    visitGroup       O       LC    -       -
    announce         O       LC    -       -
    signal           O       TPLC  -       -
    writeCard        O       TPLC  -       -
    editCard         O       TPLC  -       -
    moveCard         O       TPLC  -       -
    withdrawCard     O       TPLC  -       -
    starCard         O       TPLC  -       -
    unstarCard       O       TPLC  -       -
    """

/// A line of the table, read.
private struct ExpectedRow: Sendable {
    let phases: Substring
    let own: Substring
    let others: Substring
    let scribe: Bool

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

    static func letter(_ phase: Phase) -> Character {
        switch phase {
        case .planned: "P"
        case .open: "O"
        case .ended: "E"
        }
    }

    static func letter(_ role: Role) -> Character {
        switch role {
        case .guest: "G"
        case .table: "T"
        case .participant: "P"
        case .lead: "L"
        case .coordinator: "C"
        case .evaluator: "E"
        }
    }

    /// The table by command.
    static let table: [String: ExpectedRow] = {
        var table: [String: ExpectedRow] = [:]
        for line in expectedRights.split(separator: "\n").dropFirst() {
            let cells = line.split(separator: " ")
            table[String(cells[0])] = ExpectedRow(
                phases: cells[1], own: cells[2], others: cells[3], scribe: cells[4] == "s")
        }
        return table
    }()
}

@Suite struct RightsTests {
    @Test("the table has a line for every command, and no other")
    func complete() {
        #expect(Set(ExpectedRow.table.keys) == Set(Command.types.map { $0.kind }))
        #expect(Set(CommandKind.allCases.map(\.rawValue)) == Set(Command.types.map { $0.kind }))
    }

    @Test("every cell of the rights table", arguments: CommandKind.allCases)
    func cells(_ kind: CommandKind) throws {
        let row = try #require(ExpectedRow.table[kind.rawValue])
        for cell in RightsCell.all {
            #expect(
                kind.sample.rights.allows(cell.role, cell.phase, cell.relation)
                    == row.allows(cell.role, cell.phase, cell.relation), "\(kind) \(cell)")
        }
    }

    @Test(
        "every cell in a real room: what is allowed happens, what is not is refused for the right reason",
        arguments: CommandKind.allCases)
    func rooms(_ kind: CommandKind) throws {
        let row = try #require(ExpectedRow.table[kind.rawValue])
        for cell in RightsCell.all {
            guard let scene = RightsScene(kind, cell) else { continue }
            let outcome = scene.outcome
            if row.allows(cell.role, cell.phase, cell.relation) {
                if let rejection = RightsScene.emptyHanded(kind, cell) {
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
        arguments: [CommandKind.plan, .join, .beginPresence, .endPresence, .bringIn, .beginRecording, .noteMessage])
    func systemOnly(_ kind: CommandKind) {
        for cell in RightsCell.all {
            #expect(!kind.sample.rights.allows(cell.role, cell.phase, cell.relation))
        }
    }

    @Test("whoever is not in, not here, waiting or removed may nothing", arguments: CommandKind.allCases)
    func outsiders(_ kind: CommandKind) throws {
        let row = try #require(ExpectedRow.table[kind.rawValue])
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
