// Knows why no groups or buddies can be made, with the names of the people and the rules that clash.

/// What cannot be satisfied.
public enum MatchingRefusal: Error, Equatable, Sendable {
    case personTwice(String)
    case nobody
    /// A chain of must-be-together is longer than a group may be.
    case togetherTooMany(names: [String], most: Int)
    /// Two people have to be together, through this chain, and apart.
    case togetherAndApart(one: String, other: String, chain: [String])
    /// Together, but the room and remote people are pools of their own.
    case togetherAcrossModes(names: [String])
    /// Together, but the phases are pools of their own.
    case togetherAcrossPhases(names: [String])
    /// Together, but one of them is in a group that is locked and the others are not.
    case lockedAndTogether(names: [String], group: Int)
    /// Pinned to a group that there is not.
    case pinOutside(name: String, group: Int, groups: Int)
    /// Locked, but there is no such group now.
    case lockOutside(group: Int, groups: Int)
    /// In a locked group and pinned to another.
    case pinnedOutOfLock(name: String, group: Int, locked: Int)
    /// Pinned to one group, where the room and remote people, or the phases, are pools of their own.
    case pinnedAcrossModes(names: [String], group: Int)
    case pinnedAcrossPhases(names: [String], group: Int)
    case pinnedAndApart(names: [String], group: Int)
    case pinnedAndTogether(one: String, group: Int, other: String, otherGroup: Int)
    case pinnedTooMany(names: [String], group: Int, most: Int)
    /// Pinned to more groups than their pool is split into.
    case pinnedGroupsTooMany(names: [String], groups: Int)
    /// The last groups are to be kept, and there are none.
    case nothingToKeep
    /// All of these have to be apart, but there are fewer groups.
    case apartTooMany(names: [String], groups: Int)
    /// The must-be-together blocks do not fit into the groups beside each other.
    case blocksDoNotFit(names: [[String]], groups: Int, least: Int, most: Int)
    /// In the room and remote people have to share a group, and nobody has a bridge device.
    case noBridge(inRoom: Int, remote: Int)
    /// A search found no way; these rules were still broken.
    case unsatisfied([Breach])
    case wrongValue(String)
}

/// A hard rule that is broken, with names.
public enum Breach: Equatable, Sendable {
    case unknown(String)
    case placedTwice(String)
    case notPlaced(String)
    case groupCount(found: Int, wanted: Int)
    case groupSize(found: Int, least: Int, most: Int)
    case notTogether(String, String)
    case notApart(String, String)
    /// In the room and remote people in one group without a bridge.
    case noBridge([String])
    /// In the room and remote people in one group, where they are pools of their own.
    case mixedModes([String])
    /// Several phases in one group, where they are pools of their own.
    case mixedPhases([String])
    case notPinned(String, group: Int)
    /// In a locked group without belonging there.
    case intoLocked(String, group: Int)
}

extension Breach: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknown(let id): "\(id) is unknown"
        case .placedTwice(let name): "\(name) is placed twice"
        case .notPlaced(let name): "\(name) is not placed"
        case .groupCount(let found, let wanted): "\(found) groups, wanted \(wanted)"
        case .groupSize(let found, let least, let most): "a group of \(found), wanted \(least) to \(most)"
        case .notTogether(let one, let other): "together: \(one) and \(other) are in different groups"
        case .notApart(let one, let other): "apart: \(one) and \(other) are in one group"
        case .noBridge(let names): "mixed: no bridge device for \(names.joined(separator: ", "))"
        case .mixedModes(let names): "separate: in the room and remote: \(names.joined(separator: ", "))"
        case .mixedPhases(let names): "same phase: several phases: \(names.joined(separator: ", "))"
        case .notPinned(let name, let group): "pins: \(name) is not in group \(group + 1)"
        case .intoLocked(let name, let group): "locked: \(name) is in group \(group + 1), which is locked"
        }
    }
}

extension MatchingRefusal: CustomStringConvertible {
    public var description: String {
        switch self {
        case .personTwice(let name): "\(name) is in the roster twice"
        case .nobody: "there is nobody to place"
        case .togetherTooMany(let names, let most):
            "together and group size clash: \(names.joined(separator: ", ")) are \(names.count), "
                + "a group has at most \(most)"
        case .togetherAndApart(let one, let other, let chain):
            "together and apart clash: \(one) and \(other) have to be apart, but together joins "
                + chain.joined(separator: ", ")
        case .togetherAcrossModes(let names):
            "together and separate clash: \(names.joined(separator: ", ")) are partly in the room and partly remote"
        case .togetherAcrossPhases(let names):
            "together and same phase clash: \(names.joined(separator: ", ")) are of different phases"
        case .lockedAndTogether(let names, let group):
            "together and locked clash: of \(names.joined(separator: ", ")) only some are in group \(group + 1), "
                + "which is locked"
        case .pinOutside(let name, let group, let groups):
            "pins and the number of groups clash: \(name) is pinned to group \(group + 1), "
                + Self.number(of: groups)
        case .lockOutside(let group, let groups):
            "locked and the number of groups clash: group \(group + 1) is locked, \(Self.number(of: groups))"
        case .pinnedOutOfLock(let name, let group, let locked):
            "pins and locked clash: \(name) is pinned to group \(group + 1), but in group \(locked + 1), which is locked"
        case .pinnedAcrossModes(let names, let group):
            "pins and separate clash: \(names.joined(separator: ", ")) are pinned to group \(group + 1), "
                + "but are partly in the room and partly remote"
        case .pinnedAcrossPhases(let names, let group):
            "pins and same phase clash: \(names.joined(separator: ", ")) are pinned to group \(group + 1), "
                + "but are of different phases"
        case .pinnedAndApart(let names, let group):
            "pins and apart clash: \(names.joined(separator: ", ")) have to be apart, "
                + "but are pinned to group \(group + 1)"
        case .pinnedAndTogether(let one, let group, let other, let otherGroup):
            "pins and together clash: \(one) is pinned to group \(group + 1) and \(other) to group \(otherGroup + 1), "
                + "but they have to be together"
        case .pinnedTooMany(let names, let group, let most):
            "pins and group size clash: \(names.joined(separator: ", ")) belong into group \(group + 1), "
                + "a group has at most \(most)"
        case .pinnedGroupsTooMany(let names, let groups):
            "pins and the pools clash: \(names.joined(separator: ", ")) are pinned to more groups than they are "
                + "split into, \(Self.number(of: groups))"
        case .nothingToKeep: "there are no earlier groups of these people to keep"
        case .apartTooMany(let names, let groups):
            "apart and the number of groups clash: \(names.joined(separator: ", ")) all have to be apart, "
                + Self.number(of: groups)
        case .blocksDoNotFit(let names, let groups, let least, let most):
            "together and group size clash: these do not fit into \(groups) groups of \(least) to \(most): "
                + names.map { $0.joined(separator: " + ") }.joined(separator: "; ")
        case .noBridge(let inRoom, let remote):
            "mixed and group size clash: \(inRoom) in the room and \(remote) remote have to share a group, "
                + "and nobody in the room has a bridge device"
        case .unsatisfied(let breaches):
            "no way was found to keep all rules: " + breaches.map(\.description).joined(separator: "; ")
        case .wrongValue(let sentence): sentence
        }
    }

    private static func number(of groups: Int) -> String {
        groups == 1 ? "there is 1 group" : "there are \(groups) groups"
    }
}
