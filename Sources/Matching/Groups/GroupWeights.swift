// Knows what each reason for regret counts, and keeps the numbers that a search reads apart from lists, which it may not
// copy for every pair.

/// Points of regret, each of which belongs to a person or a group.
@dynamicMemberLookup
public struct GroupWeights: Equatable, Sendable {
    var plain = PlainWeights()
    /// Earlier today, last meeting, the one before, longer ago.
    public var met = [12, 9, 6, 3]
    /// A person's first, second, third need that nobody in the group offers.
    public var need = [6, 4, 2]

    public init() {}

    public subscript(dynamicMember path: WritableKeyPath<PlainWeights, Int>) -> Int {
        get { plain[keyPath: path] }
        set { plain[keyPath: path] = newValue }
    }

    func met(age: Int) -> Int { met.isEmpty ? 0 : met[min(max(0, age), met.count - 1)] }
}

/// The weights that are one number each.
public struct PlainWeights: Equatable, Sendable {
    public var sameSchool = 12
    public var sameTrust = 2
    public var sameSubject = 3
    public var samePhase = 2
    public var sameBand = 1
    public var noCore = 20
    public var corePair = 2
    public var earlyCareerAlone = 8
    public var dominantPair = 5
    public var quietAlone = 3
    public var allQuiet = 5
    public var loneRemote = 8
    public var loneInRoom = 4
    /// A person moved while groups are running.
    public var move = 15
}
