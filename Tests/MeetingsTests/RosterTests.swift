// Knows what is promised of people who are in: name, mode, tier, roles, their going, and being forgotten.

import Testing

@testable import Meetings

@Suite struct RosterTests {
    private static let alone = Given.open.after(DismissLead(person: "lea").command, by: "cor")
    private static let onlyLea = Given.open.after([PersonRemoved(person: "cor").event], at: Given.open.at)

    @Test(arguments: [
        Line(
            "rename oneself", Given.open, by: "ann", Rename(person: nil, name: " Ann  B ", school: "").command,
            then: PersonRenamed(person: "ann", name: "Ann B", school: nil).event),
        Line(
            "a lead renames", Given.open, Rename(person: "ann", name: "Anna", school: "Y").command,
            then: PersonRenamed(person: "ann", name: "Anna", school: "Y").event),
        Line(
            "a participant renames another", Given.open, by: "bob",
            Rename(person: "ann", name: "X", school: nil).command,
            refused: .notAllowed(needs: .lead)),
        Line(
            "a guest renames themselves", Given.open, by: "gus", Rename(person: nil, name: "X", school: nil).command,
            refused: .notAllowed(needs: .lead)),
        Line(
            "the same name", Given.open, by: "ann", Rename(person: nil, name: "ann", school: nil).command,
            refused: .alreadySo),
        Line(
            "no name", Given.open, by: "ann", Rename(person: nil, name: "", school: nil).command, refused: .textMissing),
        Line("rename nobody", Given.open, Rename(person: "nobody", name: "X", school: nil).command, refused: .notFound),
        Line(
            "set one's mode", Given.open, by: "ann", SetMode(person: nil, mode: .roomDevice).command,
            then: ModeSet(person: "ann", mode: .roomDevice, source: .client).event),
        Line(
            "a lead sets a mode", Given.open, SetMode(person: "ann", mode: .phoneIn).command,
            then: ModeSet(person: "ann", mode: .phoneIn, source: .leadTap).event),
        Line("the same mode", Given.open, by: "ann", SetMode(person: nil, mode: .remote).command, refused: .alreadySo),
        Line(
            "set one's tier", Given.open, by: "ann", SetTier(tier: .countOnly).command,
            then: TierSet(person: "ann", tier: .countOnly).event),
        Line("the same tier", Given.open, by: "ann", SetTier(tier: .pseudonymous).command, refused: .alreadySo),
        Line(
            "leave", Given.open, by: "ann", TakeLeave(reason: .travel).command,
            then: LeaveTaken(person: "ann", reason: .travel).event, PresenceEnded(person: "ann", reason: .left).event),
        Line(
            "leave in mid-sentence", Given.speaking.after(RaiseHand(person: nil).command, by: "ann"), by: "ann",
            TakeLeave(reason: nil).command, then: TurnEnded(person: "ann", milliseconds: 2_000).event,
            HandLowered(person: "ann", source: .client).event, LeaveTaken(person: "ann", reason: nil).event,
            PresenceEnded(person: "ann", reason: .left).event),
        Line(
            "leave twice", Given.open.after(TakeLeave(reason: nil).command, by: "ann"), by: "ann",
            TakeLeave(reason: nil).command,
            refused: .notPresent),
    ])
    func oneself(_ line: Line) { line.check() }

