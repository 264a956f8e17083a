// Knows the decks of prompts over HTTP: those of the program, and the one that a network keeps for itself.

import Hosting
import Meetings
import Wire

/// A prompt to keep; the one that is changed, where it is kept already.
struct PromptToKeep: Decodable, Sendable {
    var prompt: Key?
    var plan: NewPrompt
}

struct PromptNamed: Decodable, Sendable {
    var prompt: Key
}

/// The network's own prompts. A deck of the program has a language, this one has that of whoever wrote it.
private struct OwnDeck: Encodable {
    struct Kept: Encodable {
        var id: PromptID
        var plan: PromptPlan
    }
    var own: [Kept]

    init(_ network: Network) { own = network.deck.compactMap { one in one.plan.map { Kept(id: one.id, plan: $0) } } }
}

extension Routes {
    func listPrompts(_ call: Call<SignedIn, Nothing>) -> Response {
        Response(status: 200, contentType: "application/json", body: parts.prompts)
    }

    func showOwnPrompts(_ call: Call<SignedIn, Nothing>) async throws -> Response {
        .json(OwnDeck(try await parts.networks.host(of: call.caller.network).network()))
    }

    func keepPrompt(_ call: Call<Coordinator, PromptToKeep>) async throws -> Response {
        try await change(
            KeepPrompt(prompt: call.body.prompt.map { PromptID(rawValue: $0.text) }, plan: call.body.plan.plan).command,
            call.caller)
    }

    func dropPrompt(_ call: Call<Coordinator, PromptNamed>) async throws -> Response {
        try await change(DropPrompt(prompt: PromptID(rawValue: call.body.prompt.text)).command, call.caller)
    }

    /// Answers with the deck as it is now.
    private func change(_ command: NetworkCommand, _ coordinator: Coordinator) async throws -> Response {
        .json(OwnDeck(try await submit(command, by: coordinator).network()))
    }
}
