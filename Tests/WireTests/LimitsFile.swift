// Knows what is written into Web/shared/limits.json, by name: a limit of the domain under its own, one of the network or
// of the advice about agendas with that before it.

import Meetings
import Wire

enum LimitsFile {
    /// Where limits are declared, and what stands before their names in the file.
    static let sources = [
        (file: "Limits.swift", prefix: ""), (file: "NetworkLimits.swift", prefix: "network"),
        (file: "AgendaCheck.swift", prefix: "agenda"),
    ]

    static let limits: [String: Int] = [
        "nameLength": Limits.nameLength,
        "schoolLength": Limits.schoolLength,
        "titleLength": Limits.titleLength,
        "zoneLength": Limits.zoneLength,
        "noteLength": Limits.noteLength,
        "messageLength": Limits.messageLength,
        "questionLength": Limits.questionLength,
        "segments": Limits.segments,
        "people": Limits.people,
        "waiting": Limits.waiting,
        "peopleAtTable": Limits.peopleAtTable,
        "messages": Limits.messages,
        "questions": Limits.questions,
        "timeboxStepSeconds": Limits.timeboxStepSeconds,
        "recordingLength": Limits.recordingLength,
        "recordingFlags": Limits.recordingFlags,
        "topics": Limits.topics,
        "topicLength": Limits.topicLength,
        "topicsPerPerson": Limits.topicsPerPerson,
        "groups": Limits.groups,
        "peopleInGroup": Limits.peopleInGroup,
        "rounds": Limits.rounds,
        "drafts": Limits.drafts,
        "pairRules": Limits.pairRules,
        "taskLength": Limits.taskLength,
        "linkLength": Limits.linkLength,
        "cardLength": Limits.cardLength,
        "cards": Limits.cards,
        "announcementLength": Limits.announcementLength,
        "announcements": Limits.announcements,
        "engineLength": Limits.engineLength,
        "denials": Limits.denials,
        "networkContactLength": NetworkLimits.contactLength,
        "networkSkillLength": NetworkLimits.skillLength,
        "networkSkills": NetworkLimits.skills,
        "networkGoalLength": NetworkLimits.goalLength,
        "networkNoteLength": NetworkLimits.noteLength,
        "networkDateTextLength": NetworkLimits.dateTextLength,
        "networkNotes": NetworkLimits.notes,
        "networkMembers": NetworkLimits.members,
        "networkBlocks": NetworkLimits.blocks,
        "networkMeetingLength": NetworkLimits.meetingLength,
        "networkEngineLength": NetworkLimits.engineLength,
        "networkDaysAhead": NetworkLimits.daysAhead,
        "agendaTalkPercent": AgendaCheck.talkPercent,
        "agendaWithoutActSeconds": AgendaCheck.withoutActSeconds,
        "agendaHandsOnSeconds": AgendaCheck.handsOnSeconds,
        "agendaReflectionSeconds": AgendaCheck.reflectionSeconds,
        "agendaWithoutBreakSeconds": AgendaCheck.withoutBreakSeconds,
        "messagesInWelcome": RoomView.messageCount,
        // Of the store, whose own tests compare it (PasswordTests).
        "passwordLeastCharacters": 12,
    ]

    static let bounds: [String: ClosedRange<Int>] = [
        "timeboxSeconds": Limits.timeboxSeconds,
        "speechWords": Limits.speechWords,
        "speechCharacters": Limits.speechCharacters,
        "messageWords": Limits.messageWords,
        "tables": Limits.tables,
        "seeds": Int(Limits.seeds.lowerBound)...Int(Limits.seeds.upperBound),
        "networkFarthestKilometres": NetworkLimits.farthestKilometres,
        "networkLatitudeTenths": NetworkLimits.latitudeTenths,
        "networkLongitudeTenths": NetworkLimits.longitudeTenths,
        "networkBuddies": NetworkLimits.buddies,
    ]

    static func name(_ name: String, prefix: String) -> String {
        prefix.isEmpty ? name : prefix + name.prefix(1).uppercased() + name.dropFirst()
    }
}
