// Knows what of a prompt only one person is told: their own answer, drafts too, and what was shown to their group.

import Meetings

/// What of a prompt is for one person alone.
public struct OwnPrompt: Encodable, Equatable, Sendable {
    /// An answer of one's own, as it is kept.
    struct Kept: Encodable, Equatable, Sendable {
        var id: ResponseID
        var answer: PromptAnswer?
        var narrowing: Narrowing?
        var isHandedIn: Bool
        /// True where it was not written on this device: nothing of it is told but that it is there.
        var isUnseen: Bool?
    }
    var response: Kept?
    var ofGroup: [ResponseView]?

    /// By person and prompt, for these people; nil when there is nothing.
    ///
    /// - Parameter charges: for whom `person` taps besides: of them what was written on their device, and no more.
    static func all(
        of people: [PersonID], for charges: [PersonID], of person: PersonID, in room: Room
    ) -> [PersonID: [PromptID: OwnPrompt]]? {
        var found: [PersonID: [PromptID: OwnPrompt]] = [:]
        var bytes = Portion.ownBytes
        // The newest first: of a meeting that is fuller than any is, the oldest do not travel.
        for prompt in room.prompts.reversed() where prompt.openedAt != nil {
            let those =
                people.map { ($0, OwnPrompt(of: $0, prompt)) }
                + charges.map { ($0, OwnPrompt(of: $0, prompt, by: person)) }
            for case (let id, let own?) in those {
                bytes -= Portion.weight(of: own)
                guard bytes >= 0 else { break }
                found[id, default: [:]][prompt.id] = own
            }
        }
        return found.isEmpty ? nil : found
    }

    private init?(of person: PersonID, _ prompt: Prompt) {
        response = prompt.responses.first { $0.author == person }.map {
            Kept(id: $0.id, answer: $0.answer, narrowing: $0.narrowing, isHandedIn: $0.isHandedIn)
        }
        let shared = prompt.responses.filter { $0.shown?.readers?.contains(person) == true }
        ofGroup = shared.isEmpty ? nil : shared.compactMap(ResponseView.init)
        guard response != nil || ofGroup != nil else { return nil }
    }

    /// What somebody else's device is told, which taps for `person`.
    private init?(of person: PersonID, _ prompt: Prompt, by scribe: PersonID) {
        guard let kept = prompt.responses.first(where: { $0.author == person }) else { return nil }
        response =
            kept.by == scribe
            ? Kept(id: kept.id, answer: kept.answer, narrowing: kept.narrowing, isHandedIn: kept.isHandedIn)
            : Kept(id: kept.id, isHandedIn: kept.isHandedIn, isUnseen: true)
    }
}
