// Knows every bound of the domain. Lengths are Unicode scalars.

/// The bounds of a room, each with a name.
public enum Limits {
    public static let nameLength = 60
    public static let schoolLength = 80
    public static let titleLength = 120
    public static let zoneLength = 64
    /// Where a meeting is: a hall, a school.
    public static let placeLength = 120
    public static let noteLength = 1_000
    public static let messageLength = 2_000
    public static let questionLength = 500
    public static let segments = 200
    /// Beyond so many none is opened by hand; one after a talk opens all the same.
    public static let pulses = 100
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
    /// How long groups may be planned to work: three minutes to an hour.
    public static let roundSeconds = 180...3_600
    /// After its time a round runs on for so long: nobody is cut off in the middle of a sentence.
    public static let roundGraceMilliseconds: Int64 = 30_000
    public static let drafts = 12
    /// People, pairs and blocks named in the rules of who is together and who apart.
    public static let pairRules = 300
    public static let taskLength = 600
    public static let linkLength = 300
    public static let tables = 1...999
    public static let cardLength = 500
    public static let cards = 200
    /// Steps with a kit in one item.
    public static let benchSteps = 1...12
    public static let stepLength = 300
    public static let kitNameLength = 60
    public static let kitNoteLength = 200
    /// From not at all to very.
    public static let kitScale = 1...5
    public static let adaptionLength = 500
    /// A picture of a kit, in bytes, and each of its sides in pixels.
    public static let photoBytes = 153_600
    public static let photoSide = 16...2_048
    /// Pictures of a meeting, and of one person in it.
    public static let photos = 120
    public static let photosPerPerson = 10
    /// Prompts of a meeting, asked or not.
    public static let prompts = 100
    public static let promptLength = 300
    /// The name under which a question is found at other meetings.
    public static let promptKeyLength = 60
    public static let promptChoices = 2...12
    public static let choiceLength = 80
    /// Time to write: ten seconds to an hour.
    public static let promptSeconds = 10...3_600
    public static let responseLength = 1_000
    public static let cardsOfResponse = 12
    public static let wordLength = 40
    /// Fewer anonymous answers are counted and shown to nobody.
    public static let fewestAnonymous = 5
    /// The secret by which a device may change its anonymous answer, in bytes.
    public static let answerTokenLength = 16...64
    /// Anonymous answers that are shown in one fact, about, in bytes: beyond it they come in several, at one moment.
    public static let answersBytes = 131_072
    /// Clusters of one prompt, how long their names may be, and how many cards go into one at once.
    public static let clusters = 24
    public static let clusterNameLength = 60
    public static let cardsClusteredAtOnce = 100
    /// Where fewer answered at the start and at the end, what changed would tell who.
    public static let fewestPairs = 5
    /// Of fewer people in a place nothing is said of what was done there while everybody sees what it was.
    public static let fewestAtPlace = 5
    /// From so many answers on, that somebody answered does not say what.
    public static let answersThatHide = 2
    /// From when on somebody holds the floor: by one turn, or by their share of all turns once there were so many minutes.
    public static let floorTurnSeconds = 180
    public static let floorTalkSeconds = 600
    public static let floorPercent = 50
    /// From one end of a scale to the other.
    public static let scale = 1...5
    public static let announcementLength = 300
    public static let announcements = 100
    /// How long a turn in a group is meant to be.
    public static let groupTurnSeconds = 120
    /// What somebody says they will do after the meeting.
    public static let actionLength = 300
    /// Exact in every reader of JSON.
    public static let seeds: ClosedRange<Int64> = 0...9_007_199_254_740_991
    public static let engineLength = 40
    /// One message of a client, in bytes. Longer ones close the connection, so the pages never keep one to send again.
    public static let messageBytes = 65_536
    /// People of one list that is read, and how large it may be.
    public static let listPeople = 5_000
    public static let listBytes = 2_097_152
    /// A file that a page sends, and one piece of it: in letters it stays below the bound of a request.
    public static let fileBytes = 8_388_608
    public static let filePieceBytes = 32_768
    /// When something may be planned: from 1970 to the end of 9999, in milliseconds. Calendars know no other years.
    public static let moments: ClosedRange<Instant> = 0...253_402_300_799_999
    /// How long a step can be taken back.
    public static let undoMilliseconds = 10_000
    /// A person turned away this often stays out of this meeting.
    public static let denials = 2

    /// Refuses a moment at which nothing can be planned.
    static func check(moment: Instant?) throws(Rejection) {
        guard let moment, !moments.contains(moment) else { return }
        throw .outOfBounds(least: Int(moments.lowerBound), most: Int(moments.upperBound))
    }

    /// What an older server let in is no moment at all.
    public static func sane(_ moment: Instant?) -> Instant? { moment.flatMap { moments.contains($0) ? $0 : nil } }

    /// Refuses a number outside its bounds.
    static func check(_ number: Int, _ bounds: ClosedRange<Int>) throws(Rejection) {
        guard bounds.contains(number) else { throw .outOfBounds(least: bounds.lowerBound, most: bounds.upperBound) }
    }
}
