import Foundation

/// What restores put aside inside the data folder: whole stores of before, which an erasure has to reach too.
enum Asides {
    static let prefix = "before-restore-"

    /// The names of the folders that have a database.
    static func names(in directory: DataDirectory) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.url.path)) ?? []
        return names.filter {
            $0.hasPrefix(prefix)
                && access(directory.path("\($0)/\(DataDirectory.databaseName)"), F_OK) == 0
        }.sorted()
    }
}

extension Store {
    /// Erases a person in the stores that restores put aside in the data folder.
    ///
    /// - Returns: the names of those folders in which that could not be done; they may still hold what was erased.
    public func erasePersonAside(_ id: String, network: String, now: Int64) async -> [String] {
        await eachAside { store in
            do { try await store.erasePerson(id, network: network, now: now) } catch StoreError.notFound {}
        }
    }

    /// Does something in each of those stores, after whoever does so already.
    ///
    /// - Returns: the names of those folders in which that could not be done; they may still hold what was to go.
    public func eachAside(_ work: @escaping @Sendable (Store) async throws -> Void) async -> [String] {
        let (directory, before) = (directory, asideWork)
        let task = Task {
            _ = await before?.value
            var failed: [String] = []
            for name in Asides.names(in: directory) {
                do { try await Asides.open(name, in: directory, work) } catch { failed.append(name) }
            }
            return failed
        }
        asideWork = task
        return await task.value
    }
}

extension Asides {
    fileprivate static func open(
        _ name: String, in directory: DataDirectory, _ work: @Sendable (Store) async throws -> Void
    ) async throws {
        let store = try Store.open(directory: directory.url.appendingPathComponent(name))
        do {
            try await work(store)
        } catch {
            try? await store.close()
            throw error
        }
        try await store.close()
    }
}
