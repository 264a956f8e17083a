import Foundation

/// Who may use the files: the difference between a file that is not there, one that is broken, and one of another user.
extension DataDirectory {
    /// Makes sure that this user may read and write what is there, before something else takes it for damage.
    ///
    /// - Throws: `StoreError.noAccess`, naming the first that they may not.
    func assertAccess() throws {
        try Self.assertAccess(url.path, R_OK | W_OK | X_OK)
        let names = [
            Self.databaseName, Self.databaseName + "-wal", Self.databaseName + "-shm", Self.keyName, Self.lockName,
            Marks.name, ErasureList.name, PackKeys.name,
        ]
        for name in names { try Self.assertAccess(path(name), R_OK | W_OK) }
    }

    /// - Parameter mode: as `access` takes it.
    /// - Throws: `StoreError.noAccess`; what is not there, or not writable for anybody, is no matter of this.
    static func assertAccess(_ path: String, _ mode: Int32) throws {
        guard access(path, mode) != 0, errno == EACCES || errno == EPERM else { return }
        throw failure(path)
    }

    /// Bytes in a file; 0 when it is not there.
    static func size(_ path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    /// What the last call of the system has said about a path.
    static func failure(_ path: String) -> StoreError {
        let code = errno
        return code == EACCES || code == EPERM
            ? .noAccess(path: path, owner: owner(of: path)) : .fileSystem(path: path, code: code)
    }

    /// The name of whose it is, or of whose the first folder above it is that can be seen.
    private static func owner(of path: String) -> String {
        var status = stat()
        var url = URL(fileURLWithPath: path)
        while stat(url.path, &status) != 0 && url.pathComponents.count > 1 { url.deleteLastPathComponent() }
        return userName(status.st_uid)
    }

    private static func userName(_ user: uid_t) -> String {
        guard let entry = getpwuid(user), let name = entry.pointee.pw_name else { return "user \(user)" }
        return String(cString: name)
    }
}
