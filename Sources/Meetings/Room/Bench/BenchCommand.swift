// Knows the wishes that concern kits, each with its row of rights.

/// A wish that concerns kits.
public enum BenchCommand: Equatable, Sendable {
    case setKit(SetKit)
    case declineHelp(DeclineHelp)
    case giveHelp(GiveHelp)
    case reviewKit(ReviewKit)
    case addPhoto(AddPhoto)
    case showPhoto(ShowPhoto)
    case removePhoto(RemovePhoto)

    /// The names of these wishes on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case setKit, declineHelp, giveHelp, reviewKit, addPhoto, showPhoto, removePhoto

        public var type: any RoomWish.Type {
            switch self {
            case .setKit: SetKit.self
            case .declineHelp: DeclineHelp.self
            case .giveHelp: GiveHelp.self
            case .reviewKit: ReviewKit.self
            case .addPhoto: AddPhoto.self
            case .showPhoto: ShowPhoto.self
            case .removePhoto: RemovePhoto.self
            }
        }
    }

    public var wish: any RoomWish {
        switch self {
        case .setKit(let wish): wish
        case .declineHelp(let wish): wish
        case .giveHelp(let wish): wish
        case .reviewKit(let wish): wish
        case .addPhoto(let wish): wish
        case .showPhoto(let wish): wish
        case .removePhoto(let wish): wish
        }
    }
}

/// Says where I am with my kit. Who says that they are stuck asks to be seen. Refused as `closed` while its item is not
/// open.
public struct SetKit: RoomWish {
    public var segment: SegmentID
    /// By its position, from 0.
    public var step: Int
    public var state: KitState
    /// At most `Limits.kitNoteLength`; who asks to be seen says it to whoever comes.
    public var note: String?

    public static let granted = Granted<Self>(
        BenchCommand.Kind.setKit, in: [.open], own: .voices, other: .nobody, scribe: false, forOthers: true,
        about: .nothing)
    public var command: Command { .bench(.setKit(self)) }

    public init(segment: SegmentID, step: Int, state: KitState, note: String? = nil) {
        (self.segment, self.step, self.state, self.note) = (segment, step, state, note)
    }
}

/// I was asked to go to somebody who is stuck, and cannot just now: somebody else is asked.
public struct DeclineHelp: RoomWish {
    public var segment: SegmentID
    /// Who is stuck.
    public var asker: PersonID

    public static let granted = Granted<Self>(
        BenchCommand.Kind.declineHelp, in: [.open], own: .voices, other: .nobody, scribe: false, forOthers: true,
        about: .nothing)
    public var command: Command { .bench(.declineHelp(self)) }

    public init(segment: SegmentID, asker: PersonID) { (self.segment, self.asker) = (segment, asker) }
}

/// Somebody who was stuck was helped: said by either of the two, or by a lead.
public struct GiveHelp: RoomWish {
    public var segment: SegmentID
    /// Who was stuck.
    public var asker: PersonID
    /// Who helped.
    public var helper: PersonID

    public static let granted = Granted<Self>(
        BenchCommand.Kind.giveHelp, in: [.open], own: .voices, other: .nobody, scribe: false, forOthers: true,
        about: .nothing)
    public var command: Command { .bench(.giveHelp(self)) }

    public init(segment: SegmentID, asker: PersonID, helper: PersonID) {
        (self.segment, self.asker, self.helper) = (segment, asker, helper)
    }
}

/// Says how a kit was, as a teacher or in the student's hat; saying it again replaces it. Refused as `closed` before its
/// item was open.
public struct ReviewKit: RoomWish {
    public var segment: SegmentID
    public var isStudent: Bool
    /// `Limits.kitScale`.
    public var fiddly: Int
    public var frustrating: Int
    /// At most `Limits.adaptionLength`.
    public var adaption: String?

    public static let granted = Granted<Self>(
        BenchCommand.Kind.reviewKit, in: [.open], own: .voices, other: .nobody, scribe: false, forOthers: true,
        about: .nothing)
    public var command: Command { .bench(.reviewKit(self)) }

    public init(segment: SegmentID, isStudent: Bool, fiddly: Int, frustrating: Int, adaption: String? = nil) {
        (self.segment, self.isStudent, self.fiddly) = (segment, isStudent, fiddly)
        (self.frustrating, self.adaption) = (frustrating, adaption)
    }
}

/// Brings a picture that somebody sent and the server has looked at.
public struct AddPhoto: RoomWish {
    public var segment: SegmentID
    /// Whose kit it shows.
    public var person: PersonID
    /// Whose device sent it.
    public var by: PersonID
    public var step: Int
    public var width: Int
    public var height: Int
    /// A JPEG in base64.
    public var jpeg: String

    public static let granted = Granted<Self>(
        BenchCommand.Kind.addPhoto, in: [], own: .nobody, other: .nobody, scribe: false, forOthers: false,
        about: .of { $0.person })
    public var command: Command { .bench(.addPhoto(self)) }

    public init(
        segment: SegmentID, person: PersonID, by sender: PersonID, step: Int, width: Int, height: Int, jpeg: String
    ) {
        (self.segment, self.person, by, self.step) = (segment, person, sender, step)
        (self.width, self.height, self.jpeg) = (width, height, jpeg)
    }
}

/// Lets others at the meeting see a picture of mine, or no more.
public struct ShowPhoto: RoomWish {
    public var photo: PhotoID
    public var isShown: Bool

    public static let granted = Granted<Self>(
        BenchCommand.Kind.showPhoto, in: [.open], own: .voices, other: .nobody, scribe: false, forOthers: true,
        about: .nothing)
    public var command: Command { .bench(.showPhoto(self)) }

    public init(photo: PhotoID, isShown: Bool) { (self.photo, self.isShown) = (photo, isShown) }
}

/// Takes a picture away for good: mine, or as a lead one that everybody sees.
public struct RemovePhoto: RoomWish {
    public var photo: PhotoID

    public static let granted = Granted<Self>(
        BenchCommand.Kind.removePhoto, in: [.open], own: .voices, other: .nobody, scribe: false, forOthers: true,
        about: .nothing)
    public var command: Command { .bench(.removePhoto(self)) }

    public init(photo: PhotoID) { self.photo = photo }
}
