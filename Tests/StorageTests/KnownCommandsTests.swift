// A command lies with its event, where nobody has to be forgotten; it is known after another start, and only if it stayed.

import GRDB
import Log
import Meetings
import Testing

@testable import Storage

@Suite struct KnownCommandsTests {
    let directory = TestDirectory()

    private func submission(
        _ id: String, by sender: String = "p1", after last: Int64, _ entries: [SealedEntry] = [event()],
        untilEnd: Bool = false
    ) -> Submission {
        Submission(
            stream: "s", expectedSequence: last, entries: entries,
            command: CommandStamp(actor: sender, id: id, bodyHash: 7, untilEnd: untilEnd))
    }

    @Test("given commands of every kind, when the store is opened again, then each is known")
    func everyKind() async throws {
        let store = try directory.open()
        let sent = [
            submission("own", after: 0, [event(), event()]), submission("another's", by: "p2", after: 2),
            submission("nobody's", after: 3, [event(actor: nil)]), submission("without an event", after: 4, []),
            submission("counted", after: 4, untilEnd: true),
        ]
        for (one, last) in zip(sent, [2, 3, 4, 4, 5] as [Int64]) {
            #expect(try await store.commit([one])[0].get().sequence == last)
        }
        let kept = try await store.commands("s")
        #expect(kept.map(\.stamp) == sent.compactMap(\.command))
        try await store.close()
        #expect(try directory.rows("SELECT sequence FROM event WHERE command IS NOT NULL") == [["2"]])
        let again = try directory.open()
        #expect(try await again.commands("s") == kept)
        for one in sent {
            guard case .failure(.alreadyStored) = await again.commit([one])[0] else {
                Issue.record("\(one.command?.id ?? "") is not known")
                continue
            }
        }
    }

    @Test("given a batch that is not stored, then its commands are not known")
    func notStored() async throws {
        let store = try directory.open()
        #expect(await store.append([submission("a", after: 0)]) == [.success(1)])
        let unknown = CatalogueChange(title: "Of no meeting")
        var refused = submission("b", after: 1)
        refused.catalogue = unknown
        #expect(await store.append([refused]) == [.failure(.unknownMeeting)])
        #expect(await store.append([submission("b", after: 1)]) == [.success(2)])
        #expect(try await store.verify().isEmpty)
    }

    @Test("given somebody who counts only, when the meeting ends, then no command of theirs is known")
    func counted() async throws {
        let store = try directory.open()
        #expect(await store.append([submission("a", after: 0, untilEnd: true)]) == [.success(1)])
        var end = submission("b", after: 1)
        end.erasures = [.untilEnd]
        #expect(await store.append([end]) == [.success(2)])
        #expect(try await store.commands("s").map(\.stamp.id) == ["b"])
        #expect(await store.append([submission("a", after: 2)]) == [.success(3)])
    }

    @Test("given a database of before, when it is opened, then whose parts are where is known as it was")
    func ofBefore() async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork()
        let person = try await store.createPerson(network: network.id, name: "Ann", now: 1).id
        try await store.add([
            event(personal: personal("theirs", person: person)), event(personal: personal("nobody's")),
        ])
        #expect(try await store.traces(of: person, network: network.id).parts == 1)
        try await store.close()
        try directory.tamper(
            """
            DROP VIEW personal_of; DROP TABLE person_stream; DROP INDEX personal_counted;
            ALTER TABLE event DROP COLUMN command;
            CREATE INDEX personal_person ON personal(person) WHERE person IS NOT NULL; PRAGMA user_version = 5;
            """)
        let again = try directory.open()
        #expect(try await again.traces(of: person, network: network.id).parts == 1)
        #expect(try await again.erasePerson(person, network: network.id, now: 2) == 1)
        #expect(try await again.verify().isEmpty)
        #expect(try await again.traces(of: person, network: network.id).parts == 0)
    }
}
