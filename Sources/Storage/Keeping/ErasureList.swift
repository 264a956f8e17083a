import Foundation

/// Somebody who was erased: two identifiers, which say nothing about anybody once the rest is gone.
struct ErasedPerson: Codable, Hashable {
    let person: String
    let network: String
}

/// Who was erased, in a file beside the database. A backup still has the words of those who were erased after it was
/// taken; with this list a restore erases them again. One line of JSON for each.
struct ErasureList {
    static let name = "staffroom.erasures"

    let directory: DataDirectory

    /// Adds somebody; durable when this returns.
    func add(_ erased: ErasedPerson) throws {
        let line = [UInt8(ascii: "\n")] + [UInt8](try JSONEncoder().encode(erased)) + [UInt8(ascii: "\n")]
        try directory.write(line, to: Self.name, flags: O_CREAT | O_APPEND)
    }

    /// Those in a list, in order and once each; nobody when there is no such file.
    ///
    /// - Throws: `StoreError.fileSystem` when the file is there and cannot be read: nobody is forgotten silently.
    static func read(_ path: String) throws -> [ErasedPerson] {
        guard access(path, F_OK) == 0 else { return [] }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw DataDirectory.failure(path)
        }
        let decoder = JSONDecoder()
        var known: Set<ErasedPerson> = []
        return data.split(separator: UInt8(ascii: "\n")).compactMap { line in
            guard let erased = try? decoder.decode(ErasedPerson.self, from: line) else { return nil }
            return known.insert(erased).inserted ? erased : nil
        }
    }
}
