// Knows how it is told that so many have answered an anonymous prompt: by no fact, because nothing of them is one yet.

import Meetings

extension ServerMessage {
    private struct Answered: Encodable {
        var prompt: PromptID
        var count: Int
    }

    /// How many have answered an anonymous prompt that can be answered.
    public static func answered(_ prompt: PromptID, count: Int) -> [UInt8] {
        encode(["answered": Answered(prompt: prompt, count: count)])
    }
}
