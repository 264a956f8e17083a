// Knows that the rules for agendas hold, by the table that the pages' own check is tested with too.

import Foundation
import Testing

@testable import Meetings

@Suite struct AgendaCheckTests {
    struct Line: Decodable, CustomTestStringConvertible {
        var given: String
        /// `talk 15: Sensors`, the time in minutes; `breakout 15 of 4: Sensors` where groups of four are prepared,
        /// `reflection 10 asking: Write` where a prompt is.
        var plan: [String]
        /// `900 of 3600` seconds.
        var talk: String
        /// `code index found limit`, what is missing as `-` or left out at the end.
        var findings: [String]

        var testDescription: String { given }

        func segments() throws -> [SegmentPlan] {
            try plan.map { text in
                let parts = text.split(separator: ":", maxSplits: 1)
                let head = parts[0].split(separator: " ")
                return SegmentPlan(
                    kind: try #require(SegmentKind(rawValue: String(head[0]))),
                    title: parts[1].trimmingCharacters(in: .whitespaces),
                    timeboxSeconds: try #require(Int(head[1])) * 60,
                    breakout: head.count == 4 ? BreakoutPlan(size: try #require(Int(head[3]))) : nil,
                    prompts: head.last == "asking" ? [PromptPlan(kind: .open, text: "?", circle: .named)] : nil)
            }
        }
    }

    static let table: [Line] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Data/vectors/agenda-check.json")
        let data = FileManager.default.contents(atPath: file.path) ?? Data()
        return (try? JSONDecoder().decode([Line].self, from: data)) ?? []
    }()

    @Test func theTableIsThere() { #expect(Self.table.count >= 15) }

    @Test(arguments: table) func findsWhatTheTableSays(_ line: Line) throws {
        let plan = try line.segments()
        #expect(AgendaCheck.findings(plan).map(Self.text) == line.findings)
        let budget = TalkBudget(planned: plan)
        #expect("\(budget.talkSeconds) of \(budget.allSeconds)" == line.talk)
    }

    /// The templates that the program comes with are what its own rules ask for, in both languages.
    @Test func everyTemplatePasses() throws {
        struct Template: Decodable {
            struct Item: Decodable {
                var kind: SegmentKind
                var timeboxSeconds: Int
                var title: [String: String]
                var note: [String: String]?
                var breakout: Breakout?
                var prompts: [String]?
            }
            struct Breakout: Decodable { var size: Int? }
            var segments: [Item]
        }
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Config/agendas")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names.count == 6)
        for name in names {
            let data = try Data(contentsOf: folder.appendingPathComponent(name))
            let template = try JSONDecoder().decode(Template.self, from: data)
            for language in ["en", "cy"] {
                let plan = try template.segments.map {
                    SegmentPlan(
                        kind: $0.kind, title: try #require($0.title[language]), timeboxSeconds: $0.timeboxSeconds,
                        note: $0.note?[language], breakout: BreakoutPlan(size: $0.breakout?.size),
                        prompts: $0.prompts?.map { PromptPlan(kind: .open, text: $0, circle: .named) })
                }
                #expect(AgendaCheck.findings(plan).isEmpty, "\(name) in \(language)")
                #expect(plan.contains { $0.kind == .handsOn } && plan.contains { $0.kind == .reflection })
            }
        }
    }

    @Test func everyCodeIsInTheTable() {
        let named = Set(Self.table.flatMap(\.findings).compactMap { $0.split(separator: " ").first.map(String.init) })
        #expect(named == Set(AgendaFinding.Code.allCases.map(\.rawValue)))
    }

    @Test func actualTimeIsCountedByRuns() {
        let agenda = [
            segment("s1", .talk, [Run(from: 0, to: 600_000), Run(from: 900_000, to: 960_000)]),
            segment("s2", .handsOn, [Run(from: 600_000, to: 900_000)]),
            segment("s3", .reflection, [Run(from: 960_000)]),
        ]
        let budget = TalkBudget(actual: agenda, at: 1_260_000)
        #expect(budget.talkSeconds == 660)
        #expect(budget.allSeconds == 1_260)
        #expect(budget.percent == 52)
        #expect(budget.isOver)
    }

    private func segment(_ id: String, _ kind: SegmentKind, _ runs: [Run]) -> Segment {
        Segment(id: SegmentID(rawValue: id), kind: kind, title: "T", note: nil, timeboxSeconds: 600, runs: runs)
    }

    private static func text(_ finding: AgendaFinding) -> String {
        var parts = [finding.code.rawValue]
        parts += [finding.index, finding.found, finding.limit].map { $0.map(String.init) ?? "-" }
        while parts.last == "-" { parts.removeLast() }
        return parts.joined(separator: " ")
    }
}
