// Knows one command of each kind, with every field filled: what the golden files hold.

@testable import Meetings

private let brief = SegmentPlan(kind: .pause, title: "Paned", timeboxSeconds: 600, note: "In the hall")

extension Command {
    /// One of each kind.
    static let samples: [Command] = frameSamples + groupSamples

    private static let frameSamples: [Command] = [
        Plan(
            title: "Micro:bits", plannedStart: 1_773_334_250_000, zone: "Europe/London", options: Options(),
            segments: [brief]
        ).command,
        Join(
            person: "p7", role: .participant, mode: .remote, tier: .pseudonymous, name: "Siân",
            school: "Ysgol Glan Môr"
        ).command,
        BeginPresence(person: "p7").command,
        EndPresence(person: "p7", reason: .lost).command,
        BringIn(
            person: "p7", by: "p3", mode: .roomNoDevice, tier: .pseudonymous, name: "Siân",
            school: "Ysgol Glan Môr"
        ).command,
        BeginRecording(recording: .sample).command,
        NoteMessage(person: "p7", words: 9).command,
        Retitle(title: "Cylchedau / Circuits").command,
        Schedule(plannedStart: 1_773_334_250_000, zone: "Europe/Dublin").command,
        SetOptions(options: Options(lobby: true, leastHeardFirst: true, pulseAfterTalk: false, chat: false)).command,
        OpenMeeting().command,
        EndMeeting().command,
        ReopenMeeting().command,
        LockRoom().command,
        UnlockRoom().command,
        Admit(person: "p7").command,
        CheckIn(person: "p7").command,
        CheckOut(person: "p7").command,
        Deny(person: "p7").command,
        Remove(person: "p7").command,
        MoveToLobby(person: "p7").command,
        Rename(person: "p7", name: "Siân W", school: "Ysgol y Bryn").command,
        SetMode(person: "p7", mode: .phoneIn).command,
        SetTier(tier: .countOnly).command,
        TakeLeave(reason: .travel).command,
        AppointLead(person: "p7").command,
        DismissLead(person: "p7").command,
        HandOver(person: "p7").command,
        AppointScribe(person: "p7").command,
        DismissScribe(person: "p7").command,
        OpenSegment(segment: "s2").command,
        OpenNext().command,
        OpenPrevious().command,
        AdjustTimebox(segment: "s2", seconds: -60).command,
        SkipSegment(segment: "s2", isConfirmed: true).command,
        AddSegment(plan: brief, index: 1).command,
        EditSegment(segment: "s2", plan: brief).command,
        MoveSegment(segment: "s2", index: 3).command,
        RemoveSegment(segment: "s2").command,
        AnswerPulse(pulse: "u21", answer: .gotIt).command,
        ClosePulse(pulse: "u21").command,
        PostMessage(text: "Bore da,\nbawb", re: "m41").command,
        CorrectMessage(message: "m42", text: "Nos da").command,
        WithdrawMessage(message: "m42").command,
        HideMessage(message: "m42").command,
        React(message: "m42", reaction: .idea).command,
        Unreact(message: "m42", reaction: .question).command,
        RaiseHand(person: "p7").command,
        LowerHand(person: "p7").command,
        CallOn(person: "p7").command,
        StartTurn(person: "p7").command,
        NoteSpeech(person: "p7", words: 12, characters: 61).command,
        EndTurn(person: "p7").command,
        OpenView(person: "p7", view: .queue).command,
        AskQuestion(text: "Why a resistor?").command,
        SupportQuestion(question: "q50").command,
        MarkAnswered(question: "q50").command,
        HideQuestion(question: "q50").command,
    ]

    private static let groupSamples: [Command] = [
        RecallTopics(person: "p7", offers: ["python"], needs: ["cad"], teaching: .primary).command,
        SetTopics(topics: [.sample]).command,
        SetOffers(topics: ["python", "cad"]).command,
        SetNeeds(topics: ["robotics"]).command,
        SetTeaching(teaching: .secondary).command,
        SetPairRules(together: [["p7", "p8"]], apart: [["p8", "p9"]]).command,
        SaveDraft(draft: "d59", title: "By phase", plan: .sample).command,
        DropDraft(draft: "d59").command,
        FormGroups(plan: .sample).command,
        OpenGroup(plan: .sample, reason: .newGroup).command,
        MovePeople(moves: [Move(person: "p7", to: "g60-2", reason: .needs)]).command,
        EditGroup(group: "g60-1", texts: .sample, table: 4, bridge: "p8", roles: GroupRoles(scribe: "p8")).command,
        EndGroups().command,
        VisitGroup(group: "g60-1").command,
        Signal(group: "g60-1", signal: .moreTime).command,
        Announce(text: "Five more minutes").command,
        WriteCard(group: "g60-1", text: "Start here", re: "k70", isReport: true).command,
        EditCard(card: "k71", text: "Start there").command,
        MoveCard(card: "k71", index: 2).command,
        WithdrawCard(card: "k71").command,
        StarCard(card: "k71").command,
        UnstarCard(card: "k71").command,
    ]
}
