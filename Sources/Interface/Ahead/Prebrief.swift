// Knows what those who lead are told before a meeting: who is new, what they want, who could welcome them and why. The
// rules are `Newcomers`, the reasons those of the engine that finds buddies; here stands what is known of whom.

import Hosting
import Matching
import Meetings

/// What is known before a meeting.
struct Foreknowledge: Sendable {
    /// The meeting itself.
    var room: Room
    /// The last one that is over, by its id, and all that are.
    var last: (meeting: String, room: Room)?
    var over: Set<String>
    var people: [PersonRecord]
    var standings: [PersonID: Standing]
    var early: [EarlyGuest]
    /// Who sat together at the network's meetings.
    var breakouts: Acquaintance
    /// Empty for whoever does not coordinate the network: those who look for a buddy told the coordinator alone.
    var network: Network
    var topics: [Topic]
    /// Who asks: they know what they could do.
    var asker: PersonID
}

/// Somebody whose name was written down, or who waits for the opening.
struct EarlyGuest: Sendable {
    var name: String
    var school: String?
    var isInRoom: Bool?
}

/// What is told: names and reasons, no number of anybody.
struct PrebriefView: Encodable, Sendable {
    struct Reason: Encodable, Sendable, Equatable {
        var code: WelcomeReason
        /// What is offered, by its name in each language.
        var skills: [[String: String]]?
        var phase: SchoolPhase?
        var subject: String?
    }
    struct Welcoming: Encodable, Sendable {
        var name: String
        var school: String?
        var reasons: [Reason]
    }
    struct New: Encodable, Sendable {
        var name: String
        var school: String?
        var newness: Newness
        /// What they want, the most wanted first, by its name in each language.
        var wants: [[String: String]]
        var welcome: [Welcoming]
    }
    var newcomers: [New] = []
    /// How many more are new.
    var more = 0
}

/// Puts together what is told.
struct Prebrief {
    /// What one person said of themselves.
    private struct Traits {
        var name: String
        var school: String?
        var needs: [String] = []
        var offers: [String] = []
        var phase: SchoolPhase?
        var subject: String?
        var years: Int?
        var isInRoom: Bool?
    }
    private static let wants = 3

    private let known: Foreknowledge
    private let words: SkillWords
    private var everybody: [Acquainted] = []
    /// In the order of `everybody`.
    private var traits: [Traits] = []
    /// Skills by key, as they were written.
    private var skills: [String: [String: String]] = [:]

    init(_ known: Foreknowledge) {
        (self.known, words) = (known, SkillWords(known.topics))
        for topic in known.topics { skills["topic \(topic.id.rawValue)"] = topic.names }
        takePeople()
        takeNames()
    }

    /// What is told; empty where nobody is new.
    var view: PrebriefView {
        let rules = Newcomers(everybody, last: known.last?.meeting)
        let found = rules.newcomers
        let told = Array(found.prefix(Newcomers.most))
        guard !told.isEmpty else { return PrebriefView() }
        let named = welcomers(told.map(\.place), rules.hosts)
        return PrebriefView(
            newcomers: zip(told, named).map { found, welcome in
                let new = traits[found.place]
                return PrebriefView.New(
                    name: new.name, school: new.school, newness: found.newness,
                    wants: new.needs.prefix(Self.wants).compactMap { skills[$0] },
                    welcome: welcome.map { welcoming($0, for: new) })
            }, more: found.count - told.count)
    }

    private func welcoming(_ welcomer: Welcomer, for new: Traits) -> PrebriefView.Welcoming {
        let host = everybody.firstIndex { $0.person == welcomer.person }.map { traits[$0] }
        let reasons = welcomer.reasons.map { code in
            var reason = PrebriefView.Reason(code: code)
            switch code {
            case .gives:
                reason.skills = new.needs.filter { host?.offers.contains($0) ?? false }.compactMap { skills[$0] }
            case .samePhase: reason.phase = host?.phase
            case .sameSubject: reason.subject = host?.subject
            case .metOnce, .sameSchool, .sameRoom, .sameCall: break
            }
            return reason
        }
        return PrebriefView.Welcoming(name: host?.name ?? "", school: host?.school, reasons: reasons)
    }

