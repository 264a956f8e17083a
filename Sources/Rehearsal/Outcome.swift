// Knows what a rehearsal tells at its end: what each did, as the server confirmed it, so that it can be held against
// the server's own report.

import Foundation
import Meetings

/// What one simulated teacher did and the server stored.
public struct TeacherRecord: Codable, Equatable, Sendable {
    public internal(set) var person: String?
    public let name: String
    public let behaviour: Behaviour
    public let mode: String
    public internal(set) var connected = false
    public internal(set) var messages = 0
    public internal(set) var words = 0
    public internal(set) var hands = 0
    public internal(set) var called = 0
    public internal(set) var answers = 0
    /// Answers to prompts that were handed in, each time.
    public internal(set) var responses = 0
    public internal(set) var reactions = 0
    public internal(set) var questions = 0
    /// Notes in groups, and calls for help or time.
    public internal(set) var notes = 0
    public internal(set) var signals = 0
    /// How far one was with a kit, and what one said of it.
    public internal(set) var kits = 0
    /// Offers, needs and where one teaches, each time they were said.
    public internal(set) var topics = 0
    public internal(set) var left = false
    /// Connections that were cut on purpose.
    public internal(set) var losses = 0
    /// Connections that the server or the network closed.
    public internal(set) var closed = 0
    /// Wishes that the server refused, by the name of the rejection: a check that was over, a message withdrawn.
    public internal(set) var refused: [String: Int] = [:]

    init(name: String, behaviour: Behaviour, mode: String) {
        (self.name, self.behaviour, self.mode) = (name, behaviour, mode)
    }

    mutating func note(_ command: Command) {
        switch command {
        case .chat(.postMessage(let wish)):
            messages += 1
            words += Text.words(in: wish.text)
        case .floor(.raiseHand): hands += 1
        case .pulse(.answerPulse): answers += 1
        case .prompts(.saveResponse(let wish)): responses += wish.isHandedIn ? 1 : 0
        case .prompts(.answerAnonymously): responses += 1
        case .chat(.react): reactions += 1
        case .questions(.askQuestion): questions += 1
        case .notes(.writeCard): notes += 1
        case .groups(.signal): signals += 1
        case .bench(.setKit), .bench(.reviewKit): kits += 1
        case .topics(.setOffers), .topics(.setNeeds), .topics(.setTeaching): topics += 1
        case .roster(.takeLeave): left = true
        default: break
        }
    }
}

/// What a rehearsal came to.
public struct Outcome: Codable, Equatable, Sendable {
    /// Wishes and their answers.
    public struct Wishes: Codable, Equatable, Sendable {
        public internal(set) var sent = 0
        public internal(set) var stored = 0
        public internal(set) var refused = 0
        /// Neither stored nor refused when all was over: lost.
        public internal(set) var unanswered = 0
        public internal(set) var slowestMilliseconds: Int64 = 0
    }

    public internal(set) var meeting: String
    public internal(set) var joined: Int
    public internal(set) var hasEnded: Bool
    public internal(set) var wishes: Wishes
    public internal(set) var delivery: Delivery
    /// By the identifier that the report uses; those who share a device have their own.
    public internal(set) var people: [String: TeacherRecord]
    /// The shared devices: what nobody at them was named for.
    public internal(set) var tables: [String: TeacherRecord]
    /// Those who never came in, such as late-comers of a short meeting.
    public internal(set) var absent: [TeacherRecord]

    /// Sorted JSON for programs.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
