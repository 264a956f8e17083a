// Knows every no that a person can be told. A rejection is not a fault: the same wish may be granted later.

/// Why a command was not carried out. Names and numbers are stable; the pages have a sentence for each.
public enum Rejection: Error, Codable, Equatable, Sendable {
    /// The role may not do this, or not to this person.
    case notAllowed(needs: Role)
    case meetingNotOpen
    case meetingOver
    case roomLocked
    case waitingInLobby
    /// Removed by a lead, or turned away twice.
    case shutOut
    /// Acts count only from people who are present.
    case notPresent
    case notFound
    case textMissing
    case textTooLong(limit: Int)
    case tooMany(limit: Int)
    /// A number outside its bounds.
    case outOfBounds(least: Int, most: Int)
    /// Skipping a reflection has to be confirmed.
    case needsConfirmation
    /// What is wished for is so already.
    case alreadySo
    /// The pulse is closed, the message withdrawn, the segment over: too late for this.
    case closed
    case chatClosed
    /// The last lead cannot be dismissed.
    case lastLead
    /// People who share one device stay in one group.
    case tableSplit
    /// An address that does not begin with `http://` or `https://`, or has white space in it.
    case badLink
    /// A time zone that this server has not heard of.
    case unknownZone
    /// A name of which nothing can be seen.
    case unseenName
    /// There are no groups now, or the person is in none.
    case noGroup
    /// The same command id came before with something else in it.
    case conflict
    /// It was made from what is not so any more: somebody came, went or changed their mind meanwhile.
    case outdated
    /// They have answered anonymously on another device, which alone can change it.
    case answeredElsewhere
    /// Too fast; try again after that many milliseconds.
    case slowDown(waitMilliseconds: Int)
    /// The server cannot store anything just now; nothing that was acknowledged is lost.
    case storageFailed

    /// Stable number of the rejection, for programs.
    public var code: Int {
        switch self {
        case .notAllowed: 10
        case .meetingNotOpen: 11
        case .meetingOver: 12
        case .roomLocked: 13
        case .waitingInLobby: 14
        case .shutOut: 15
        case .notPresent: 16
        case .notFound: 20
        case .textMissing: 21
        case .textTooLong: 22
        case .tooMany: 23
        case .outOfBounds: 24
        case .needsConfirmation: 25
        case .alreadySo: 26
        case .closed: 27
        case .chatClosed: 28
        case .lastLead: 29
        case .tableSplit: 30
        case .badLink: 31
        case .noGroup: 32
        case .unknownZone: 33
        case .unseenName: 36
        case .conflict: 40
        case .slowDown: 41
        case .outdated: 42
        case .answeredElsewhere: 43
        case .storageFailed: 50
        }
    }
}
