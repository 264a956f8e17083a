import Foundation
import GRDB
import Log

/// An erasable part of an event, with the salt that lies beside it.
struct StoredPart {
    let fields: PartHash.Fields
    /// Nil for a part of before there were salts.
    let salt: [UInt8]?

    /// A new one, with a salt of its own.
    init(_ part: ErasablePart) {
        fields = PartHash.Fields(
            person: part.person, object: part.object, json: part.json, untilEnd: part.untilEnd)
        salt = Sodium.randomBytes(PartHash.saltBytes)
    }

    /// As its row has it, whose values stand behind one another from a column on.
    ///
    /// - Returns: nil when there is no such row, or what is in it is no part.
    init?(_ row: Row, from column: Int, untilEnd: Bool) {
        guard let json: Data = row[column + 2] else { return nil }
        fields = PartHash.Fields(
            person: row[column], object: row[column + 1], json: [UInt8](json), untilEnd: untilEnd)
        salt = (row[column + 3] as Data?).map { [UInt8]($0) }
    }

    var hash: [UInt8] { PartHash.hash(fields, salt: salt ?? []) }
}
