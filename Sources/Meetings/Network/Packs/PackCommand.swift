// Knows the wishes that concern the evaluator's packs, each with its row of rights. The server says them for whoever
// asks for a pack, once it knows what is in it.

/// A wish that concerns an evaluator's pack.
public enum PackCommand: Equatable, Sendable {
    case releasePack(ReleasePack)
    case handOutPack(HandOutPack)

    /// The names of these wishes.
    public enum Kind: String, CaseIterable, Sendable {
        case releasePack, handOutPack

        public var type: any NetworkWish.Type {
            switch self {
            case .releasePack: ReleasePack.self
            case .handOutPack: HandOutPack.self
            }
        }
    }

    public var wish: any NetworkWish {
        switch self {
        case .releasePack(let wish): wish
        case .handOutPack(let wish): wish
        }
    }
}

/// Settles what a new pack holds.
public struct ReleasePack: NetworkWish {
    public var series: SeriesID?
    public var key: String
    public var ranges: [PackRange]

    public static let granted = NetworkGranted<Self>(
        PackCommand.Kind.releasePack, to: [.coordinator, .evaluator], as: [.none], about: .nothing)
    public var command: NetworkCommand { .packs(.releasePack(self)) }

    public init(series: SeriesID?, key: String, ranges: [PackRange]) {
        (self.series, self.key, self.ranges) = (series, key, ranges)
    }
}

/// Writes down that a pack was handed out.
public struct HandOutPack: NetworkWish {
    public var pack: PackID
    public var form: PackForm
    public var depth: PackDepth?
    public var hash: String
    public var bytes: Int

    public static let granted = NetworkGranted<Self>(
        PackCommand.Kind.handOutPack, to: [.coordinator, .evaluator], as: [.none], about: .nothing)
    public var command: NetworkCommand { .packs(.handOutPack(self)) }

    public init(pack: PackID, form: PackForm, depth: PackDepth? = nil, hash: String, bytes: Int) {
        (self.pack, self.form, self.depth, self.hash, self.bytes) = (pack, form, depth, hash, bytes)
    }
}
