// Knows groups that are prepared, and who has to be together or apart: for leads only.

extension Room {
    func decide(_ command: DraftCommand, _ context: Context) throws(Rejection) -> [Event] {
        switch command {
        case .setPairRules(let wish):
            let rules = PairRules(together: wish.together, apart: wish.apart)
            try rules.check(people)
            if let segment = wish.segment, !agenda.contains(where: { $0.id == segment }) { throw .notFound }
            let before = wish.segment.map { itemRules[$0] ?? PairRules() } ?? pairRules
            guard rules != before else { throw .alreadySo }
            return [PairRulesSet(together: wish.together, apart: wish.apart, segment: wish.segment).event]
        case .saveDraft(let wish):
            if let id = wish.draft {
                guard drafts.contains(where: { $0.id == id }) else { throw .notFound }
            } else {
                guard drafts.count < Limits.drafts else { throw .tooMany(limit: Limits.drafts) }
            }
            let draft = wish.draft ?? DraftID(rawValue: fresh("d"))
            let checked = try checked(wish.plan, isDraft: true)
            return [
                DraftSaved(
                    draft: draft, title: try Text.optionalLine(wish.title, limit: Limits.titleLength),
                    groups: seats(of: checked.groups, after: 0), texts: texts(of: checked), draw: checked.draw,
                    timeboxSeconds: checked.timeboxSeconds
                ).event
            ]
        case .dropDraft(let wish):
            guard drafts.contains(where: { $0.id == wish.draft }) else { throw .notFound }
            return [DraftDropped(draft: wish.draft).event]
        }
    }

    mutating func apply(_ facet: DraftFact, at: Instant) {
        switch facet {
        case .pairRulesSet(let fact):
            let rules = PairRules(together: fact.together, apart: fact.apart)
            if let segment = fact.segment {
                itemRules[segment] = rules
            } else {
                pairRules = rules
            }
        case .draftSaved(let fact):
            let plan = RoundPlan(
                groups: fact.groups.enumerated().map { index, seats in
                    GroupPlan(
                        members: seats.members, table: seats.table, bridge: seats.bridge, roles: seats.roles,
                        texts: fact.texts?.group(index) ?? GroupTexts())
                }, task: fact.texts?.task, resources: fact.texts?.resources, draw: fact.draw,
                timeboxSeconds: fact.timeboxSeconds)
            if let index = drafts.firstIndex(where: { $0.id == fact.draft }) {
                drafts[index] = Draft(id: fact.draft, title: fact.title, plan: plan)
            } else {
                drafts.append(Draft(id: fact.draft, title: fact.title, plan: plan))
            }
        case .draftDropped(let fact): drafts.removeAll { $0.id == fact.draft }
        }
    }
}

extension RoundTexts {
    /// The texts of the group at that place.
    func group(_ index: Int) -> GroupTexts { groups.indices.contains(index) ? groups[index] : GroupTexts() }
}
