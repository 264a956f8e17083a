// Knows how to tell whether a fact is true of the input, worked out in other ways than the explainers find it.

import Matching

/// The input, as far as facts may speak of it.
struct Truth {
    let people: [Attendee]
    var modes: ModeRule = .any
    var history: [PastRound] = []
    /// Earlier buddies.
    var earlier: [[String]] = []
    var metres: (String, String) -> Int? = { _, _ in nil }

    func person(_ id: String) -> Attendee? { people.first { $0.id == id } }

    static func ids(_ fact: Finding, _ name: String) -> [String] {
        guard case .people(let list)? = fact.values[name] else { return [] }
        return list.map(\.id)
    }

    static func number(_ fact: Finding, _ name: String) -> Int {
        guard case .number(let number)? = fact.values[name] else { return -1 }
        return number
    }

    static func text(_ fact: Finding, _ name: String) -> String {
        switch fact.values[name] {
        case .text(let text)?, .word(let text)?: text
        default: ""
        }
    }

    static func skills(_ fact: Finding) -> [String] {
        guard case .list(let list)? = fact.values["skills"] else { return [] }
        return list
    }

    static func reasons(_ fact: Finding) -> [Finding] {
        guard case .facts(let facts)? = fact.values["reasons"] else { return [] }
        return facts
    }

    private func met(_ one: String, _ other: String) -> Bool {
        history.contains { $0.groups.contains { $0.contains(one) && $0.contains(other) } }
    }

    private func offers(_ id: String, _ skill: String) -> Bool { person(id)?.offers.contains(skill) ?? false }
    private func needs(_ id: String, _ skill: String) -> Bool { person(id)?.needs.contains(skill) ?? false }

    /// Whether a fact about a group of ids holds.
    func holds(_ fact: Finding, _ ids: [String]) -> Bool {
        let group = people.filter { ids.contains($0.id) }
        let pairs = ids.flatMap { one in ids.filter { $0 > one }.map { (one, $0) } }
        guard fact.people.isSubset(of: ids) else { return false }
        switch fact.code {
        case .welcoming:
            return Set(Self.ids(fact, "names")) == Set(group.filter(\.isCore).map(\.id))
                && group.contains(where: \.isCore)
        case .nobodyWelcomes: return !group.contains(where: \.isCore) && people.contains(where: \.isCore)
        case .help:
            let skill = Self.text(fact, "skill")
            let (helping, asking) = (Self.ids(fact, "names"), Self.ids(fact, "others"))
            return !helping.isEmpty && !asking.isEmpty && helping.allSatisfy { offers($0, skill) }
                && asking.allSatisfy { one in needs(one, skill) && helping.contains { $0 != one } }
        case .mix:
            guard case .parts(let parts)? = fact.values["parts"] else { return false }
            return !parts.isEmpty && parts.allSatisfy { holdsOfMix($0, group) }
        case .modes, .modesBridge:
            return Self.number(fact, "room") == group.count(where: \.isInRoom)
                && Self.number(fact, "remote") == group.count { !$0.isInRoom }
                && Self.ids(fact, "names").allSatisfy { person($0).map { $0.isInRoom && $0.hasBridge } ?? false }
        case .nobodyMet: return !pairs.contains { met($0.0, $0.1) } && !history.isEmpty
        case .met:
            guard case .pairs(let told)? = fact.values["pairs"] else { return false }
            return told.count == pairs.count { met($0.0, $0.1) } && told.allSatisfy { met($0[0].id, $0[1].id) }
        case .unmet:
            guard case .wishes(let wishes)? = fact.values["needs"] else { return false }
            return wishes.allSatisfy { wish in
                needs(wish.person.id, wish.skill) && !ids.contains { $0 != wish.person.id && offers($0, wish.skill) }
                    && people.contains { $0.id != wish.person.id && $0.offers.contains(wish.skill) }
            }
        case .gives:
            let (giver, asker) = (Self.ids(fact, "name"), Self.ids(fact, "other"))
            return giver.count == 1 && asker.count == 1 && giver != asker && !Self.skills(fact).isEmpty
                && Self.skills(fact).allSatisfy { offers(giver[0], $0) && needs(asker[0], $0) }
        default: return false
        }
    }

