// Meetings and their links in memory.

@testable import Interface
@testable import Meetings

extension MemoryCatalogue: MeetingCatalogue {
    func meeting(_ id: String, network: String) -> MeetingRecord? {
        meetings[id].flatMap { $0.network == network ? $0 : nil }
    }

    func meeting(code: String) -> MeetingRecord? {
        meetings.values.first { $0.code == code.uppercased() && !$0.isArchived }
    }

    func network(ofMeeting id: String) throws -> String? {
        try check()
        return meetings[id]?.network
    }

    func meetings(network: String) throws -> [MeetingRecord] {
        try check()
        return meetings.values.filter { $0.network == network }.sorted { $0.id < $1.id }
    }

    func addMeeting(
        network: String, title: String, plannedStart: Instant?, zone: String, isSample: Bool, isRehearsal: Bool,
        at now: Instant
    ) async -> MeetingRecord {
        let id = fresh("m")
        let meeting = MeetingRecord(
            id: id, network: network, title: title, plannedStart: plannedStart, zone: zone,
            code: "CODE\(id)".uppercased(),
            phase: .planned, isSample: isSample, isRehearsal: isRehearsal, isArchived: false)
        await add(meeting)
        return meeting
    }

    /// What the log would say of it.
    func set(_ meeting: String, _ phase: Phase) { meetings[meeting]?.phase = phase }

    func archiveMeeting(_ id: String, network: String, at now: Instant) -> Bool {
        guard meetings[id]?.isArchived == false else { return false }
        meetings[id]?.isArchived = true
        links = links.filter { $0.value.meeting != id }
        return true
    }

    func reopenMeeting(_ id: String, network: String) -> MeetingRecord? {
        guard meetings[id]?.isArchived == true else { return nil }
        meetings[id]?.isArchived = false
        return meetings[id]
    }

    func deleteMeeting(_ id: String, network: String) -> Bool {
        guard meetings[id]?.phase == .planned else { return false }
        meetings[id] = nil
        return true
    }

    func link(_ token: String) -> LinkRecord? { links[token] }

    func linkToken(_ kind: DoorKind, of meeting: MeetingRecord, person: PersonID?) -> String {
        let token = "\(kind.rawValue)-\(meeting.id)-\(person?.rawValue ?? "")"
        links[token] = LinkRecord(network: meeting.network, meeting: meeting.id, kind: kind, person: person)
        return token
    }
}
