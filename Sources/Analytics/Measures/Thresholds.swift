// Knows the numbers on which figures rest, each with its name. They are thresholds on form, not on thought; whoever
// changes one makes another version of the definitions.

import Meetings

/// The named parameters of all figures; they travel with a pack.
public struct Thresholds: Codable, Equatable, Sendable {
    /// The version of the definitions that goes with every figure.
    public var definitionsVersion = "1"
    /// A gap in somebody's presence that is no longer than this is none, in seconds.
    public var gapSeconds = 60
    /// Who is there for less of a segment is absent from it, who is there for less of an item was not offered it.
    public var presentSeconds = 20
    /// The least share of somebody's time in a segment with a means to act that the log would see.
    public var observableShare = 0.5
    /// From so many words on something written is made; below it is an act.
    public var madeWords = 8
    /// From so long on a turn of speech is made, in seconds.
    public var madeTurnSeconds = 10
    /// Or from so many words on.
    public var madeTurnWords = 25
    /// A minute counts where somebody was there for so much of it, in seconds.
    public var minutePresentSeconds = 30
    /// Two turns that are no further apart may answer each other, in seconds.
    public var exchangeTurnSeconds = 120
    /// Within so long somebody else's edit of a note may be answered by its author, in seconds.
    public var exchangeEditSeconds = 600
    /// People who were in one group for so long have met, in seconds.
    public var tieGroupSeconds = 300
    /// Who goes less than this before the end stayed to the end, in seconds.
    public var earlyLeaveSeconds = 300
    /// No subgroup of fewer people is shown on a page.
    public var fewestShown = 5
    /// No subgroup of fewer people is in anything published.
    public var fewestPublished = 10
    /// Below so many people there are counts and no percentages.
    public var fewestForShare = 20
    /// Below so many people no interval is printed.
    public var fewestForInterval = 10
    /// Of fewer observable people, as a share of all, too little is known to say anything.
    public var fewestObservableShare = 0.3
    /// With fewer meetings a series says nothing of who stays.
    public var fewestMeetings = 3

    /// Those that are used where nobody says otherwise.
    public static let standard = Thresholds()

    init() {}
}

extension Int {
    /// So many seconds, in the unit of `Instant`.
    var milliseconds: Instant { Instant(self) * 1000 }
}
