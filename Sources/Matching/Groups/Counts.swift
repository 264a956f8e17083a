// Knows the terms of a group that depend on how many of each kind are in it, and nothing else.

/// How many of each kind; eight lanes, so that a swap is one subtraction and one addition.
typealias Counts = SIMD8<Int16>

extension Counts {
    @inline(__always) var size: Int16 { self[0] }
    @inline(__always) var core: Int16 { self[1] }
    @inline(__always) var earlyCareer: Int16 { self[2] }
    @inline(__always) var experienced: Int16 { self[3] }
    @inline(__always) var quiet: Int16 { self[4] }
    @inline(__always) var dominant: Int16 { self[5] }
    @inline(__always) var inRoom: Int16 { self[6] }
    @inline(__always) var bridges: Int16 { self[7] }
    @inline(__always) var remote: Int16 { size &- inRoom }

    /// Both kinds in a group that may not, or has nothing to bridge with.
    @inline(__always)
    func breaksMode(_ modes: ModeRule) -> Bool {
        guard inRoom > 0, remote > 0 else { return false }
        switch modes {
        case .any: return false
        case .mixed: return bridges == 0
        case .separate: return true
        }
    }

    /// Calls `add` with every term that depends on these counts only.
    @inline(__always)
    func terms(_ rules: CountRules, _ add: (Term, Int) -> Void) {
        guard size > 0 else { return }
        let weights = rules.weights
        if core == 0 { add(.noCore, weights.noCore) }
        if earlyCareer > 0 && experienced == 0 { add(.earlyCareerAlone, weights.earlyCareerAlone) }
        if quiet == 1 && dominant >= 1 && size >= 3 { add(.quietAlone, weights.quietAlone) }
        if quiet == size { add(.allQuiet, weights.allQuiet) }
        if rules.modes == .mixed {
            if remote == 1 && inRoom >= 2 { add(.loneRemote, weights.loneRemote) }
            if inRoom == 1 && remote >= 2 { add(.loneInRoom, weights.loneInRoom) }
        }
    }
}

/// What these terms depend on, without any list, so that a search may copy it freely.
struct CountRules: Sendable {
    let modes: ModeRule
    let weights: PlainWeights

    init(_ rules: Rules) {
        modes = rules.modes
        weights = rules.weights.plain
    }
}

extension Attendee {
    /// This person as a group of one.
    var counts: Counts {
        Counts(
            1, isCore ? 1 : 0, isEarlyCareer ? 1 : 0, isExperienced ? 1 : 0, talkClass == -1 ? 1 : 0,
            talkClass == 1 ? 1 : 0, isInRoom ? 1 : 0, isBridge ? 1 : 0)
    }
}
