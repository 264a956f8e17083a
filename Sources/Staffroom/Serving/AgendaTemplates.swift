// Knows the templates of agendas: Config/agendas, one file each, in both languages.

import Foundation
import Meetings
import Wire

/// What a coordinator can start from.
struct AgendaTemplate: Codable, Sendable {
    /// A text in both languages; whoever plans takes over the one they read.
    struct Texts: Codable, Sendable, Equatable {
        var en: String
        var cy: String
    }

    struct Item: Codable, Sendable {
        var kind: SegmentKind
        var timeboxSeconds: Int
        var title: Texts
        var note: Texts?
        var breakout: Breakout?
        var bench: Bench?
        /// What is asked in it.
        var prompts: [Asked]?
    }

    /// A prompt of a deck: a file names it by its key, whoever plans is told what it asks.
    struct Asked: Codable, Sendable {
        var key: String
        var en: PromptPlan?
        var cy: PromptPlan?

        init(from decoder: any Decoder) throws { key = try decoder.singleValueContainer().decode(String.self) }
    }

    /// What is prepared for the groups of an item.
    struct Breakout: Codable, Sendable {
        var choice: Draw.Choice
        var size: Int?
        var count: Int?
        var seconds: Int?
        var task: Texts?
    }

    /// What is done with a kit.
    struct Bench: Codable, Sendable {
        struct Step: Codable, Sendable {
            var text: Texts
            var picture: String?
            var link: String?
        }

        var kit: Texts?
        var steps: [Step]
    }

    /// The name of its file.
    var id: String?
    /// Its place among the others.
    var order: Int
    var title: Texts
    var about: Texts
    var options: Options
    var segments: [Item]

    /// The agenda in one language.
    func plan(_ language: KeyPath<Texts, String>) -> [SegmentPlan] {
        let asked = language == \Texts.cy ? \Asked.cy : \Asked.en
        return segments.map {
            SegmentPlan(
                kind: $0.kind, title: $0.title[keyPath: language], timeboxSeconds: $0.timeboxSeconds,
                note: $0.note?[keyPath: language],
                breakout: $0.breakout.map {
                    BreakoutPlan(
                        choice: $0.choice, size: $0.size, count: $0.count, seconds: $0.seconds,
                        task: $0.task?[keyPath: language])
                },
                bench: $0.bench.map { bench in
                    BenchPlan(
                        kit: bench.kit?[keyPath: language],
                        steps: bench.steps.map {
                            BenchStep(text: $0.text[keyPath: language], picture: $0.picture, link: $0.link)
                        })
                }, prompts: $0.prompts?.compactMap { $0[keyPath: asked] })
        }
    }

    /// With what is asked, as the decks have it.
    private func asking(_ known: [String: PromptDeck.Item]) throws -> AgendaTemplate {
        var template = self
        for item in segments.indices {
            for index in segments[item].prompts?.indices ?? 0..<0 {
                let key = segments[item].prompts?[index].key ?? ""
                guard let asked = known[key] else { throw Failure("no deck has \(key)", Ending.settings) }
                template.segments[item].prompts?[index].en = asked.plan(\.en)
                template.segments[item].prompts?[index].cy = asked.plan(\.cy)
            }
        }
        return template
    }

    /// All templates, in their order. A file that does not fit stops the start, and says which.
    static func all(in resources: Resources, asking decks: [PromptDeck]) throws -> [AgendaTemplate] {
        let known = Dictionary(decks.flatMap(\.prompts).map { ($0.key, $0) }) { first, _ in first }
        return try resources.configs(in: "agendas").map { name, data in
            do {
                var template = try JSONDecoder().decode(AgendaTemplate.self, from: data).asking(known)
                template.id = String(name.dropLast(".json".count))
                for language in [\Texts.en, \Texts.cy] {
                    let plan = Plan(
                        title: template.title[keyPath: language], plannedStart: nil, zone: "Europe/London",
                        options: template.options, segments: template.plan(language)
                    ).command
                    _ = try Room().decide(plan, Context(actor: .system, at: 0))
                }
                return template
            } catch {
                throw Failure("Config/agendas/\(name) does not have the expected form: \(error)", Ending.settings)
            }
        }
        .sorted { ($0.order, $0.id ?? "") < ($1.order, $1.id ?? "") }
    }

    /// The body of `GET /api/agendas`.
    static func body(_ templates: [AgendaTemplate]) -> [UInt8] { ServerMessage.encode(["agendas": templates]) }
}
