// Knows a group's shared notes: write, build on another's, change one's own, move, star.

extension Room {
    func decideCards(_ command: Command, _ context: Context) throws(Rejection) -> [Event] {
        let actor = try actor(context)
        let source = foreignSource(context, about: actor)
        switch command {
        case .writeCard(let named, let text, let re, let isReport):
            let group = try groupOpen(to: actor, named)
            guard group.cards.count < Limits.cards else { throw .tooMany(limit: Limits.cards) }
            if let re, !group.cards.contains(where: { $0.id == re && $0.text != nil }) { throw .notFound }
            let text = try Text.block(text, limit: Limits.cardLength)
            return [
                .cardWritten(
                    card: CardID(rawValue: fresh("k")), group: group.id, person: actor, name: people[actor]?.name,
                    text: text, words: Text.words(in: text), re: re, isReport: isReport, source: source)
            ]
        case .editCard(let id, let text):
            let (card, group) = try ownCard(id, actor)
            let text = try Text.block(text, limit: Limits.cardLength)
            guard text != card.text else { throw .alreadySo }
            return [.cardEdited(card: id, group: group.id, text: text, words: Text.words(in: text))]
        case .withdrawCard(let id):
            return [.cardWithdrawn(card: id, group: try ownCard(id, actor).group.id)]
        case .moveCard(let id, let index):
            let (_, group) = try card(id, actor)
            guard group.cards.indices.contains(index) else {
                throw .outOfBounds(least: 0, most: group.cards.count - 1)
            }
            guard group.cards[index].id != id else { throw .alreadySo }
            return [.cardMoved(card: id, group: group.id, index: index)]
        case .starCard(let id):
            let (card, group) = try card(id, actor)
            guard !card.stars.contains(actor) else { throw .alreadySo }
            return [.cardStarred(card: id, group: group.id, person: actor, source: source)]
        case .unstarCard(let id):
            let (card, group) = try card(id, actor)
            guard card.stars.contains(actor) else { throw .alreadySo }
            return [.cardUnstarred(card: id, group: group.id, person: actor)]
        default: throw .notFound
        }
    }

    /// A card of a running group in which this person may act.
    private func card(_ id: CardID, _ actor: PersonID) throws(Rejection) -> (Card, group: Group) {
        guard let found = rounds.lazy.flatMap(\.groups).first(where: { $0.cards.contains { $0.id == id } }) else {
            throw .notFound
        }
        guard round?.groups.contains(where: { $0.id == found.id }) == true else { throw .closed }
        let group = try groupOpen(to: actor, found.id)
        guard let card = group.cards.first(where: { $0.id == id }) else { throw .notFound }
        guard card.text != nil else { throw .closed }
        return (card, group)
    }

    private func ownCard(_ id: CardID, _ actor: PersonID) throws(Rejection) -> (Card, group: Group) {
        let (card, group) = try card(id, actor)
        guard card.author == actor else { throw .notAllowed(needs: .lead) }
        return (card, group)
    }

    mutating func applyCards(_ entry: Entry) -> Bool {
        switch entry.event {
        case .cardWritten(let id, let group, let person, let name, let text, _, let re, let isReport, _):
            change(group) {
                $0.cards.append(
                    Card(id: id, author: person, name: name, text: text, at: entry.at, re: re, isReport: isReport))
                $0.lastActAt = entry.at
            }
        case .cardEdited(let id, let group, let text, _):
            change(id, in: group) {
                $0.text = text
                $0.editedAt = entry.at
            }
            change(group) { $0.lastActAt = entry.at }
        case .cardMoved(let id, let group, let index):
            change(group) { group in
                guard let from = group.cards.firstIndex(where: { $0.id == id }) else { return }
                let card = group.cards.remove(at: from)
                group.cards.insert(card, at: min(max(0, index), group.cards.count))
                group.lastActAt = entry.at
            }
        case .cardWithdrawn(let id, let group):
            change(id, in: group) {
                $0.text = nil
                $0.stars = []
            }
        case .cardStarred(let id, let group, let person, _):
            change(id, in: group) { $0.stars.append(person) }
            change(group) { $0.lastActAt = entry.at }
        case .cardUnstarred(let id, let group, let person):
            change(id, in: group) { $0.stars.removeAll { $0 == person } }
        default: return false
        }
        return true
    }

    private mutating func change(_ id: CardID, in group: GroupID, _ body: (inout Card) -> Void) {
        change(group) { group in
            guard let index = group.cards.lastIndex(where: { $0.id == id }) else { return }
            body(&group.cards[index])
        }
    }
}
