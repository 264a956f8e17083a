// Knows who may do what with buddies, written out independently of the code, and asks both the table and a network.

import Testing

@testable import Meetings

/// Roles: Teacher, Coordinator, Evaluator; `of` says that it is for those who are the buddies.
private let expectedNetworkRights = """
    command          roles  of
    optInBuddy       T      -
    optOutBuddy      T      -
    blockBuddy       T      -
    unblockBuddy     T      -
    proposeBuddies   C      -
    acceptBuddy      T      of
    declineBuddy     T      of
    setBuddyGoal     T      of
    writeBuddyNote   T      of
    removeBuddyNote  T      of
    setBuddyDate     T      of
    pauseBuddies     T      of
    checkInBuddy     T      of
    leaveBuddies     T      of
    removeMember     -      -
    keepPrompt       C      -
    dropPrompt       C      -
    makeComplaint    TC     -
    acknowledgeComplaint C  -
    settleComplaint  C      -
    noteLook         -      -
    makeSeries       C      -
    renameSeries     C      -
    dropSeries       C      -
    placeMeeting     C      -
    takeOutMeeting   C      -
    releasePack      CE     -
    handOutPack      CE     -
    """

@Suite struct NetworkRightsTests {
    private static let table: [String: (roles: Substring, isOfBuddies: Bool)] = {
        var table: [String: (roles: Substring, isOfBuddies: Bool)] = [:]
        for line in expectedNetworkRights.split(separator: "\n").dropFirst() {
            let cells = line.split(separator: " ")
            table[String(cells[0])] = (cells[1], cells[2] == "of")
        }
        return table
    }()

    private static func letter(_ role: NetworkRole) -> Character {
        switch role {
        case .teacher: "T"
        case .coordinator: "C"
        case .evaluator: "E"
        }
    }

    @Test("the table has a line for every command, and no other")
    func complete() {
        #expect(Set(Self.table.keys) == Set(NetworkCommand.types.map { $0.kind }))
        #expect(Set(NetworkCommand.samples.map(\.kind)) == Set(NetworkCommand.types.map { $0.kind }))
    }

    @Test("every cell", arguments: NetworkCommand.samples)
    func cells(_ command: NetworkCommand) throws {
        let row = try #require(Self.table[command.kind])
        for role in NetworkRole.allCases {
            for standing in NetworkRights.Standing.allCases {
                let isAllowed = row.roles.contains(Self.letter(role)) && standing == (row.isOfBuddies ? .buddy : .none)
                #expect(command.rights.allows(role, standing) == isAllowed, "\(role) \(standing)")
            }
        }
    }

    @Test(
        "in a real network: whoever may not learns nothing and changes nothing", arguments: NetworkCommand.samples
    )
    func network(_ command: NetworkCommand) throws {
        let row = try #require(Self.table[command.kind])
        for role in NetworkRole.allCases where !row.roles.contains(Self.letter(role)) {
            let needs: Role = row.roles.contains("C") ? .coordinator : .participant
            let outcome = Buddies.made.outcome(command, by: .person("ann", role))
            #expect(outcome == .failure(.notAllowed(needs: needs)), "\(role)")
        }
        if row.isOfBuddies {
            #expect(Buddies.made.outcome(command, by: .teacher("cai")) == .failure(.notFound))
            #expect(Buddies.made.outcome(command, by: .teacher("zoe")) == .failure(.notFound))
        }
    }

    @Test("how to reach somebody is told to buddies only, and only when all have said yes")
    func contacts() {
        for network in [Buddies.members, Buddies.proposed, Buddies.half] {
            for person in Buddies.everybody { #expect(network.contacts("b6-1", for: person) == [:]) }
        }
        #expect(Buddies.made.contacts("b6-1", for: "ann") == ["bob": "canary-of-bob"])
        for person in ["cai", "dee", "eve", "zoe"] as [PersonID] {
            #expect(Buddies.allMade.contacts("b6-1", for: person) == [:])
        }
        #expect(Buddies.allMade.contacts("b6-2", for: "dee") == ["cai": "canary-of-cai", "eve": "canary-of-eve"])
        let out = Buddies.allMade.after(OptOutBuddy().command, by: .teacher("cai"))
        #expect(out.contacts("b6-2", for: "cai") == [:])
        #expect(out.contacts("b6-2", for: "dee") == ["eve": "canary-of-eve"])
        let ended = Buddies.made.after(LeaveBuddies(pair: "b6-1").command, by: .teacher("bob"))
        #expect(ended.contacts("b6-1", for: "ann") == [:])
    }
}
