// Knows what is promised of the door: joining, lobby, lock, removal, presence.

import Meetings
import Testing

@Suite struct DoorTests {
    private static let lobby = Options(lobby: true)
    private static let wilTwice = Given.lobby.after(.deny(person: "wil")).after(Given.join("wil"), by: .system)
        .after(.deny(person: "wil"))
    private static let full = Given.open.after(
        (0..<(Limits.people - Given.open.people.count)).map { Given.came(PersonID(rawValue: "x\($0)")) },
        at: Given.open.at)
    private static let crowd = Given.lobby.after(
        (0..<(Limits.waiting - 1)).map {
            .personWaited(
                person: PersonID(rawValue: "w\($0)"), mode: .remote, tier: .pseudonymous, name: "W", school: nil)
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
            then: .personWaited(
                person: "new", mode: .remote, tier: .pseudonymous, name: "Siân", school: "Ysgol Glan Môr")),
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
        Line("admit", Given.lobby, .admit(person: "wil"), then: Given.came("wil", name: "Wil")),
        Line("admit twice", Given.lobby.after(.admit(person: "wil")), .admit(person: "wil"), refused: .notFound),
        Line("admit nobody", Given.open, .admit(person: "nobody"), refused: .notFound),
        Line(
            "admit into a full room",
            full.after(.personWaited(person: "wil", mode: .remote, tier: .quotable, name: "Wil", school: nil)),
            .admit(person: "wil"), refused: .tooMany(limit: Limits.people)),
        Line("deny", Given.lobby, .deny(person: "wil"), then: .personDenied(person: "wil")),
        Line("deny twice", Given.lobby.after(.deny(person: "wil")), .deny(person: "wil"), refused: .notFound),
        Line(
            "denied once, back at the door", Given.lobby.after(.deny(person: "wil")), by: .system,
            Given.join("wil", name: "Wil", school: nil),
            then: .personWaited(person: "wil", mode: .remote, tier: .pseudonymous, name: "Wil", school: nil)),
        Line("denied twice stays out", wilTwice, by: .system, Given.join("wil"), refused: .shutOut),
        Line("denied twice stays out as a guest", wilTwice, by: .system, Given.join("wil", .guest), refused: .shutOut),
        Line("whoever waits does nothing", Given.lobby, by: "wil", .raiseHand(person: nil), refused: .waitingInLobby),
        Line("a participant admits", Given.lobby, by: "ann", .admit(person: "wil"), refused: .notAllowed(needs: .lead)),
    ])
    func lobby(_ line: Line) { line.check() }

    @Test(arguments: [
        Line(
            "remove", Given.open, .remove(person: "ann"), then: .presenceEnded(person: "ann", reason: .moved),
            .personRemoved(person: "ann")),
        Line(
            "remove who speaks with a hand up", Given.speaking.after(.raiseHand(person: nil), by: "ann"),
            .remove(person: "ann"), delay: 4_000, then: .turnEnded(person: "ann", milliseconds: 5_000),
            .handLowered(person: "ann", source: .leadTap), .presenceEnded(person: "ann", reason: .moved),
            .personRemoved(person: "ann")),
        Line("remove who is away", away, .remove(person: "ann"), then: .personRemoved(person: "ann")),
        Line("remove nobody", Given.open, .remove(person: "nobody"), refused: .notFound),
        Line("remove oneself", Given.open, .remove(person: "lea"), refused: .notAllowed(needs: .lead)),
        Line(
            "remove the coordinator", Given.open, .remove(person: "cor"), refused: .notAllowed(needs: .coordinator)),
        Line(
            "the coordinator removes a lead", Given.open, by: "cor", .remove(person: "lea"),
            then: .presenceEnded(person: "lea", reason: .moved), .personRemoved(person: "lea")),
        Line("removed, at the door again", gone, by: .system, Given.join("ann"), refused: .shutOut),
        Line("removed, as a lead", gone, by: .system, Given.join("ann", .lead), refused: .shutOut),
        Line("removed, acts", gone, by: "ann", .postMessage(text: "Hi", re: nil), refused: .shutOut),
        Line("removed, on a live socket", gone, by: .system, .beginPresence(person: "ann"), refused: .notFound),
        Line(
            "back to the lobby", Given.open, .moveToLobby(person: "ann"),
            then: .presenceEnded(person: "ann", reason: .moved), .personReturnedToLobby(person: "ann")),
        Line("back to the lobby, nobody", Given.open, .moveToLobby(person: "nobody"), refused: .notFound),
        Line(
            "the coordinator to the lobby", Given.open, .moveToLobby(person: "cor"),
            refused: .notAllowed(needs: .coordinator)),
        Line(
            "in the lobby they cannot act", Given.open.after(.moveToLobby(person: "ann")), by: "ann",
            .raiseHand(person: nil), refused: .waitingInLobby),
    ])
    func removal(_ line: Line) { line.check() }

    private static let gone = Given.open.after(.remove(person: "ann"))
    private static let away = Given.open.after(.endPresence(person: "ann", reason: .lost), by: .system)

    @Test(arguments: [
        Line(
            "back on a new connection", away, by: .system, .beginPresence(person: "ann"),
            then: .presenceBegan(person: "ann", mode: .remote)),
        Line("present already", Given.open, by: .system, .beginPresence(person: "ann"), refused: .alreadySo),
        Line(
            "present before the opening", Given.planned, by: .system, .beginPresence(person: "lea"), refused: .alreadySo
        ),
        Line("present after the end", Given.ended, by: .system, .beginPresence(person: "lea"), refused: .alreadySo),
        Line("a stranger", Given.open, by: .system, .beginPresence(person: "nobody"), refused: .notFound),
        Line(
            "lost", Given.open, by: .system, .endPresence(person: "ann", reason: .lost),
            then: .presenceEnded(person: "ann", reason: .lost)),
        Line(
            "lost twice", away, by: .system, .endPresence(person: "ann", reason: .lost), refused: .alreadySo),
        Line(
            "a person says it", Given.open, .endPresence(person: "ann", reason: .left),
            refused: .notAllowed(needs: .lead)),
        Line("acts while away", away, by: "ann", .raiseHand(person: nil), refused: .notPresent),
        Line("a stranger acts", Given.open, by: "nobody", .openNext, refused: .notAllowed(needs: .participant)),
    ])
    func presence(_ line: Line) { line.check() }

    @Test("a lead who was moved to the lobby comes back as a participant")
    func movedLeadIsParticipant() {
        let room = Given.open.after(.moveToLobby(person: "lea"), by: "cor").after(.admit(person: "lea"), by: "cor")
        #expect(room.people["lea"]?.role == .participant)
        #expect(room.people["lea"]?.isPresent == false)
    }

    @Test("denials are counted, also of somebody who was in before")
    func denialsAreCounted() {
        #expect(Self.wilTwice.denials == ["wil": 2])
        #expect(Self.wilTwice.waiting.isEmpty)
        let room = Given.open.after(.moveToLobby(person: "ann")).after(.deny(person: "ann"))
        #expect(room.people["ann"] == nil)
        #expect(room.denials["ann"] == 1)
    }
}
