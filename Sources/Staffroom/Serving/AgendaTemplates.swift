// Knows the templates of agendas: Config/agendas, one file each, in both languages.

import Foundation
import Meetings
import Wire

/// What a coordinator can start from.
struct AgendaTemplate: Codable, Sendable {
    /// A text in both languages; whoever plans takes over the one they read.
    struct Texts: Codable, Sendable {
        var en: String
        var cy: String
    }

    struct Item: Codable, Sendable {
        var kind: SegmentKind
        var timeboxSeconds: Int
        var title: Texts
        var note: Texts?
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
        segments.map {
            SegmentPlan(
                kind: $0.kind, title: $0.title[keyPath: language], timeboxSeconds: $0.timeboxSeconds,
                note: $0.note?[keyPath: language])
        }
    }

    /// All templates, in their order. A file that does not fit stops the start, and says which.
    static func all(in resources: Resources) throws -> [AgendaTemplate] {
        try resources.configs(in: "agendas").map { name, data in
            do {
                var template = try JSONDecoder().decode(AgendaTemplate.self, from: data)
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
