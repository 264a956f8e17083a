import Foundation
import Journal

/// The key of one release of an evaluator's pack: it gives people pseudonyms that are in no other release.
public struct PackKey: Sendable {
    /// Its name, which says nothing about it.
    public let id: String
    private let key: [UInt8]

    /// Characters of a pseudonym: 65 bits.
    public static let pseudonymLength = 13

    init(id: String, key: [UInt8]) { (self.id, self.key) = (id, key) }

    /// What stands for a text: the first 13 characters of Crockford's base32 of HMAC-SHA256 under the key.
    public func pseudonym(of text: String) -> String {
        String(Base32.encode(Sodium.hmacSHA256(Array(text.utf8), key: key)).prefix(Self.pseudonymLength).uppercased())
    }

    /// SHA-256 in hexadecimal, by which whoever has a file knows that it is the one in the ledger.
    public static func hash(_ bytes: [UInt8]) -> String {
        Sodium.hex(Sodium.sha256(bytes))
    }
}

/// The keys of packs, in a file beside the database: whoever has a backup, or the database alone, cannot tell who is
/// who in a pack. A restore leaves it where it is.
struct PackKeys {
    static let name = "staffroom.packs"
    private static let unfinished = name + ".new"
    private static let idBytes = 5

    let directory: DataDirectory

    /// A key by its name; nil when it is not there, or not any more.
    func key(_ id: String) throws -> PackKey? { try all()[id].map { PackKey(id: id, key: $0) } }

    /// A new key, durable before anything is written with it.
    func make() throws -> PackKey {
        var keys = try all()
        let id = Base32.encode(Sodium.randomBytes(Self.idBytes))
        let key = Sodium.randomBytes(Sodium.hashBytes)
        keys[id] = key
        try directory.write([UInt8](try JSONEncoder().encode(keys)), to: Self.unfinished, flags: O_CREAT | O_TRUNC)
        try directory.rename(Self.unfinished, to: Self.name)
        return PackKey(id: id, key: key)
    }

    private func all() throws -> [String: [UInt8]] {
        guard let data = try directory.contents(Self.name) else { return [:] }
        guard let keys = try? JSONDecoder().decode([String: [UInt8]].self, from: data),
            keys.values.allSatisfy({ $0.count == Sodium.hashBytes })
        else { throw StoreError.fileSystem(path: directory.path(Self.name), code: EINVAL) }
        return keys
    }
}

extension Store {
    /// The key of a release, by its name; nil when its file is gone.
    ///
    /// - Throws: `StoreError.fileSystem` where the file is there and is none of ours.
    public func packKey(_ id: String) throws -> PackKey? { try PackKeys(directory: directory).key(id) }

    /// A new key for a release. Only the process that holds the data folder makes one.
    public func makePackKey() throws -> PackKey {
        var key: PackKey?
        try noting(.commit) { key = try PackKeys(directory: directory).make() }
        guard let key else { throw StoreError.closed }
        return key
    }
}
