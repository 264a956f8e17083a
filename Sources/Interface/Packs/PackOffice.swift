// Knows how a pack comes about, for a page and for a command: what it holds is settled once, under a key of its own, and
// the same is made again whenever somebody asks; every time is in the ledger.

import Exchange
import Hosting
import Meetings

/// Why somebody gets no pack.
public enum PackRefusal: Error, Equatable, Sendable {
    /// No meeting of it is over.
    case nothing
    /// Its key is not in the data folder.
    case keyGone
    /// The format of the file cannot hold it.
    case tooLarge
}

/// Settles and makes packs.
public struct PackOffice: Sendable {
    private let catalogue: any PackCatalogue & MeetingCatalogue
    private let networks: NetworkHosts
    private let documents: PackDocuments
    private let software: String

    public init(
        catalogue: any PackCatalogue & MeetingCatalogue, networks: NetworkHosts, documents: PackDocuments,
        software: String
    ) {
        (self.catalogue, self.networks) = (catalogue, networks)
        (self.documents, self.software) = (documents, software)
    }

    /// The meetings that a new release would hold, in order: those that are over, without rehearsals; samples only where
    /// they were put into a series.
    public func meetings(of series: SeriesID?, network: String) async throws -> [MeetingRecord] {
        let state = try await networks.host(of: network).network()
        var wanted: Set<String>?
        if let series {
            guard let known = state.series.first(where: { $0.id == series }) else { throw Refusal.notFound }
            wanted = Set(known.meetings)
        }
        return try await catalogue.meetings(network: network).filter { meeting in
            meeting.phase == .ended && !meeting.isRehearsal && (wanted?.contains(meeting.id) ?? !meeting.isSample)
        }
    }

    /// The release that is made for whoever asks: the last one, or a new one under a new key.
    public func release(
        of series: SeriesID?, network: String, isNew: Bool, by actor: NetworkActor
    ) async throws -> PackRelease {
        let host = await networks.host(of: network)
        if !isNew, let known = try await host.network().release(of: series) { return known }
        var ranges: [PackRange] = []
        for meeting in try await meetings(of: series, network: network) {
            let last = try await catalogue.lastEntry(of: meeting.id)
            if last > 0 { ranges.append(PackRange(meeting: meeting.id, last: last)) }
        }
        guard !ranges.isEmpty else { throw PackRefusal.nothing }
        // Before there is a key that nothing uses.
        guard try await host.network().packs.count < NetworkLimits.packs else {
            throw Rejection.tooMany(limit: NetworkLimits.packs)
        }
        let key = try await catalogue.makePackKey()
        _ = try await host.submit(ReleasePack(series: series, key: key, ranges: ranges).command, by: actor)
        guard let made = try await host.network().release(of: series) else { throw Refusal.notFound }
        return made
    }

    /// The file of a release. Reading a season takes a while: never on the loop.
    public func file(
        of release: PackRelease, in form: PackForm, to depth: PackDepth, network: String
    ) async throws -> PackFile {
        let state = try await networks.host(of: network).network()
        guard let pseudonyms = try await catalogue.pseudonyms(key: release.key) else { throw PackRefusal.keyGone }
        let before = state.packs.prefix { $0.id != release.id }.last { $0.series == release.series }
        let catalogue = catalogue
        var builder = PackBuilder(
            PackOrder(
                release: release, previous: before?.id, form: form, depth: depth, software: software,
                documents: documents,
                pseudonyms: pseudonyms, hash: { catalogue.hash($0) }))
        for range in release.ranges {
            let meeting = try await catalogue.packMeeting(
                range, network: network, series: release.series ?? state.series(of: range.meeting)?.id)
            if let meeting { builder.add(meeting) }
        }
        do {
            return try builder.finished()
        } catch {
            throw PackRefusal.tooLarge
        }
    }

    /// Writes down that a file went out.
    public func note(
        _ file: PackFile, of release: PackRelease, in form: PackForm, to depth: PackDepth, network: String,
        by actor: NetworkActor
    ) async throws {
        let wish = HandOutPack(
            pack: release.id, form: form, depth: depth, hash: file.hash, bytes: file.bytes.count)
        _ = try await networks.host(of: network).submit(wish.command, by: actor)
    }
}
