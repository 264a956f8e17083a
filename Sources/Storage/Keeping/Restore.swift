import Foundation
import Log

/// Puts a backup into a data folder. Everything is made ready in a folder of its own inside it, so that whatever
/// happens the data folder has the old store, the new one, or a mark without a log, with which no server starts.
public struct Restore {
    private static let workplace = "restoring"
    private static let asidePrefix = "before-restore-"
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
        /// Where what was in the folder is now; nil when there was nothing.
        public let aside: String?
    }

    private let file: URL
    private let directory: DataDirectory
    private let isReadable: (LogEntry) -> Bool

    /// Restores a backup.
    ///
    /// - Parameters:
    ///   - file: the backup.
    ///   - directory: the data folder; made if it is not there.
    ///   - replaces: whether a store that is in the folder is put aside, under a dated name inside the folder.
    ///   - key: a copy of the secret key; nil for the one in the folder, or for a new one if there is none.
    ///   - erasures: a copy of the list of erasures, besides the one in the folder.
    ///   - now: in milliseconds since 1970.
    ///   - isReadable: whether the program understands an event of a meeting.
    /// - Throws: `KeepingError` or `StoreError`; `inUse` when a server is running on the folder.
    public static func run(
        _ file: URL, into directory: URL, replaces: Bool = false, key: URL? = nil, erasures: URL? = nil, now: Int64,
        isReadable: @escaping (LogEntry) -> Bool = { _ in true }
    ) async throws -> Outcome {
        for url in [file, key, erasures].compactMap({ $0 }) where access(url.path, R_OK) != 0 {
            throw KeepingError.missing(path: url.path)
        }
        guard size(file.path + "-wal") == 0 else { throw KeepingError.liveCopy(path: file.path) }
        guard replaces || oldNames(directory).isEmpty else { throw KeepingError.notEmpty(path: directory.path) }
        let place = try DataDirectory(preparing: directory)
        let lock = try place.lock()
        defer { close(lock) }
        let restore = Restore(file: file, directory: place, isReadable: isReadable)
        let old = oldNames(directory).filter { $0.hasPrefix(ownPrefix) || $0 == DataDirectory.keyName }
        let work = directory.appendingPathComponent(workplace)
        try? FileManager.default.removeItem(at: work)
        defer { try? FileManager.default.removeItem(at: work) }
        let prepared = try await restore.prepare(work, key: key, erasures: erasures, now: now)
        let aside = old.isEmpty ? nil : asidePrefix + stamp(now)
        try restore.install(DataDirectory(existing: work), aside: aside, old: old)
        return Outcome(
            contents: prepared.contents, erased: prepared.erased, isKeyNew: prepared.isKeyNew,
            aside: aside.map(place.path))
    }

    /// Makes a whole store of the backup, with a new epoch, and closes it.
    private func prepare(
        _ work: URL, key: URL?, erasures: URL?, now: Int64
    ) async throws -> (contents: Contents, erased: Int, isKeyNew: Bool) {
        let place = try DataDirectory(preparing: work)
        try Self.copy(file, to: place, name: DataDirectory.databaseName)
        // The copy is examined and not the file: it is what will be served.
        let examination = try Examination.of(
            file: URL(fileURLWithPath: place.databasePath), isReadable: isReadable)
        guard examination.isGood else { throw KeepingError.flawed(examination) }
        let ownKey = URL(fileURLWithPath: directory.path(DataDirectory.keyName))
        let source = key ?? (access(ownKey.path, F_OK) == 0 ? ownKey : nil)
        if let source { try Self.copy(source, to: place, name: DataDirectory.keyName) }
        let list = try [directory.path(ErasureList.name), erasures?.path].compactMap { $0 }.flatMap(ErasureList.read)

        let store = try Store.open(directory: work)
        let epoch = try await store.renewEpoch()
        var erased = 0
        for one in list {
            do {
                try await store.erasePerson(one.person, network: one.network, now: now)
                erased += 1
            } catch StoreError.notFound {
                // Not in this backup, but perhaps in the next one that is restored here.
                try ErasureList(directory: place).add(one)
            }
        }
        try await store.renewLinks()
        try await store.renewBuddyLinks()
        try await store.close()
        guard Self.size(place.databasePath + "-wal") == 0 else { throw KeepingError.liveCopy(path: place.databasePath) }
        var contents = try Examination.of(directory: work, isReadable: isReadable).contents
        contents.epoch = epoch
        return (contents, erased, source == nil)
    }

    /// Puts the old store aside and the new one in its place. The database comes last, behind its marks.
    private func install(_ work: DataDirectory, aside: String?, old: [String]) throws {
        if let aside {
            let place = directory.url.appendingPathComponent(aside)
            guard mkdir(place.path, DataDirectory.directoryMode) == 0 else { throw DataDirectory.failure(place.path) }
            // The old marks stay until the new ones replace them: without its log they keep any server from starting.
            for name in old where name != Marks.name { try move(name, from: directory, to: place) }
            if old.contains(Marks.name) {
                try Self.copy(
                    URL(fileURLWithPath: directory.path(Marks.name)), to: DataDirectory(existing: place),
                    name: Marks.name)
            }
            try directory.sync()
        }
        for name in [Marks.name, DataDirectory.keyName, ErasureList.name, DataDirectory.databaseName]
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
        return names.filter { $0 != DataDirectory.lockName && $0 != workplace && !$0.hasPrefix(asidePrefix) }.sorted()
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

    private static func size(_ path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    /// The instant as part of a name, in UTC.
    private static func stamp(_ now: Int64) -> String {
        let date = Date(timeIntervalSince1970: Double(now) / 1_000)
        return String(date.ISO8601Format().filter { $0 != "-" && $0 != ":" })
    }
}
