// Knows how JSON stands in the pack: keys in order, so that the same content is the same text.

import Foundation

enum PackJSON {
    /// An object in one line, for a cell.
    static func object(_ value: [String: Int]) -> String { text(value, isPretty: false) }

    /// A document, with its last line ended.
    static func document(_ value: some Encodable) -> [UInt8] { Array((text(value, isPretty: true) + "\n").utf8) }

    private static func text(_ value: some Encodable, isPretty: Bool) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting =
            isPretty
            ? [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
            : [
                .sortedKeys, .withoutEscapingSlashes,
            ]
        // Nothing in here is a number that JSON cannot say.
        guard let data = try? encoder.encode(value) else { return "{}" }
        return String(decoding: data, as: UTF8.self)
    }
}
