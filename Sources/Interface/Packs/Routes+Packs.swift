// Knows the evaluator's packs over HTTP: what one would hold, settling and making it, and the ledger of those that went
// out. Nobody is named in any of it.

import Exchange
import Hosting
import Meetings
import Wire

struct PackWanted: Decodable, Sendable {
    /// All meetings of the network where it is missing.
    var series: Key?
    /// Another release than the last, under a new key.
    var isNew: Bool?
}

struct PackFileWanted: Decodable, Sendable {
    var pack: Key
    var form: PackForm
    /// As close as people let it where it is missing.
    var depth: PackDepth?
}

/// A release as the ledger has it.
private struct PackView: Encodable {
    var id: PackID
    var series: SeriesID?
    var at: Instant
    var by: PackReader
    var meetings: [String]
    var handedOut: Int
    var handOuts: [PackRelease.HandOut]

    init(_ release: PackRelease) {
        (id, series, at, by) = (release.id, release.series, release.at, release.by)
        (meetings, handedOut) = (release.ranges.map(\.meeting), release.handedOut)
        handOuts = release.handOuts
    }
}

/// What a pack would hold.
private struct PackPreview: Encodable {
    struct Table: Encodable {
        var name: String
        var title: String
        var columns: [String]
        /// How close a pack goes that holds it.
        var depth: PackDepth
    }
    /// Meetings of a new release.
    var meetings: [String]
    var tables: [Table]
    /// The release that is made again unless a new one is wished for.
    var release: PackView?
}

extension Routes {
    var packs: PackOffice {
        PackOffice(
            catalogue: parts.catalogue, networks: parts.networks, documents: parts.packDocuments,
            software: parts.version)
    }

    func listPacks(_ call: Call<SignedIn, Nothing>) async throws -> Response {
        let state = try await parts.networks.host(of: call.caller.network).network()
        return .json(["packs": state.packs.map(PackView.init)])
    }

    func previewPack(_ call: Call<SignedIn, PackWanted>) async throws -> Response {
        let (network, series) = (call.caller.network, call.body.series.map { SeriesID(rawValue: $0.text) })
        let meetings = try await packs.meetings(of: series, network: network)
        let known = try await parts.networks.host(of: network).network().release(of: series)
        return .json(
            PackPreview(
                meetings: meetings.map(\.id),
                tables: PackBuilder.contents.map {
                    PackPreview.Table(name: $0.name, title: $0.title, columns: $0.columns, depth: $0.depth)
                }, release: known.map(PackView.init)))
    }

    func releasePack(_ call: Call<SignedIn, PackWanted>) async throws -> Response {
        let series = call.body.series.map { SeriesID(rawValue: $0.text) }
        let actor = try Self.actor(call.caller)
        try await note(.pack, by: call.caller.account)
        let release = try await said {
            try await packs.release(
                of: series, network: call.caller.network, isNew: call.body.isNew ?? false, by: actor)
        }
        return .json(["pack": PackView(release)])
    }

    func packFile(_ call: Call<SignedIn, PackFileWanted>) async throws -> Response {
        let (network, wanted) = (call.caller.network, call.body)
        let actor = try Self.actor(call.caller)
        try await note(.pack, by: call.caller.account)
        let state = try await parts.networks.host(of: network).network()
        guard let release = state.packs.first(where: { $0.id.rawValue == wanted.pack.text }) else {
            throw Refusal.notFound
        }
        let (office, depth) = (packs, wanted.depth ?? .words)
        let file = try await said {
            try await packDesk.make { try await office.file(of: release, in: wanted.form, to: depth, network: network) }
        }
        guard let file else { throw Refusal.slowDown(2_000) }
        try await office.note(file, of: release, in: wanted.form, to: depth, network: network, by: actor)
        let name = "staffroom-\(release.id)\(wanted.form == .spreadsheet ? "-spreadsheet" : "").zip"
        return Response(
            status: 200, contentType: "application/zip", body: file.bytes,
            headers: [("Content-Disposition", "attachment; filename=\"\(name)\"")])
    }

    private static func actor(_ caller: SignedIn) throws -> NetworkActor {
        guard let person = caller.account.person else { throw Refusal.notAllowed }
        switch caller.account.role {
        case .coordinator: return .person(person, .coordinator)
        case .evaluator: return .person(person, .evaluator)
        }
    }

    /// What stands in the way, as a no of the interface.
    private func said<T: Sendable>(_ body: () async throws -> T) async throws -> T {
        do {
            return try await body()
        } catch let refusal as PackRefusal {
            throw switch refusal {
            case .nothing: Refusal(409, "packEmpty")
            case .keyGone: Refusal(409, "packKeyGone")
            case .tooLarge: Refusal(409, "packTooLarge")
            }
        }
    }
}
