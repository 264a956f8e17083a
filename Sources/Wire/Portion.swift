// Knows how much of a full room travels in a welcome: what does not is counted, and the count travels. An ordinary room
// travels whole.

import Meetings

/// What of a room goes with a welcome, by about how many bytes it takes.
public enum Portion {
    /// Questions, and besides them the identifiers of who would like to hear the answers too.
    public static let questionBytes = 196_608
    public static let supporterBytes = 131_072
    /// Notes of groups, of all rounds together.
    public static let cardBytes = 262_144
    /// Who sat where, on what: of the rounds before the last.
    public static let roundBytes = 262_144
    /// All of a welcome to a room that is as full as rooms can be.
    public static let welcomeBytes = 6_291_456

    /// What a thing takes besides its words, and an identifier.
    static let (frame, identifier) = (160, 30)

    /// Those that wait for an answer go first, and of them the most wanted; told in the order in which they came.
    static func questions(of all: [Question], for kind: ViewerKind) -> ([QuestionView], leftOut: Int?) {
        let order = all.indices.sorted { one, other in
            let (left, right) = (all[one], all[other])
            if left.isHidden != right.isHidden { return right.isHidden }
            if left.isAnswered != right.isAnswered { return right.isAnswered }
            if left.supporters.count != right.supporters.count {
                return left.supporters.count > right.supporters.count
            }
            return one > other
        }
        var (bytes, named) = (questionBytes, supporterBytes / identifier)
        var naming: [Int: Int] = [:]
        for index in order {
            bytes -= weight(all[index].text, all[index].name)
            guard bytes >= 0 else { break }
            naming[index] = min(named, all[index].supporters.count)
            named -= naming[index] ?? 0
        }
        let views = naming.keys.sorted().map { QuestionView(all[$0], for: kind, naming: naming[$0] ?? 0) }
        return (views, views.count < all.count ? all.count - views.count : nil)
    }

    /// The last round, and as many of those before it as there is room for.
    static func rounds(of room: Room, for viewer: Viewer) -> ([RoundView], leftOut: Int?) {
        var views: [RoundView] = []
        var (cards, bytes) = (cardBytes, roundBytes)
        for round in room.rounds.reversed() {
            if !views.isEmpty {
                bytes -= weight(of: round)
                guard bytes >= 0 else { break }
            }
            views.append(RoundView(round, for: viewer, cards: &cards))
        }
        let left = room.rounds.count - views.count
        return (views.reversed(), left > 0 ? left : nil)
    }

    /// How many of each group's cards travel: the first as they lie, no group at the cost of another.
    static func cards(of groups: [[Card]], within bytes: inout Int) -> [Int] {
        let all = groups.reduce(0) { $0 + $1.reduce(0) { $0 + weight(of: $1) } }
        guard all > bytes else {
            bytes -= all
            return groups.map(\.count)
        }
        let writing = groups.count { !$0.isEmpty }
        let share = bytes / max(1, writing)
        bytes = 0
        return groups.map { cards in
            var left = share
            return cards.prefix {
                left -= weight(of: $0)
                return left >= 0
            }.count
        }
    }

    private static func weight(of card: Card) -> Int { weight(card.text, card.name) + card.stars.count * identifier }

    private static func weight(of round: Round) -> Int {
        round.groups.reduce(weight(round.task, round.resources)) { sum, group in
            sum + weight(group.texts.task, group.texts.resources, group.texts.link, group.name)
                + (group.members.count + group.visitors.count) * identifier
                + (group.texts.expected ?? []).reduce(0) { $0 + $1.utf8.count }
        }
    }

    static func weight(_ texts: String?...) -> Int { texts.reduce(frame) { $0 + ($1?.utf8.count ?? 0) } }
}
