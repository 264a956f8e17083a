import Foundation
import GRDB
import Log

/// Puts a backup into a data folder. Everything is made ready in a folder of its own inside it, so that whatever
/// happens the data folder has the old store, the new one, or a mark without a log, with which no server starts.
public struct Restore {
    private static let workplace = "restoring"
    /// Files of ours are put aside; whatever else lies in the folder stays where it is.
    private static let ownPrefix = "staffroom."

    /// What was restored.
    public struct Outcome: Sendable, Equatable {
        /// What is in the store now, with its new epoch.
        public let contents: Contents
        /// How many people were erased again.
        public let erased: Int
        /// Whether there was no key, so that links are made anew.
        public let isKeyNew: Bool
        /// Whether there was a key, and it is not the one of the backup, so that links are made anew too.
        public let isKeyOther: Bool
        /// Where what was in the folder is now; nil when there was nothing.
        public let aside: String?
    }

    private let file: URL
    private let directory: DataDirectory
    private let headway: Headway
    private let isReadable: @Sendable (LogEntry) -> Bool
    private let erase: Erasing

    /// Erases somebody in a store; false when there is no such person.
    public typealias Erasing = @Sendable (Store, _ person: String, _ network: String, _ now: Int64) async throws -> Bool

    /// Takes their texts away, and says nothing in any log.
    public static let silently: Erasing = { store, person, network, now in
        do {
            try await store.erasePerson(person, network: network, now: now)
            return true
        } catch StoreError.notFound {
            return false
        }
    }

    /// Restores a backup.
    ///
    /// - Parameters:
    ///   - file: the backup.
    ///   - directory: the data folder; made if it is not there.
    ///   - replaces: whether a store that is in the folder is put aside, under a dated name inside the folder.
    ///   - key: a copy of the secret key; nil for the one in the folder, or for a new one if there is none.
    ///   - erasures: a copy of the list of erasures, besides the one in the folder.
    ///   - now: in milliseconds since 1970.
    ///   - headway: is told how far it is.
    ///   - isReadable: whether the program understands an event of a meeting.
    ///   - erase: how somebody who was erased since is erased again.
    /// - Throws: `KeepingError` or `StoreError`; `inUse` when a server is running on the folder.
    public static func run(
        _ file: URL, into directory: URL, replaces: Bool = false, key: URL? = nil, erasures: URL? = nil, now: Int64,
        headway: Headway = Headway(), isReadable: @escaping @Sendable (LogEntry) -> Bool = { _ in true },
        erase: @escaping Erasing = silently
    ) async throws -> Outcome {
        let work = directory.appendingPathComponent(workplace)
        for url in [file, key, erasures].compactMap({ $0 }) {
            try DataDirectory.assertAccess(url.path, R_OK)
            guard access(url.path, R_OK) == 0 else { throw KeepingError.missing(path: url.path) }
            guard !OwnFiles.lies(url, in: work) else { throw KeepingError.inWorkplace(path: url.path) }
        }
        guard DataDirectory.size(file.path + "-wal") == 0 else { throw KeepingError.liveCopy(path: file.path) }
        guard replaces || oldNames(directory).isEmpty else { throw KeepingError.notEmpty(path: directory.path) }
        let place = try DataDirectory(preparing: directory)
        let lock = try place.lock()
        defer { close(lock) }
        try place.assertAccess()
        let restore = Restore(
            file: file, directory: place, headway: headway, isReadable: isReadable, erase: erase)
        let old = oldNames(directory).filter { $0.hasPrefix(ownPrefix) || $0 == DataDirectory.keyName }
        try? FileManager.default.removeItem(at: work)
        defer { try? FileManager.default.removeItem(at: work) }
        let prepared = try await restore.prepare(work, key: key, erasures: erasures, now: now)
        let aside = old.isEmpty ? nil : Asides.prefix + stamp(now)
        try restore.install(DataDirectory(existing: work), aside: aside, old: old)
        return Outcome(
            contents: prepared.contents, erased: prepared.erased, isKeyNew: prepared.isKeyNew,
            isKeyOther: prepared.isKeyOther, aside: aside.map(place.path))
    }

