// Knows a group's shared notes: write, build on another's, change one's own, move, star.

extension Room {
    func decide(_ command: NoteCommand, _ context: Context) throws(Rejection) -> [Event] {
        let actor = try actor(context)
        let source = foreignSource(context, about: actor)
        switch command {
        case .writeCard(let wish):
            let group = try groupOpen(to: actor, wish.group)
            // Of what is said over a coffee nothing is kept.
            guard round?.kind != .coffee else { throw .closed }
            guard group.cards.count < Limits.cards else { throw .tooMany(limit: Limits.cards) }
            if let re = wish.re, !group.cards.contains(where: { $0.id == re && $0.text != nil }) { throw .notFound }
            let text = try Text.block(wish.text, limit: Limits.cardLength)
            return [
                CardWritten(
                    card: CardID(rawValue: fresh("k")), group: group.id, person: actor, name: people[actor]?.name,
                    text: text, words: Text.words(in: text), re: wish.re, isReport: wish.isReport, source: source
                ).event
            ]
        case .editCard(let wish):
            let (card, group) = try ownCard(wish.card, actor)
            let text = try Text.block(wish.text, limit: Limits.cardLength)
            guard text != card.text else { throw .alreadySo }
            return [CardEdited(card: wish.card, group: group.id, text: text, words: Text.words(in: text)).event]
        case .withdrawCard(let wish):
            return [CardWithdrawn(card: wish.card, group: try ownCard(wish.card, actor).group.id).event]
        case .restoreCard(let wish):
            let (card, group) = try cardOrTrace(wish.card, actor)
            guard isAuthor(actor, of: card.author) else { throw .notAllowed(needs: .lead) }
            guard card.text == nil else { throw .alreadySo }
            try checkTakenBack(wish.card.rawValue, context)
            let text = try Text.block(wish.text, limit: Limits.cardLength)
            return [CardRestored(card: wish.card, group: group.id, text: text, words: Text.words(in: text)).event]
        case .moveCard(let wish):
            let (_, group) = try card(wish.card, actor)
            guard group.cards.indices.contains(wish.index) else {
                throw .outOfBounds(least: 0, most: group.cards.count - 1)
            }
            guard group.cards[wish.index].id != wish.card else { throw .alreadySo }
            return [CardMoved(card: wish.card, group: group.id, index: wish.index).event]
        case .starCard(let wish):
            let (card, group) = try card(wish.card, actor)
            guard !card.stars.contains(actor) else { throw .alreadySo }
            return [CardStarred(card: wish.card, group: group.id, person: actor, source: source).event]
        case .unstarCard(let wish):
            let (card, group) = try card(wish.card, actor)
            guard card.stars.contains(actor) else { throw .alreadySo }
            return [CardUnstarred(card: wish.card, group: group.id, person: actor).event]
        }
    }

    /// A card of a running group in which this person may act.
    private func card(_ id: CardID, _ actor: PersonID) throws(Rejection) -> (Card, group: Group) {
        let found = try cardOrTrace(id, actor)
        guard found.0.text != nil else { throw .closed }
        return found
    }

    /// The same, or what is left of one that was taken back.
    private func cardOrTrace(_ id: CardID, _ actor: PersonID) throws(Rejection) -> (Card, group: Group) {
        guard let found = rounds.lazy.flatMap(\.groups).first(where: { $0.cards.contains { $0.id == id } }) else {
            throw .notFound
        }
        guard round?.groups.contains(where: { $0.id == found.id }) == true else { throw .closed }
        let group = try groupOpen(to: actor, found.id)
        guard let card = group.cards.first(where: { $0.id == id }) else { throw .notFound }
        return (card, group)
    }

    private func ownCard(_ id: CardID, _ actor: PersonID) throws(Rejection) -> (Card, group: Group) {
        let (card, group) = try card(id, actor)
        guard isAuthor(actor, of: card.author) else { throw .notAllowed(needs: .lead) }
        return (card, group)
    }

    mutating func apply(_ facet: NoteFact, at: Instant) {
        switch facet {
        case .cardWritten(let fact):
            change(fact.group) {
                $0.cards.append(
                    Card(
                        id: fact.card, author: fact.person, name: fact.name, text: fact.text, at: at, re: fact.re,
                        isReport: fact.isReport))
                $0.lastActAt = at
            }
        case .cardEdited(let fact):
            change(fact.card, in: fact.group) {
                $0.text = fact.text
                $0.editedAt = at
            }
            change(fact.group) { $0.lastActAt = at }
        case .cardMoved(let fact):
            change(fact.group) { group in
                guard let from = group.cards.firstIndex(where: { $0.id == fact.card }) else { return }
                let card = group.cards.remove(at: from)
                group.cards.insert(card, at: min(max(0, fact.index), group.cards.count))
                group.lastActAt = at
            }
        case .cardWithdrawn(let fact):
            change(fact.card, in: fact.group) {
                $0.text = nil
                $0.stars = []
            }
            noteTakenBack(fact.card.rawValue, at: at)
        case .cardRestored(let fact):
            change(fact.card, in: fact.group) { $0.text = fact.text }
            takenBack[fact.card.rawValue] = nil
        case .cardStarred(let fact):
            change(fact.card, in: fact.group) { $0.stars.append(fact.person) }
            change(fact.group) { $0.lastActAt = at }
        case .cardUnstarred(let fact):
            change(fact.card, in: fact.group) { $0.stars.removeAll { $0 == fact.person } }
        }
    }

    private mutating func change(_ id: CardID, in group: GroupID, _ body: (inout Card) -> Void) {
        change(group) { group in
            guard let index = group.cards.lastIndex(where: { $0.id == id }) else { return }
            body(&group.cards[index])
        }
    }
}
