// Knows what is to be done with kits in an item when a meeting is planned.

import Meetings

/// A step, from hostile bytes.
struct NewStep: Decodable, Sendable {
    var text: BoundedText<StepText>
    var picture: PossibleText<CallLink>?
    var link: PossibleText<CallLink>?
}

/// What is to be done with a kit, from hostile bytes.
struct NewBench: Decodable, Sendable {
    var kit: PossibleText<KitName>?
    var steps: BoundedList<NewStep, BenchSteps>

    var plan: BenchPlan {
        BenchPlan(
            kit: kit?.value,
            steps: steps.values.map { BenchStep(text: $0.text.value, picture: $0.picture?.value, link: $0.link?.value) }
        )
    }
}
