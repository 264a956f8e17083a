// Knows how what a fact declares is read, whichever fact it is.

extension Fact {
    /// The name of the kind in the log and on the wire.
    public static var kind: String { kept.kind }
    var erasure: Erasure? { Self.kept.erases(self) }
    fileprivate var object: String? { Self.kept.object(self) }

    /// Whom it names. It is not called `person`: inside of this module it would stand for the fact's own of that name.
    var named: PersonID? {
        switch Self.kept.whose {
        case .person(let person): person(self)
        case .actor, .nobody: nil
        }
    }

    fileprivate var isNobodys: Bool {
        switch Self.kept.whose {
        case .nobody: true
        case .person, .actor: false
        }
    }
}

extension RoomFact {
    /// What an audience of that kind sees of the fact.
    fileprivate func seen(by kind: ViewerKind) -> Event? {
        switch Self.told.sight(of: kind) {
        case .whole: event
        case .nothing: nil
        case .part(let less): less(self)?.event
        }
    }

    fileprivate func group(in room: Room) -> GroupID? {
        switch Self.told.group {
        case .everybody: nil
        case .group(let group): group(self)
        case .message(let message): room.group(of: message(self))
        }
    }

    fileprivate var consequences: [Consequence] { Self.told.follows(self) ?? [] }
}

extension Event {
    /// Its name in the log and on the wire.
    public var kind: String { type(of: fact).kind }

    /// The event as an audience may see it, or nil. `group` is the one to which it belongs (`Room.group(of:)`).
    public func seen(by audience: Audience, of group: GroupID? = nil) -> Event? {
        // What is told in a group is told to participants who sit there.
        guard audience.kind != .participant || group == nil || group == audience.group else { return nil }
        return fact.seen(by: audience.kind)
    }

    /// Whom it names, if it names somebody.
    public var person: PersonID? { fact.named }

    /// Whether it must not be stored whose it is.
    public var isNobodys: Bool { fact.isNobodys }

    /// The message, question or note that it is about, if it is about one.
    public var object: String? { fact.object }

    /// What it means for those who are connected, and beside the log.
    public var consequences: [Consequence] { fact.consequences }

    /// What is erased together with it, if anything.
    public var erasure: Erasure? { fact.erasure }
}

extension Room {
    /// The group to whose members and the leads an event is told; nil if it is not told in a group.
    public func group(of event: Event) -> GroupID? { event.fact.group(in: self) }

    fileprivate func group(of message: MessageID) -> GroupID? { messages[message]?.group }
}
