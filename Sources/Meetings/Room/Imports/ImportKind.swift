// Knows which reports of other programs can be brought into a meeting.

/// What kind of report a file is.
public enum ImportKind: String, Codable, CaseIterable, Sendable {
    case teamsAttendance = "teams_attendance"
    case zoomParticipants = "zoom_participants"
    case teamsTranscript = "teams_transcript"
    case zoomTranscript = "zoom_transcript"
    case zoomChat = "zoom_chat"
}

/// What somebody on the call was there.
public enum CallerForm: String, Codable, CaseIterable, Sendable {
    case person
    /// A number that was dialled in; who spoke there nobody knows.
    case phone
    /// An account of a room: perhaps several people.
    case room
}
