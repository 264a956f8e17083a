import Foundation

/// The directory that holds everything: who may read it, the lock that keeps a second server out, and the key from
/// which links are derived. It knows files and nothing of what is in the database.
struct DataDirectory {
    static let directoryMode: mode_t = 0o700
    static let fileMode: mode_t = 0o600
    static let databaseName = "staffroom.db"
    static let lockName = "staffroom.lock"
    static let keyName = "secret.key"
    static let copySuffix = ".before-schema-"

    let url: URL
    /// Whose the directory is, when it is another's and the superuser works in it: what is made there becomes theirs,
    /// or they could not read their own files afterwards.
    private(set) var owner: (user: uid_t, group: gid_t)?

    var databasePath: String { path(Self.databaseName) }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    /// A directory that is there already, as it is.
    ///
    /// - Parameter container: a directory of ours in which it lies; both belong to the same user.
    init(existing url: URL, in container: DataDirectory? = nil) { (self.url, owner) = (url, container?.owner) }

    /// Makes the directory, private to this user. One that exists is made private only if nothing of others is in it.
    ///
    /// - Parameter container: a directory of ours in which this one is made; both belong to the same user.
    init(preparing url: URL, in container: DataDirectory? = nil) throws {
        self.url = url
        let path = url.path
        if !FileManager.default.fileExists(atPath: path) {
            let parent = url.deletingLastPathComponent()
            try? FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
            guard mkdir(path, Self.directoryMode) == 0 || errno == EEXIST else { throw Self.failure(path) }
            try container?.handOver(path)
        }
        var status = stat()
        guard stat(path, &status) == 0 else { throw Self.failure(path) }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw StoreError.fileSystem(path: path, code: ENOTDIR) }
        if geteuid() == 0 && status.st_uid != 0 { owner = (status.st_uid, status.st_gid) }
        guard status.st_mode & 0o777 != Self.directoryMode else { return }
        // Whoever may not look into it may not change it either.
        guard access(path, R_OK | W_OK | X_OK) == 0 || errno != EACCES else { throw Self.failure(path) }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        guard names.isEmpty || names.contains(Self.databaseName) else {
            throw StoreError.unsafeDirectory(path: path)
        }
        guard chmod(path, Self.directoryMode) == 0 else { throw Self.failure(path) }
    }

    /// Takes the lock; it is held as long as the descriptor is open.
    ///
    /// - Throws: `StoreError.inUse` when another server has it.
    func lock() throws -> Int32 {
        let descriptor = try open(Self.lockName, flags: O_RDWR | O_CREAT)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(descriptor)
            let path = path(Self.lockName)
            throw code == EWOULDBLOCK ? StoreError.inUse(path: path) : .fileSystem(path: path, code: code)
        }
        return descriptor
    }

    /// Makes sure that a file is there and private before SQLite opens it. SQLite gives its side files the same mode.
    func makePrivate(_ name: String) throws {
        close(try open(name, flags: O_RDWR | O_CREAT))
    }

    /// The 32 bytes from which links are derived; made at the first start, and durable before the first link is shown.
    ///
    /// - Throws: `StoreError.sideFile` when there is something of another length.
    func secretKey() throws -> [UInt8] {
        let name = Self.keyName
        if let bytes = try contents(name) {
            guard bytes.count == Sodium.hashBytes else { throw StoreError.sideFile(.keyDamaged, path: url.path) }
            close(try open(name, flags: O_RDONLY))
            return [UInt8](bytes)
        }
        let key = Sodium.randomBytes(Sodium.hashBytes)
        let temporary = name + ".new"
        try write(key, to: temporary, flags: O_CREAT | O_TRUNC)
        // `link` refuses to replace: a key that exists but could not be read above is never lost.
        guard link(path(temporary), path(name)) == 0 else { throw Self.failure(path(name)) }
        unlink(path(temporary))
        try sync()
        return key
    }

    /// What is in a file of the directory; nil when there is none.
    ///
    /// - Throws: `StoreError.noAccess` or `fileSystem` when it is there and cannot be read.
    func contents(_ name: String) throws -> Data? {
        let descriptor = Foundation.open(path(name), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw Self.failure(path(name))
        }
        do {
            return try FileHandle(fileDescriptor: descriptor, closeOnDealloc: true).readToEnd() ?? Data()
        } catch {
            throw StoreError.fileSystem(path: path(name), code: EIO)
        }
    }

    /// Writes bytes to a file and makes them durable.
    func write(_ bytes: [UInt8], to name: String, flags: Int32) throws {
        let descriptor = try open(name, flags: O_WRONLY | flags)
        defer { close(descriptor) }
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress! + done, $0.count - done) }
            guard count > 0 else { throw Self.failure(path(name)) }
            done += count
        }
        try Self.confirm(descriptor, path(name))
    }

    /// Gives a file another name, over whatever had it, and makes that durable.
    func rename(_ name: String, to other: String) throws {
        guard Foundation.rename(path(name), path(other)) == 0 else { throw Self.failure(path(other)) }
        try sync()
    }

    /// Makes the names in the directory durable.
    func sync() throws {
        let descriptor = Foundation.open(url.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure(url.path) }
        defer { close(descriptor) }
        try Self.confirm(descriptor, url.path)
    }

    /// Makes the bytes of a file durable.
    func sync(_ name: String) throws {
        let descriptor = try open(name, flags: O_RDWR)
        defer { close(descriptor) }
        try Self.confirm(descriptor, path(name))
    }

    /// Removes the copies that migrations made, because an erasure has to reach them too.
    ///
    /// - Parameter before: only copies last written before this instant, in milliseconds; nil for all.
    func removeCopies(before: Int64? = nil) throws {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
        for name in names where name.hasPrefix(Self.databaseName + Self.copySuffix) {
            var status = stat()
            guard stat(path(name), &status) == 0 else { continue }
            if let before, Int64(status.st_mtim.tv_sec) * 1_000 >= before { continue }
            guard unlink(path(name)) == 0 else { throw Self.failure(path(name)) }
        }
    }

    /// Opens a file of the directory and makes it private; a symbolic link is not followed.
    func open(_ name: String, flags: Int32) throws -> Int32 {
        let path = path(name)
        let descriptor = Foundation.open(path, flags | O_CLOEXEC | O_NOFOLLOW, Self.fileMode)
        guard descriptor >= 0 else { throw Self.failure(path) }
        guard fchmod(descriptor, Self.fileMode) == 0 else {
            let failure = Self.failure(path)
            close(descriptor)
            throw failure
        }
        if let owner, fchown(descriptor, owner.user, owner.group) != 0 {
            let failure = Self.failure(path)
            close(descriptor)
            throw failure
        }
        return descriptor
    }

    /// Gives what was made in the directory to whose the directory is.
    func handOver(_ path: String) throws {
        guard let owner else { return }
        guard chown(path, owner.user, owner.group) == 0 else { throw Self.failure(path) }
    }
    /// Has the disk confirm what was written; asked again after a no it might say yes falsely.
    private static func confirm(_ descriptor: Int32, _ path: String) throws {
        guard fsync(descriptor) == 0 else {
            throw StoreError.fatal("\((path as NSString).lastPathComponent): \(String(cString: strerror(errno)))")
        }
    }

    /// Why nothing can be written here by what the file system says of itself, as `errno`; 0 when it says nothing.
    var obstacle: Int32 {
        var status = statvfs()
        guard statvfs(url.path, &status) == 0 else { return 0 }
        if status.f_flag & UInt(ST_RDONLY) != 0 { return EROFS }
        return status.f_bavail == 0 ? ENOSPC : 0
    }
}
