// Knows kits: where people are with them, what they say of them, and how facts change that. Help is in Room+Help,
// pictures are in Room+Photos.

extension Room {
    func decide(_ command: BenchCommand, _ context: Context) throws(Rejection) -> [Event] {
        switch command {
        case .setKit(let wish): return try setting(wish, context)
        case .declineHelp(let wish): return try declining(wish, context)
        case .giveHelp(let wish): return try helping(wish, context)
        case .reviewKit(let wish): return try reviewing(wish, context)
        case .addPhoto(let wish): return try adding(wish, context)
        case .showPhoto(let wish): return try showing(wish, context)
        case .removePhoto(let wish): return try removing(wish, context)
        }
    }

    /// What there is of kits in an item so far.
    public func bench(_ segment: SegmentID) -> Bench {
        benches.first { $0.segment == segment } ?? Bench(segment: segment)
    }

    /// The plan of an item in which kits are used and which was open, or is open now.
    func benchPlan(_ id: SegmentID, isOpen: Bool) throws(Rejection) -> BenchPlan {
        let segment = try segment(id)
        guard let plan = segment.bench else { throw .notFound }
        guard isOpen ? segment.state == .open : !segment.runs.isEmpty else { throw .closed }
        return plan
    }

    private func setting(_ wish: SetKit, _ context: Context) throws(Rejection) -> [Event] {
        let actor = try actor(context)
        let plan = try benchPlan(wish.segment, isOpen: true)
        try Limits.check(wish.step, 0...plan.steps.count - 1)
        let note = try Text.optionalBlock(wish.note, limit: Limits.kitNoteLength)
        let bench = bench(wish.segment)
        let before = bench.places[actor]
        guard before?.step != wish.step || before?.state != wish.state || before?.note != note else { throw .alreadySo }
        let source = foreignSource(context, about: actor)
        let set = KitSet(
            segment: wish.segment, person: actor, step: wish.step, state: wish.state, previousStep: before?.step,
            previousState: before?.state, note: note, source: source, by: scribe(context, about: actor))
        return [set.event] + followingHelp(set, bench, at: context.at)
    }

    private func reviewing(_ wish: ReviewKit, _ context: Context) throws(Rejection) -> [Event] {
        let actor = try actor(context)
        let plan = try benchPlan(wish.segment, isOpen: false)
        try Limits.check(wish.fiddly, Limits.kitScale)
        try Limits.check(wish.frustrating, Limits.kitScale)
        let adaption = try Text.optionalBlock(wish.adaption, limit: Limits.adaptionLength)
        let review = KitReview(
            person: actor, isStudent: wish.isStudent, fiddly: wish.fiddly, frustrating: wish.frustrating,
            adaption: adaption)
        guard !bench(wish.segment).reviews.contains(review) else { throw .alreadySo }
        return [
            KitReviewed(
                segment: wish.segment, kit: plan.kit, person: actor, isStudent: wish.isStudent, fiddly: wish.fiddly,
                frustrating: wish.frustrating, adaption: adaption, words: adaption.map(Text.words(in:)) ?? 0,
                source: foreignSource(context, about: actor)
            ).event
        ]
    }

    mutating func apply(_ facet: BenchFact, at: Instant) {
        switch facet {
        case .kitSet(let fact):
            change(bench: fact.segment) { bench in
                if let step = fact.previousStep, let state = fact.previousState { bench.count(step, state, -1) }
                bench.count(fact.step, fact.state, 1)
                guard let person = fact.person, person != .counted else { return }
                bench.places[person] = KitPlace(
                    step: fact.step, state: fact.state, note: fact.note, at: at, by: fact.by)
            }
        case .kitReviewed(let fact):
            guard fact.person != .counted else { break }
            change(bench: fact.segment) { bench in
                bench.reviews.removeAll { $0.person == fact.person && $0.isStudent == fact.isStudent }
                bench.reviews.append(
                    KitReview(
                        person: fact.person, isStudent: fact.isStudent, fiddly: fact.fiddly,
                        frustrating: fact.frustrating, adaption: fact.adaption))
            }
        case .helpCalled(let fact): call(fact, at: at)
        case .helpOffered(let fact): change(call: fact.person, in: fact.segment) { $0.peer = fact.peer }
        case .helpDeclined(let fact):
            change(call: fact.person, in: fact.segment) {
                $0.peer = nil
                $0.declined.append(fact.peer)
            }
        case .helpGiven(let fact):
            change(bench: fact.segment) { bench in
                bench.calls.removeAll { $0.person == fact.person }
                bench.helps.append(Help(person: fact.person, peer: fact.peer, step: fact.step))
            }
        case .helpClosed(let fact):
            change(bench: fact.segment) { bench in bench.calls.removeAll { $0.person == fact.person } }
        case .photoAdded(let fact): add(fact)
        case .photoShown(let fact): change(photo: fact.photo, in: fact.segment) { $0.isShown = fact.isShown }
        case .photoRemoved(let fact):
            change(bench: fact.segment) { bench in bench.photos.removeAll { $0.id == fact.photo } }
        }
    }

    mutating func change(bench id: SegmentID, _ body: (inout Bench) -> Void) {
        if let index = benches.firstIndex(where: { $0.segment == id }) {
            body(&benches[index])
        } else {
            var bench = Bench(segment: id)
            body(&bench)
            benches.append(bench)
        }
    }

    /// Two entries are one person.
    mutating func mergeOnBenches(_ id: PersonID, into kept: PersonID) {
        for index in benches.indices { benches[index].merge(id, into: kept) }
    }

    /// Somebody who counts only is forgotten as everywhere (`Room.endForEverybody`), and nobody waits for help any more.
    mutating func forgetOnBenches(_ counted: Set<PersonID>) {
        for index in benches.indices { benches[index].forget(counted) }
    }
}
