// Knows what samples of groups are made of.

@testable import Meetings

extension GroupSeats {
    static let sample = GroupSeats(
        group: "g60-1", members: ["p7", "p8", "p9"], table: 3, bridge: "p8",
        roles: GroupRoles(facilitator: "p7", scribe: "p8", reporter: "p9"))
}

extension GroupTexts {
    static let sample = GroupTexts(
        task: "Build one\nand break it", resources: "https://example.org/kit", link: "https://meet.example.org/k7-1",
        expected: ["Nia"])
}

extension RoundTexts {
    static let sample = RoundTexts(task: "Talk", resources: "The blue box", groups: [.sample])
}

extension Draw {
    static let sample = Draw(
        choice: .expertise, seed: 4_242, iterations: 300_000, engine: "staffroom-groups/1", points: 61, isEdited: true)
}

extension RoundPlan {
    static let sample = RoundPlan(groups: [.sample], task: "Talk", resources: "The blue box", draw: .sample)
}

extension GroupPlan {
    static let sample = GroupPlan(
        members: ["p7", "p8", "p9"], table: 3, bridge: "p8",
        roles: GroupRoles(facilitator: "p7", scribe: "p8", reporter: "p9"), texts: .sample)
}

extension Topic {
    static let sample = Topic(id: "python", names: ["en": "Python", "cy": "Python"])
}
