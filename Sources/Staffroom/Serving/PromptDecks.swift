// Knows the decks of prompts that the program comes with: Config/prompts, one file each, in both languages.

import Foundation
import Meetings
import Wire

/// Prompts that belong together, to ask at any meeting.
struct PromptDeck: Decodable, Sendable {
    typealias Texts = AgendaTemplate.Texts

    /// A prompt in both languages; in both it has the same key, so that answers can be compared.
    struct Item: Decodable, Sendable, Equatable {
        var key: String
        var kind: PromptKind
        var circle: Circle
        var seconds: Int?
        var isMultiple: Bool?
        var text: Texts
        var purpose: Texts
        var choices: [Texts]?

        func plan(_ language: KeyPath<Texts, String>) -> PromptPlan {
            PromptPlan(
                kind: kind, text: text[keyPath: language], purpose: purpose[keyPath: language],
                choices: choices?.map { $0[keyPath: language] } ?? [], isMultiple: isMultiple ?? false,
                circle: circle, seconds: seconds, key: key)
        }
    }

    /// The name of its file.
    var id: String?
    /// Its place among the others.
    var order: Int
    var name: Texts
    var prompts: [Item]

    private enum CodingKeys: String, CodingKey {
        case order, name, prompts
    }

    /// All decks, in their order. A file that does not fit stops the start, and says which, and which prompt of it.
    static func all(in resources: Resources) throws -> [PromptDeck] {
        try all(of: resources.configs(in: "prompts"))
    }

    /// The decks of these files.
    static func all(of files: [(name: String, data: Data)]) throws -> [PromptDeck] {
        var known: [String: Item] = [:]
        return try files.map { name, data in
            var deck: PromptDeck
            do {
                deck = try JSONDecoder().decode(PromptDeck.self, from: data)
            } catch {
                throw Failure("Config/prompts/\(name) does not have the expected form: \(error)", Ending.settings)
            }
            deck.id = String(name.dropLast(".json".count))
            for item in deck.prompts {
                let place = "Config/prompts/\(name), prompt \(item.key)"
                for language in [\Texts.en, \Texts.cy] {
                    do {
                        try check(item.plan(language))
                    } catch {
                        throw Failure("\(place) cannot be asked: \(error)", Ending.settings)
                    }
                }
                // The same question may stand in several decks; another one may not have its name.
                guard known.updateValue(item, forKey: item.key).map({ $0 == item }) ?? true else {
                    throw Failure("\(place) is another prompt than the one of that key before it", Ending.settings)
                }
            }
            guard Set(deck.prompts.map(\.key)).count == deck.prompts.count else {
                throw Failure("Config/prompts/\(name) has a prompt twice", Ending.settings)
            }
            return deck
        }
        .sorted { ($0.order, $0.id ?? "") < ($1.order, $1.id ?? "") }
    }

    /// By the rules of a room.
    private static func check(_ plan: PromptPlan) throws {
        let item = SegmentPlan(kind: .reflection, title: "-", timeboxSeconds: 600, prompts: [plan])
        let meeting = Plan(
            title: "-", plannedStart: nil, zone: "Europe/London", options: Options(), segments: [item]
        ).command
        _ = try Room().decide(meeting, Context(actor: .system, at: 0))
    }

    /// The body of `GET /api/prompts`: each deck in each language.
    static func body(_ decks: [PromptDeck]) -> [UInt8] {
        struct View: Encodable {
            var key: String
            var name: String
            var language: String
            var prompts: [PromptPlan]
        }
        let languages: [(String, KeyPath<Texts, String>)] = [("en", \.en), ("cy", \.cy)]
        let views = decks.flatMap { deck in
            languages.map { name, language in
                View(
                    key: deck.id ?? "", name: deck.name[keyPath: language], language: name,
                    prompts: deck.prompts.map { $0.plan(language) })
            }
        }
        return ServerMessage.encode(["decks": views])
    }
}
