// Knows the facts of answers to prompts, and all that each declares. Until answers are shown, nobody but their author is
// told more than how many there are.

/// Somebody has kept an answer, as a draft or handed in. Only its author is told what it says.
public struct ResponseSaved: RoomFact {
    public var prompt: PromptID
    public var response: ResponseID?
    public var person: PersonID?
    public var texts: [String]?
    public var numbers: [Int]?
    public var words: Int?
    public var narrowing: Narrowing?
    public var isHandedIn: Bool
    public var wasHandedIn: Bool
    public var source: Source?
    /// Who wrote it down, where that was a lead or a scribe.
    public var by: PersonID?
    public var isStudent: Bool?
    /// One more, or less, of those that were handed in for somebody who has no device; missing where it changes nothing.
    public var forOthers: Int?

    public static let kept = Kept<Self>(
        PromptFact.Kind.responseSaved, .first, ages: .work,
        fields: Fields(
            names: [], words: [CodingKeys.texts, CodingKeys.numbers], codes: [], people: [CodingKeys.by]),
        whose: .person { $0.person }, object: .of { $0.response?.rawValue },
        erases: .of { $0.response.map { .object($0.rawValue) } })
    public static let told = Told<Self>(
        leads: .part { $0.countedOnly }, participants: .part { $0.countedOnly }, guests: .nothing,
        walls: .part { $0.countedOnly }, group: .everybody,
        follows: .of { $0.person.map { [.own($0)] } ?? [] })
    public var event: Event { .prompts(.responseSaved(self)) }
}

/// An answer is shown, to everybody or to a group.
public struct ResponseRevealed: RoomFact {
    public var prompt: PromptID
    public var response: ResponseID
    public var person: PersonID?
    public var name: String?
    public var texts: [String]?
    public var numbers: [Int]?
    public var circle: Circle
    public var group: GroupID?
    /// Who sits in that group: each of them is told by themselves, also when groups have ended.
    public var readers: [PersonID]?
    public var isStudent: Bool?

    public static let kept = Kept<Self>(
        PromptFact.Kind.responseRevealed, .first, ages: .work,
        fields: Fields(
            names: [CodingKeys.name], words: [CodingKeys.texts, CodingKeys.numbers], codes: [],
            people: [CodingKeys.readers]),
        whose: .person { $0.person }, object: .of { $0.response.rawValue },
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .part { $0.asShown }, participants: .part { $0.circle.isOpen ? $0.asShown : nil }, guests: .nothing,
        walls: .nothing, group: .everybody, follows: .of { ($0.readers ?? []).map { .own($0) } })
    public var event: Event { .prompts(.responseRevealed(self)) }
}

/// An answer that was shown was taken back.
public struct ResponseWithdrawn: RoomFact {
    public var prompt: PromptID
    public var response: ResponseID
    /// To whom it was shown, where that was a group.
    public var readers: [PersonID]?

    public static let kept = Kept<Self>(
        PromptFact.Kind.responseWithdrawn, .first, ages: .work,
        fields: Fields(names: [], words: [], codes: [], people: [CodingKeys.readers]), whose: .actor,
        object: .of { $0.response.rawValue },
        erases: .of { .object($0.response.rawValue) })
    public static let told = Told<Self>(
        leads: .part { $0.withoutReaders }, participants: .part { $0.readers == nil ? $0 : nil }, guests: .nothing,
        walls: .part { $0.readers == nil ? $0 : nil }, group: .everybody,
        follows: .of {
            [.takenBack(object: $0.response.rawValue, from: .everybody), .wallsAnew]
                + ($0.readers ?? []).map { .own($0) }
        })
    public var event: Event { .prompts(.responseWithdrawn(self)) }
}

/// Somebody likes an answer.
public struct ResponseStarred: RoomFact {
    public var prompt: PromptID
    public var response: ResponseID
    public var person: PersonID
    public var source: Source?

    public static let kept = Kept<Self>(
        PromptFact.Kind.responseStarred, .first, ages: .work,
        fields: .plain, whose: .person { $0.person }, object: .of { $0.response.rawValue },
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .part { $0.countedOnly },
        group: .everybody, follows: .nothing)
    public var event: Event { .prompts(.responseStarred(self)) }
}

/// Somebody likes an answer no more.
public struct ResponseUnstarred: RoomFact {
    public var prompt: PromptID
    public var response: ResponseID
    public var person: PersonID

    public static let kept = Kept<Self>(
        PromptFact.Kind.responseUnstarred, .first, ages: .work,
        fields: .plain, whose: .person { $0.person }, object: .of { $0.response.rawValue },
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .part { $0.countedOnly },
        group: .everybody, follows: .nothing)
    public var event: Event { .prompts(.responseUnstarred(self)) }
}

/// An answer stands on the wall, or no longer.
public struct ResponseShown: RoomFact {
    public var prompt: PromptID
    public var response: ResponseID
    public var isShown: Bool

    public static let kept = Kept<Self>(
        PromptFact.Kind.responseShown, .first, ages: .work,
        fields: .plain, whose: .actor, object: .of { $0.response.rawValue },
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .whole, group: .everybody,
        follows: .of { _ in [.wallsAnew] })
    public var event: Event { .prompts(.responseShown(self)) }
}

extension ResponseSaved {
    /// How many have answered is known to all; a draft that changes is nobody's business.
    fileprivate var countedOnly: ResponseSaved? {
        guard isHandedIn != wasHandedIn || forOthers != nil else { return nil }
        return ResponseSaved(prompt: prompt, isHandedIn: isHandedIn, wasHandedIn: wasHandedIn, forOthers: forOthers)
    }
}

extension ResponseRevealed {
    /// By the name that was said before anybody typed.
    fileprivate var asShown: ResponseRevealed? {
        var shown = self
        shown.readers = nil
        switch circle {
        case .onlyMe: return nil
        // Anonymous answers have a fact of their own, which says nobody's name.
        case .anonymous: return nil
        case .group, .named: return shown
        case .firstNames:
            (shown.person, shown.name) = (nil, Text.firstName(name))
            return shown
        }
    }
}

extension ResponseWithdrawn {
    fileprivate var withoutReaders: ResponseWithdrawn? { ResponseWithdrawn(prompt: prompt, response: response) }
}

extension ResponseStarred {
    /// A wall counts stars and names nobody.
    fileprivate var countedOnly: ResponseStarred? {
        ResponseStarred(prompt: prompt, response: response, person: .counted)
    }
}

extension ResponseUnstarred {
    fileprivate var countedOnly: ResponseUnstarred? {
        ResponseUnstarred(prompt: prompt, response: response, person: .counted)
    }
}
