// Knows what is promised of the door: joining, lobby, lock, removal, presence.

import Testing

@testable import Meetings

@Suite struct DoorTests {
    private static let lobby = Options(lobby: true)
    private static let wilTwice = Given.lobby.after(Deny(person: "wil").command).after(Given.join("wil"), by: .system)
        .after(Deny(person: "wil").command)
    private static let full = Given.open.after(
        (0..<(Limits.people - Given.open.people.count)).map { Given.came(PersonID(rawValue: "x\($0)")) },
        at: Given.open.at)
    private static let crowd = Given.lobby.after(
        (0..<(Limits.waiting - 1)).map {
            PersonWaited(
                person: PersonID(rawValue: "w\($0)"), mode: .remote, tier: .pseudonymous, name: "W", school: nil
            ).event
        }, at: Given.lobby.at)

    @Test(arguments: [
        Line(
            "a newcomer with text made fit", Given.open, by: .system,
            Given.join("new", name: " Siân \u{202E}", school: "  "), then: Given.came("new", school: nil)),
        Line("a newcomer before the opening", Given.planned, by: .system, Given.join("new"), refused: .meetingNotOpen),
        Line("a newcomer after the end", Given.ended, by: .system, Given.join("new"), refused: .meetingOver),
        Line("a newcomer and the lock", Given.locked, by: .system, Given.join("new"), refused: .roomLocked),
        Line("a guest and the lock", Given.locked, by: .system, Given.join("new", .guest), refused: .roomLocked),
        Line(
            "a lead comes in before the opening", Given.planned, by: .system, Given.join("new", .lead),
            then: Given.came("new", .lead)),
        Line(
            "a coordinator passes the lock", Given.locked, by: .system, Given.join("new", .coordinator),
            then: Given.came("new", .coordinator)),
        Line(
            "an evaluator has no place in a live room", Given.open, by: .system, Given.join("new", .evaluator),
            refused: .notAllowed(needs: .participant)),
        Line("somebody who is in", Given.open, by: .system, Given.join("ann"), refused: .alreadySo),
        Line("somebody who waits", Given.lobby, by: .system, Given.join("wil"), refused: .alreadySo),
        Line(
            "a newcomer and the lobby", Given.lobby, by: .system, Given.join("new"),
            then: PersonWaited(
                person: "new", mode: .remote, tier: .pseudonymous, name: "Siân", school: "Ysgol Glan Môr"
            ).event),
        Line(
            "a guest passes the lobby", Given.lobby, by: .system, Given.join("new", .guest),
            then: Given.came("new", .guest)),
        Line("a name of nothing", Given.open, by: .system, Given.join("new", name: "\u{2066} "), refused: .textMissing),
        Line(
            "a name of joiners alone", Given.open, by: .system, Given.join("new", name: "\u{200D}\u{200C}"),
            refused: .textMissing),
        Line(
            "a name too long", Given.open, by: .system,
            Given.join("new", name: String(repeating: "n", count: Limits.nameLength + 1)),
            refused: .textTooLong(limit: Limits.nameLength)),
        Line(
            "a school too long", Given.open, by: .system,
            Given.join("new", school: String(repeating: "s", count: Limits.schoolLength + 1)),
            refused: .textTooLong(limit: Limits.schoolLength)),
        Line("a full room", full, by: .system, Given.join("new"), refused: .tooMany(limit: Limits.people)),
        Line(
            "a lead comes into a full room", full, by: .system, Given.join("new", .lead), then: Given.came("new", .lead)
        ),
        Line("a full lobby", crowd, by: .system, Given.join("new"), refused: .tooMany(limit: Limits.waiting)),
        Line("a person says join", Given.open, by: "lea", Given.join("new"), refused: .notAllowed(needs: .lead)),
    ])
    func joining(_ line: Line) { line.check() }

    @Test(arguments: [
        Line("admit", Given.lobby, Admit(person: "wil").command, then: Given.came("wil", name: "Wil")),
        Line(
            "admit twice", Given.lobby.after(Admit(person: "wil").command), Admit(person: "wil").command,
            refused: .notFound),
        Line("admit nobody", Given.open, Admit(person: "nobody").command, refused: .notFound),
        Line(
            "admit into a full room",
            full.after(PersonWaited(person: "wil", mode: .remote, tier: .quotable, name: "Wil", school: nil).event),
            Admit(person: "wil").command, refused: .tooMany(limit: Limits.people)),
        Line(
            "a wait ends", Given.lobby, by: .system, EndWait(person: "wil").command,
            then: WaitEnded(person: "wil").event),
        Line(
            "a wait ends twice", Given.lobby.after(WaitEnded(person: "wil").event), by: .system,
            EndWait(person: "wil").command, refused: .alreadySo),
        Line(
            "the wait of somebody who is in", Given.open, by: .system, EndWait(person: "ann").command,
            refused: .alreadySo),
        Line(
            "whose wait ended knocks again", Given.lobby.after(WaitEnded(person: "wil").event), by: .system,
            Given.join("wil"),
            then: PersonWaited(
                person: "wil", mode: .remote, tier: .pseudonymous, name: "Siân", school: "Ysgol Glan Môr"
            ).event),
        Line(
            "a lead ends nobody's wait", Given.lobby, EndWait(person: "wil").command,
            refused: .notAllowed(needs: .lead)),
        Line("deny", Given.lobby, Deny(person: "wil").command, then: PersonDenied(person: "wil").event),
        Line(
            "deny twice", Given.lobby.after(Deny(person: "wil").command), Deny(person: "wil").command,
            refused: .notFound),
        Line(
            "denied once, back at the door", Given.lobby.after(Deny(person: "wil").command), by: .system,
            Given.join("wil", name: "Wil", school: nil),
            then: PersonWaited(person: "wil", mode: .remote, tier: .pseudonymous, name: "Wil", school: nil).event),
        Line("denied twice stays out", wilTwice, by: .system, Given.join("wil"), refused: .shutOut),
        Line("denied twice stays out as a guest", wilTwice, by: .system, Given.join("wil", .guest), refused: .shutOut),
        Line(
            "whoever waits does nothing", Given.lobby, by: "wil", RaiseHand(person: nil).command,
            refused: .waitingInLobby),
        Line(
            "a participant admits", Given.lobby, by: "ann", Admit(person: "wil").command,
            refused: .notAllowed(needs: .lead)),
    ])
    func lobby(_ line: Line) { line.check() }

