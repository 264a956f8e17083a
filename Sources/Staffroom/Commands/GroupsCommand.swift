// Knows `staffroom groups`: a file in, groups out, without any server.

import ArgumentParser
import Exchange
import Foundation
import Matching

/// Forms breakout groups.
struct GroupsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "groups",
        abstract: "Form breakout groups from a file: people, what keeps them together or apart, who met whom.",
        discussion: """
            Prints {"groups":[[id,…],…]}, or "rounds" for several rounds. The same file, seed and number of iterations \
            give the same groups on every machine; with --seconds the clock decides how long to search. What cannot be \
            satisfied is refused with the rules that clash (exit code 65). Running groups (kind rebalance) keep their \
            order.
            """)

    @OptionGroup var input: MatchingInput
    @Option(name: .long, help: "Seed of the search.")
    var seed: UInt64 = 1
    @Option(name: .long, help: "Moves to try.")
    var iterations: Int?
    @Option(name: .long, help: "Search for so long instead.")
    var seconds: Double?
    @Option(name: .long, help: "Size of groups of a CSV roster.")
    var size: Int = 4

    func validate() throws {
        guard iterations == nil || seconds == nil else {
            throw ValidationError("--iterations and --seconds exclude each other")
        }
        if let iterations, !(0...1_000_000_000_000).contains(iterations) {
            throw ValidationError("--iterations is a whole number from 0 to 1000000000000")
        }
        if let seconds, !(seconds > 0 && seconds <= 3600) { throw ValidationError("--seconds is above 0, up to 3600") }
        guard (1...1000).contains(size) else { throw ValidationError("--size is a number from 1 to 1000") }
    }

    func run() throws {
        let start = ContinuousClock.now
        let file = try input.read(size: size)
        let texts = try input.texts()
        let budget = self.budget(since: start)
        do throws(MatchingRefusal) {
            switch file.kind {
            case .groups:
                let roster = try file.roster()
                let splits = try Rounds.compose(roster, file.rules, rounds: file.rounds, seed: seed, budget: budget)
                try show(splits.map(\.groups), isOne: splits.count == 1, roster, file, texts)
            case .rebalance:
                let roster = try file.roster()
                let bounds = file.bounds ?? file.rules.wish.sizes(roster.count)
                let split = try Running(roster, file.rules, current: file.current, bounds: bounds, frozen: file.frozen)
                    .settle()
                try show([split.groups], isOne: true, roster, file, texts)
            case .golfer:
                let golfer = try Golfer(file.ids, wish: file.rules.wish, rounds: file.rounds)
                input.show(MatchingOutput(rounds: golfer.plan(seed: seed, budget: budget).rounds))
            case .buddies: throw .wrongValue("this file is for staffroom buddies")
            }
        } catch { throw Failure("refused: \(error)", Ending.data) }
    }

    private func show(
        _ rounds: [[[String]]], isOne: Bool, _ roster: Roster, _ file: MatchingFile, _ texts: MatchingTexts?
    ) throws(MatchingRefusal) {
        var output = isOne ? MatchingOutput(groups: rounds[0]) : MatchingOutput(rounds: rounds)
        if let texts {
            var rules = file.rules
            // What is explained is the last round; those before it are history then.
            rules.history += rounds.dropLast().map { PastRound(age: 0, groups: $0) }
            let explainer = GroupExplainer(Scorer(roster, rules))
            output.explain = (rounds.last ?? []).filter { !$0.isEmpty }.map { texts.sentences(explainer.facts(of: $0)) }
            output.gaps = explainer.gaps
            if file.kind == .rebalance {
                let joining = JoiningExplainer(Scorer(roster, rules), before: file.current, after: rounds[0])
                output.joined = texts.sentences(joining.facts)
            }
        }
        input.show(output)
    }

    private func budget(since start: ContinuousClock.Instant) -> Budget {
        guard let seconds else { return .iterations(iterations ?? Composer.polishIterations) }
        return Budget { _ in Int(start.duration(to: .now) / .seconds(seconds) * 1000) }
    }
}

/// Finds buddies.
struct BuddiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "buddies",
        abstract: "Find buddies from a file: everybody first, then as few threes as can be, nobody twice, then value.",
        discussion: """
            Prints {"groups":[[id,id],…]}. Pairs of all who can be in one are the best there are, which is proved at \
            every run. With --explain the reasons of each pair and of people without a buddy are added; private blocks \
            are never told.
            """)

    @OptionGroup var input: MatchingInput

    func run() throws {
        let file = try input.read(size: 2)
        let texts = try input.texts()
        do throws(MatchingRefusal) {
            guard file.kind == .buddies || file.kind == .groups else {
                throw .wrongValue("this file is for staffroom groups")
            }
            let book = try file.buddyBook()
            let pairing = BuddyFinder(book).find()
            var output = MatchingOutput(groups: pairing.groups)
            if let texts {
                let explainer = BuddyExplainer(book)
                output.explain = pairing.groups.map { texts.sentences(explainer.facts(of: $0)) }
                output.nextBest = pairing.groups.map { texts.sentences(explainer.nextBest(of: $0)) }
                output.unmatched = pairing.unmatched.map { texts.sentence(explainer.fact(of: $0)) }
                output.reasons = Dictionary(
                    uniqueKeysWithValues: pairing.unmatched.map { ($0.id, $0.reason.rawValue) })
            }
            input.show(output)
        } catch { throw Failure("refused: \(error)", Ending.data) }
    }
}
