// A catalogue in memory: a second conformance beside the store's. Secrets are words that a test can read.

import Analytics
import Exchange
import Hosting
import MemoryLog

@testable import Interface
@testable import Meetings

/// The catalogue cannot be asked.
struct OutOfReach: Error {}

/// Networks, people and what was; meetings, accounts and buddies are in files of their own.
actor MemoryCatalogue: NetworkCatalogue, PeopleCatalogue, PastCatalogue {
    var networks: [String: NetworkRecord] = [:]
    var people: [PersonID: PersonRecord] = [:]
    var tickets: [String: PersonID] = [:]
    var accounts: [String: AccountRecord] = [:]
    var sessions: [String: (account: String, csrf: String)] = [:]
    var oneTimeLinks: [String: (account: String, purpose: LinkPurpose)] = [:]
    var meetings: [String: MeetingRecord] = [:]
    var links: [String: LinkRecord] = [:]
    var buddyLinks: [PersonID: String] = [:]
    var devices: [String: MemoryDevice] = [:]
    private var debriefs: [String: Debrief] = [:]
    private var summaries: [String: MeetingSummary] = [:]
    /// Where the logs of its meetings are.
    let log: MemoryStore
    private var count = 0
    private var isBroken = false

    init(log: MemoryStore) { self.log = log }

    func fresh(_ beginning: String) -> String {
        count += 1
        return "\(beginning)\(count)"
    }

    /// From now on nothing is found out about meetings.
    func breakDown() { isBroken = true }

    func check() throws {
        if isBroken { throw OutOfReach() }
    }

    func add(_ network: NetworkRecord) { networks[network.id] = network }
    func add(_ debrief: Debrief, of meeting: String) { debriefs[meeting] = debrief }
    func add(_ summary: MeetingSummary) { summaries[summary.meeting] = summary }
    func add(_ person: PersonRecord) { people[person.id] = person }

    func network(_ id: String) -> NetworkRecord? { networks[id] }

    func changeNetwork(_ id: String, name: String, contact: String, notice: String, topics: [Topic]?) {
        networks[id]?.name = name
        networks[id]?.contact = contact
        networks[id]?.notice = notice
        if let topics { networks[id]?.topics = topics }
    }

    func person(_ id: PersonID, network: String) -> PersonRecord? {
        people[id].flatMap { $0.network == network ? $0 : nil }
    }

    func people(network: String) -> [PersonRecord] {
        people.values.filter { $0.network == network && !$0.isErased }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    func addPerson(network: String, name: String, school: String?, tier: Tier, at now: Instant) -> PersonRecord {
        let person = PersonRecord(
            id: PersonID(rawValue: fresh("p")), network: network, name: name, school: school, tier: tier)
        people[person.id] = person
        return person
    }

    func changePerson(_ id: PersonID, network: String, name: String?, school: String?, tier: Tier?) {
        if let name { people[id]?.name = name }
        if let school { people[id]?.school = school }
        if let tier { people[id]?.tier = tier }
    }

    func erasePeople(_ ids: [PersonID], network: String, at now: Instant) {
        for id in ids {
            people[id]?.name = ""
            people[id]?.isErased = true
        }
        tickets = tickets.filter { !ids.contains($0.value) }
    }

    func erasePersonAside(_ id: PersonID, network: String, at now: Instant) -> [String] { [] }

    func traces(of id: PersonID, network: String) -> PersonTraces? {
        person(id, network: network).map { person in
            PersonTraces(
                meetings: [], parts: tickets.values.contains(id) ? 1 : 0,
                hasAccount: accounts.values.contains { $0.person == id && !$0.isDisabled })
        }
    }

    func person(ticket: String, network: String) -> PersonRecord? {
        tickets[ticket].flatMap { person($0, network: network) }
    }

    func issueTicket(person: PersonID, network: String, at now: Instant) -> String {
        let ticket = fresh("ticket-of-\(person)-")
        tickets[ticket] = person
        return ticket
    }

    func revokeTicket(_ ticket: String, at now: Instant) { tickets[ticket] = nil }

    func report(of meeting: MeetingRecord) -> ReportValue { .table(["messages": .number(0)]) }

    func debrief(of meeting: MeetingRecord) -> Debrief? { debriefs[meeting.id] ?? Debrief() }
    func summary(of meeting: MeetingRecord) -> MeetingSummary? { summaries[meeting.id] }

    func kits(network: String) -> [String: KitHistory] { [:] }
    func acquaintance(network: String) -> Acquaintance { Acquaintance() }
    func recollection(of person: PersonID, network: String) -> Recollection { Recollection() }

    func ownMeetings(of person: PersonID, network: String, only meeting: String?) async throws -> [OwnMeeting] {
        var found: [OwnMeeting] = []
        for one in try meetings(network: network) where meeting == nil || meeting == one.id {
            found.append(OwnMeeting(one, of: person, log: try await log.caused(in: one.id)))
        }
        return found
    }

    func ownEntries(of person: PersonID, network: String) async throws -> [NetworkEntry] {
        try await log.ownEntries(of: person, network: network)
    }

    func standing(of person: PersonID, network: String) async throws -> Standing {
        try await log.standing(of: person, network: network)
    }

    func standings(network: String) async throws -> [PersonID: Standing] {
        try await log.standings(network: network)
    }
}
