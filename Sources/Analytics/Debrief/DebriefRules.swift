// Knows what is said of a meeting in sentences, and when nothing is: every sentence has its figure, and none is made of few.

import Meetings

/// From which numbers on something is said. They are thresholds of words, not of worth.
public enum DebriefThresholds {
    /// Fewer people than this are told of in counts alone.
    public static let people = 5
    /// Two shares that differ by less are told as alike.
    public static let gap = 0.2
    /// An item kept to its time if it differs by less, in minutes.
    public static let minutes = 3
    /// So many have to leave in one item before it is said.
    public static let leaving = 3
    /// And they have to be this share of those who were there.
    public static let leavingShare = 0.1
    /// An item in which nothing was offered is told from this length on, in minutes.
    public static let nothingToDoMinutes = 15
    /// From so many turns, or pairs, on their spread is told.
    public static let units = 12
    /// Most proposals.
    public static let proposals = 3
}

/// What is said of one meeting.
public struct DebriefRules: Sendable {
    typealias Least = DebriefThresholds
    let debrief: Debrief
    private var people: Debrief.People { debrief.people }
    /// Whether there are enough for any sentence about people.
    private var isTold: Bool { people.known >= Least.people }

    public init(_ debrief: Debrief) { self.debrief = debrief }

    /// Three short paragraphs: what was done, room and call, what is not known. Those of which nothing is said are missing.
    public var says: [[Saying]] {
        [doing + timing, isTold ? places + leaving : [], unknown].filter { !$0.isEmpty }
    }

    private var doing: [Saying] {
        guard isTold else { return [Saying(.few, ["count": people.attended])] }
        if people.offered == people.known {
            return people.acted == people.known
                ? [Saying(.everybodyActed, ["count": people.known])]
                : [Saying(.everybodyOffered, ["count": people.acted, "all": people.known])]
        }
        return [Saying(.acted, ["count": people.acted, "all": people.known])]
            + (people.notOffered > 0 ? [Saying(.notOffered, ["count": people.notOffered])] : [])
    }

    // MARK: Time

    /// By how many minutes each item differed, those left out excepted.
    private var differences: [(item: Int, minutes: Int)] {
        debrief.items.enumerated().filter { !$1.isLeftOut }.map { ($0, Self.minutes($1.actual - $1.planned)) }
    }

    /// The item that ran over most, the earliest of several.
    private var longest: (item: Int, minutes: Int)? {
        differences.filter { $0.minutes >= Least.minutes }.max { ($0.minutes, $1.item) < ($1.minutes, $0.item) }
    }

    private var timing: [Saying] {
        let leftOut = debrief.items.count(where: \.isLeftOut)
        let omitted = leftOut > 0 ? [Saying(.leftOut, ["count": leftOut])] : []
        guard let over = longest else {
            let most = differences.map { abs($0.minutes) }.max() ?? 0
            return (differences.count > 1 && most < Least.minutes ? [Saying(.onTime, ["minutes": max(1, most)])] : [])
                + omitted
        }
        let paid = differences.filter { $0.item > over.item && -$0.minutes >= Least.minutes }
            .min { ($0.minutes, $0.item) < ($1.minutes, $1.item) }
        guard let paid else {
            return [Saying(.overran, ["minutes": over.minutes], items: ["item": over.item])] + omitted
        }
        let numbers = ["minutes": over.minutes, "otherMinutes": -paid.minutes]
        return [Saying(.overranPaid, numbers, items: ["item": over.item, "other": paid.item])] + omitted
    }

    // MARK: Room and call

    /// The same deed in both places, where each has enough people.
    private func compared(_ deed: Debrief.Comparison.Deed) -> Debrief.Comparison? {
        debrief.comparisons.first {
            $0.deed == deed && $0.room.all >= Least.people && $0.call.all >= Least.people
        }
    }

    private static func numbers(_ both: Debrief.Comparison) -> [String: Int] {
        ["room": both.room.count, "roomAll": both.room.all, "call": both.call.count, "callAll": both.call.all]
    }

    private var places: [Saying] {
        if let kit = compared(.kit) { return [Saying(.kit, Self.numbers(kit))] }
        return compared(.acted).map { [Saying(.placesActed, Self.numbers($0))] } ?? []
    }

    /// The item in which most left, where it is worth a word. From the last one everybody goes home.
    private var exodus: Debrief.Leaving? {
        debrief.leaving.dropLast().filter {
            $0.left >= Least.leaving && Double($0.left) >= Least.leavingShare * Double($0.atRisk)
        }.max { ($0.left, $1.item) < ($1.left, $0.item) }
    }

    private var leaving: [Saying] {
        if let exodus {
            return [Saying(.left, ["count": exodus.left, "all": exodus.atRisk], items: ["item": exodus.item])]
        }
        return people.leftEarly == 0 && !debrief.presence.isEmpty ? [Saying(.nobodyLeft)] : []
    }

    // MARK: What is not known

