import Foundation
import Testing

@testable import Storage

@Suite struct NetworkTests {
    let directory = TestDirectory()

    @Test func aNetworkSaysWhatItIs() async throws {
        let store = try directory.open()
        let south = try await store.makeNetwork("South")
        let north = try await store.createNetwork(name: "North", contact: "c", notice: "n", now: 7)
        #expect(try await store.networks() == [north, south])
        #expect(north.created == 7)
        try await store.updateNetwork(south.id, name: "A", contact: "b", notice: "c")
        let changed = try #require(try await store.network(south.id))
        #expect([changed.name, changed.contact, changed.notice] == ["A", "b", "c"])
        #expect(try await store.network("none") == nil)
        await #expect(throws: StoreError.notFound) {
            try await store.updateNetwork("none", name: "A", contact: "b", notice: "c")
        }
        await #expect(throws: StoreError.beyondLimit("lineBytes")) {
            try await store.makeNetwork(String(repeating: "x", count: StorageLimits.lineBytes + 1))
        }
        await #expect(throws: StoreError.beyondLimit("noticeBytes")) {
            let notice = String(repeating: "x", count: StorageLimits.noticeBytes + 1)
            try await store.updateNetwork(south.id, name: "", contact: "", notice: notice)
        }
    }

    @Test func networksDoNotSeeEachOther() async throws {
        let store = try directory.open()
        let mine = try await store.makeNetwork("Mine").id
        let other = try await store.makeNetwork("Other").id
        let person = try await store.createPerson(network: mine, name: "Ann", now: 1).id
        let meeting = try await store.createMeeting(network: mine, title: "Maths", zone: "UTC", now: 1).id
        let ticket = try await store.issueTicket(person: person, network: mine, now: 1)
        let account = try await store.addAccount(
            network: mine, role: .coordinator, login: "ann", displayName: "Ann", person: person, setupExpires: 9,
            now: 1
        ).account.id
        _ = try await store.makeLink(network: mine, meeting: meeting, kind: .room)

        #expect(try await store.person(person, network: other) == nil)
        #expect(try await store.people(network: other).isEmpty)
        #expect(try await store.person(ticket: ticket, network: other) == nil)
        #expect(try await store.meeting(meeting, network: other) == nil)
        #expect(try await store.meetings(network: other, includingArchived: true).isEmpty)
        #expect(try await store.account(account, network: other) == nil)
        #expect(try await store.accounts(network: other).isEmpty)
        #expect(try await store.currentLink(network: other, meeting: meeting, kind: .room) == nil)
        let refused: [@Sendable () async throws -> Void] = [
            { try await store.updatePerson(person, network: other, name: "x") },
            { _ = try await store.issueTicket(person: person, network: other, now: 2) },
            { try await store.erasePerson(person, network: other, now: 2) },
            { try await store.archiveMeeting(meeting, network: other, now: 2) },
            { try await store.updateMeeting(meeting, network: other, title: "x") },
            { _ = try await store.makeLink(network: other, meeting: meeting, kind: .wall) },
            { _ = try await store.makeLink(network: other, meeting: meeting, kind: .personal, person: person) },
            { _ = try await store.rotateLink(network: other, meeting: meeting, kind: .room, now: 2) },
            { try await store.revokeLink(network: other, meeting: meeting, kind: .room, now: 2) },
            { try await store.setDisabled(account, network: other, true, now: 2) },
            { _ = try await store.makeOneTimeLink(account: account, network: other, purpose: .reset, expires: 9) },
            {
                _ = try await store.addAccount(
                    network: other, role: .evaluator, login: "eve", displayName: "", person: person, setupExpires: 9,
                    now: 1)
            },
        ]
        for (index, attempt) in refused.enumerated() {
            await #expect(throws: StoreError.notFound, "attempt \(index)") { try await attempt() }
        }
        try await store.revokeTickets(person: person, network: other, now: 2)
        #expect(try await store.person(ticket: ticket, network: mine)?.name == "Ann")
        #expect(try await store.currentLink(network: mine, meeting: meeting, kind: .room) != nil)
        #expect(try await store.accounts(network: mine).map(\.isDisabled) == [false])
    }
}

@Suite struct PeopleTests {
    let directory = TestDirectory()

