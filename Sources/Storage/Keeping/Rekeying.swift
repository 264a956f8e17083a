import Foundation

/// Goes on without the secret key that was there: a new one is made, and beside every link that is shown a new one. The
/// links that people have go on working.
public enum Rekeying {
    private static let aside = DataDirectory.keyName + ".before-"

    /// Makes a new key for the store of a data folder, whose server must be stopped.
    ///
    /// - Parameters:
    ///   - directory: the data folder.
    ///   - acceptsLoss: as opening a store takes it, for a folder that lacks its marks too.
    /// - Returns: the name under which the key that was there is kept; nil when there was none.
    /// - Throws: `KeepingError.missing` when there is no store, or `StoreError`, as opening a store does.
    public static func run(_ directory: URL, acceptsLoss: Bool = false) async throws -> String? {
        let place = DataDirectory(existing: directory)
        guard access(place.databasePath, F_OK) == 0 else { throw KeepingError.missing(path: place.databasePath) }
        // A folder in use keeps its key, and one that cannot be opened gets it back.
        let kept = try putAside(place)
        let store: Store
        do {
            store = try Store.open(
                directory: directory, acceptsLoss: acceptsLoss, takesNewKey: true, migrations: Schema.migrations)
        } catch {
            // Nothing was stored under the new key: the old one takes its place again.
            if let kept { _ = rename(place.path(kept), place.path(DataDirectory.keyName)) }
            throw error
        }
        try await store.renewLinks()
        try await store.renewBuddyLinks()
        // Last: whoever is cut off before is told again that the key is not the one of the database.
        try await store.keepKey()
        try await store.close()
        return kept
    }

    /// Gives the key that is there another name, under which nothing lies yet.
    private static func putAside(_ place: DataDirectory) throws -> String? {
        let held = try place.lock()
        defer { close(held) }
        guard access(place.path(DataDirectory.keyName), F_OK) == 0 else { return nil }
        var number = 1
        while access(place.path(aside + String(number)), F_OK) == 0 { number += 1 }
        try place.rename(DataDirectory.keyName, to: aside + String(number))
        return aside + String(number)
    }
}
