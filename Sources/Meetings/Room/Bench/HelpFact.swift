// Knows the facts of help with kits, and all that each declares: leads are told who is stuck, and the two whom it
// concerns learn it by themselves.

/// Somebody asks to be seen, or asks again from another step.
public struct HelpCalled: RoomFact {
    public var segment: SegmentID
    public var person: PersonID
    public var step: Int
    public var note: String?
    /// Who is asked to go there already, and hears what is said now.
    public var asked: PersonID?
    public var source: Source?

    public static let kept = Kept<Self>(
        BenchFact.Kind.helpCalled, .first, ages: .work,
        fields: Fields(names: [], words: [CodingKeys.note], codes: [], people: [CodingKeys.asked]),
        whose: .person { $0.person },
        object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .nothing, guests: .nothing, walls: .nothing, group: .everybody,
        follows: .of { [.own($0.person)] + ($0.asked.map { [.own($0)] } ?? []) })
    public var event: Event { .bench(.helpCalled(self)) }
}

/// Somebody is asked to go to one who is stuck; nobody is, where there is nobody.
public struct HelpOffered: RoomFact {
    public var segment: SegmentID
    /// Who is stuck.
    public var person: PersonID
    public var peer: PersonID?
    /// Who was asked before.
    public var previous: PersonID?

    public static let kept = Kept<Self>(
        BenchFact.Kind.helpOffered, .first, ages: .work,
        fields: Fields(names: [], words: [], codes: [], people: [CodingKeys.peer, CodingKeys.previous]),
        whose: .person { $0.person }, object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .nothing, guests: .nothing, walls: .nothing, group: .everybody,
        follows: .of { [.own($0.person)] + [$0.peer, $0.previous].compactMap { $0 }.map { .own($0) } })
    public var event: Event { .bench(.helpOffered(self)) }
}

/// Somebody who was asked cannot go.
public struct HelpDeclined: RoomFact {
    public var segment: SegmentID
    /// Who is stuck.
    public var person: PersonID
    public var peer: PersonID

    public static let kept = Kept<Self>(
        BenchFact.Kind.helpDeclined, .first, ages: .work,
        fields: Fields(names: [], words: [], codes: [], people: [CodingKeys.peer]), whose: .person { $0.person },
        object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .nothing, guests: .nothing, walls: .nothing, group: .everybody,
        follows: .of { [.own($0.person), .own($0.peer)] })
    public var event: Event { .bench(.helpDeclined(self)) }
}

/// One helped the other: it stands in the log for both.
public struct HelpGiven: RoomFact {
    public var segment: SegmentID
    /// Who was stuck.
    public var person: PersonID
    /// Who helped.
    public var peer: PersonID
    /// Who had been asked to, where that was somebody else.
    public var asked: PersonID?
    public var step: Int
    /// Who said so: either of the two, or a lead.
    public var source: Source?

    public static let kept = Kept<Self>(
        BenchFact.Kind.helpGiven, .first, ages: .work,
        fields: Fields(names: [], words: [], codes: [], people: [CodingKeys.peer, CodingKeys.asked]),
        whose: .person { $0.person }, object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .nothing, guests: .nothing, walls: .nothing, group: .everybody,
        follows: .of { [.own($0.person), .own($0.peer)] + ($0.asked.map { [.own($0)] } ?? []) })
    public var event: Event { .bench(.helpGiven(self)) }
}

/// Somebody goes on by themselves.
public struct HelpClosed: RoomFact {
    public var segment: SegmentID
    public var person: PersonID
    /// Who had been asked to go there.
    public var asked: PersonID?

    public static let kept = Kept<Self>(
        BenchFact.Kind.helpClosed, .first, ages: .work,
        fields: Fields(names: [], words: [], codes: [], people: [CodingKeys.asked]), whose: .person { $0.person },
        object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .nothing, guests: .nothing, walls: .nothing, group: .everybody,
        follows: .of { [.own($0.person)] + ($0.asked.map { [.own($0)] } ?? []) })
    public var event: Event { .bench(.helpClosed(self)) }
}
