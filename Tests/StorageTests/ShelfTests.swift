import Foundation
import Log
import Meetings
import Testing

@testable import Storage

/// Meetings leave the list, come back, or go for good with all that was logged of them.
@Suite struct ShelfTests {
    @Test func anArchivedMeetingComesBackWithItsCode() async throws {
        let directory = TestDirectory()
        let store = try directory.open()
        let network = try await store.makeNetwork()
        let made = try await store.createMeeting(network: network.id, title: "One", zone: "Europe/London", now: 1)
        let before = try await store.makeLink(network: network.id, meeting: made.id, kind: .room)
        await #expect(throws: StoreError.notFound) {
            try await store.reopenMeeting(made.id, network: network.id)
        }
        try await store.archiveMeeting(made.id, network: network.id, now: 2)
        let back = try await store.reopenMeeting(made.id, network: network.id)
        #expect(back == made)
        #expect(try await store.link(before) == nil)
        let after = try await store.makeLink(network: network.id, meeting: made.id, kind: .room)
        #expect(after != before)
        #expect(try await store.link(after)?.meeting == made.id)
        try await store.close()
    }

    @Test func aCodeThatWasTakenMeanwhileIsReplaced() async throws {
        let directory = TestDirectory()
        let store = try directory.open()
        let network = try await store.makeNetwork()
        let made = try await store.createMeeting(network: network.id, title: "One", zone: "Europe/London", now: 1)
        try await store.archiveMeeting(made.id, network: network.id, now: 2)
        _ = try await store.take(code: made.code, network: network.id)
        let back = try await store.reopenMeeting(made.id, network: network.id)
        #expect(back.code != made.code)
        #expect(try await store.meeting(code: back.code)?.id == made.id)
        try await store.close()
    }

    @Test func aPlannedMeetingIsDeletedWithItsLog() async throws {
        let directory = TestDirectory()
        let store = try directory.open()
        let network = try await store.makeNetwork()
        let gone = try await store.createMeeting(network: network.id, title: "One", zone: "Europe/London", now: 1)
        let kept = try await store.createMeeting(network: network.id, title: "Two", zone: "Europe/London", now: 1)
        _ = try await store.makeLink(network: network.id, meeting: gone.id, kind: .room)
        try await store.add([event(personal: personal("a secret plan"))], to: gone.id)
        try await store.add([event()], to: kept.id)
        try await store.mark()
        try await store.deleteMeeting(gone.id, network: network.id)
        #expect(try await store.meetings(network: network.id, includingArchived: true).map(\.id) == [kept.id])
        #expect(try await store.heads().map(\.stream) == [kept.id])
        // What a room in memory still wishes to store has nothing to follow.
        let late = await store.append([Submission(stream: gone.id, expectedSequence: 1, entries: [event()])])
        #expect(late[0].isFailure)
        try await store.close()
        // No mark points to what is gone, and no word of it is left.
        let again = try directory.open()
        #expect(try Examination.of(directory: directory.url).isGood)
        try await again.close()
        #expect(try directory.files(containing: "a secret plan").isEmpty)
    }

    @Test(arguments: [Phase.open, .ended]) func whatWasOpenedIsNotDeleted(_ phase: Phase) async throws {
        let directory = TestDirectory()
        let store = try directory.open()
        let network = try await store.makeNetwork()
        let other = try await store.makeNetwork("South")
        let made = try await store.createMeeting(network: network.id, title: "One", zone: "Europe/London", now: 1)
        await #expect(throws: StoreError.notFound) {
            try await store.deleteMeeting(made.id, network: other.id)
        }
        try await store.updateMeeting(made.id, network: network.id, phase: phase)
        try await store.add([event()], to: made.id)
        await #expect(throws: StoreError.notFound) {
            try await store.deleteMeeting(made.id, network: network.id)
        }
        #expect(try await store.lastSequence(made.id) == 1)
        try await store.close()
    }
}

extension Result {
    fileprivate var isFailure: Bool {
        if case .failure = self { return true }
        return false
    }
}

extension Store {
    /// Another meeting that happens to draw this code.
    fileprivate func take(code: String, network: String) throws -> MeetingRow {
        try createMeeting(
            network: network, title: "Other", plannedStart: nil, zone: "Europe/London", isSample: false,
            isRehearsal: false, now: 1
        ) { code }
    }
}
