// Knows every bound of the domain. Lengths are Unicode scalars.

/// The bounds of a room, each with a name.
public enum Limits {
    public static let nameLength = 60
    public static let schoolLength = 80
    public static let titleLength = 120
    public static let zoneLength = 64
    public static let noteLength = 1_000
    public static let messageLength = 2_000
    public static let questionLength = 500
    public static let segments = 200
    public static let people = 1_000
    public static let waiting = 300
    /// People who share one device.
    public static let peopleAtTable = 12
    public static let messages = 10_000
    public static let questions = 500
    /// One segment: half a minute to eight hours.
    public static let timeboxSeconds = 30...28_800
    /// The largest change of a timebox by one tap.
    public static let timeboxStepSeconds = 3_600
    /// What one line of speech may hold.
    public static let speechWords = 0...20_000
    public static let speechCharacters = 0...200_000
    /// What a message of which only the length is known may hold.
    public static let messageWords = 0...20_000
    public static let recordingLength = 120
    public static let recordingFlags = 20
    public static let topics = 60
    public static let topicLength = 40
    /// What one person offers, and what they need.
    public static let topicsPerPerson = 8
    public static let groups = 300
    public static let peopleInGroup = 60
    public static let rounds = 40
    public static let drafts = 12
    /// People, pairs and blocks named in the rules of who is together and who apart.
    public static let pairRules = 300
    public static let taskLength = 600
    public static let linkLength = 300
    public static let tables = 1...999
    public static let cardLength = 500
    public static let cards = 200
    public static let announcementLength = 300
    public static let announcements = 100
    /// Exact in every reader of JSON.
    public static let seeds: ClosedRange<Int64> = 0...9_007_199_254_740_991
    public static let engineLength = 40
    /// A person turned away this often stays out of this meeting.
    public static let denials = 2

    /// Refuses a number outside its bounds.
    static func check(_ number: Int, _ bounds: ClosedRange<Int>) throws(Rejection) {
        guard bounds.contains(number) else { throw .outOfBounds(least: bounds.lowerBound, most: bounds.upperBound) }
    }
}
