// Knows whom a refusal is about, for those who say the rest in their own language.

extension MatchingRefusal {
    /// The names that clash, each once, in the order in which they are told.
    public var names: [String] {
        var told: Set<String> = []
        return all.filter { told.insert($0).inserted }
    }

    private var all: [String] {
        switch self {
        case .personTwice(let name), .pinOutside(let name, _, _), .pinnedOutOfLock(let name, _, _): [name]
        case .togetherTooMany(let names, _), .togetherAcrossModes(let names), .togetherAcrossPhases(let names),
            .lockedAndTogether(let names, _), .pinnedAcrossModes(let names, _), .pinnedAcrossPhases(let names, _),
            .pinnedAndApart(let names, _), .pinnedTooMany(let names, _, _), .pinnedGroupsTooMany(let names, _),
            .apartTooMany(let names, _):
            names
        case .togetherAndApart(let one, let other, let chain): [one, other] + chain
        case .pinnedAndTogether(let one, _, let other, _): [one, other]
        case .blocksDoNotFit(let names, _, _, _): names.flatMap(\.self)
        case .unsatisfied(let breaches): breaches.flatMap(\.names)
        case .nobody, .nothingToKeep, .lockOutside, .noBridge, .wrongValue: []
        }
    }
}

extension Breach {
    fileprivate var names: [String] {
        switch self {
        case .unknown, .groupCount, .groupSize: []
        case .placedTwice(let name), .notPlaced(let name), .notPinned(let name, _), .intoLocked(let name, _): [name]
        case .notTogether(let one, let other), .notApart(let one, let other): [one, other]
        case .noBridge(let names), .mixedModes(let names), .mixedPhases(let names): names
        }
    }
}