    /// Whether what is said of how mixed a group is can be read off everybody in it.
    private func holdsOfMix(_ part: Finding, _ group: [Attendee]) -> Bool {
        func all(_ words: [String], _ name: String) -> Bool {
            !words.contains("") && Self.number(part, name) == Set(words).count
        }
        switch part.code {
        case .peopleOnly: return Self.number(part, "people") == group.count
        case .peopleFrom:
            return Self.number(part, "people") == group.count && all(group.map(\.school), "schools")
                && group.allSatisfy { $0.school != $0.id }
        case .subjects: return all(group.map(\.subject), "subjects")
        case .phases: return all(group.map(\.phase), "phases")
        case .yearsOf: return group.allSatisfy { $0.years == Self.number(part, "years") }
        case .yearsFrom:
            let (least, most) = (Self.number(part, "least"), Self.number(part, "most"))
            return least < most && group.allSatisfy { $0.years.map((least...most).contains) ?? false }
                && group.contains { $0.years == least } && group.contains { $0.years == most }
        default: return false
        }
    }

    /// Whether a sentence about two buddies holds, reason by reason.
    func holdsForBuddies(_ fact: Finding) -> Bool {
        let ids = Self.ids(fact, "name") + Self.ids(fact, "other")
        guard fact.code == .pair, ids.count == 2, let a = person(ids[0]), let b = person(ids[1]) else { return false }
        let helps = a.needs.contains(where: b.offers.contains) || b.needs.contains(where: a.offers.contains)
        let wasBuddy = earlier.contains { $0.contains(a.id) && $0.contains(b.id) }
        return Self.reasons(fact).allSatisfy { reason in
            switch reason.code {
            case .gives: holds(reason, ids)
            case .noNeed: !helps
            case .samePhase: a.phase == b.phase && Self.text(reason, "phase") == a.phase
            case .otherPhase:
                a.phase != b.phase && Self.text(reason, "phase") == a.phase && Self.text(reason, "other") == b.phase
            case .sameSubject: a.subject == b.subject && Self.text(reason, "subject") == a.subject
            case .otherSubject:
                a.subject != b.subject && Self.text(reason, "subject") == a.subject
                    && Self.text(reason, "other") == b.subject
            case .near: (metres(a.id, b.id) ?? Int.max) <= 1000 * Self.number(reason, "kilometres")
            case .far: (metres(a.id, b.id) ?? 0) > 1000 * Self.number(reason, "kilometres")
            case .mentoring: [(a, b), (b, a)].contains { ($0.years ?? 99) <= 2 && ($1.years ?? 0) >= 5 }
            case .earlier: wasBuddy
            case .metOnce: !wasBuddy && met(a.id, b.id)
            case .neverPaired: !wasBuddy && !met(a.id, b.id)
            default: false
            }
        } && helps == Self.reasons(fact).contains { $0.code == .gives }
    }

    /// Whether a sentence about a late-comer holds; groups by position, as they were and as they are.
    func holdsForLateComer(_ fact: Finding, before: [[String]], after: [[String]]) -> Bool {
        let (names, place) = (Self.ids(fact, "name"), Self.number(fact, "group") - 1)
        guard fact.code == .joins, names.count == 1, after.indices.contains(place), after[place].contains(names[0]),
            let newcomer = person(names[0]), !before.joined().contains(newcomer.id)
        else { return false }
        func settled(_ group: Int) -> Int { group < before.count ? before[group].count { person($0) != nil } : 0 }
        let others = after[place].filter { $0 != newcomer.id }.compactMap(person)
        let reasons = Self.reasons(fact)
        return !reasons.isEmpty
            && reasons.allSatisfy { reason in
                switch reason.code {
                case .gives: holds(reason, after[place]) && reason.people.contains(newcomer.id)
                case .keepsBridge:
                    newcomer.isInRoom && newcomer.hasBridge && others.contains { !$0.isInRoom }
                        && !others.contains { $0.isInRoom && $0.hasBridge } && modes == .mixed
                case .smallestGroup: !before.indices.contains { settled($0) > 0 && settled($0) < settled(place) }
                case .otherSchool:
                    !others.contains { $0.school == newcomer.school }
                        && (others + [newcomer]).allSatisfy { !$0.school.isEmpty && $0.school != $0.id }
                case .newGroup: settled(place) == 0
                case .roomLeft: reasons.count == 1
                default: false
                }
            }
    }
}
