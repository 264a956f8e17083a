// Knows what a fact of a room declares about who is told and what follows. There is no default: what is left out does
// not build, so a new fact goes to nobody until somebody has decided who may see it.

/// A fact that can stand in a room's log.
public protocol RoomFact: Fact {
    /// Who is told.
    static var told: Told<Self> { get }
    /// The fact among all others.
    var event: Event { get }
}

/// Who is told of facts of a kind, and what it means for those who are connected. Who waits outside is told nothing.
public struct Told<F: RoomFact>: Sendable {
    let leads: Sight<F>
    let participants: Sight<F>
    let guests: Sight<F>
    let walls: Sight<F>
    let group: Belonging<F>
    let follows: Derived<F, [Consequence]>

    init(
        leads: Sight<F>, participants: Sight<F>, guests: Sight<F>, walls: Sight<F>, group: Belonging<F>,
        follows: Derived<F, [Consequence]>
    ) {
        (self.leads, self.participants, self.guests, self.walls) = (leads, participants, guests, walls)
        (self.group, self.follows) = (group, follows)
    }

    func sight(of kind: ViewerKind) -> Sight<F> {
        switch kind {
        case .lead: leads
        case .participant: participants
        case .guest: guests
        case .wall: walls
        case .waiting: .nothing
        }
    }
}

/// What somebody sees of a fact.
public enum Sight<F>: Sendable {
    case whole
    case nothing
    /// A fact of the same kind with less in it; nil where even that is nothing for them.
    case part(@Sendable (F) -> F?)
}

/// To whom a fact is told among those who may see it.
public enum Belonging<F>: Sendable {
    case everybody
    /// To that group and the leads; to everybody where it names none.
    case group(@Sendable (F) -> GroupID?)
    /// As the message was that it is about.
    case message(@Sendable (F) -> MessageID)
}

/// What a fact means for those who are connected, and for what stands beside the log.
public enum Consequence: Equatable, Sendable {
    /// The list of meetings learns it.
    case listed(CatalogueChange)
    /// Whoever is connected is present from now on.
    case presencesBegin
    /// Everybody is shown the room anew.
    case everybodyAnew
    /// Walls are shown the room anew: what was only counted until now may be seen from afar.
    case wallsAnew
    /// This person has come in, and is shown the room.
    case joined(PersonID)
    /// This person sees the room as somebody else now, and is shown it anew.
    case anew(PersonID)
    /// The first is the second from now on, with all their devices.
    case merged(PersonID, into: PersonID)
    /// This person is put out.
    case goodbye(PersonID, Goodbye)
    /// Everything of this person is gone: they are put out, and whoever sees the room is shown what is left of it.
    case erased(PersonID)
    /// What only this person is told of themselves has changed.
    case own(PersonID)
    /// Somebody came; they may be late for groups that run.
    case came(PersonID)
    /// What this person said at earlier meetings is looked up.
    case recalled(PersonID)
    case seats(SeatChange)
    /// A lead's message is on its way to all groups.
    case announced
    /// What was written of that object until now is not to be read any more.
    case takenBack(object: String, from: Readers)
    /// Nobody writes answers to that prompt any more.
    case promptClosed(PromptID)
}

/// Who may read something no more.
public enum Readers: Equatable, Sendable {
    case everybody
    case allButLeads
}

/// Why somebody is put out.
public enum Goodbye: Equatable, Sendable {
    case removed, denied
    /// They were not here when their wait ended, or came back in that moment: they may knock again.
    case away
}

/// How seats in groups change.
public enum SeatChange: Equatable, Sendable {
    case formed
    case opened(members: [PersonID])
    case moved([Move])
    /// Somebody sits at a table's device now, or no longer.
    case atTable
    /// Somebody gave up their seat with their place in the room.
    case out(PersonID)
    case ended(RoundID)
}
