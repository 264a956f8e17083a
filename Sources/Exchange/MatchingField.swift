// Knows how a value is taken out of a JSON tree, so that what is wrong is named with its place and what was expected.

import Foundation

/// A value and where it stands. Missing and null are the same.
struct MatchingField {
    private let value: Any?
    let place: String

    init(_ value: Any?, place: String) {
        self.value = value is NSNull ? nil : value
        self.place = place
    }

    subscript(_ name: String) -> MatchingField {
        MatchingField((value as? [String: Any])?[name], place: place.isEmpty ? name : "\(place).\(name)")
    }

    func text() throws(MatchingFileError) -> String? {
        guard let value else { return nil }
        guard let text = value as? String else { throw .wrong(place: place, expected: "a text") }
        return text
    }

    /// True and false are numbers to Foundation, of a type of their own.
    private static func isFlag(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }

    func flag() throws(MatchingFileError) -> Bool? {
        guard let value else { return nil }
        guard let number = value as? NSNumber, Self.isFlag(number) else {
            throw .wrong(place: place, expected: "true or false")
        }
        return number.boolValue
    }

    func decimal(_ range: ClosedRange<Double>) throws(MatchingFileError) -> Double? {
        guard let value else { return nil }
        guard let number = value as? NSNumber, !Self.isFlag(number), range.contains(number.doubleValue) else {
            throw .wrong(place: place, expected: "a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number.doubleValue
    }

    func number(_ range: ClosedRange<Int>) throws(MatchingFileError) -> Int? {
        guard let value else { return nil }
        guard let number = value as? NSNumber, !Self.isFlag(number), let whole = Int(exactly: number.doubleValue),
            range.contains(whole)
        else {
            throw .wrong(
                place: place, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return whole
    }

    func choice<Choice: RawRepresentable>(
        _: Choice.Type, _ expected: String
    ) throws(MatchingFileError) -> Choice? where Choice.RawValue == String {
        guard let text = try text() else { return nil }
        guard let choice = Choice(rawValue: text) else { throw .wrong(place: place, expected: expected) }
        return choice
    }

    func list<Element>(
        _ element: (MatchingField) throws(MatchingFileError) -> Element
    ) throws(MatchingFileError) -> [Element]? {
        guard let value else { return nil }
        guard let items = value as? [Any] else { throw .wrong(place: place, expected: "a list") }
        var list: [Element] = []
        list.reserveCapacity(items.count)
        for (index, item) in items.enumerated() {
            list.append(try element(MatchingField(item, place: "\(place)[\(index)]")))
        }
        return list
    }

    func texts() throws(MatchingFileError) -> [String]? {
        try list { field throws(MatchingFileError) in
            guard let text = try field.text() else { throw .wrong(place: field.place, expected: "a text") }
            return text
        }
    }

    func textLists() throws(MatchingFileError) -> [[String]]? {
        try list { field throws(MatchingFileError) in try field.texts() ?? [] }
    }

    func numbers(_ range: ClosedRange<Int>) throws(MatchingFileError) -> [Int]? {
        try list { field throws(MatchingFileError) in
            guard let number = try field.number(range) else { throw .wrong(place: field.place, expected: "a number") }
            return number
        }
    }

    /// Whole numbers by name.
    func numbersByName(_ range: ClosedRange<Int>) throws(MatchingFileError) -> [String: Int]? {
        guard let value else { return nil }
        guard value is [String: Any] else { throw .wrong(place: place, expected: "an object of names and numbers") }
        var numbers: [String: Int] = [:]
        for name in names {
            guard let number = try self[name].number(range) else {
                throw .wrong(place: self[name].place, expected: "a number")
            }
            numbers[name] = number
        }
        return numbers
    }

    /// The names of an object's values.
    var names: [String] { (value as? [String: Any])?.keys.sorted() ?? [] }
}
