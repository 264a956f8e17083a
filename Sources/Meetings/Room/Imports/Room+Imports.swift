// Knows how a report of another program is brought into a meeting and taken back. Nothing that the room knows itself is
// changed by it: what a report says stands beside it, with where it is from.

extension Room {
    func decide(_ command: ImportCommand, _ context: Context) throws(Rejection) -> [Event] {
        guard case .system = context.actor else { throw .notAllowed(needs: .coordinator) }
        switch command {
        case .bringReport(let wish): return try bringing(wish)
        case .undoImport(let wish):
            try checkLeading(wish.by)
            guard let report = reports.first(where: { $0.id == wish.report }) else { throw .notFound }
            guard !report.isUndone else { throw .alreadySo }
            return [ImportUndone(report: report.id).event]
        }
    }

    /// With the rights of whoever confirmed it.
    private func checkLeading(_ person: PersonID?) throws(Rejection) {
        guard let person else { return }
        guard people[identity(of: person)]?.role.isLeading == true else { throw .notAllowed(needs: .lead) }
    }

    private func bringing(_ wish: BringReport) throws(Rejection) -> [Event] {
        try checkLeading(wish.by)
        guard reports.count < Limits.imports else { throw .tooMany(limit: Limits.imports) }
        guard wish.callers.count <= Limits.importPeople else { throw .tooMany(limit: Limits.importPeople) }
        try Limits.check(moment: wish.start)
        let id = ImportID(rawValue: fresh("i"))
        var events = [ReportImported(report: id, form: wish.form, start: wish.start).event]
        var nobodys = wish.unattributed
        var counted: [CallMessage] = []
        var turns = wish.unattributed.count
        var messages = 0
        try check(wish.unattributed)
        for caller in wish.callers {
            let person = identity(of: caller.person)
            try check(caller)
            (turns, messages) = (turns + caller.turns.count, messages + caller.messages.count)
            // Of whoever only counts, and of whom a lead put out, what was said and written is in the sums, and when they
            // were there is nobody's.
            guard person != .counted, !isCountOnly(person), !removed.contains(person) else {
                nobodys += caller.turns
                counted += caller.messages
                continue
            }
            events += try importing(caller, as: person, id)
        }
        guard turns <= Limits.importTurns else { throw .tooMany(limit: Limits.importTurns) }
        guard messages <= Limits.importMessages else { throw .tooMany(limit: Limits.importMessages) }
        nobodys.sort { ($0.at, $0.words) < ($1.at, $1.words) }
        counted.sort { ($0.at, $0.words) < ($1.at, $1.words) }
        events += Self.parts(nobodys).map { SpeechImported(report: id, person: nil, turns: $0).event }
        // Sorted across all who count only: nothing says which two are of one person.
        return events + Self.parts(counted).map { ChatImported(report: id, person: .counted, messages: $0).event }
    }

    private func isCountOnly(_ person: PersonID) -> Bool {
        people[person]?.tier == .countOnly || countOnly.contains(person)
    }

    private func importing(
        _ caller: BroughtCaller, as person: PersonID, _ id: ImportID
    ) throws(Rejection) -> [Event] {
        guard !erased.contains(person) else { throw .notFound }
        let isKnown = people[person] != nil
        var name: String?
        if !isKnown {
            guard waiting[person] == nil, let said = caller.name ?? callers[person]?.name else { throw .notFound }
            guard callers.count < Limits.people || callers[person] != nil else { throw .tooMany(limit: Limits.people) }
            name = try Text.name(said, limit: Limits.nameLength)
        }
        var events = [
            CallerImported(
                report: id, person: person, caller: caller.caller, callOnly: isKnown ? nil : true, name: name,
                stays: caller.stays, seconds: caller.seconds
            ).event
        ]
        events += Self.parts(caller.turns).map { SpeechImported(report: id, person: person, turns: $0).event }
        events += Self.parts(caller.messages).map { ChatImported(report: id, person: person, messages: $0).event }
        return events
    }

    private static func parts<T>(_ all: [T]) -> [[T]] {
        stride(from: 0, to: all.count, by: Limits.importPerFact).map {
            Array(all[$0..<min($0 + Limits.importPerFact, all.count)])
        }
    }

    private func check(_ caller: BroughtCaller) throws(Rejection) {
        guard caller.stays.count <= Limits.importStays else { throw .tooMany(limit: Limits.importStays) }
        for stay in caller.stays {
            try Limits.check(moment: stay.from)
            try Limits.check(moment: stay.to)
            // Both are moments, so that the difference is a number.
            try Limits.check(Int(stay.to - stay.from), 0...Limits.importSeconds * 2_000)
        }
        if let seconds = caller.seconds { try Limits.check(seconds, 0...Limits.importSeconds) }
        try check(caller.turns)
        for message in caller.messages {
            try Limits.check(moment: message.at)
            try Limits.check(message.words, Limits.messageWords)
        }
    }

    private func check(_ turns: [CallTurn]) throws(Rejection) {
        let most = Limits.importTurnSeconds.upperBound * 1_000
        for turn in turns {
            try Limits.check(moment: turn.at)
            guard (0...Int64(most)).contains(turn.milliseconds) else { throw .outOfBounds(least: 0, most: most) }
            try Limits.check(turn.words, Limits.speechWords)
        }
    }

    mutating func apply(_ facet: ImportFact, at: Instant) {
        switch facet {
        case .reportImported(let fact):
            reports.append(BroughtReport(id: fact.report, form: fact.form, at: at))
        case .callerImported(let fact):
            change(fact.report) { $0.callers += 1 }
            guard fact.callOnly == true, !erased.contains(fact.person) else { return }
            var caller = callers[fact.person] ?? CallOnly(name: fact.name, caller: fact.caller, reports: [])
            if !caller.reports.contains(fact.report) { caller.reports.append(fact.report) }
            caller.name = fact.name ?? caller.name
            callers[fact.person] = caller
        case .speechImported(let fact): change(fact.report) { $0.turns += fact.turns.count }
        case .chatImported(let fact): change(fact.report) { $0.messages += fact.messages.count }
        case .importUndone(let fact):
            change(fact.report) { $0.isUndone = true }
            for (person, caller) in callers where caller.reports.contains(fact.report) {
                let left = caller.reports.filter { $0 != fact.report }
                callers[person] = left.isEmpty ? nil : CallOnly(name: caller.name, caller: caller.caller, reports: left)
            }
        }
    }

    private mutating func change(_ report: ImportID, _ change: (inout BroughtReport) -> Void) {
        guard let at = reports.firstIndex(where: { $0.id == report }) else { return }
        change(&reports[at])
    }
}
