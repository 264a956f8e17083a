// Knows how simulated teachers behave: what each kind does when something happens in the room. A pure table: chance
// comes in from outside, and nothing here sends anything.

import Meetings

/// The kinds of teachers that a coordinator meets.
public enum Behaviour: String, Codable, Sendable, CaseIterable {
    case talker, lurker, latecomer, dropper, table
}

/// Something that happens in the room.
enum Cue: Equatable {
    case cameIn
    case segmentOpened(SegmentKind)
    case pulseOpened(PulseID)
    /// Something is asked, to be answered in silence.
    case promptOpened(AskedPrompt)
    /// Somebody else wrote.
    case messageRead(MessageID)
    /// It is my turn to speak.
    case called
    /// What people can offer and need.
    case topics([TopicID])
    /// I sit in a group that works.
    case seated(GroupID)
    /// There are kits on the tables.
    case kits(Kit)
}

/// Something a teacher does.
enum Deed: Equatable {
    case answer(PulseID, PulseAnswer)
    case write(Remark)
    /// Written at a table for whoever sits at that place.
    case writeFor(seat: Int, Remark)
    case reply(MessageID, Remark)
    case react(MessageID, Reaction)
    case ask(Remark)
    case raiseHand
    /// Whoever was not called in time takes the hand down.
    case lowerHand
    case stopSpeaking
    case leave(GoingReason)
    case offer([TopicID])
    case need([TopicID])
    /// Says where one teaches.
    case teach
    case note(GroupID, Remark, isReport: Bool)
    /// Noted at a table by whoever sits at that place.
    case noteFor(seat: Int, GroupID, Remark)
    case signal(GroupID, GroupSignal)
    /// Says how far one is with a kit.
    case kit(SegmentID, step: Int, KitState)
    /// The same, tapped at a table for whoever sits at that place, at the first step.
    case kitFor(seat: Int, SegmentID, KitState)
    case review(SegmentID, fiddly: Int)
    /// Keeps an answer, or hands it in.
    case respond(PromptID, PromptAnswer, Narrowing?, isHandedIn: Bool)
    /// Handed in at a table by whoever sits at that place.
    case respondFor(seat: Int, PromptID, PromptAnswer)
    /// The connection breaks; what was just written goes out when it is back.
    case lose(seconds: Double, writing: Remark?)
}

/// A deed and how long after its cue, in seconds of the meeting.
struct Step: Equatable {
    var after: Double
    var deed: Deed
}

extension Behaviour {
    /// What follows from a cue. Every behaviour has its own script of at least three parts.
    func steps(after cue: Cue, chance: inout some RandomNumberGenerator) -> [Step] {
        switch cue {
        case .called: return [Step(after: .random(in: 10...40, using: &chance), deed: .stopSpeaking)]
        case .topics(let topics): return saying(of: topics, chance: &chance)
        case .seated(let group): return working(in: group, chance: &chance)
        case .kits(let kit): return building(with: kit, chance: &chance)
        case .promptOpened(let prompt): return answering(prompt, chance: &chance)
        case .cameIn, .segmentOpened, .pulseOpened, .messageRead: break
        }
        switch self {
        case .talker: return talker(cue, &chance)
        case .lurker: return lurker(cue, &chance)
        case .latecomer: return latecomer(cue, &chance)
        case .dropper: return dropper(cue, &chance)
        case .table: return table(cue, &chance)
        }
    }

    /// Raises a hand wherever people talk, writes while building, answers others, answers checks at once.
    private func talker(_ cue: Cue, _ chance: inout some RandomNumberGenerator) -> [Step] {
        switch cue {
        case .segmentOpened(.checkIn), .segmentOpened(.discussion), .segmentOpened(.breakout):
            return [
                Step(after: .random(in: 2...30, using: &chance), deed: .raiseHand),
                Step(after: .random(in: 240...360, using: &chance), deed: .lowerHand),
            ]
        case .segmentOpened(.handsOn):
            return [Step(after: .random(in: 30...300, using: &chance), deed: .write(.building))]
        case .segmentOpened(.reflection):
            return [Step(after: .random(in: 30...180, using: &chance), deed: .write(.plan))]
        case .pulseOpened(let pulse):
            return [Step(after: .random(in: 2...10, using: &chance), deed: .answer(pulse, .gotIt))]
        case .messageRead(let message) where Int.random(in: 0..<60, using: &chance) == 0:
            return [Step(after: .random(in: 5...30, using: &chance), deed: .reply(message, .agreement))]
        default: return []
        }
    }

