// Knows the names of all commands, so that a table or a random play can say what it does with each. A new command
// fails the tests until it is here.

@testable import Meetings

/// The commands of a room, by name.
enum CommandKind: String, CaseIterable, Sendable {
    case plan, join, beginPresence, endPresence, bringIn, beginRecording, noteMessage
    case recallTopics
    case retitle, schedule, setOptions, openMeeting, endMeeting, reopenMeeting, lockRoom, unlockRoom
    case admit, deny, checkIn, checkOut, remove, moveToLobby, rename, setMode, setTier, takeLeave
    case appointLead, dismissLead, handOver, appointScribe, dismissScribe
    case openSegment, openNext, openPrevious, adjustTimebox, skipSegment
    case addSegment, editSegment, moveSegment, removeSegment
    case answerPulse, closePulse
    case postMessage, correctMessage, withdrawMessage, hideMessage, react, unreact
    case raiseHand, lowerHand, callOn, startTurn, noteSpeech, endTurn, openView
    case askQuestion, supportQuestion, markAnswered, hideQuestion
    case setTopics, setOffers, setNeeds, setTeaching, setPairRules, saveDraft, dropDraft
    case formGroups, openGroup, movePeople, editGroup, endGroups, visitGroup, signal, announce
    case writeCard, editCard, moveCard, withdrawCard, starCard, unstarCard

    /// The command that the golden file of this kind holds.
    var sample: Command { Self.samples[self]! }

    private static let samples = Dictionary(
        uniqueKeysWithValues: Command.samples.map { (CommandKind(rawValue: $0.kind)!, $0) })
}

/// The commands of a network, by name.
enum NetworkCommandKind: String, CaseIterable, Sendable {
    case optInBuddy, optOutBuddy, blockBuddy, unblockBuddy, proposeBuddies, acceptBuddy, declineBuddy, setBuddyGoal,
        writeBuddyNote, removeBuddyNote, setBuddyDate, pauseBuddies, checkInBuddy, leaveBuddies, removeMember

    /// The command that the golden file of this kind holds.
    var sample: NetworkCommand { Self.samples[self]! }

    private static let samples = Dictionary(
        uniqueKeysWithValues: NetworkCommand.samples.map { (NetworkCommandKind(rawValue: $0.kind)!, $0) })
}
