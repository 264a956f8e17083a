// Knows the stable code of every clash: the pages have a sentence for each.

import Matching

extension MatchingRefusal {
    var code: String {
        switch self {
        case .personTwice: "personTwice"
        case .nobody: "nobody"
        case .togetherTooMany: "togetherTooMany"
        case .togetherAndApart: "togetherAndApart"
        case .togetherAcrossModes: "togetherAcrossModes"
        case .togetherAcrossPhases: "togetherAcrossPhases"
        case .lockedAndTogether: "lockedAndTogether"
        case .pinOutside: "pinOutside"
        case .lockOutside: "lockOutside"
        case .pinnedOutOfLock: "pinnedOutOfLock"
        case .pinnedAcrossModes: "pinnedAcrossModes"
        case .pinnedAcrossPhases: "pinnedAcrossPhases"
        case .pinnedAndApart: "pinnedAndApart"
        case .pinnedAndTogether: "pinnedAndTogether"
        case .pinnedTooMany: "pinnedTooMany"
        case .pinnedGroupsTooMany: "pinnedGroupsTooMany"
        case .nothingToKeep: "nothingToKeep"
        case .apartTooMany: "apartTooMany"
        case .blocksDoNotFit: "blocksDoNotFit"
        case .noBridge: "noBridge"
        case .unsatisfied: "unsatisfied"
        case .wrongValue: "wrongValue"
        }
    }
}
