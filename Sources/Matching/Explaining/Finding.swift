// Knows what may be said of groups and buddies: facts with names, which a catalogue turns into sentences. Private
// rules (who must be apart, blocks) and the balance of talk are no facts, so no sentence can tell them.

/// Something true that can be read off the input.
public struct Finding: Equatable, Sendable {
    /// The name of the sentence, without its beginning.
    public var code: Code
    /// Values by placeholder.
    public var values: [String: Value]

    /// Somebody who is named: a page that knows people shows them by id, a command by name.
    public struct Named: Equatable, Sendable {
        public var id: String
        public var name: String

        init(_ person: Attendee) {
            id = person.id
            name = person.name
        }
    }

    /// A need and whose it is.
    public struct Wish: Equatable, Sendable {
        public var person: Named
        public var skill: String
    }

    public enum Value: Equatable, Sendable {
        case text(String)
        /// A word of the roster that languages may know, as a phase.
        case word(String)
        case list([String])
        case number(Int)
        case people([Named])
        case pairs([[Named]])
        case wishes([Wish])
        /// A reason within a sentence.
        case facts([Finding])
        /// What one sentence lists.
        case parts([Finding])
    }

    public enum Code: String, Sendable, CaseIterable {
        case welcoming, nobodyWelcomes, help, mix, peopleFrom, peopleOnly, subjects, phases, yearsFrom, yearsOf
        case modes, modesBridge, met, nobodyMet, unmet
        case pair, gives, noNeed
        case samePhase, otherPhase, sameSubject, otherSubject, near, far, mentoring, earlier, metOnce, neverPaired
        case nobodyWithinReach, nobodyElse, allTaken
        case nextBest
        case joins, keepsBridge, smallestGroup, otherSchool, newGroup, roomLeft
    }

    init(_ code: Code, _ values: [String: Value] = [:]) {
        self.code = code
        self.values = values
    }

    /// One person as a value.
    static func one(_ person: Attendee) -> Value { .people([Named(person)]) }
    static func some(_ people: [Attendee]) -> Value { .people(people.map(Named.init)) }

    /// Everybody this fact names, reasons included, by id.
    public var people: Set<String> {
        Set(
            values.values.flatMap { value -> [String] in
                switch value {
                case .text, .word, .list, .number: []
                case .people(let people): people.map(\.id)
                case .pairs(let pairs): pairs.joined().map(\.id)
                case .wishes(let wishes): wishes.map(\.person.id)
                case .facts(let facts), .parts(let facts): facts.flatMap(\.people)
                }
            })
    }
}
