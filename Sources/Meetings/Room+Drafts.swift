// Knows groups that are prepared, and who has to be together or apart: for leads only.

extension Room {
    func decideDrafts(_ command: Command) throws(Rejection) -> [Event] {
        switch command {
        case .setPairRules(let together, let apart):
            for rules in [together, apart] {
                guard rules.count <= Limits.pairRules else { throw .tooMany(limit: Limits.pairRules) }
                for rule in rules {
                    guard (2...Limits.peopleInGroup).contains(rule.count) else {
                        throw .outOfBounds(least: 2, most: Limits.peopleInGroup)
                    }
                    for (index, id) in rule.enumerated() {
                        guard people[id] != nil else { throw .notFound }
                        guard !rule[..<index].contains(id) else { throw .alreadySo }
                    }
                }
            }
            guard together != pairRules.together || apart != pairRules.apart else { throw .alreadySo }
            return [.pairRulesSet(together: together, apart: apart)]
        case .saveDraft(let id, let title, let plan):
            if let id {
                guard drafts.contains(where: { $0.id == id }) else { throw .notFound }
            } else {
                guard drafts.count < Limits.drafts else { throw .tooMany(limit: Limits.drafts) }
            }
            let draft = id ?? DraftID(rawValue: fresh("d"))
            let checked = try checked(plan, isDraft: true)
            return [
                .draftSaved(
                    draft: draft, title: try Text.optionalLine(title, limit: Limits.titleLength),
                    groups: seats(of: checked.groups, after: 0), texts: texts(of: checked), draw: checked.draw)
            ]
        case .dropDraft(let id):
            guard drafts.contains(where: { $0.id == id }) else { throw .notFound }
            return [.draftDropped(draft: id)]
        default: throw .notFound
        }
    }

    mutating func applyDrafts(_ entry: Entry) -> Bool {
        switch entry.event {
        case .pairRulesSet(let together, let apart): pairRules = PairRules(together: together, apart: apart)
        case .draftSaved(let id, let title, let groups, let texts, let draw):
            let plan = RoundPlan(
                groups: groups.enumerated().map { index, seats in
                    GroupPlan(
                        members: seats.members, table: seats.table, bridge: seats.bridge, roles: seats.roles,
                        texts: texts?.group(index) ?? GroupTexts())
                }, task: texts?.task, resources: texts?.resources, draw: draw)
            if let index = drafts.firstIndex(where: { $0.id == id }) {
                drafts[index] = Draft(id: id, title: title, plan: plan)
            } else {
                drafts.append(Draft(id: id, title: title, plan: plan))
            }
        case .draftDropped(let id): drafts.removeAll { $0.id == id }
        default: return false
        }
        return true
    }
}

extension RoundTexts {
    /// The texts of the group at that place.
    func group(_ index: Int) -> GroupTexts { groups.indices.contains(index) ? groups[index] : GroupTexts() }
}