    @Test func aPersonChanges() async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork().id
        let ann = try await store.createPerson(network: network, name: "Ann", school: "Hill", tier: 2, now: 3)
        #expect(try await store.person(ann.id, network: network) == ann)
        try await store.updatePerson(ann.id, network: network, name: "Anna")
        try await store.updatePerson(ann.id, network: network, tier: 0)
        let anna = try #require(try await store.person(ann.id, network: network))
        #expect(anna.name == "Anna" && anna.school == "Hill" && anna.tier == 0 && anna.created == 3)
        try await store.updatePerson(ann.id, network: network, school: "")
        #expect(try await store.person(ann.id, network: network)?.school == nil)
        await #expect(throws: StoreError.self) {
            try await store.createPerson(network: network, name: "x", tier: 4, now: 1)
        }
        await #expect(throws: StoreError.self) { try await store.createPerson(network: "none", name: "x", now: 1) }
        await #expect(throws: StoreError.beyondLimit("lineBytes")) {
            try await store.updatePerson(ann.id, network: network, name: "a\0b")
        }
    }

    @Test func aTicketIsKnownUntilItIsRevoked() async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork().id
        let ann = try await store.createPerson(network: network, name: "Ann", now: 1)
        var tickets: [String] = []
        for _ in 0..<3 { tickets.append(try await store.issueTicket(person: ann.id, network: network, now: 1)) }
        #expect(Set(tickets).count == 3 && tickets.allSatisfy { $0.count == 26 })
        #expect(try await store.person(ticket: tickets[0], network: network) == ann)
        #expect(try await store.person(ticket: tickets[0].uppercased(), network: network) == ann)
        try await store.revokeTicket(tickets[0], now: 2)
        #expect(try await store.person(ticket: tickets[0], network: network) == nil)
        #expect(try await store.person(ticket: tickets[1], network: network) == ann)
        try await store.revokeTickets(person: ann.id, network: network, now: 2)
        for ticket in tickets + ["", "zzz", String(repeating: "0", count: 26)] {
            #expect(try await store.person(ticket: ticket, network: network) == nil)
        }
        for ticket in tickets { #expect(try directory.files(containing: ticket) == []) }
    }
}

@Suite struct MeetingTests {
    let directory = TestDirectory()

    @Test func theCatalogueKeepsAMeeting() async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork().id
        let late = try await store.createMeeting(
            network: network, title: "Late", plannedStart: 900, zone: "Europe/London", isRehearsal: true, now: 1)
        let undated = try await store.createMeeting(network: network, title: "Some day", zone: "UTC", now: 1)
        let early = try await store.createMeeting(
            network: network, title: "Early", plannedStart: 100, zone: "UTC", isSample: true, now: 2)
        #expect(try await store.meetings(network: network) == [early, late, undated])
        #expect(early.isSample && !early.isRehearsal && late.isRehearsal && late.phase == .planned)
        #expect(try await store.network(ofMeeting: late.id) == network)
        #expect(try await store.network(ofMeeting: "none") == nil)
        try await store.updateMeeting(
            undated.id, network: network, title: "Now", plannedStart: 5, zone: "Europe/Cardiff", phase: .open)
        let open = try await store.meetings(phase: .open)
        #expect(open.map(\.id) == [undated.id] && open[0].title == "Now" && open[0].zone == "Europe/Cardiff")
        #expect(try await store.meetings(phase: .planned).count == 2)
        await #expect(throws: StoreError.self) {
            try await store.createMeeting(network: "none", title: "x", zone: "UTC", now: 1)
        }
    }

    @Test func aCodeLeadsToOneMeeting() async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork().id
        var codes = ["AAAAAA", "AAAAAA", "AAAAAA", "BBBBBB"]
        func make(_ title: String) async throws -> MeetingRow {
            try await store.makeMeeting(network: network, title: title, codes: codes)
        }
        let first = try await make("first")
        let second = try await make("second")
        #expect([first.code, second.code] == ["AAAAAA", "BBBBBB"])
        #expect(try await store.meeting(code: " aaa-AAA ") == first)
        #expect(try await store.meeting(code: "BBBBBB") == second)
        for wrong in ["", "AAAAA", "AAAAAAA", "AAAAA0", "CCCCCC", "AAAAA\0", String(repeating: "A", count: 100)] {
            #expect(try await store.meeting(code: wrong) == nil, "\(wrong)")
        }
        codes = ["AAAAAA"]
        await #expect(throws: StoreError.noFreeCode) { try await make("third") }
        try await store.archiveMeeting(first.id, network: network, now: 9)
        #expect(try await store.meeting(code: "AAAAAA") == nil)
        let third = try await make("third")
        #expect(try await store.meeting(code: "AAAAAA") == third)
        #expect(try await store.meetings(network: network).map(\.title).sorted() == ["second", "third"])
        #expect(try await store.meetings(network: network, includingArchived: true).count == 3)
        await #expect(throws: StoreError.notFound) {
            try await store.archiveMeeting(first.id, network: network, now: 10)
        }
    }

    @Test func codesAreDrawnFromTheWholeAlphabet() {
        #expect(JoinCode.alphabet.count == 31 && Set(JoinCode.alphabet).count == 31)
        let codes = (0..<2_000).map { _ in JoinCode.random() }
        #expect(codes.allSatisfy { JoinCode.normalized($0) == $0 })
        #expect(Set(codes.joined()).count == 31)
        #expect(Set(codes).count > 1_990)
    }
}

extension Store {
    /// A meeting whose code is the first of these that is free; the last is drawn for ever.
    fileprivate func makeMeeting(network: String, title: String, codes: [String]) throws -> MeetingRow {
        var draws = codes.makeIterator()
        return try createMeeting(
            network: network, title: title, plannedStart: nil, zone: "UTC", isSample: false, isRehearsal: false,
            now: 1, drawCode: { draws.next() ?? codes[codes.count - 1] })
    }
}
