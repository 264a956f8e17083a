// A catalogue in memory: a second conformance beside the store's. Secrets are words that a test can read.

import Analytics
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

    func erasePerson(_ id: PersonID, network: String, at now: Instant) {
        people[id]?.name = ""
        people[id]?.isErased = true
        tickets = tickets.filter { $0.value != id }
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

    func acquaintance(network: String) -> Acquaintance { Acquaintance() }
}
