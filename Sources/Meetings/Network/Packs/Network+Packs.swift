// Knows the ledger of packs: a release is settled once, and made again under the same key until a new one is wished for.

extension Network {
    /// The release that is made when somebody asks for a pack of a series, or of all meetings; nil before the first.
    public func release(of series: SeriesID?) -> PackRelease? { packs.last { $0.series == series } }

    func decide(_ command: PackCommand, _ context: NetworkContext) throws(Rejection) -> [NetworkEvent] {
        switch command {
        case .releasePack(let wish):
            if let series = wish.series, !self.series.contains(where: { $0.id == series }) { throw .notFound }
            guard packs.count < NetworkLimits.packs else { throw .tooMany(limit: NetworkLimits.packs) }
            guard !wish.ranges.isEmpty, !wish.key.isEmpty else { throw .notFound }
            guard wish.ranges.count <= NetworkLimits.meetingsInPack else {
                throw .tooMany(limit: NetworkLimits.meetingsInPack)
            }
            return [
                PackReleased(
                    pack: PackID(rawValue: fresh("k")), series: wish.series, key: wish.key, ranges: wish.ranges,
                    by: PackReader(context.actor)
                ).event
            ]
        case .handOutPack(let wish):
            guard packs.contains(where: { $0.id == wish.pack }) else { throw .notFound }
            return [
                PackHandedOut(
                    pack: wish.pack, form: wish.form, depth: wish.depth, hash: wish.hash, bytes: wish.bytes,
                    by: PackReader(context.actor)
                ).event
            ]
        }
    }

    mutating func apply(_ facet: PackFact, at: Instant) {
        switch facet {
        case .packReleased(let fact):
            packs.append(
                PackRelease(
                    id: fact.pack, series: fact.series, key: fact.key, ranges: fact.ranges, at: at, by: fact.by))
        case .packHandedOut(let fact):
            guard let index = packs.firstIndex(where: { $0.id == fact.pack }) else { break }
            packs[index].handedOut += 1
            packs[index].handOuts.append(
                PackRelease.HandOut(
                    at: at, by: fact.by, form: fact.form, depth: fact.depth, hash: fact.hash, bytes: fact.bytes))
            let tooMany = packs[index].handOuts.count - NetworkLimits.handOutsOfPack
            if tooMany > 0 { packs[index].handOuts.removeFirst(tooMany) }
        }
    }
}

extension PackReader {
    fileprivate init(_ actor: NetworkActor) {
        switch actor {
        case .system: self = .operator
        case .person(_, .coordinator): self = .coordinator
        // A teacher gets no pack: the rights say so before.
        case .person(_, .evaluator), .person(_, .teacher): self = .evaluator
        }
    }
}
