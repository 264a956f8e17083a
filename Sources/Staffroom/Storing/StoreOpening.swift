// Knows how the store's errors are said to an operator.

import Foundation
import Journal
import Storage

/// Opening the store with sentences.
enum StoreOpening {
    /// `beside`: another process may have it open as the server.
    static func open(
        _ folder: String, beside: Bool, news: @escaping @Sendable (StoreNews) -> Void = { _ in }
    ) throws -> Store {
        let url = URL(fileURLWithPath: folder)
        do {
            return try Store.open(directory: url, isServer: !beside, news: news)
        } catch let error as StoreError {
            throw failure(error, url.path)
        }
    }

    /// The sentence and exit code of what the store said about a data folder or a backup.
    static func failure(_ error: StoreError, _ path: String) -> Failure {
        switch error {
        case .inUse:
            Failure(
                "folderInUse: the data folder \(path) is in use by another server; stop it or choose another with --data",
                Ending.later)
        case .newerSchema(let found, let known):
            Failure(
                """
                \(path) was written by a newer version (schema \(found), this program knows \(known)); \
                run that version
                """, Ending.data)
        case .behindMark(let stream, let found, let marked):
            Failure(
                """
                the log in \(path) is older than it was: \(stream) ends at event \(found), but event \(marked) was \
                stored. Put the right files back or restore a backup; to go on with what is there, run \
                staffroom verify --accept-loss
                """, Ending.data)
        case .sideFile(let flaw, let folder):
            Failure(
                "\(SideFlawSentence.found(flaw)) in \(folder). \(SideFlawSentence.advice(flaw))",
                flaw.isOfKey ? Ending.settings : Ending.data)
        case .noAccess(let file, let owner):
            Failure(
                """
                \(file) belongs to \(owner), and the user of this command may not read and write it: run the command \
                as \(owner), or put the file's rights in order. Nothing was looked at, so this says nothing about the data
                """, Ending.later)
        case .damaged(let stream, let sequence):
            Failure(
                """
                the log in \(path) is damaged at event \(sequence) of \(stream); see staffroom verify, \
                restore a backup
                """, Ending.data)
        case .damagedFile(let message):
            Failure("the database in \(path) is damaged (\(message)); restore a backup", Ending.data)
        case .foreignFile(let file):
            Failure("\(file) is no database of Staffroom", Ending.data)
        case .unsafeDirectory:
            Failure(
                "the folder \(path) is open to other users and holds other things; choose one of its own", Ending.data)
        case .full(let reason):
            Failure("the disk is full (\(reason)); nothing was changed in \(path)", Ending.later)
        case .readOnly(let reason):
            readOnly(path, reason)
        case .fatal(let reason):
            Failure(
                """
                the disk did not confirm what was written to \(path) (\(reason)), so it is not known what of the last \
                moment is stored; look after the disk, then start again
                """, Ending.software)
        case .fileSystem(let file, let code):
            fileSystem(path, file, code)
        case .failed(let code, let message):
            Failure(
                "\(path) cannot be read or written: \(message)" + (code == 0 ? "" : ", SQLite code \(code)"),
                Ending.later)
        case .unsafeSetting, .notFound, .loginTaken, .noFreeCode, .beyondLimit, .closed:
            Failure("\(path) cannot be opened: \(error)", Ending.later)
        }
    }

    private static func fileSystem(_ path: String, _ file: String, _ code: Int32) -> Failure {
        let reason = "\(file): \(String(cString: strerror(code)))"
        switch StoreTrouble.Kind(errno: code) {
        case .readOnly: return readOnly(path, reason)
        case .full: return Failure("the disk is full (\(reason)); nothing was changed in \(path)", Ending.later)
        case .disk, .unconfirmed, .damaged, .busy, .memory: return Failure(reason, Ending.later)
        }
    }

    private static func readOnly(_ path: String, _ reason: String) -> Failure {
        Failure(
            """
            the data folder \(path) cannot be written (\(reason)); make it writable for the user who runs the server, \
            or choose another with --data
            """, Ending.later)
    }

    /// The network of that name, made if it is new; without a name the only one there is, or `orNew`.
    static func network(named name: String?, in store: Store, orNew new: String?, now: Int64) async throws -> String {
        let networks = try await store.networks()
        let known = name.map { name in networks.filter { $0.name == name } } ?? networks
        guard known.count <= 1 else {
            throw Failure(
                "name the network with --network; there are: \(networks.map(\.name).joined(separator: ", "))",
                Ending.data)
        }
        if let first = known.first { return first.id }
        guard let name = name ?? new else {
            throw Failure("there is no network yet: name one with --network", Ending.data)
        }
        return try await store.createNetwork(name: name, contact: "", notice: "", now: now).id
    }
}
