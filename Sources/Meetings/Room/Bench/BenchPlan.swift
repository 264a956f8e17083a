// Knows what people are to do with their kits in a hands-on item: a few steps, each with words and what helps to see it.

/// One step with a kit.
public struct BenchStep: Codable, Equatable, Sendable {
    /// What to do, in a sentence or two.
    public var text: String
    /// Where a picture of it is; it is linked to, never fetched.
    public var picture: String?
    /// Where more of it is.
    public var link: String?

    /// A step; it is checked where it enters a room.
    public init(text: String, picture: String? = nil, link: String? = nil) {
        (self.text, self.picture, self.link) = (text, picture, link)
    }

    fileprivate func checked() throws(Rejection) -> BenchStep {
        BenchStep(
            text: try Text.block(text, limit: Limits.stepLength),
            picture: try Text.optionalLink(picture, limit: Limits.linkLength),
            link: try Text.optionalLink(link, limit: Limits.linkLength))
    }
}

/// What a hands-on item does with kits. Everybody is told it, as they are told the note under the title.
public struct BenchPlan: Codable, Equatable, Sendable {
    /// What the kit is called: the same name at another meeting is the same kit.
    public var kit: String?
    /// In order, `Limits.benchSteps`.
    public var steps: [BenchStep]

    /// A plan; it is checked where it enters a room.
    public init(kit: String? = nil, steps: [BenchStep]) { (self.kit, self.steps) = (kit, steps) }

    /// With its texts cleaned and its numbers within bounds.
    func checked() throws(Rejection) -> BenchPlan {
        try Limits.check(steps.count, Limits.benchSteps)
        let checked = try steps.map { step throws(Rejection) in try step.checked() }
        return BenchPlan(kit: try Text.optionalLine(kit, limit: Limits.kitNameLength), steps: checked)
    }
}
