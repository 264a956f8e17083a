// Knows what is promised of people who are in: name, mode, tier, roles, their going, and being forgotten.

import Meetings
import Testing

@Suite struct RosterTests {
    private static let alone = Given.open.after(.dismissLead(person: "lea"), by: "cor")
    private static let onlyLea = Given.open.after([.personRemoved(person: "cor")], at: Given.open.at)

    @Test(arguments: [
        Line(
            "rename oneself", Given.open, by: "ann", .rename(person: nil, name: " Ann  B ", school: ""),
            then: .personRenamed(person: "ann", name: "Ann B", school: nil)),
        Line(
            "a lead renames", Given.open, .rename(person: "ann", name: "Anna", school: "Y"),
            then: .personRenamed(person: "ann", name: "Anna", school: "Y")),
        Line(
            "a participant renames another", Given.open, by: "bob", .rename(person: "ann", name: "X", school: nil),
            refused: .notAllowed(needs: .lead)),
        Line(
            "a guest renames themselves", Given.open, by: "gus", .rename(person: nil, name: "X", school: nil),
            refused: .notAllowed(needs: .lead)),
        Line(
            "the same name", Given.open, by: "ann", .rename(person: nil, name: "ann", school: nil), refused: .alreadySo),
        Line("no name", Given.open, by: "ann", .rename(person: nil, name: "", school: nil), refused: .textMissing),
        Line("rename nobody", Given.open, .rename(person: "nobody", name: "X", school: nil), refused: .notFound),
        Line(
            "set one's mode", Given.open, by: "ann", .setMode(person: nil, mode: .roomDevice),
            then: .modeSet(person: "ann", mode: .roomDevice, source: .client)),
        Line(
            "a lead sets a mode", Given.open, .setMode(person: "ann", mode: .phoneIn),
            then: .modeSet(person: "ann", mode: .phoneIn, source: .leadTap)),
        Line("the same mode", Given.open, by: "ann", .setMode(person: nil, mode: .remote), refused: .alreadySo),
        Line(
            "set one's tier", Given.open, by: "ann", .setTier(tier: .countOnly),
            then: .tierSet(person: "ann", tier: .countOnly)),
        Line("the same tier", Given.open, by: "ann", .setTier(tier: .pseudonymous), refused: .alreadySo),
        Line(
            "leave", Given.open, by: "ann", .takeLeave(reason: .travel),
            then: .leaveTaken(person: "ann", reason: .travel), .presenceEnded(person: "ann", reason: .left)),
        Line(
            "leave in mid-sentence", Given.speaking.after(.raiseHand(person: nil), by: "ann"), by: "ann",
            .takeLeave(reason: nil), then: .turnEnded(person: "ann", milliseconds: 2_000),
            .handLowered(person: "ann", source: .client), .leaveTaken(person: "ann", reason: nil),
            .presenceEnded(person: "ann", reason: .left)),
        Line(
            "leave twice", Given.open.after(.takeLeave(reason: nil), by: "ann"), by: "ann", .takeLeave(reason: nil),
            refused: .notPresent),
    ])
    func oneself(_ line: Line) { line.check() }