    /// Reads, answers late, thanks now and then, says one word at the end; some go before it.
    private func lurker(_ cue: Cue, _ chance: inout some RandomNumberGenerator) -> [Step] {
        switch cue {
        case .pulseOpened(let pulse) where Int.random(in: 0..<10, using: &chance) < 7:
            let answer: PulseAnswer = Int.random(in: 0..<3, using: &chance) == 0 ? .lost : .nearly
            return [Step(after: .random(in: 10...40, using: &chance), deed: .answer(pulse, answer))]
        case .messageRead(let message) where Int.random(in: 0..<80, using: &chance) == 0:
            return [Step(after: .random(in: 3...20, using: &chance), deed: .react(message, .thanks))]
        case .segmentOpened(.checkOut):
            if Int.random(in: 0..<6, using: &chance) == 0 {
                return [Step(after: .random(in: 5...30, using: &chance), deed: .leave(.family))]
            }
            return [Step(after: .random(in: 10...60, using: &chance), deed: .write(.oneWord))]
        default: return []
        }
    }

    /// Says sorry, asks what was missed, is lost in the first check and builds along.
    private func latecomer(_ cue: Cue, _ chance: inout some RandomNumberGenerator) -> [Step] {
        switch cue {
        case .cameIn:
            return [
                Step(after: .random(in: 5...20, using: &chance), deed: .write(.sorry)),
                Step(after: .random(in: 30...90, using: &chance), deed: .ask(.missed)),
            ]
        case .pulseOpened(let pulse):
            return [Step(after: .random(in: 8...30, using: &chance), deed: .answer(pulse, .lost))]
        case .segmentOpened(.discussion):
            return [Step(after: .random(in: 20...120, using: &chance), deed: .write(.plan))]
        default: return []
        }
    }

    /// Loses the connection in the middle of things, once with a message under way, and comes back each time.
    private func dropper(_ cue: Cue, _ chance: inout some RandomNumberGenerator) -> [Step] {
        switch cue {
        case .segmentOpened(.handsOn):
            let away = Double.random(in: 20...90, using: &chance)
            return [
                Step(after: .random(in: 20...200, using: &chance), deed: .lose(seconds: away, writing: .building))
            ]
        case .segmentOpened(.talk):
            let away = Double.random(in: 10...30, using: &chance)
            return [Step(after: .random(in: 10...120, using: &chance), deed: .lose(seconds: away, writing: nil))]
        case .pulseOpened(let pulse):
            return [Step(after: .random(in: 4...20, using: &chance), deed: .answer(pulse, .nearly))]
        case .segmentOpened(.checkOut):
            return [Step(after: .random(in: 10...60, using: &chance), deed: .write(.oneWord))]
        default: return []
        }
    }

    /// Several people at one tablet: reports by name, one answer for all, one who speaks for the table.
    private func table(_ cue: Cue, _ chance: inout some RandomNumberGenerator) -> [Step] {
        switch cue {
        case .segmentOpened(.handsOn):
            return [
                Step(after: .random(in: 60...150, using: &chance), deed: .writeFor(seat: 0, .tableFirst)),
                Step(after: .random(in: 160...300, using: &chance), deed: .writeFor(seat: 1, .tableSecond)),
            ]
        case .segmentOpened(.discussion), .segmentOpened(.checkIn):
            return [
                Step(after: .random(in: 15...60, using: &chance), deed: .raiseHand),
                Step(after: .random(in: 240...360, using: &chance), deed: .lowerHand),
            ]
        case .pulseOpened(let pulse):
            return [Step(after: .random(in: 10...30, using: &chance), deed: .answer(pulse, .gotIt))]
        default: return []
        }
    }
}
