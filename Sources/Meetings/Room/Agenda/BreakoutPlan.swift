// Knows what is prepared for the groups of an item before anybody is there: a lead is shown such groups when it opens.

/// What is prepared for the groups of an item.
public struct BreakoutPlan: Codable, Equatable, Sendable {
    /// How they are found.
    public var choice: Draw.Choice
    /// How many people a group has, or how many groups there are: at most one of the two.
    public var size: Int?
    public var count: Int?
    /// How long they work, `Limits.roundSeconds`; nil: as long as the item takes.
    public var seconds: Int?
    public var task: String?
    public var resources: String?
    /// Groups that were put together by hand beforehand; whoever is not in them is found a place.
    public var draft: DraftID?

    /// What is prepared; it is checked where it enters a room.
    public init(
        choice: Draw.Choice = .mix, size: Int? = nil, count: Int? = nil, seconds: Int? = nil, task: String? = nil,
        resources: String? = nil, draft: DraftID? = nil
    ) {
        (self.choice, self.size, self.count, self.seconds) = (choice, size, count, seconds)
        (self.task, self.resources, self.draft) = (task, resources, draft)
    }

    /// Without groups of people who were known at one meeting only.
    public var forOtherMeetings: BreakoutPlan {
        var plan = self
        plan.draft = nil
        return plan
    }

    /// With its texts cleaned and its numbers within bounds.
    func checked() throws(Rejection) -> BreakoutPlan {
        if let size { try Limits.check(size, 2...Limits.peopleInGroup) }
        if let count { try Limits.check(count, 1...Limits.groups) }
        guard size == nil || count == nil else { throw .outOfBounds(least: 0, most: 0) }
        if let seconds { try Limits.check(seconds, Limits.roundSeconds) }
        var plan = self
        plan.task = try Text.optionalBlock(task, limit: Limits.taskLength)
        plan.resources = try Text.optionalBlock(resources, limit: Limits.taskLength)
        return plan
    }
}