    @Test(arguments: [
        Line("appoint", Given.open, .appointLead(person: "ann"), then: .leadAppointed(person: "ann")),
        Line("appoint a lead", Given.open, by: "cor", .appointLead(person: "lea"), refused: .alreadySo),
        Line("appoint a guest", Given.open, .appointLead(person: "gus"), refused: .alreadySo),
        Line("appoint nobody", Given.open, .appointLead(person: "nobody"), refused: .notFound),
        Line("appoint oneself", Given.open, by: "ann", .appointLead(person: "ann"), refused: .notAllowed(needs: .lead)),
        Line(
            "a participant appoints", Given.open, by: "ann", .appointLead(person: "bob"),
            refused: .notAllowed(needs: .lead)),
        Line(
            "dismiss a co-lead", Given.open, by: "cor", .dismissLead(person: "lea"), then: .leadDismissed(person: "lea")
        ),
        Line("step back", Given.open, .dismissLead(person: "lea"), then: .leadDismissed(person: "lea")),
        Line("dismiss a participant", Given.open, .dismissLead(person: "ann"), refused: .notFound),
        Line("dismiss the coordinator", Given.open, .dismissLead(person: "cor"), refused: .notFound),
        Line("the last lead steps back", onlyLea, .dismissLead(person: "lea"), refused: .lastLead),
        Line(
            "hand over", Given.open, .handOver(person: "ann"), then: .leadAppointed(person: "ann"),
            .leadDismissed(person: "lea")),
        Line(
            "the coordinator hands over and keeps the network", alone, by: "cor", .handOver(person: "ann"),
            then: .leadAppointed(person: "ann")),
        Line("hand over to a co-lead", Given.open, .handOver(person: "cor"), then: .leadDismissed(person: "lea")),
        Line(
            "the coordinator hands over to a lead", Given.open, by: "cor", .handOver(person: "lea"), refused: .alreadySo
        ),
        Line("hand over to oneself", Given.open, .handOver(person: "lea"), refused: .alreadySo),
        Line("hand over to a guest", Given.open, .handOver(person: "gus"), refused: .notAllowed(needs: .participant)),
        Line(
            "hand over to an evaluator", onlyLea.after(Given.came("eva", .evaluator)), .handOver(person: "eva"),
            refused: .notAllowed(needs: .participant)),
        Line("hand over to nobody", Given.open, .handOver(person: "nobody"), refused: .notFound),
        Line("appoint a scribe", Given.open, .appointScribe(person: "bob"), then: .scribeAppointed(person: "bob")),
        Line("appoint a scribe twice", Given.scribe, .appointScribe(person: "bob"), refused: .alreadySo),
        Line("appoint a guest as scribe", Given.open, .appointScribe(person: "gus"), refused: .alreadySo),
        Line("dismiss a scribe", Given.scribe, .dismissScribe(person: "bob"), then: .scribeDismissed(person: "bob")),
        Line("dismiss who is no scribe", Given.open, .dismissScribe(person: "bob"), refused: .alreadySo),
    ])
    func roles(_ line: Line) { line.check() }

    @Test("two co-leads lead, and either can go while one stays")
    func coLeads() {
        let two = Self.onlyLea.after(.appointLead(person: "ann"))
        #expect(two.people.values.filter { $0.role.isLeading }.count == 2)
        let one = two.after(.dismissLead(person: "lea"), by: "ann")
        #expect(one.people["lea"]?.role == .participant)
        Line("then the last one stays", one, by: "ann", .dismissLead(person: "ann"), refused: .lastLead).check()
    }

    @Test("a scribe who becomes a lead taps as a lead")
    func scribeBecomesLead() {
        let room = Given.scribe.after(.appointLead(person: "bob"))
        #expect(room.people["bob"]?.isScribe == false)
        Line(
            "their tap", room, by: "bob", .startTurn(person: "ann"), then: .turnStarted(person: "ann", source: .leadTap)
        ).check()
    }

    @Test("whoever left comes back as who they were")
    func leaveAndReturn() {
        let left = Given.scribe.after(.setMode(person: nil, mode: .phoneIn), by: "bob")
            .after(.takeLeave(reason: .connection), by: "bob")
        #expect(left.people["bob"]?.leftAt == left.at)
        #expect(left.people["bob"]?.isPresent == false)
        let back = left.after(.beginPresence(person: "bob"), by: .system)
        #expect(back.people["bob"]?.leftAt == nil)
        #expect(back.people["bob"]?.isPresent == true)
        #expect(back.people["bob"]?.mode == .phoneIn)
        #expect(back.people["bob"]?.isScribe == true)
        #expect(back.people["bob"]?.joinedAt == Given.open.people["bob"]?.joinedAt)
    }
}
