// Knows that every sentence can be read off the input again, and that none tells what is private.

import Exchange
import Foundation
import Testing

@testable import Matching

@Suite struct ExplanationTests {
    private static func texts(_ language: String) throws -> MatchingTexts {
        let web = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Web/locales/\(language).matching.json")
        return try MatchingTexts(language: language, catalogue: Data(contentsOf: web))
    }

    private static func list(_ fact: Fact, _ name: String) -> [String] {
        guard case .list(let list)? = fact.values[name] else { return [] }
        return list
    }

    private static func number(_ fact: Fact, _ name: String) -> Int {
        guard case .number(let number)? = fact.values[name] else { return -1 }
        return number
    }

    private static func text(_ fact: Fact, _ name: String) -> String {
        guard case .text(let text)? = fact.values[name] else { return "" }
        return text
    }

    /// Whether a fact about a group is true of its people, worked out another way than it was found.
    private static func isTrue(_ fact: Fact, _ group: [Attendee], _ rules: Rules, _ all: [Attendee]) -> Bool {
        func named(_ names: [String]) -> [Attendee] { names.compactMap { name in group.first { $0.name == name } } }
        func met(_ one: Attendee, _ other: Attendee) -> Bool {
            rules.history.contains { $0.groups.contains { $0.contains(one.id) && $0.contains(other.id) } }
        }
        let pairs = group.flatMap { one in group.filter { $0.id > one.id }.map { (one, $0) } }
        switch fact.code {
        case .welcoming:
            return list(fact, "names").count == group.count(where: \.isCore) && group.contains(where: \.isCore)
        case .nobodyWelcomes: return !group.contains(where: \.isCore)
        case .help:
            let skill = text(fact, "skill")
            let (helping, asking) = (named(list(fact, "names")), named(list(fact, "others")))
            return !helping.isEmpty && !asking.isEmpty && helping.allSatisfy { $0.offers.contains(skill) }
                && asking.allSatisfy { one in
                    one.needs.contains(skill) && helping.contains { $0.id != one.id }
                }
        case .mix:
            return number(fact, "people") == group.count
                && number(fact, "subjects") == Set(group.map(\.subject)).count
                && number(fact, "schools") == Set(group.map(\.school)).count
                && number(fact, "phases") == Set(group.map(\.phase)).count
                && group.contains { $0.years == number(fact, "least") }
                && group.allSatisfy { (number(fact, "least")...number(fact, "most")).contains($0.years) }
        case .modes, .modesBridge:
            return number(fact, "room") == group.count(where: \.isInRoom)
                && number(fact, "remote") == group.count { !$0.isInRoom }
                && named(list(fact, "names")).allSatisfy { $0.isInRoom && $0.hasBridge }
        case .nobodyMet: return !pairs.contains { met($0.0, $0.1) }
        case .met: return list(fact, "pairs").count == pairs.count { met($0.0, $0.1) }
        case .unmet:
            return list(fact, "needs").allSatisfy { told in
                group.contains { one in
                    one.needs.contains { need in
                        told == "\(one.name) (\(need))" && all.contains { $0.offers.contains(need) && $0.id != one.id }
                            && !group.contains { $0.offers.contains(need) && $0.id != one.id }
                    }
                }
            }
        default: return false
        }
    }

    @Test("every fact about a group can be read off the input", arguments: 0..<200)
    func groups(_ seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let people = Samples.people(4 + seed % 9, &random)
        var rules = Samples.rules(people, &random, modes: .mixed)
        rules.wish = .size(4)
        let roster = try Roster(people)
        let scorer = Scorer(roster, rules)
        let group = Array(people.prefix(4))
        let facts = GroupExplainer(scorer).facts(of: group.map(\.id))
        #expect(facts.count >= 4)
        for fact in facts { #expect(Self.isTrue(fact, group, rules, people), "\(fact)") }
    }

    @Test("private rules and the balance of talk change no sentence", arguments: ["en", "cy"])
    func nothingPrivate(_ language: String) throws {
        let texts = try Self.texts(language)
        let file = try Samples.file("groups-70-mixed")
        let split = try Composer(file.roster(), file.rules).compose(seed: 1, iterations: 20_000)
        func sentences(_ people: [Attendee], _ rules: Rules) throws -> [[String]] {
            let explainer = try GroupExplainer(Scorer(Roster(people), rules))
            return split.groups.map { texts.sentences(explainer.facts(of: $0)) }
        }
        let people = file.people.map(\.attendee)
        var (open, hushed) = (file.rules, people)
        open.apart = []
        open.together = []
        for index in hushed.indices { hushed[index].talkShare = nil }
        #expect(try sentences(people, file.rules) == sentences(hushed, open))
    }

    @Test("a block changes no reason that is told, only who is paired")
    func blocks() throws {
        let people = (0..<2).map { Attendee(id: "p\($0)", name: "N\($0)", school: "S\($0)") }
        let book = try BuddyBook(Roster(people), BuddyRules(blocks: [["p0", "p1"]]), metres: [0, 9, 9, 0])
        let pairing = BuddyFinder(book).find()
        #expect(pairing.unmatched.map(\.reason) == [.allTaken, .allTaken])
        let free = try BuddyBook(Roster(people), BuddyRules(), metres: [0, 9, 9, 0])
        #expect(BuddyExplainer(book).facts(of: ["p0", "p1"]) == BuddyExplainer(free).facts(of: ["p0", "p1"]))
    }

    @Test("reasons of buddies are true", arguments: ["buddies-10", "buddies-11", "buddies-70-far"])
    func buddies(_ name: String) throws {
        let file = try Samples.file(name)
        let book = try file.buddyBook()
        for group in BuddyFinder(book).find().groups {
            for fact in BuddyExplainer(book).facts(of: group) {
                guard case .facts(let reasons)? = fact.values["reasons"] else {
                    Issue.record("no reasons")
                    continue
                }
                let both = book.roster.people.filter {
                    [Self.text(fact, "name"), Self.text(fact, "other")].contains($0.name)
                }
                for reason in reasons where reason.code == .gives {
                    for skill in Self.list(reason, "skills") {
                        #expect(both.contains { $0.name == Self.text(reason, "name") && $0.offers.contains(skill) })
                        #expect(both.contains { $0.name == Self.text(reason, "other") && $0.needs.contains(skill) })
                    }
                }
                #expect(reasons.contains { $0.code == .gives } != reasons.contains { $0.code == .noNeed })
            }
        }
    }

    @Test("there is a sentence for every fact, in both languages", arguments: ["en", "cy"])
    func catalogues(_ language: String) throws {
        let texts = try Self.texts(language)
        for code in Fact.Code.allCases {
            #expect(texts.sentence(Fact(code)) != "matching.\(code.rawValue)", "\(code)")
        }
    }

    @Test("names with braces stay what they are; numbers take their noun")
    func rendering() throws {
        let fact = Fact(.pair, ["name": .text("{other}"), "other": .text("B"), "reasons": .facts([])])
        #expect(try Self.texts("en").sentence(fact) == "{other} + B: matched because .")
        let mix = Fact(
            .mix,
            [
                "people": .number(2), "schools": .number(1), "subjects": .number(2), "phases": .number(3),
                "least": .number(1), "most": .number(14),
            ])
        #expect(
            try Self.texts("en").sentence(mix)
                == "Mix: 2 people from 1 school, 2 subjects, 3 phases, 1 to 14 years in teaching")
        #expect(
            try Self.texts("cy").sentence(mix)
                == "Cymysgedd: 2 berson o 1 ysgol, 2 bwnc, 3 chyfnod, 1 i 14 o flynyddoedd yn addysgu")
    }
}