    /// Makes a whole store of the backup, with a new epoch, and closes it.
    private func prepare(
        _ work: URL, key: URL?, erasures: URL?, now: Int64
    ) async throws -> (contents: Contents, erased: Int, isKeyNew: Bool, isKeyOther: Bool) {
        let place = try DataDirectory(preparing: work, in: directory)
        headway.begin(.copying, total: DataDirectory.size(file.path)) { DataDirectory.size(place.databasePath) }
        try Self.copy(file, to: place, name: DataDirectory.databaseName)
        // The copy is examined and not the file: it is what will be served.
        let examination = try Examination.of(
            file: URL(fileURLWithPath: place.databasePath), headway: headway, isReadable: isReadable)
        guard examination.isGood else { throw KeepingError.flawed(examination) }
        let ownKey = URL(fileURLWithPath: directory.path(DataDirectory.keyName))
        let source = key ?? (access(ownKey.path, F_OK) == 0 ? ownKey : nil)
        if let source { try Self.copy(source, to: place, name: DataDirectory.keyName) }
        // No backup has the keys of packs: those of the folder stay, so that what went out can be made again.
        let packKeys = URL(fileURLWithPath: directory.path(PackKeys.name))
        if access(packKeys.path, F_OK) == 0 { try Self.copy(packKeys, to: place, name: PackKeys.name) }
        let isKeyKnown = try takeKey(place)
        var known: Set<ErasedPerson> = []
        let list = try [directory.path(ErasureList.name), erasures?.path].compactMap { $0 }.flatMap(ErasureList.read)
            .filter { known.insert($0).inserted }

        let store = try Store.open(directory: work)
        let epoch = try await store.renewEpoch()
        var erased = 0
        headway.begin(.erasing, total: list.count)
        for one in list {
            defer { headway.advance() }
            guard try await !erase(store, one.person, one.network, now) else {
                erased += 1
                continue
            }
            // Not in this backup, but perhaps in the next one that is restored here.
            try ErasureList(directory: place).add(one)
        }
        try await store.renewLinks()
        try await store.renewBuddyLinks()
        try await store.close()
        guard DataDirectory.size(place.databasePath + "-wal") == 0 else {
            throw KeepingError.liveCopy(path: place.databasePath)
        }
        var contents = try Examination.of(directory: work, isReadable: isReadable).contents
        contents.epoch = epoch
        return (contents, erased, source == nil, !isKeyKnown)
    }

    /// Makes the copy a database without files beside it, which get new ones: only a key may be there, or is made.
    ///
    /// - Returns: whether the key may be the one of the backup.
    private func takeKey(_ place: DataDirectory) throws -> Bool {
        let known = try place.contents(DataDirectory.keyName).map { [UInt8]($0) }
        _ = try place.secretKey()
        let queue = try DatabaseConnection.open(directory: place, busyTimeoutSeconds: 5)
        let isKnown = try queue.writeWithoutTransaction { try SideFiles.forget($0, key: known) }
        try queue.close()
        return isKnown
    }

    /// Puts the old store aside and the new one in its place. The database comes last, behind its marks.
    private func install(_ work: DataDirectory, aside: String?, old: [String]) throws {
        if let aside {
            let place = directory.url.appendingPathComponent(aside)
            guard mkdir(place.path, DataDirectory.directoryMode) == 0 else { throw DataDirectory.failure(place.path) }
            try directory.handOver(place.path)
            // The old marks stay until the new ones replace them: without its log they keep any server from starting.
            for name in old where name != Marks.name { try move(name, from: directory, to: place) }
            if old.contains(Marks.name) {
                try Self.copy(
                    URL(fileURLWithPath: directory.path(Marks.name)),
                    to: DataDirectory(existing: place, in: directory),
                    name: Marks.name)
            }
            try directory.sync()
        }
        for name in [Marks.name, DataDirectory.keyName, ErasureList.name, PackKeys.name, DataDirectory.databaseName]
        where access(work.path(name), F_OK) == 0 {
            try move(name, from: work, to: directory.url)
            try directory.sync()
        }
    }

    private func move(_ name: String, from: DataDirectory, to: URL) throws {
        let target = to.appendingPathComponent(name).path
        guard rename(from.path(name), target) == 0 else { throw DataDirectory.failure(target) }
    }

    /// What is in the folder besides the lock, the workplace, and what earlier restores put aside.
    private static func oldNames(_ directory: URL) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
        return names.filter { $0 != DataDirectory.lockName && $0 != workplace && !$0.hasPrefix(Asides.prefix) }.sorted()
    }

    private static func copy(_ source: URL, to place: DataDirectory, name: String) throws {
        guard let input = FileHandle(forReadingAtPath: source.path) else { throw DataDirectory.failure(source.path) }
        defer { try? input.close() }
        let descriptor = try place.open(name, flags: O_WRONLY | O_CREAT | O_TRUNC)
        let output = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            while let piece = try input.read(upToCount: 1 << 20), !piece.isEmpty { try output.write(contentsOf: piece) }
        } catch {
            throw DataDirectory.failure(place.path(name))
        }
        guard fsync(descriptor) == 0 else { throw DataDirectory.failure(place.path(name)) }
    }

    /// The instant as part of a name, in UTC.
    private static func stamp(_ now: Int64) -> String {
        let date = Date(timeIntervalSince1970: Double(now) / 1_000)
        return String(date.ISO8601Format().filter { $0 != "-" && $0 != ":" })
    }
}
