import Foundation
import GRDB
import Log

/// Takes a backup: one file with everything of one instant, beside a running server or a stopped one.
///
/// `VACUUM INTO` reads one snapshot, so nobody who writes has to wait, and writes a file without free pages, so that
/// nothing erased is in it. The secret key is not in it either: a stolen backup opens no link.
public enum Backup {
    private static let suffix = ".unfinished"

    /// Copies the database of a data folder to a file, examines the copy, and only then gives it its name.
    ///
    /// - Parameters:
    ///   - directory: the data folder.
    ///   - file: where the backup goes; only this user can read it.
    ///   - replaces: whether a file of that name is replaced.
    ///   - headway: is told how far it is.
    ///   - now: the time that the folder remembers as that of its last backup.
    ///   - isReadable: whether the program understands an event of a meeting.
    /// - Returns: the examination of the copy, which is good.
    /// - Throws: `KeepingError` or `StoreError`; then there is no new file, and an old one is as it was.
    public static func make(
        of directory: URL, to file: URL, replaces: Bool = false, headway: Headway = Headway(),
        now: Int64 = Int64(Date().timeIntervalSince1970 * 1_000),
        isReadable: @escaping @Sendable (LogEntry) -> Bool = { _ in true }
    ) throws -> Examination {
        let place = DataDirectory(existing: file.deletingLastPathComponent())
        let name = file.lastPathComponent
        func assertFree() throws {
            guard replaces || access(file.path, F_OK) != 0 else { throw KeepingError.exists(path: file.path) }
        }
        try OwnFiles.assertNone(file, of: directory)
        try assertFree()
        let source: DatabaseQueue
        let folder = DataDirectory(existing: directory)
        try folder.assertAccess()
        do {
            source = try DatabaseConnection.openReadOnly(folder.databasePath)
        } catch let error as DatabaseError {
            throw StoreError(error)
        }
        let unfinished = name + suffix
        // Held to the end: closing a descriptor of a file would end the locks that SQLite has on it.
        let descriptor = try place.open(unfinished, flags: O_RDWR | O_CREAT)
        defer { close(descriptor) }
        // Somebody may have given a file of the folder this name too; it is about to be emptied.
        guard !OwnFiles.isOwn(descriptor: descriptor, of: directory) else {
            throw KeepingError.ownFile(path: place.path(unfinished))
        }
        // The other one may just have finished: then what is open here is its backup.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, isStill(descriptor, place.path(unfinished)) else {
            throw KeepingError.underWay(path: file.path)
        }
        do {
            guard ftruncate(descriptor, 0) == 0 else { throw DataDirectory.failure(place.path(unfinished)) }
            let copy = place.path(unfinished)
            headway.begin(.copying, total: DataDirectory.size(folder.databasePath)) { DataDirectory.size(copy) }
            try source.writeWithoutTransaction {
                try $0.execute(sql: "VACUUM INTO ?", arguments: [place.path(unfinished)])
            }
            try source.close()
            guard fsync(descriptor) == 0 else { throw DataDirectory.failure(place.path(unfinished)) }
            let examination = try Examination.of(
                file: URL(fileURLWithPath: copy), headway: headway, isReadable: isReadable)
            guard examination.isGood else { throw KeepingError.flawed(examination) }
            try assertFree()
            try place.rename(unfinished, to: name)
            // Whoever may read the folder and not write in it has a backup all the same.
            try? DataFolder(directory).leave(Array("\(now)\n".utf8), as: .backup)
            return examination
        } catch {
            unlink(place.path(unfinished))
            throw (error as? DatabaseError).map(StoreError.init) ?? error
        }
    }

    /// Whether the name still is that of the open file.
    private static func isStill(_ descriptor: Int32, _ path: String) -> Bool {
        var (one, other) = (stat(), stat())
        return fstat(descriptor, &one) == 0 && lstat(path, &other) == 0 && one.st_ino == other.st_ino
            && one.st_dev == other.st_dev
    }
}
