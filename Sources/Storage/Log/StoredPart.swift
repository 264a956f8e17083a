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
        func value<T: DatabaseValueConvertible>(_ index: Int, _: T.Type) -> T? {
            T.fromDatabaseValue(row[column + index] as DatabaseValue)
        }
        func isNull(_ index: Int) -> Bool { (row[column + index] as DatabaseValue).isNull }
        let (person, object, salt) = (value(0, String.self), value(1, String.self), value(3, Data.self))
        guard let json = value(2, Data.self), person != nil || isNull(0), object != nil || isNull(1),
            salt != nil || isNull(3)
        else { return nil }
        fields = PartHash.Fields(person: person, object: object, json: [UInt8](json), untilEnd: untilEnd)
        self.salt = salt.map { [UInt8]($0) }
    }

    var hash: [UInt8] { PartHash.hash(fields, salt: salt ?? []) }
}
