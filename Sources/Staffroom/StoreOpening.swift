// Knows how the store's errors are said to an operator.

import Foundation
import Storage

/// Opening the store with sentences.
enum StoreOpening {
    /// `beside`: another process may have it open as the server.
    static func open(_ folder: String, beside: Bool) throws -> Store {
        let url = URL(fileURLWithPath: folder)
        do {
            return try Store.open(directory: url, isServer: !beside)
        } catch let error as StoreError {
            switch error {
            case .inUse:
                throw Failure(
                    "folderInUse: the data folder \(url.path) is in use by another server; stop it or choose another with --data",
                    Ending.later)
            case .newerSchema:
                throw Failure(
                    "the data folder \(url.path) was written by a newer version: \(error); run that version",
                    Ending.data)
            case .damaged, .damagedFile, .foreignFile:
                throw Failure("the log in \(url.path) is damaged: \(error); restore a backup", Ending.data)
            default:
                throw Failure("the data folder \(url.path) cannot be opened: \(error)", Ending.later)
            }
        }
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