    @Test(arguments: [
        Line("appoint", Given.open, AppointLead(person: "ann").command, then: LeadAppointed(person: "ann").event),
        Line("appoint a lead", Given.open, by: "cor", AppointLead(person: "lea").command, refused: .alreadySo),
        Line("appoint a guest", Given.open, AppointLead(person: "gus").command, refused: .alreadySo),
        Line("appoint nobody", Given.open, AppointLead(person: "nobody").command, refused: .notFound),
        Line(
            "appoint oneself", Given.open, by: "ann", AppointLead(person: "ann").command,
            refused: .notAllowed(needs: .lead)),
        Line(
            "a participant appoints", Given.open, by: "ann", AppointLead(person: "bob").command,
            refused: .notAllowed(needs: .lead)),
        Line(
            "dismiss a co-lead", Given.open, by: "cor", DismissLead(person: "lea").command,
            then: LeadDismissed(person: "lea").event
        ),
        Line("step back", Given.open, DismissLead(person: "lea").command, then: LeadDismissed(person: "lea").event),
        Line("dismiss a participant", Given.open, DismissLead(person: "ann").command, refused: .notFound),
        Line("dismiss the coordinator", Given.open, DismissLead(person: "cor").command, refused: .notFound),
        Line("the last lead steps back", onlyLea, DismissLead(person: "lea").command, refused: .lastLead),
        Line(
            "hand over", Given.open, HandOver(person: "ann").command, then: LeadAppointed(person: "ann").event,
            LeadDismissed(person: "lea").event),
        Line(
            "the coordinator hands over and keeps the network", alone, by: "cor", HandOver(person: "ann").command,
            then: LeadAppointed(person: "ann").event),
        Line(
            "hand over to a co-lead", Given.open, HandOver(person: "cor").command,
            then: LeadDismissed(person: "lea").event),
        Line(
            "the coordinator hands over to a lead", Given.open, by: "cor", HandOver(person: "lea").command,
            refused: .alreadySo
        ),
        Line("hand over to oneself", Given.open, HandOver(person: "lea").command, refused: .alreadySo),
        Line(
            "hand over to a guest", Given.open, HandOver(person: "gus").command,
            refused: .notAllowed(needs: .participant)),
        Line(
            "hand over to an evaluator", onlyLea.after(Given.came("eva", .evaluator)), HandOver(person: "eva").command,
            refused: .notAllowed(needs: .participant)),
        Line("hand over to nobody", Given.open, HandOver(person: "nobody").command, refused: .notFound),
        Line(
            "appoint a scribe", Given.open, AppointScribe(person: "bob").command,
            then: ScribeAppointed(person: "bob").event),
        Line("appoint a scribe twice", Given.scribe, AppointScribe(person: "bob").command, refused: .alreadySo),
        Line("appoint a guest as scribe", Given.open, AppointScribe(person: "gus").command, refused: .alreadySo),
        Line(
            "dismiss a scribe", Given.scribe, DismissScribe(person: "bob").command,
            then: ScribeDismissed(person: "bob").event),
        Line("dismiss who is no scribe", Given.open, DismissScribe(person: "bob").command, refused: .alreadySo),
    ])
    func roles(_ line: Line) { line.check() }

    @Test("two co-leads lead, and either can go while one stays")
    func coLeads() {
        let two = Self.onlyLea.after(AppointLead(person: "ann").command)
        #expect(two.people.values.filter { $0.role.isLeading }.count == 2)
        let one = two.after(DismissLead(person: "lea").command, by: "ann")
        #expect(one.people["lea"]?.role == .participant)
        Line("then the last one stays", one, by: "ann", DismissLead(person: "ann").command, refused: .lastLead).check()
    }

    @Test("a scribe who becomes a lead taps as a lead")
    func scribeBecomesLead() {
        let room = Given.scribe.after(AppointLead(person: "bob").command)
        #expect(room.people["bob"]?.isScribe == false)
        Line(
            "their tap", room, by: "bob", StartTurn(person: "ann").command,
            then: TurnStarted(person: "ann", source: .leadTap).event
        ).check()
    }

    @Test("whoever left comes back as who they were")
    func leaveAndReturn() {
        let left = Given.scribe.after(SetMode(person: nil, mode: .phoneIn).command, by: "bob")
            .after(TakeLeave(reason: .connection).command, by: "bob")
        #expect(left.people["bob"]?.leftAt == left.at)
        #expect(left.people["bob"]?.isPresent == false)
        let back = left.after(BeginPresence(person: "bob").command, by: .system)
        #expect(back.people["bob"]?.leftAt == nil)
        #expect(back.people["bob"]?.isPresent == true)
        #expect(back.people["bob"]?.mode == .phoneIn)
        #expect(back.people["bob"]?.isScribe == true)
        #expect(back.people["bob"]?.joinedAt == Given.open.people["bob"]?.joinedAt)
    }
}
