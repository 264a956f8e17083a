// Knows who is asked to go to somebody who is stuck: from what people said of their own kits, and nothing else.

extension Room {
    /// What follows for those who are stuck when somebody is somewhere else with their kit.
    func followingHelp(_ set: KitSet, _ before: Bench, at: Instant) -> [Event] {
        guard let person = set.person else { return [] }
        var bench = before
        bench.places[person] = KitPlace(step: set.step, state: set.state, note: set.note, at: at)
        var events: [Event] = []
        let call = bench.calls.first { $0.person == person }
        if set.state == .stuck {
            events.append(
                HelpCalled(
                    segment: set.segment, person: person, step: set.step, note: set.note, asked: call?.peer,
                    source: set.source
                ).event)
            if call == nil || call?.step != set.step {
                bench.calls.removeAll { $0.person == person }
                bench.calls.append(HelpCall(person: person, step: set.step, note: set.note, since: at))
                events += offering(to: person, &bench, previous: call?.peer)
            }
        } else if let call {
            events.append(HelpClosed(segment: set.segment, person: person, asked: call.peer).event)
            bench.calls.removeAll { $0.person == person }
        }
        // Who is stuck goes to nobody, and whoever has lost their connection is waited for no longer.
        events += offeringAnew(&bench) { peer in
            set.state == .stuck && peer == person || people[peer]?.isPresent != true
        }
        // Somebody who waits in vain may be helped by whoever has just got there.
        if set.state == .working, let waiting = bench.calls.first(where: { $0.peer == nil && $0.step <= set.step }) {
            events += offering(to: waiting.person, &bench, previous: nil)
        }
        return events
    }

    /// What was asked of somebody who goes for good is asked of somebody else. A connection that is lost for a moment is
    /// none.
    func passingHelp(of id: PersonID) -> [Event] {
        guard let segment, segment.bench != nil else { return [] }
        var bench = bench(segment.id)
        return offeringAnew(&bench) { $0 == id }
    }

    /// Offers again to those who wait for one of these.
    private func offeringAnew(_ bench: inout Bench, insteadOf isGone: (PersonID) -> Bool) -> [Event] {
        var events: [Event] = []
        for call in bench.calls {
            guard let peer = call.peer, isGone(peer) else { continue }
            events += offering(to: call.person, &bench, previous: peer)
        }
        return events
    }

    /// The offer to somebody who is stuck; none where nothing changes by it.
    private func offering(to person: PersonID, _ bench: inout Bench, previous: PersonID?) -> [Event] {
        guard let index = bench.calls.firstIndex(where: { $0.person == person }) else { return [] }
        let peer = peer(for: bench.calls[index], bench, without: previous)
        guard peer != nil || previous != nil else { return [] }
        bench.calls[index].peer = peer
        return [HelpOffered(segment: bench.segment, person: person, peer: peer, previous: previous).event]
    }

    /// Who has got that step to work, or is past it: in the same place first, who has a device, who is just at that
    /// step, who helped least, who has been there longest.
    private func peer(for call: HelpCall, _ bench: Bench, without previous: PersonID?) -> PersonID? {
        let isInRoom = people[call.person]?.mode.isInRoom == true
        let busy = Set(bench.calls.flatMap { [$0.person] + ($0.peer.map { [$0] } ?? []) })
        func rank(_ id: PersonID, _ place: KitPlace) -> [Int64] {
            let mode = people[id]?.mode ?? .unknown
            return [
                mode.isInRoom == isInRoom ? 0 : 1, mode.needsOthers && people[id]?.table == nil ? 1 : 0,
                place.step == call.step ? 0 : 1, Int64(bench.helps.count { $0.peer == id }), place.at,
            ]
        }
        return bench.places.filter { id, place in
            guard people[id]?.role == .participant, people[id]?.isPresent == true, id != previous else { return false }
            guard !busy.contains(id), !call.declined.contains(id) else { return false }
            let isPast = place.step > call.step && (place.state == .building || place.state == .working)
            return isPast || place.step == call.step && place.state == .working
        }
        .map { (id: $0.key, rank: rank($0.key, $0.value)) }
        .min { $0.rank == $1.rank ? $0.id < $1.id : $0.rank.lexicographicallyPrecedes($1.rank) }?.id
    }

    func declining(_ wish: DeclineHelp, _ context: Context) throws(Rejection) -> [Event] {
        let actor = try actor(context)
        _ = try benchPlan(wish.segment, isOpen: true)
        var bench = bench(wish.segment)
        guard let index = bench.calls.firstIndex(where: { $0.person == wish.asker && $0.peer == actor }) else {
            throw .notFound
        }
        bench.calls[index].peer = nil
        bench.calls[index].declined.append(actor)
        return [HelpDeclined(segment: wish.segment, person: wish.asker, peer: actor).event]
            + offering(to: wish.asker, &bench, previous: nil)
    }

    func helping(_ wish: GiveHelp, _ context: Context) throws(Rejection) -> [Event] {
        let actor = try actor(context)
        _ = try benchPlan(wish.segment, isOpen: true)
        let bench = bench(wish.segment)
        let isOfTheTwo = actor == wish.asker || actor == wish.helper
        guard isOfTheTwo || people[actor]?.role.isLeading == true else { throw .notAllowed(needs: .lead) }
        guard let call = bench.calls.first(where: { $0.person == wish.asker }) else { throw .notFound }
        guard let helper = people[wish.helper], helper.role == .participant || helper.role.isLeading,
            wish.helper != wish.asker
        else { throw .notFound }
        // Whoever was not asked cannot say of themselves alone that they helped.
        guard actor != wish.helper || helper.role.isLeading || call.peer == actor else {
            throw .notAllowed(needs: .lead)
        }
        let source = foreignSource(context, about: wish.asker)
        let place = bench.places[wish.asker]
        return [
            HelpGiven(
                segment: wish.segment, person: wish.asker, peer: wish.helper,
                asked: call.peer == wish.helper ? nil : call.peer, step: call.step, source: source
            ).event,
            KitSet(
                segment: wish.segment, person: wish.asker, step: call.step, state: .building,
                previousStep: place?.step, previousState: place?.state, source: source
            ).event,
        ]
    }

    mutating func call(_ fact: HelpCalled, at: Instant) {
        guard fact.person != .counted else { return }
        change(bench: fact.segment) { bench in
            if let index = bench.calls.firstIndex(where: { $0.person == fact.person }) {
                (bench.calls[index].step, bench.calls[index].note) = (fact.step, fact.note)
            } else {
                bench.calls.append(HelpCall(person: fact.person, step: fact.step, note: fact.note, since: at))
            }
        }
    }

    mutating func change(call person: PersonID, in segment: SegmentID, _ body: (inout HelpCall) -> Void) {
        change(bench: segment) { bench in
            guard let index = bench.calls.firstIndex(where: { $0.person == person }) else { return }
            body(&bench.calls[index])
        }
    }
}
