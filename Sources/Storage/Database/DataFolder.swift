import Foundation

/// A data folder as its operator sees it, beside a running server or without one: sizes, rights, what stands in small
/// files. It changes nothing but those small files.
public struct DataFolder: Sendable {
    /// A small private file beside the database.
    public enum Note: String, Sendable, CaseIterable {
        /// What a script wants to know of the server that started last: its address and links, as JSON.
        case start = "staffroom.start"
        /// Address and port on which the server that started last listens, such as `127.0.0.1:8080`.
        case address = "staffroom.address"
        /// When the last backup was taken: milliseconds since 1970.
        case backup = "staffroom.backup"
        /// What `staffroom doctor` asks the running server with; another one at each start.
        case probe = "staffroom.probe"
    }

    /// Something in the folder that others than its owner can reach, or that belongs to somebody else than the folder.
    public struct LooseFile: Sendable, Equatable {
        public var name: String
        /// As `chmod` takes it.
        public var mode: UInt32
        public var isOurs: Bool

        public init(name: String, mode: UInt32, isOurs: Bool) {
            (self.name, self.mode, self.isOurs) = (name, mode, isOurs)
        }
    }

    /// Room on the disk of the folder, in bytes.
    public struct Disk: Sendable, Equatable {
        public var free: Int64
        public var total: Int64

        public init(free: Int64, total: Int64) { (self.free, self.total) = (free, total) }
    }

    let directory: DataDirectory

    public var path: String { directory.url.path }

    /// A folder that may or may not be there.
    public init(_ url: URL) { directory = DataDirectory(existing: url) }

    public var isThere: Bool { access(path, F_OK) == 0 }

    /// Whether a store was made here.
    public var hasStore: Bool { access(directory.databasePath, F_OK) == 0 }

    public var hasKey: Bool { access(directory.path(DataDirectory.keyName), F_OK) == 0 }

    /// Bytes of the write-ahead log; 0 when there is none.
    public var logBytes: Int64 { size(DataDirectory.databaseName + "-wal") }

    /// The room left for this user; nil when the system does not say.
    public var disk: Disk? {
        var numbers = statvfs()
        guard statvfs(path, &numbers) == 0 else { return nil }
        let block = Int64(numbers.f_frsize)
        return Disk(free: Int64(numbers.f_bavail) * block, total: Int64(numbers.f_blocks) * block)
    }

    /// When the store was made, in milliseconds since 1970, as far as its key's file knows.
    public var madeAt: Int64? {
        var status = stat()
        guard stat(directory.path(DataDirectory.keyName), &status) == 0 else { return nil }
        return Int64(status.st_mtim.tv_sec) * 1_000
    }

    /// When the last backup was taken; nil when none was that is known of.
    public var backedUpAt: Int64? {
        read(.backup).flatMap { Int64(String(decoding: $0, as: UTF8.self).filter { $0 != "\n" }) }
    }

    /// Whether a server has the folder now.
    public var isInUse: Bool {
        let descriptor = Foundation.open(directory.path(DataDirectory.lockName), O_RDWR | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_EX | LOCK_NB) != 0
    }

    /// To whom the folder belongs; nil when it is not there.
    public var owner: uid_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_uid : nil
    }

    /// The folder and the files in it that are not private to the folder's owner.
    public func looseFiles() -> [LooseFile] {
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
        return [loose(path, ".", DataDirectory.directoryMode)].compactMap(\.self)
            + names.compactMap { loose(directory.path($0), $0, DataDirectory.fileMode) }
    }

    private func loose(_ path: String, _ name: String, _ wanted: mode_t) -> LooseFile? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        // What stands beside the store in folders of its own, such as what a restore put aside, has their rights.
        let allowed = status.st_mode & S_IFMT == S_IFDIR ? DataDirectory.directoryMode : wanted
        let mode = status.st_mode & 0o7777
        let isOurs = status.st_uid == owner
        return mode & ~allowed == 0 && isOurs ? nil : LooseFile(name: name, mode: mode, isOurs: isOurs)
    }

    /// The content of a note; nil when there is none that can be read.
    public func read(_ note: Note) -> [UInt8]? {
        (try? Data(contentsOf: URL(fileURLWithPath: directory.path(note.rawValue)))).map { [UInt8]($0) }
    }

    /// Puts a note in place of the one before, readable for this user only.
    ///
    /// - Throws: `StoreError.fileSystem`; then the old one is gone, so that nobody takes it for the new one.
    public func leave(_ bytes: [UInt8], as note: Note) throws {
        let unfinished = note.rawValue + ".new"
        do {
            try directory.write(bytes, to: unfinished, flags: O_CREAT | O_TRUNC)
            // What root leaves is still for whoever the folder belongs to.
            var owner = stat()
            if geteuid() == 0, stat(path, &owner) == 0 {
                _ = lchown(directory.path(unfinished), owner.st_uid, owner.st_gid)
            }
            try directory.rename(unfinished, to: note.rawValue)
        } catch {
            unlink(directory.path(unfinished))
            unlink(directory.path(note.rawValue))
            throw error
        }
    }

    public func path(of note: Note) -> String { URL(fileURLWithPath: directory.path(note.rawValue)).standardized.path }

    private func size(_ name: String) -> Int64 {
        var status = stat()
        return stat(directory.path(name), &status) == 0 ? Int64(status.st_size) : 0
    }
}
