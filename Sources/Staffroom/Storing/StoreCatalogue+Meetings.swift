// Knows how the store answers what the interface asks about meetings and their links.

import Interface
import Meetings
import Storage

extension StoreCatalogue: MeetingCatalogue {
    func meeting(_ id: String, network: String) async throws -> MeetingRecord? {
        try await store.meeting(id, network: network).map(MeetingRecord.init)
    }

    func meeting(code: String) async throws -> MeetingRecord? {
        try await store.meeting(code: code).map(MeetingRecord.init)
    }

    func network(ofMeeting id: String) async throws -> String? { try await store.network(ofMeeting: id) }

    func meetings(network: String) async throws -> [MeetingRecord] {
        try await store.meetings(network: network, includingArchived: true).map(MeetingRecord.init)
    }

    func addMeeting(
        network: String, title: String, plannedStart: Instant?, zone: String, isSample: Bool, isRehearsal: Bool,
        at now: Instant
    ) async throws -> MeetingRecord {
        MeetingRecord(
            try await store.createMeeting(
                network: network, title: title, plannedStart: plannedStart, zone: zone, isSample: isSample,
                isRehearsal: isRehearsal, now: now))
    }

    func archiveMeeting(_ id: String, network: String, at now: Instant) async throws -> Bool {
        do {
            try await store.archiveMeeting(id, network: network, now: now)
            return true
        } catch StoreError.notFound {
            return false
        }
    }

    func reopenMeeting(_ id: String, network: String) async throws -> MeetingRecord? {
        do {
            return MeetingRecord(try await store.reopenMeeting(id, network: network))
        } catch StoreError.notFound {
            return nil
        }
    }

    func deleteMeeting(_ id: String, network: String) async throws -> Bool {
        do {
            try await store.deleteMeeting(id, network: network)
            return true
        } catch StoreError.notFound {
            return false
        }
    }

    func link(_ token: String) async throws -> LinkRecord? {
        try await store.link(token).map { link in
            LinkRecord(
                network: link.network, meeting: link.meeting, kind: DoorKind(link.kind),
                person: link.person.map(PersonID.init(rawValue:)))
        }
    }

    func linkToken(_ kind: DoorKind, of meeting: MeetingRecord, person: PersonID?) async throws -> String {
        try await store.linkToken(
            network: meeting.network, meeting: meeting.id, kind: LinkKind(kind), person: person?.rawValue)
    }
}

extension MeetingRecord {
    init(_ row: MeetingRow) {
        self.init(
            id: row.id, network: row.network, title: row.title, plannedStart: Limits.sane(row.plannedStart),
            zone: row.zone,
            code: row.code, phase: row.phase, isSample: row.isSample, isRehearsal: row.isRehearsal,
            isArchived: row.archived != nil)
    }
}

extension DoorKind {
    fileprivate init(_ kind: LinkKind) {
        switch kind {
        case .room: self = .room
        case .personal: self = .personal
        case .guest: self = .guest
        case .wall: self = .wall
        }
    }
}

extension LinkKind {
    fileprivate init(_ kind: DoorKind) {
        switch kind {
        case .room: self = .room
        case .personal: self = .personal
        case .guest: self = .guest
        case .wall: self = .wall
        }
    }
}
