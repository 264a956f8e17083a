// Knows what of groups each audience is sent as a whole: seats for everybody, notes for those who sit there.

import Meetings

/// A group as one viewer may see it. Its JSON has the field names of `Group`.
struct GroupView: Encodable {
    var id: GroupID
    var members: [PersonID]
    var table: Int?
    var bridge: PersonID?
    var roles = GroupRoles()
    var texts = GroupTexts()
    var cards: [Card] = []
    var helpSince: Instant?
    var isDone = false
    var moreTimeSince: Instant?
    var visitors: [PersonID] = []
    /// For leads only.
    var lastActAt: Instant?

    init(_ group: Group, of round: Round, for viewer: Viewer) {
        id = group.id
        members = group.members
        table = group.table
        guard viewer.kind != .wall else { return }
        bridge = group.bridge
        roles = group.roles
        visitors = group.visitors
        texts = viewer.kind == .lead ? group.texts : group.texts.told
        let isLead = viewer.kind == .lead
        // What a group wrote comes back to everybody when the round is over.
        if isLead || viewer.group == group.id || round.endedAt != nil { cards = group.cards }
        guard isLead || viewer.group == group.id else { return }
        helpSince = group.helpSince
        isDone = group.isDone
        moreTimeSince = group.moreTimeSince
        if isLead { lastActAt = group.lastActAt }
    }
}

/// A round as one viewer may see it. Its JSON has the field names of `Round`.
struct RoundView: Encodable {
    var id: RoundID
    var segment: SegmentID?
    var formedAt: Instant
    var endedAt: Instant?
    var groups: [GroupView]
    var task: String?
    var resources: String?
    var draw: Draw

    init(_ round: Round, for viewer: Viewer) {
        id = round.id
        segment = round.segment
        formedAt = round.formedAt
        endedAt = round.endedAt
        groups = round.groups.map { GroupView($0, of: round, for: viewer) }
        draw = viewer.kind == .lead ? round.draw : round.draw.told
        guard viewer.kind != .wall else { return }
        task = round.task
        resources = round.resources
    }
}

/// What every group of a round brings back, as those get it who were told of their own group only.
struct Harvest: Encodable {
    struct Brought: Encodable {
        var group: GroupID
        var cards: [Card]
    }
    var round: RoundID
    var groups: [Brought]

    init(_ round: Round) {
        self.round = round.id
        groups = round.groups.map { Brought(group: $0.id, cards: $0.cards) }
    }
}
