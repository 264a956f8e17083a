// Knows `staffroom-bench matching`: how good groups are after so much time, against chance and the best known.

import ArgumentParser
import Exchange
import Foundation
import Matching

/// One line for each file and time.
struct MatchingBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "matching",
        abstract: "Compare groups after 0.05 to 2 seconds with chance and with the best of a long search.",
        discussion: """
            The gap is points over the best found; captured is how much of the way from chance to the best was gone, \
            because part of the points is unavoidable. For buddies the time of the exact answer is printed.
            """)

    @Option(name: .long, help: "Seconds of the long searches, of which there are two.")
    var best = 8.0
    @Option(name: .long, help: "Best known points, if a longer search found fewer.")
    var known: Int?
    @Argument(help: "Matching files.")
    var files: [String]

    private static let times = [0.05, 0.1, 0.5, 1, 2]

    func run() throws {
        for name in files {
            let file = try MatchingFile(Data(contentsOf: URL(fileURLWithPath: name)))
            let title = URL(fileURLWithPath: name).deletingPathExtension().lastPathComponent
            switch file.kind {
            case .groups: try groups(file, title)
            case .buddies: try buddies(file, title)
            case .golfer, .rebalance: continue
            }
        }
    }

    private func groups(_ file: MatchingFile, _ title: String) throws {
        let roster = try file.roster()
        func points(_ seconds: Double, seed: UInt64) throws -> Int {
            let start = ContinuousClock.now
            let budget = Budget { _ in Int(start.duration(to: .now) / .seconds(seconds) * 1000) }
            return try Composer(roster, file.rules).compose(seed: seed, budget: budget).points.total
        }
        let chance = try Composer(roster, file.rules).chance(seed: 1)
        var found: [Int] = []
        for time in Self.times { found.append(try points(time, seed: 1)) }
        let long = try (2...3).map { try points(best, seed: $0) }
        let least = (found + long + [known].compactMap(\.self)).min() ?? 0
        Self.line("\(title): \(roster.count) people, chance \(chance), best \(least)")
        for (time, points) in zip(Self.times, found) {
            let gap = Double(points - least) * 100 / Double(max(1, least))
            let captured = Double(chance - points) * 100 / Double(max(1, chance - least))
            Self.line(
                String(format: "  %5.2f s  %6d points  gap %5.1f %%  captured %5.1f %%", time, points, gap, captured))
        }
    }

    private func buddies(_ file: MatchingFile, _ title: String) throws {
        let book = try file.buddyBook()
        var pairing: Pairing?
        let time = ContinuousClock().measure { pairing = BuddyFinder(book).find() }
        guard let pairing else { return }
        let proof = pairing.certificate == nil ? "no proof (threes or nobody left)" : "proved"
        Self.line(
            "\(title): \(file.people.count) people, value \(pairing.key.value), unmatched \(pairing.key.unmatched), "
                + "threes \(pairing.key.trios), \(proof), \(Int(time / .milliseconds(1))) ms")
    }

    private static func line(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }
}
