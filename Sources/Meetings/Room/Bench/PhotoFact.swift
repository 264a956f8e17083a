// Knows the facts of pictures of kits, and all that each declares. The picture itself is an erasable part of the fact
// that brought it, told to nobody: who may see it asks for it (`Interface/Files`).

/// There is one picture more, which only its author sees.
public struct PhotoAdded: RoomFact {
    public var segment: SegmentID
    public var photo: PhotoID
    public var person: PersonID?
    public var step: Int?
    public var width: Int?
    public var height: Int?
    /// A JPEG in base64; nil once it was erased.
    public var jpeg: String?
    public var source: Source?

    public static let kept = Kept<Self>(
        BenchFact.Kind.photoAdded, .first, ages: .work,
        fields: Fields(names: [], words: [CodingKeys.jpeg], codes: [], people: []), whose: .person { $0.person },
        object: .of { $0.photo.rawValue }, erases: .nothing)
    public static let told = Told<Self>(
        leads: .part { $0.countedOnly }, participants: .part { $0.countedOnly }, guests: .nothing, walls: .nothing,
        group: .everybody, follows: .of { $0.person.map { [.own($0)] } ?? [] })
    public var event: Event { .bench(.photoAdded(self)) }
}

/// Its author lets others see a picture, or no more.
public struct PhotoShown: RoomFact {
    public var segment: SegmentID
    public var photo: PhotoID
    public var person: PersonID
    public var step: Int
    public var width: Int
    public var height: Int
    public var isShown: Bool

    public static let kept = Kept<Self>(
        BenchFact.Kind.photoShown, .first, ages: .work, fields: .plain, whose: .person { $0.person },
        object: .of { $0.photo.rawValue }, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .nothing, group: .everybody,
        follows: .of { [.own($0.person)] })
    public var event: Event { .bench(.photoShown(self)) }
}

/// A picture is gone for good.
public struct PhotoRemoved: RoomFact {
    public var segment: SegmentID
    public var photo: PhotoID
    public var person: PersonID?

    public static let kept = Kept<Self>(
        BenchFact.Kind.photoRemoved, .first, ages: .work, fields: .plain, whose: .person { $0.person },
        object: .of { $0.photo.rawValue }, erases: .of { .object($0.photo.rawValue) })
    public static let told = Told<Self>(
        leads: .part { $0.countedOnly }, participants: .part { $0.countedOnly }, guests: .nothing, walls: .nothing,
        group: .everybody, follows: .of { $0.person.map { [.own($0)] } ?? [] })
    public var event: Event { .bench(.photoRemoved(self)) }
}

extension PhotoAdded {
    fileprivate var countedOnly: PhotoAdded? { PhotoAdded(segment: segment, photo: photo) }
}

extension PhotoRemoved {
    fileprivate var countedOnly: PhotoRemoved? { PhotoRemoved(segment: segment, photo: photo) }
}
