// Knows that every sentence can be read off the input again, in both languages, and that none tells what is private.

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

    /// Names of which none is part of another.
    private static func named(_ people: [Attendee]) -> [Attendee] {
        people.enumerated().map { index, person in
            var person = person
            person.name = "Zq\(100 + index)"
            return person
        }
    }

    /// Everything that a fact says, as it must stand in the sentence.
    private static func words(_ fact: Finding) -> [String] {
        fact.values.values.flatMap { value -> [String] in
            switch value {
            case .text(let text): [text]
            case .word: []
            case .list(let list): list
            case .number(let number): [String(number)]
            case .people(let people): people.map(\.name)
            case .pairs(let pairs): pairs.joined().map(\.name)
            case .wishes(let wishes): wishes.flatMap { [$0.person.name, $0.skill] }
            case .facts(let facts), .parts(let facts): facts.flatMap(words)
            }
        }
    }

    /// A sentence says all that its fact does, and names nobody else.
    private static func check(_ facts: [Finding], _ people: [Attendee]) throws {
        for texts in try MatchingTexts.languages.map(Self.texts) {
            for fact in facts {
                let sentence = texts.sentence(fact)
                #expect(!sentence.contains("{") && !sentence.contains("matching."), "\(sentence)")
                for word in words(fact) { #expect(sentence.contains(word), "\(sentence)") }
                let named = Set(people.filter { sentence.contains($0.name) }.map(\.id))
                #expect(named == fact.people, "\(sentence)")
            }
        }
    }

    @Test("every sentence about a group can be read off the input", arguments: 0..<200)
    func groups(_ seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let people = Self.named(Samples.people(4 + seed % 9, &random))
        let rules = Samples.rules(people, &random, modes: ModeRule.allCases[seed % 3])
        let truth = Truth(people: people, modes: rules.modes, history: rules.history)
        let group = people.prefix(4).map(\.id)
        let facts = try GroupExplainer(Scorer(Roster(people), rules)).facts(of: group)
        #expect(facts.count >= 2)
        for fact in facts { #expect(truth.holds(fact, group), "\(fact)") }
        try Self.check(facts, people)
    }

    @Test("of what nobody said no sentence is made", arguments: 0..<300)
    func missing(_ seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let people = Samples.forgetting(Self.named(Samples.people(8, &random)), &random)
        var rules = Samples.rules(people, &random, modes: ModeRule.allCases[seed % 3])
        if seed % 2 == 0 { rules.history = [] }
        let truth = Truth(people: people, modes: rules.modes, history: rules.history)
        let scorer = try Scorer(Roster(people), rules)
        let groups = [people.prefix(4).map(\.id), people.suffix(4).map(\.id)]
        for group in groups {
            let facts = GroupExplainer(scorer).facts(of: group)
            for fact in facts { #expect(truth.holds(fact, group), "\(fact)") }
            try Self.check(facts, people)
        }
        let late = JoiningExplainer(scorer, before: groups.map { Array($0.dropLast()) }, after: groups).facts
        for fact in late {
            #expect(
                truth.holdsForLateComer(fact, before: groups.map { Array($0.dropLast()) }, after: groups), "\(fact)")
        }
    }

    @Test("where nothing is known, the only sentence says how many they are")
    func nothingKnown() throws {
        let people = (0..<4).map { Attendee(id: "p\($0)", name: "N\($0)", school: "p\($0)") }
        let facts = try GroupExplainer(Scorer(Roster(people), Rules(wish: .size(4)))).facts(of: people.map(\.id))
        #expect(try facts.map(Self.texts("en").sentence) == ["Mix: 4 people"])
    }

    @Test("every sentence about a late-comer can be read off the input")
    func lateComers() throws {
        var settled = 0
        for seed in 0..<200 {
            var random = SplitMix64(seed: UInt64(seed))
            let people = Self.named(Samples.people(16, &random))
            var rules = Samples.rules(people, &random, modes: .mixed)
            (rules.together, rules.apart) = ([], [])
            let before = [people[0..<5], people[5..<8], people[8..<12]].map { $0.map(\.id) }
            let bounds = GroupSizes(count: 3, least: 2, most: 6)
            let roster = try Roster(people)
            // Invented groups may have no bridge, and no way to get one.
            guard let split = try? Running(roster, rules, current: before, bounds: bounds).settle() else { continue }
            settled += 1
            let facts = JoiningExplainer(Scorer(roster, rules), before: before, after: split.groups).facts
            let truth = Truth(people: people, modes: rules.modes, history: rules.history)
            #expect(facts.count == 4)
            for fact in facts {
                #expect(truth.holdsForLateComer(fact, before: before, after: split.groups), "\(fact)")
            }
            try Self.check(facts, people)
        }
        #expect(settled > 150)
    }

    @Test("private rules and the balance of talk change no sentence, whoever comes and goes")
    func nothingPrivate() throws {
        let file = try Samples.file("groups-70-mixed")
        let split = try Composer(file.roster(), file.rules).compose(seed: 1, iterations: 20_000)
        // Some came late.
        let before = split.groups.map { Array($0.dropFirst()) }
        func facts(_ people: [Attendee], _ rules: Rules) throws -> [[Finding]] {
            let scorer = try Scorer(Roster(people), rules)
            let explainer = GroupExplainer(scorer)
            let joining = JoiningExplainer(scorer, before: before, after: split.groups)
            return split.groups.map(explainer.facts) + [joining.facts]
        }
        let people = file.people.map(\.attendee)
        var (open, hushed) = (file.rules, people)
        open.apart = []
        open.together = []
        for index in hushed.indices { hushed[index].talkShare = nil }
        #expect(try facts(people, file.rules) == facts(hushed, open))
        let points = try Scorer(Roster(people), file.rules).score(split.groups)
        #expect(try points.told == Scorer(Roster(hushed), file.rules).score(split.groups).terms)
        #expect(points.told != points.terms)
    }

    @Test("a group put together by hand is told by which rule it may not be")
    func breaches() throws {
        let people = [
            Attendee(id: "p0", name: "A", school: "S0"), Attendee(id: "p1", name: "B", school: "S0"),
            Attendee(id: "p2", name: "C", school: "S2", farthestMetres: 5), Attendee(id: "p3", name: "D", school: "S3"),
        ]
        let book = try BuddyBook(
            Roster(people), BuddyRules(blocks: [["p0", "p3"]]),
            metres: [0, 9, 9, 9, 9, 0, 9, 9, 9, 9, 0, 9, 9, 9, 9, 0])
        #expect(book.breaches(of: ["p1", "p3"]) == [])
        #expect(book.breaches(of: ["p0", "p1"]) == [BuddyBreach(people: ["p0", "p1"], rule: .sameSchool)])
        #expect(book.breaches(of: ["p1", "p2"]) == [BuddyBreach(people: ["p1", "p2"], rule: .outOfReach)])
        #expect(book.breaches(of: ["p0", "p3"]) == [BuddyBreach(people: ["p0", "p3"], rule: .block)])
        #expect(book.breaches(of: ["p0", "p1", "p3"]).map(\.rule) == [.sameSchool, .block])
    }

    @Test("a block changes no reason that is told, only who is paired, and no next best is blocked")
    func blocks() throws {
        let people = (0..<4).map { Attendee(id: "p\($0)", name: "N\($0)", school: "S\($0)") }
        let blocked = BuddyRules(blocks: [["p0", "p1"]])
        let two = try BuddyBook(Roster(Array(people.prefix(2))), blocked, metres: [0, 9, 9, 0])
        let pairing = BuddyFinder(two).find()
        #expect(pairing.unmatched.map(\.reason) == [.allTaken, .allTaken])
        #expect(BuddyFinder(two).withoutPartner == pairing.unmatched)
        let free = try BuddyBook(Roster(Array(people.prefix(2))), BuddyRules(), metres: [0, 9, 9, 0])
        #expect(BuddyExplainer(two).facts(of: ["p0", "p1"]) == BuddyExplainer(free).facts(of: ["p0", "p1"]))
        #expect(BuddyFinder(free).withoutPartner == [])
        let four = try BuddyExplainer(BuddyBook(Roster(people), blocked))
        let next = four.nextBest(of: ["p0", "p2"])
        #expect(next.map { Truth.ids($0, "name") } == [["p0"], ["p2"]])
        #expect(next.map { Truth.ids($0, "names") } == [["p3"], ["p1", "p3"]])
    }

    @Test("every sentence about buddies can be read off the input", arguments: 0..<60)
    func buddies(_ seed: Int) throws {
        let book = try Self.book(seed)
        let pairing = BuddyFinder(book).find()
        let explainer = BuddyExplainer(book)
        let people = book.roster.people
        let truth = Truth(
            people: people, history: book.rules.history, earlier: book.rules.earlier,
            metres: { one, other in
                let (a, b) = (people.firstIndex { $0.id == one }, people.firstIndex { $0.id == other })
                return a.flatMap { a in b.map { Int(book.metres[a * people.count + $0]) } }
            })
        for group in pairing.groups {
            let facts = explainer.facts(of: group)
            #expect(facts.count == group.count * (group.count - 1) / 2)
            for fact in facts { #expect(truth.holdsForBuddies(fact), "\(fact)") }
            try Self.check(facts, people)
            let next = explainer.nextBest(of: group)
            for fact in next {
                #expect(Truth.ids(fact, "names").count <= 2)
                #expect(Truth.ids(fact, "names").allSatisfy { !group.contains($0) })
            }
            try Self.check(next, people)
        }
        try Self.check(pairing.unmatched.map(explainer.fact), people)
    }

    private static func book(_ seed: Int) throws -> BuddyBook {
        var random = SplitMix64(seed: UInt64(seed))
        let people = named(Samples.people(9 + seed % 4, &random))
        var metres = [Int32](repeating: 0, count: people.count * people.count)
        for one in people.indices {
            for other in 0..<one {
                let distance = Int32(random.below(100_000))
                metres[one * people.count + other] = distance
                metres[other * people.count + one] = distance
            }
        }
        let earlier = (0..<4).map { _ in [people[random.below(9)].id, people[random.below(9)].id] }
        let history = [PastRound(age: 1, groups: [people.prefix(4).map(\.id), people.suffix(4).map(\.id)])]
        let rules = BuddyRules(
            farthestMetres: seed % 2 == 0 ? 60_000 : nil, blocks: [["p0", "p5"]], earlier: earlier, history: history)
        return try BuddyBook(Roster(people), rules, metres: metres)
    }

    @Test("there is a sentence for every fact, in both languages", arguments: ["en", "cy"])
    func catalogues(_ language: String) throws {
        let texts = try Self.texts(language)
        for code in Finding.Code.allCases {
            #expect(texts.sentence(Finding(code)) != "matching.\(code.rawValue)", "\(code)")
        }
    }

    @Test("names with braces stay what they are; numbers take their noun; phases their word, if there is one")
    func rendering() throws {
        func person(_ name: String) -> Finding.Value { Finding.one(Attendee(id: "p", name: name, school: "S")) }
        let fact = Finding(.pair, ["name": person("{other}"), "other": person("B"), "reasons": .facts([])])
        #expect(try Self.texts("en").sentence(fact) == "{other} + B: matched because .")
        let mix = Finding(
            .mix,
            [
                "parts": .parts([
                    Finding(.peopleFrom, ["people": .number(2), "schools": .number(1)]),
                    Finding(.subjects, ["subjects": .number(2)]), Finding(.phases, ["phases": .number(3)]),
                    Finding(.yearsFrom, ["least": .number(1), "most": .number(14)]),
                ])
            ])
        #expect(
            try Self.texts("en").sentence(mix)
                == "Mix: 2 people from 1 school, 2 subjects, 3 phases, 1 to 14 years in teaching")
        #expect(
            try Self.texts("cy").sentence(mix)
                == "Cymysgedd: 2 berson o 1 ysgol, 2 bwnc, 3 chyfnod, 1 i 14 o flynyddoedd yn addysgu")
        let phases = Finding(.otherPhase, ["phase": .word("primary"), "other": .word("Steiner")])
        #expect(try Self.texts("en").sentence(phases) == "primary with Steiner")
        #expect(try Self.texts("cy").sentence(phases) == "cyfnodau gwahanol (cynradd, Steiner)")
        #expect(try Self.texts("cy").sentence(Finding(.samePhase, ["phase": .word("FE")])) == "y ddau: addysg bellach")
    }
}