    // MARK: Who is known

    /// Whoever chose only to be counted is named nowhere. Entries of one name and school are one person, who came on
    /// several devices.
    private mutating func takePeople() {
        let named = known.people.filter(mayBeNamed)
        let alike = Dictionary(grouping: named) { [ComparedName($0.name), ComparedName($0.school ?? "")] }
        for record in named.sorted(by: { ($0.name, $0.id) < ($1.name, $1.id) }) {
            guard let entries = alike[[ComparedName(record.name), ComparedName(record.school ?? "")]],
                let first = entries.first(where: { known.room.people[$0.id] != nil })
                    ?? entries.first(where: { known.last?.room.people[$0.id] != nil }) ?? entries.first,
                first.id == record.id
            else { continue }
            take(record, entries.map(\.id))
        }
    }

    private func mayBeNamed(_ record: PersonRecord) -> Bool {
        let standing = known.standings[record.id] ?? Standing()
        let here = [known.room, known.last?.room].compactMap { $0 }
        return !record.isErased && record.tier != .countOnly && !record.name.isEmpty
            && standing.isListed && !standing.isOfRehearsals
            && here.allSatisfy { $0.people[record.id]?.tier != .countOnly && $0.identity(of: record.id) == record.id }
    }

    private mutating func take(_ record: PersonRecord, _ entries: [PersonID]) {
        let seeking = Set(known.network.seeking(isForEverybody: false))
        let placed = Set(known.room.drafts.flatMap { $0.plan.groups.flatMap(\.members) })
        let (here, before) = (known.room.people[record.id], known.last?.room.people[record.id])
        let roles = entries.flatMap { [known.room.people[$0]?.role, known.last?.room.people[$0]?.role] }
        everybody.append(
            Acquainted(
                record.id,
                meetings: entries.reduce(into: []) {
                    $0.formUnion(known.standings[$1]?.seats.intersection(known.over) ?? [])
                },
                isExpected: entries.contains { known.room.people[$0] != nil || placed.contains($0) },
                seeksBuddy: entries.contains(where: seeking.contains),
                isLeading: entries.contains(known.asker) || here?.role.isLeading == true
                    || roles.contains(.coordinator)))
        traits.append(traits(of: record, here, before))
    }

    private mutating func traits(of record: PersonRecord, _ here: Person?, _ before: Person?) -> Traits {
        let wish = known.network.members[record.id]?.wish
        var traits = Traits(name: record.name, school: record.school)
        let needs = here?.needs.isEmpty == false ? here?.needs : before?.needs
        let offers = here?.offers.isEmpty == false ? here?.offers : before?.offers
        traits.needs = Self.once((needs ?? []).map { "topic \($0.rawValue)" } + (wish?.needs ?? []).map { keyed($0) })
        traits.offers = Self.once(
            (offers ?? []).map { "topic \($0.rawValue)" } + (wish?.offers ?? []).map { keyed($0) })
        traits.phase = here?.teaching ?? before?.teaching ?? wish?.phase
        traits.subject = wish?.subject
        traits.years = wish.map { BuddyMatching.years($0.band) }
        traits.isInRoom = [here, before].compactMap { $0?.mode.place }.first
        return traits
    }

    /// The key of a skill, whose words are kept.
    private mutating func keyed(_ text: String) -> String {
        let key = words.key(text)
        if skills[key] == nil { skills[key] = ["en": text, "cy": text] }
        return key
    }

    private static func once(_ keys: [String]) -> [String] {
        keys.reduce(into: []) { kept, key in if !kept.contains(key) { kept.append(key) } }
    }

