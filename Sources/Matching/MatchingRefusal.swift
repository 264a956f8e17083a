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
        case .apartTooMany(let names, let groups):
            "apart and the number of groups clash: \(names.joined(separator: ", ")) all have to be apart, "
                + "there \(groups == 1 ? "is 1 group" : "are \(groups) groups")"
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
}
