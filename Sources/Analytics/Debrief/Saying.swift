// Knows what a debrief can say: a key that stands in the catalogues of both languages, and the numbers that go into it.

/// One sentence, without words.
public struct Saying: Codable, Equatable, Sendable {
    /// The sentences that there are, as `figures.say.…` in the catalogues.
    public enum Key: String, Codable, Sendable, CaseIterable {
        // What people did.
        case few, everybodyActed, everybodyOffered, acted, notOffered
        // How the time went.
        case overran, overranPaid, onTime, leftOut
        // Room and call, and who went.
        case kit, placesActed, left, nobodyLeft
        // What is not known.
        case cannotTell, counted, talkUnknown
    }

    public var key: Key
    public var numbers: [String: Int]
    /// Numbers of items, for what is said of them.
    public var items: [String: Int]

    init(_ key: Key, _ numbers: [String: Int] = [:], items: [String: Int] = [:]) {
        (self.key, self.numbers, self.items) = (key, numbers, items)
    }
}

/// One thing to change next time, with the figure that it comes from.
public struct Advice: Codable, Equatable, Sendable {
    /// The proposals that there are, as `figures.next.…` in the catalogues, their reason as `figures.why.…`.
    public enum Key: String, Codable, Sendable, CaseIterable {
        case kitEarlier, kitTime, tablet, sayNext, planLonger, askInIt, callFirst, mix, goRound
    }

    public var key: Key
    public var numbers: [String: Int]
    public var items: [String: Int]

    init(_ key: Key, _ numbers: [String: Int], items: [String: Int] = [:]) {
        (self.key, self.numbers, self.items) = (key, numbers, items)
    }
}