    /// Names that were written into prepared groups, and of those who wait for the opening. Who may be two of the network
    /// is nobody new.
    private mutating func takeNames() {
        let written = known.room.drafts.flatMap { $0.plan.groups.flatMap { $0.texts.expected ?? [] } }
        let guests = written.map(EarlyGuest.init(written:)) + known.early
        var taken: Set<[ComparedName]> = []
        let named = Dictionary(grouping: known.people.filter { !$0.isErased }) { ComparedName($0.name) }
        for guest in guests where !ComparedName(guest.name).isEmpty {
            let all = named[ComparedName(guest.name)] ?? []
            let school = ComparedName(guest.school ?? "")
            let ofSchool = all.filter { !school.isEmpty && ComparedName($0.school ?? "") == school }
            if let one = all.count == 1 ? all.first : ofSchool.count == 1 ? ofSchool.first : nil {
                guard let index = everybody.firstIndex(where: { $0.person == one.id }) else { continue }
                everybody[index].isExpected = true
                traits[index].isInRoom = traits[index].isInRoom ?? guest.isInRoom
            } else if all.isEmpty, taken.insert([ComparedName(guest.name), school]).inserted {
                everybody.append(Acquainted(nil, isExpected: true))
                traits.append(Traits(name: guest.name, school: guest.school, isInRoom: guest.isInRoom))
            }
        }
    }

    // MARK: Who could welcome

    /// For each newcomer, by their places in `everybody`.
    private func welcomers(_ new: [Int], _ hosts: [Int]) -> [[Welcomer]] {
        guard !hosts.isEmpty, let roster = try? Roster((new + hosts).map(attendee)) else { return new.map { _ in [] } }
        let rules = BuddyRules(
            subject: .same, phase: .same, allowsSameSchool: true,
            blocks: known.network.blocks.flatMap { one, others in others.map { [one.rawValue, $0.rawValue] } },
            history: known.room.history(known.breakouts))
        let book = BuddyBook(roster, rules)
        let explainer = BuddyExplainer(book)
        let byID = Dictionary(hosts.map { (id($0), $0) }, uniquingKeysWith: { one, _ in one })
        let candidates = new.map { newcomer -> [Welcomer] in
            let others = explainer.nextBest(of: [id(newcomer)], most: roster.count).first?.values["names"]
            guard case .people(let ranked)? = others else { return [] }
            return ranked.compactMap { byID[$0.id] }.compactMap { host in
                guard let person = everybody[host].person else { return nil }
                let facts = explainer.facts(of: [id(newcomer), id(host)])
                return Welcomer(person, reasons(facts, traits[newcomer], traits[host]))
            }
        }
        return Newcomers.named(candidates)
    }

    /// A name without a person is nobody that the engine could know.
    private func id(_ index: Int) -> String { everybody[index].person?.rawValue ?? " \(index)" }

    private func attendee(_ index: Int) -> Attendee {
        let one = traits[index]
        let school = ComparedName(one.school ?? "").text
        return Attendee(
            id: id(index), school: school.isEmpty ? id(index) : school, phase: one.phase?.rawValue ?? "",
            subject: one.subject.map(words.key) ?? "", years: one.years, offers: one.offers, needs: one.needs)
    }

    /// What of the engine's reasons speaks for a welcome, and where both take part.
    private func reasons(_ facts: [Finding], _ new: Traits, _ host: Traits) -> [WelcomeReason] {
        var codes: Set<WelcomeReason> = []
        if new.needs.contains(where: host.offers.contains) { codes.insert(.gives) }
        for case .facts(let found)? in facts.map({ $0.values["reasons"] }) {
            for reason in found {
                switch reason.code {
                case .metOnce: codes.insert(.metOnce)
                case .sameSubject: codes.insert(.sameSubject)
                case .samePhase: codes.insert(.samePhase)
                default: break
                }
            }
        }
        if let school = new.school, ComparedName(school) == ComparedName(host.school ?? "") {
            codes.insert(.sameSchool)
        }
        if let place = new.isInRoom, place == host.isInRoom { codes.insert(place ? .sameRoom : .sameCall) }
        return WelcomeReason.allCases.filter(codes.contains)
    }
}

extension EarlyGuest {
    /// As a list writes two of one name: "Siân (Ysgol y Bryn)".
    fileprivate init(written: String) {
        guard written.hasSuffix(")"), let open = written.lastIndex(of: "("), open > written.startIndex else {
            self.init(name: written)
            return
        }
        let school = written[written.index(after: open)...].dropLast()
        self.init(name: written[..<open].trimmed, school: school.isEmpty ? nil : String(school))
    }
}

extension Substring {
    fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}

extension AttendanceMode {
    /// In the room or on the call; nil where nobody said.
    var place: Bool? { self == .unknown ? nil : isInRoom }
}