    @Test(arguments: [
        Line(
            "remove", Given.open, Remove(person: "ann").command,
            then: PresenceEnded(person: "ann", reason: .moved).event,
            PersonRemoved(person: "ann").event),
        Line(
            "remove who speaks with a hand up", Given.speaking.after(RaiseHand(person: nil).command, by: "ann"),
            Remove(person: "ann").command, delay: 4_000, then: TurnEnded(person: "ann", milliseconds: 5_000).event,
            HandLowered(person: "ann", source: .leadTap).event, PresenceEnded(person: "ann", reason: .moved).event,
            PersonRemoved(person: "ann").event),
        Line("remove who is away", away, Remove(person: "ann").command, then: PersonRemoved(person: "ann").event),
        Line("remove nobody", Given.open, Remove(person: "nobody").command, refused: .notFound),
        Line("remove oneself", Given.open, Remove(person: "lea").command, refused: .notAllowed(needs: .lead)),
        Line(
            "remove the coordinator", Given.open, Remove(person: "cor").command,
            refused: .notAllowed(needs: .coordinator)),
        Line(
            "the coordinator removes a lead", Given.open, by: "cor", Remove(person: "lea").command,
            then: PresenceEnded(person: "lea", reason: .moved).event, PersonRemoved(person: "lea").event),
        Line("removed, at the door again", gone, by: .system, Given.join("ann"), refused: .shutOut),
        Line("removed, as a lead", gone, by: .system, Given.join("ann", .lead), refused: .shutOut),
        Line("removed, acts", gone, by: "ann", PostMessage(text: "Hi", re: nil).command, refused: .shutOut),
        Line("removed, on a live socket", gone, by: .system, BeginPresence(person: "ann").command, refused: .notFound),
        Line(
            "back to the lobby", Given.open, MoveToLobby(person: "ann").command,
            then: PresenceEnded(person: "ann", reason: .moved).event, PersonReturnedToLobby(person: "ann").event),
        Line("back to the lobby, nobody", Given.open, MoveToLobby(person: "nobody").command, refused: .notFound),
        Line(
            "the coordinator to the lobby", Given.open, MoveToLobby(person: "cor").command,
            refused: .notAllowed(needs: .coordinator)),
        Line(
            "in the lobby they cannot act", Given.open.after(MoveToLobby(person: "ann").command), by: "ann",
            RaiseHand(person: nil).command, refused: .waitingInLobby),
    ])
    func removal(_ line: Line) { line.check() }

    private static let gone = Given.open.after(Remove(person: "ann").command)
    private static let away = Given.open.after(EndPresence(person: "ann", reason: .lost).command, by: .system)

    @Test(arguments: [
        Line(
            "back on a new connection", away, by: .system, BeginPresence(person: "ann").command,
            then: PresenceBegan(person: "ann", mode: .remote).event),
        Line("present already", Given.open, by: .system, BeginPresence(person: "ann").command, refused: .alreadySo),
        Line(
            "present before the opening", Given.planned, by: .system, BeginPresence(person: "lea").command,
            refused: .alreadySo
        ),
        Line(
            "present after the end", Given.ended, by: .system, BeginPresence(person: "lea").command, refused: .alreadySo
        ),
        Line("a stranger", Given.open, by: .system, BeginPresence(person: "nobody").command, refused: .notFound),
        Line(
            "lost", Given.open, by: .system, EndPresence(person: "ann", reason: .lost).command,
            then: PresenceEnded(person: "ann", reason: .lost).event),
        Line(
            "lost twice", away, by: .system, EndPresence(person: "ann", reason: .lost).command, refused: .alreadySo),
        Line(
            "a person says it", Given.open, EndPresence(person: "ann", reason: .left).command,
            refused: .notAllowed(needs: .lead)),
        Line("acts while away", away, by: "ann", RaiseHand(person: nil).command, refused: .notPresent),
        Line(
            "a stranger acts", Given.open, by: "nobody", OpenNext().command, refused: .notAllowed(needs: .participant)),
    ])
    func presence(_ line: Line) { line.check() }

    @Test("a lead who was moved to the lobby comes back as a participant")
    func movedLeadIsParticipant() {
        let room = Given.open.after(MoveToLobby(person: "lea").command, by: "cor").after(
            Admit(person: "lea").command, by: "cor")
        #expect(room.people["lea"]?.role == .participant)
        #expect(room.people["lea"]?.isPresent == false)
    }

    @Test("denials are counted, also of somebody who was in before")
    func denialsAreCounted() {
        #expect(Self.wilTwice.denials == ["wil": 2])
        #expect(Self.wilTwice.waiting.isEmpty)
        let room = Given.open.after(MoveToLobby(person: "ann").command).after(Deny(person: "ann").command)
        #expect(room.people["ann"] == nil)
        #expect(room.denials["ann"] == 1)
    }
}
