// Knows what is prepared for the groups of an item when a meeting is planned.

import Meetings

/// What is prepared, from hostile bytes.
struct NewBreakout: Decodable, Sendable {
    var choice: Draw.Choice
    var size: BoundedNumber<GroupSize>?
    var count: BoundedNumber<GroupCount>?
    var seconds: BoundedNumber<RoundTime>?
    var task: PossibleText<GroupTask>?
    var resources: PossibleText<GroupTask>?

    var plan: BreakoutPlan {
        BreakoutPlan(
            choice: choice, size: size?.value, count: count?.value, seconds: seconds?.value, task: task?.value,
            resources: resources?.value)
    }
}
