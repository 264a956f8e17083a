import Foundation
import Log
import Testing

@testable import Storage

/// What goes with a person, and what does not.
@Suite struct TraceTests {
    let directory = TestDirectory()

    private func part(
        _ json: String, person: String? = nil, object: String? = nil, untilEnd: Bool = false
    ) -> ErasablePart {
        ErasablePart(person: person, object: object, json: bytes(json), untilEnd: untilEnd)
    }

    private func fact(_ kind: String, _ parts: ErasablePart...) -> SealedEntry {
        SealedEntry(
            at: 1_000, actor: nil, event: SealedEvent(kind: kind, version: 1, body: bytes("{}"), parts: parts))
    }

    /// What is left of a stream, by sequence.
    private func left(_ store: Store, _ stream: String) async throws -> [Int64] {
        try await store.entries(stream, after: 0, limit: 100).filter { !$0.parts.isEmpty }.map(\.sequence)
    }

    @Test("what others made of somebody's words goes with them, and what they made of others' words leaves those")
    func objects() async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork()
        let ann = try await store.createPerson(network: network.id, name: "Ann", now: 1)
        let bob = try await store.createPerson(network: network.id, name: "Bob", now: 1)
        let meeting = try await store.createMeeting(network: network.id, title: "Maths", zone: "Etc/UTC", now: 1)
        try await store.add(
            [
                fact("cardWritten", part(#"{"text":"canary"}"#, person: ann.id, object: "c1")),
                fact("cardEdited", part(#"{"text":"canary, said Bob"}"#, person: bob.id, object: "c1")),
                fact("cardWritten", part(#"{"text":"of Bob"}"#, person: bob.id, object: "c2")),
                fact("cardEdited", part(#"{"text":"canary on Bob"}"#, person: ann.id, object: "c2")),
            ], to: meeting.id)
        #expect(try await store.traces(of: ann.id, network: network.id).parts == 3)
        #expect(try await store.erasePerson(ann.id, network: network.id, now: 2) == 3)
        #expect(try await left(store, meeting.id) == [3])
        #expect(try directory.files(containing: "canary") == [])
        #expect(try await store.verify().isEmpty)
    }

    @Test("the same object in another stream is another object")
    func objectsOfOtherStreams() async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork()
        let ann = try await store.createPerson(network: network.id, name: "Ann", now: 1)
        try await store.add([fact("cardWritten", part(#"{"text":"a"}"#, person: ann.id, object: "c1"))], to: "one")
        try await store.add([fact("cardWritten", part(#"{"text":"b"}"#, person: "other", object: "c1"))], to: "two")
        try await store.erasePerson(ann.id, network: network.id, now: 2)
        #expect(try await left(store, "one") == [])
        #expect(try await left(store, "two") == [1])
    }

    @Test("of whoever counts only, the words beside the name go as long as the two can be linked")
    func counted() async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork()
        let ann = try await store.createPerson(network: network.id, name: "Ann", tier: 0, now: 1)
        let meeting = try await store.createMeeting(network: network.id, title: "Maths", zone: "Etc/UTC", now: 1)
        let name = part(#"{"name":"Ann","person":"p"}"#, person: ann.id, untilEnd: true)
        let named = part(#"{"name":"Ann","person":"p"}"#, person: ann.id, object: "m1", untilEnd: true)
        try await store.add(
            [
                fact("announcementMade", part(#"{"text":"canary-1"}"#), name),
                fact("messagePosted", part(#"{"text":"canary-2"}"#, object: "m1"), named),
                fact("messageCorrected", part(#"{"text":"canary-3"}"#, object: "m1")),
            ], to: meeting.id)
        let traces = try await store.traces(of: ann.id, network: network.id)
        #expect(traces.meetings == [meeting.id] && traces.parts == 5)
        try await store.erasePerson(ann.id, network: network.id, now: 2)
        #expect(try await left(store, meeting.id) == [])
        #expect(try directory.files(containing: "canary") == [])
    }

    @Test("a seat that is kept by name goes with whoever had that name, now or before, in their network only")
    func expectations() async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork()
        let other = try await store.makeNetwork("South")
        let ann = try await store.createPerson(network: network.id, name: "Ann Canary", now: 1)
        let here = try await store.createMeeting(network: network.id, title: "A", zone: "Etc/UTC", now: 1)
        let there = try await store.createMeeting(network: other.id, title: "B", zone: "Etc/UTC", now: 1)
        let texts = [
            #"{"texts":{"groups":[{"expected":["Bob","ANN canary"]}]}}"#, #"{"texts":{"expected":["Annie Canary"]}}"#,
            #"{"texts":{"expected":["Ann Earlier"]}}"#, #"{"texts":{"task":"\"expected\": Ann Canary"}}"#,
        ]
        try await store.add([fact("personRenamed", part(#"{"name":"Ann Earlier"}"#, person: ann.id))], to: here.id)
        try await store.add(texts.map { fact("draftSaved", part($0, person: "lead")) }, to: here.id)
        try await store.add(texts.map { fact("draftSaved", part($0, person: "lead")) }, to: there.id)
        try await store.erasePerson(ann.id, network: network.id, now: 2)
        #expect(try await left(store, here.id) == [3, 5])
        #expect(try await left(store, there.id) == [1, 2, 3, 4])
    }

    @Test("with a coordinator go the account, its sessions and links, and the titles that were theirs")
    func coordinators() async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork()
        let ann = try await store.createPerson(network: network.id, name: "Ann", now: 1)
        let token = try await store.addAccount(
            network: network.id, role: .coordinator, login: "ann@canary.example", displayName: "Ann Canary",
            person: ann.id, setupExpires: 100, now: 1
        ).token
        let account = try #require(try await store.accounts(network: network.id).first)
        let session = try await store.createSession(account: account.id, now: 2).token
        var meetings: [String] = []
        for (title, later) in [("canary-1", nil), ("canary-2", "by Bob"), ("Mine", nil)] as [(String, String?)] {
            let meeting = try await store.createMeeting(
                network: network.id, title: later ?? title, zone: "Etc/UTC", now: 1)
            meetings.append(meeting.id)
            let person = title == "Mine" ? nil : ann.id
            try await store.add(
                [fact("meetingPlanned", part(#"{"title":"\#(title)"}"#, person: person))], to: meeting.id)
            guard let later else { continue }
            try await store.add(
                [fact("meetingRetitled", part(#"{"title":"\#(later)"}"#, person: "bob"))], to: meeting.id)
        }
        #expect(try await store.people(addressed: " ANN@canary.example ").map(\.id) == [ann.id])
        #expect(try await store.traces(of: ann.id, network: network.id).hasAccount)
        try await store.erasePerson(ann.id, network: network.id, now: 3)
        #expect(try await store.session(session, now: 4) == nil)
        #expect(try await store.peekOneTimeLink(token, now: 4) == nil)
        #expect(try await store.account(login: "ann@canary.example") == nil)
        let gone = try #require(try await store.accounts(network: network.id).first)
        #expect(gone.isDisabled && gone.displayName.isEmpty && gone.password == nil)
        var titles: [String] = []
        for id in meetings { titles.append(try await store.meeting(id, network: network.id)?.title ?? "-") }
        #expect(titles == ["", "by Bob", "Mine"])
        #expect(try directory.files(containing: "canary") == [])
        #expect(try await store.people(addressed: "ann@canary.example").isEmpty)
        #expect(try await store.verify().isEmpty)
        try await store.close()
        let examination = try Examination.of(directory: directory.url)
        #expect(examination.isGood)
    }

    @Test(
        "an address is found as a whole, however it is written",
        arguments: [
            ("write to ann@school.example", true), ("ANN@School.example", true), ("ann@school.example.", true),
            ("joann@school.example", false), ("ann@school.example.org", true), ("ann@school.examples", false),
            ("01632 960 001", false),
        ])
    func addresses(contact: String, isFound: Bool) async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork()
        let ann = try await store.createPerson(network: network.id, name: "Ann", now: 1)
        try await store.add(
            [fact("buddyOptedIn", part(#"{"contact":"\#(contact)"}"#, person: ann.id))], to: network.id)
        #expect(try await store.people(addressed: "ann@school.example").isEmpty == !isFound)
    }

    @Test("no link is made for somebody who was erased, and none that was put aside opens")
    func links() async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork()
        let ann = try await store.createPerson(network: network.id, name: "Ann", now: 1)
        let meeting = try await store.createMeeting(network: network.id, title: "Maths", zone: "Etc/UTC", now: 1)
        try await store.erasePerson(ann.id, network: network.id, now: 2)
        await #expect(throws: StoreError.notFound) {
            try await store.makeLink(network: network.id, meeting: meeting.id, kind: .personal, person: ann.id)
        }
        await #expect(throws: StoreError.notFound) {
            try await store.buddyLink(of: ann.id, network: network.id, now: 3)
        }
    }

    @Test("what a restore put aside is reached too; what cannot be opened is named")
    func asides() async throws {
        let aside = directory.url.appendingPathComponent("before-restore-20260101T000000Z")
        let store = try directory.open()
        let network = try await store.makeNetwork()
        let ann = try await store.createPerson(network: network.id, name: "Ann canary", now: 1)
        let backup = directory.url.appendingPathComponent("backup.db")
        _ = try Backup.make(of: directory.url, to: backup)
        _ = try await Restore.run(backup, into: aside, now: 2)
        try FileManager.default.removeItem(at: backup)
        let broken = directory.url.appendingPathComponent("before-restore-20250101T000000Z")
        try FileManager.default.createDirectory(at: broken, withIntermediateDirectories: true)
        try Data("no database".utf8).write(to: broken.appendingPathComponent("staffroom.db"))
        try await store.erasePerson(ann.id, network: network.id, now: 3)
        let failed = await store.erasePersonAside(ann.id, network: network.id, now: 3)
        #expect(failed == ["before-restore-20250101T000000Z"])
        let files = try #require(FileManager.default.enumerator(at: directory.url, includingPropertiesForKeys: nil))
        for case let file as URL in files {
            guard let data = try? Data(contentsOf: file) else { continue }
            #expect(data.range(of: Data("canary".utf8)) == nil, "\(file.lastPathComponent)")
        }
    }
}
