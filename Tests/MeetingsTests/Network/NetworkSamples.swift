// Knows one event and one command of each kind of a network, with every field filled: what the golden files hold.

@testable import Meetings

private let rule = BuddyRule(
    subject: .different, phase: .same, farthestKilometres: 40, allowsSameSchool: true)

extension NetworkEvent {
    /// One of each kind.
    static let samples: [NetworkEvent] = [
        BuddyOptedIn(
            person: "p7", phase: .secondary, band: .sixToTen, farthestKilometres: 40, contact: "sian@example.org",
            place: RoughPlace(latitudeTenths: 532, longitudeTenths: -41), subject: "Cyfrifiadureg",
            offers: ["python"], needs: ["CAD", "SEND"]
        ).event,
        BuddyOptedOut(person: "p7").event,
        BuddyBlocked(person: "p7", other: "p8").event,
        BuddyUnblocked(person: "p7", other: "p8").event,
        BuddiesProposed(
            round: "r6", rule: rule,
            groups: [
                ProposedBuddies(
                    pair: "b6-1", members: ["p7", "p8"],
                    reasons: [BuddyReason(.gives, "p7", "p8"), BuddyReason(.near, "p7", "p8", kilometres: 20)])
            ],
            unmatched: [UnmatchedBuddy("p9", .nobodyWithinReach)], engine: "blossom/1", points: 61
        ).event,
        BuddyAccepted(pair: "b6-1", person: "p7").event,
        BuddyDeclined(pair: "b6-1", person: "p7").event,
        BuddiesMade(pair: "b6-1").event,
        BuddyGoalSet(pair: "b6-1", person: "p7", text: "One lesson each").event,
        BuddyNoteWritten(pair: "b6-1", note: "n12", person: "p7", text: "Wela i di ddydd Iau", words: 5).event,
        BuddyNoteRemoved(pair: "b6-1", note: "n12").event,
        BuddyDateSet(pair: "b6-1", person: "p7", day: "2026-03-26", text: "16:15, Teams").event,
        BuddyPaused(pair: "b6-1", person: "p7", until: 1_775_001_600_000).event,
        BuddyCheckedIn(pair: "b6-1", person: "p7", occasion: .meeting, meeting: "m2", outcome: .tried).event,
        BuddyLeft(pair: "b6-1", person: "p7").event,
        BuddiesEnded(pair: "b6-1", end: .newRound).event,
        PromptKept(
            prompt: "o17", kind: .choice, text: "What will you try?", purpose: "So that something follows",
            choices: ["Cress", "A lamp"], isMultiple: true, circle: .named, seconds: 180, key: "own.o17"
        ).event,
        PromptDropped(prompt: "o17").event,
        ComplaintMade(
            complaint: "c19", person: "p7", meeting: "m2", text: "I was not there", contact: "sian@example.org",
            isObjection: true
        ).event,
        ComplaintAcknowledged(complaint: "c19").event,
        ComplaintSettled(complaint: "c19", outcome: "It was corrected").event,
        DataSeen(look: .minutes, account: "a1", by: "p7", meeting: "m2", person: "p8").event,
        SeriesNamed(series: "s19", name: "Tymor y gwanwyn").event,
        SeriesDropped(series: "s19").event,
        MeetingPlaced(meeting: "m2", series: "s19").event,
        MeetingTakenOut(meeting: "m2").event,
        PackReleased(
            pack: "k20", series: "s19", key: "7q3d", ranges: [PackRange(meeting: "m2", last: 311)], by: .evaluator
        ).event,
        PackHandedOut(pack: "k20", form: .spreadsheet, hash: "00ff", bytes: 8_123, by: .operator).event,
    ]
}

extension NetworkCommand {
    /// One of each kind.
    static let samples: [NetworkCommand] = [
        OptInBuddy(
            wish: BuddyWish(
                farthestKilometres: 40, contact: "sian@example.org",
                place: RoughPlace(latitudeTenths: 532, longitudeTenths: -41), phase: .secondary,
                subject: "Cyfrifiadureg", band: .sixToTen, offers: ["python"], needs: ["CAD"])
        ).command,
        OptOutBuddy().command,
        BlockBuddy(person: "p8").command,
        UnblockBuddy(person: "p8").command,
        ProposeBuddies(
            proposal: BuddyProposal(
                rule: BuddyRule(farthestKilometres: 40), isForEverybody: true,
                groups: [ProposedBuddies(members: ["p7", "p8"], reasons: [BuddyReason(.noNeed, "p7", "p8")])],
                unmatched: [UnmatchedBuddy("p9", .allTaken)], engine: "blossom/1", points: 61)
        ).command,
        AcceptBuddy(pair: "b6-1").command,
        DeclineBuddy(pair: "b6-1").command,
        SetBuddyGoal(pair: "b6-1", text: "One lesson each").command,
        WriteBuddyNote(pair: "b6-1", text: "Thursday?").command,
        RemoveBuddyNote(pair: "b6-1", note: "n12").command,
        SetBuddyDate(pair: "b6-1", day: "2026-03-26", text: "16:15, Teams").command,
        PauseBuddies(pair: "b6-1", until: "2026-04-01").command,
        CheckInBuddy(pair: "b6-1", occasion: .weekTwo, meeting: nil, outcome: .met).command,
        LeaveBuddies(pair: "b6-1").command,
        RemoveMember(person: "p7").command,
        KeepPrompt(prompt: "o17", plan: .sample).command,
        DropPrompt(prompt: "o17").command,
        MakeComplaint(meeting: "m2", text: "I was not there", contact: "sian@example.org", isObjection: true).command,
        AcknowledgeComplaint(complaint: "c19").command,
        SettleComplaint(complaint: "c19", outcome: "It was corrected").command,
        NoteLook(.minutes, account: "a1", by: "p7", meeting: "m2", person: "p8").command,
        MakeSeries(name: "Tymor y gwanwyn", meeting: "m2").command,
        RenameSeries(series: "s19", name: "Spring term").command,
        DropSeries(series: "s19").command,
        PlaceMeeting(meeting: "m2", series: "s19").command,
        TakeOutMeeting(meeting: "m2").command,
        ReleasePack(series: "s19", key: "7q3d", ranges: [PackRange(meeting: "m2", last: 311)]).command,
        HandOutPack(pack: "k20", form: .plain, hash: "00ff", bytes: 8_123).command,
    ]
}
