import Foundation

/// The keys under which anonymous answers are kept while they can come, one a prompt: in a file beside the database, so
/// that no backup opens what was answered, and a closed prompt's key is gone.
struct AnswerKeys {
    static let name = "staffroom.answers"
    private static let unfinished = name + ".new"

    let directory: DataDirectory

    /// The key of a prompt; nil when there is none, or none any more.
    func key(_ stream: String, _ prompt: String) throws -> [UInt8]? { try all()[Self.place(stream, prompt)] }

    /// The key of a prompt, made and durable if there is none.
    func made(_ stream: String, _ prompt: String) throws -> [UInt8] {
        var keys = try all()
        if let known = keys[Self.place(stream, prompt)] { return known }
        let key = Sodium.randomBytes(Sodium.hashBytes)
        keys[Self.place(stream, prompt)] = key
        try write(keys)
        return key
    }

    /// Destroys the keys for which that is so.
    func destroy(where isGone: (_ stream: String, _ prompt: String) -> Bool) throws {
        let keys = try all()
        let left = keys.filter { place, _ in
            let names = place.split(separator: "/", maxSplits: 1).map(String.init)
            return names.count != 2 || !isGone(names[0], names[1])
        }
        if left.count < keys.count { try write(left) }
    }

    private static func place(_ stream: String, _ prompt: String) -> String { "\(stream)/\(prompt)" }

    private func all() throws -> [String: [UInt8]] {
        guard let data = try directory.contents(Self.name) else { return [:] }
        guard let keys = try? JSONDecoder().decode([String: [UInt8]].self, from: data) else {
            throw StoreError.fileSystem(path: directory.path(Self.name), code: EINVAL)
        }
        return keys
    }

    /// The new keys are durable before the old file goes, which is overwritten: a name that is gone is not enough.
    private func write(_ keys: [String: [UInt8]]) throws {
        let bytes = [UInt8](try JSONEncoder().encode(keys))
        try directory.write(bytes, to: Self.unfinished, flags: O_CREAT | O_TRUNC)
        let old = try? directory.open(Self.name, flags: O_WRONLY)
        defer { if let old { close(old) } }
        try directory.rename(Self.unfinished, to: Self.name)
        guard let old else { return }
        var status = stat()
        guard fstat(old, &status) == 0 else { return }
        let zeros = [UInt8](repeating: 0, count: Int(status.st_size))
        let path = directory.path(Self.name)
        guard pwrite(old, zeros, zeros.count, 0) == zeros.count, fsync(old) == 0 else {
            throw StoreError.fileSystem(path: path, code: errno)
        }
    }
}