    /// The item in which most could not be seen.
    private var darkest: Debrief.Band? {
        debrief.bands.filter { $0.notObservable > 0 }
            .max { ($0.notObservable, $1.item) < ($1.notObservable, $0.item) }
    }

    private var unknown: [Saying] {
        var says: [Saying] = []
        if isTold, let darkest {
            says.append(Saying(.cannotTell, ["count": darkest.notObservable], items: ["item": darkest.item]))
        }
        if people.counted > 0 { says.append(Saying(.counted, ["count": people.counted])) }
        if isTold, !debrief.isTalkNoted { says.append(Saying(.talkUnknown)) }
        return says
    }

    // MARK: What to change

    /// At most three, the one that concerns most people first; each with its figure.
    public var proposals: [Advice] {
        guard isTold else { return [] }
        let found = [kit, tablet, sayNext, planLonger, askInIt, callFirst, mix, goRound].compactMap { $0 }
        // The order of the list decides where two weigh the same.
        let ordered = found.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
        return ordered.prefix(Least.proposals).map(\.element.proposal)
    }

    /// A proposal, and which share of the people or of the time it concerns.
    private typealias Weighed = (proposal: Advice, weight: Double)

    private func weighed(_ proposal: Advice, _ count: Int, of all: Int) -> Weighed {
        (proposal, Double(count) / Double(max(1, all)))
    }

    private var kit: Weighed? {
        guard let both = debrief.comparisons.first(where: { $0.deed == .kit }) else { return nil }
        let without = both.room.all + both.call.all - both.room.count - both.call.count
        if compared(.kit) != nil, gap(both) >= Least.gap {
            return weighed(
                Advice(.kitEarlier, Self.numbers(both)), both.call.all - both.call.count, of: people.known)
        }
        let all = both.room.all + both.call.all
        guard all >= Least.people, 2 * without > all else { return nil }
        return weighed(Advice(.kitTime, ["count": all - without, "all": all]), without, of: people.known)
    }

    /// By how much the call is behind the room.
    private func gap(_ both: Debrief.Comparison) -> Double { (both.room.share ?? 0) - (both.call.share ?? 0) }

    private var tablet: Weighed? {
        guard let darkest, darkest.notObservable > 1 else { return nil }
        let numbers = ["count": darkest.notObservable, "all": darkest.all]
        return weighed(
            Advice(.tablet, numbers, items: ["item": darkest.item]), darkest.notObservable, of: people.known)
    }

    private var sayNext: Weighed? {
        guard let exodus else { return nil }
        let proposal = Advice(
            .sayNext, ["count": exodus.left, "all": exodus.atRisk], items: ["item": exodus.item])
        return weighed(proposal, exodus.left, of: people.known)
    }

    private var planLonger: Weighed? {
        guard let longest else { return nil }
        let item = debrief.items[longest.item]
        let numbers = ["planned": Self.minutes(item.planned), "actual": Self.minutes(item.actual)]
        let planned = debrief.items.reduce(0) { $0 + $1.planned }
        return weighed(
            Advice(.planLonger, numbers, items: ["item": longest.item]), longest.minutes * 60, of: planned)
    }

    private var askInIt: Weighed? {
        let idle = debrief.bands.filter {
            let item = debrief.items[$0.item]
            return item.kind != .pause && item.actual >= Least.nothingToDoMinutes * 60 && 2 * $0.notOffered > $0.all
        }
        guard let band = idle.max(by: { ($0.notOffered, $1.item) < ($1.notOffered, $0.item) }) else { return nil }
        let numbers = [
            "count": band.notOffered, "all": band.all, "minutes": Self.minutes(debrief.items[band.item].actual),
        ]
        return weighed(Advice(.askInIt, numbers, items: ["item": band.item]), band.notOffered, of: people.known)
    }

    private var callFirst: Weighed? {
        guard let both = compared(.acted), gap(both) >= Least.gap else { return nil }
        return weighed(Advice(.callFirst, Self.numbers(both)), both.call.all - both.call.count, of: people.known)
    }

    private var mix: Weighed? {
        guard let schools = debrief.pairs?.schools, let chance = debrief.pairs?.schoolsByChance,
            schools.all >= Least.units, Double(chance - schools.count) >= Least.gap * Double(schools.all)
        else { return nil }
        return weighed(
            Advice(.mix, ["count": schools.count, "all": schools.all, "chance": chance]), chance - schools.count,
            of: schools.all)
    }

    private var goRound: Weighed? {
        guard let talk = debrief.talk, talk.turns >= Least.units, talk.people >= Least.people,
            talk.gini - talk.chance >= Least.gap
        else { return nil }
        return weighed(
            Advice(.goRound, ["turns": talk.turns, "count": talk.half, "all": talk.people]),
            talk.people - 2 * talk.half, of: talk.people)
    }

    /// Whole minutes, rounded half away from nought.
    private static func minutes(_ seconds: Int) -> Int { Int((Double(seconds) / 60).rounded()) }
}
