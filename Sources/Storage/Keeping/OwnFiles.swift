import Foundation

/// Keeps what is written for people out of the way of what is kept: a backup, or anything else that a command writes,
/// never replaces a file of the data folder, by whatever name it is reached.
public enum OwnFiles {
    /// Names that begin so in a data folder are the store's, in capitals too: some file systems see no difference.
    static let prefixes = ["staffroom.", DataDirectory.keyName]
    private static let mostLinks = 40

    /// Makes sure that writing a file does no harm to a data folder.
    ///
    /// - Throws: `KeepingError.ownFile` when the file is one that the folder needs, or a name that it may need.
    public static func assertNone(_ file: URL, of directory: URL) throws {
        let target = resolved(file)
        let folder = DataDirectory(existing: directory)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
        let own = names.filter(isOwn).map(folder.path)
        // The same file under another name, through a symbolic or a hard link.
        let isKnown = own.contains { isSame($0, target.path) || isSame($0, file.path) }
        // A name that is not there yet, or that would be written anew in the very folder.
        let isInside =
            isSame(directory.path, target.deletingLastPathComponent().path) && isOwn(target.lastPathComponent)
        guard !isKnown && !isInside else { throw KeepingError.ownFile(path: file.path) }
    }

    /// Whether an open file is one of the folder's.
    static func isOwn(descriptor: Int32, of directory: URL) -> Bool {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return false }
        let folder = DataDirectory(existing: directory)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
        return names.filter(isOwn).contains { name in
            var other = stat()
            return stat(folder.path(name), &other) == 0 && isSame(status, other)
        }
    }

    /// Whether a file lies in a folder, or in a folder in it.
    static func lies(_ file: URL, in folder: URL) -> Bool {
        var url = resolved(file)
        while url.pathComponents.count > 1 {
            url.deleteLastPathComponent()
            if isSame(url.path, folder.path) { return true }
        }
        return false
    }

    static func isOwn(_ name: String) -> Bool {
        let folded = name.lowercased()
        return prefixes.contains { folded.hasPrefix($0) }
    }

    /// Where writing to a path ends, also when the last of its links leads nowhere yet.
    private static func resolved(_ file: URL) -> URL {
        var url = file.absoluteURL.standardizedFileURL
        for _ in 0..<mostLinks {
            guard let next = try? FileManager.default.destinationOfSymbolicLink(atPath: url.path) else { break }
            url =
                URL(fileURLWithPath: next, relativeTo: url.deletingLastPathComponent()).absoluteURL
                .standardizedFileURL
        }
        return url
    }

    private static func isSame(_ one: String, _ other: String) -> Bool {
        var (first, second) = (stat(), stat())
        return stat(one, &first) == 0 && stat(other, &second) == 0 && isSame(first, second)
    }

    private static func isSame(_ one: stat, _ other: stat) -> Bool {
        one.st_ino == other.st_ino && one.st_dev == other.st_dev
    }
}
