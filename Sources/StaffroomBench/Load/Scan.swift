// Knows how to find the few things in a message that a bench looks at, without reading all of its JSON: a thousand
// clients of one process could not do that.

import CBench

enum Scan {
    static let sequence = Array(#""sequence":"#.utf8)
    static let through = Array(#""through":"#.utf8)
    static let resumed = Array(#""resumed":true"#.utf8)
    static let epoch = Array(#""epoch":""#.utf8)
    static let hash = Array(#""hash":""#.utf8)
    static let room = Array(#""room":"#.utf8)
    static let waiting = Array(#""as":"waiting""#.utf8)
    static let prepared = Array(#""promptPrepared":{"#.utf8)
    static let prompt = Array(#""prompt":""#.utf8)
    /// Before and after the number in the texts that a bench writes.
    static let mark = Array("bench~".utf8)

    /// The text of the `number`th message of a bench: a sentence as people write them, with its number.
    static func text(_ number: Int) -> String {
        "bench~\(number) We tried the moisture sensor with year eight, and most of them got it to work"
    }

    /// All whole numbers that stand right behind `key`, in order.
    static func numbers(behind key: [UInt8], in text: [UInt8]) -> [Int64] {
        var found: [Int64] = []
        text.withUnsafeBytes { raw in
            guard let base = raw.baseAddress else { return }
            var place = 0
            while place < raw.count, let hit = bench_find(base + place, raw.count - place, key, key.count) {
                place = UnsafeRawPointer(hit) - base + key.count
                var number: Int64?
                while place < raw.count, case let digit = raw[place], digit >= 48, digit <= 57 {
                    number = (number ?? 0) * 10 + Int64(digit - 48)
                    place += 1
                }
                if let number { found.append(number) }
            }
        }
        return found
    }

    static func has(_ key: [UInt8], in text: [UInt8]) -> Bool { end(of: key, in: text) != nil }

    /// The place right behind the first `key`.
    static func end(of key: [UInt8], in text: [UInt8]) -> Int? {
        text.withUnsafeBytes { raw in
            guard let base = raw.baseAddress, let hit = bench_find(base, raw.count, key, key.count) else { return nil }
            return hit - base + key.count
        }
    }

    /// The text in quotes right behind `key`, which ends with the opening quote.
    static func text(behind key: [UInt8], in text: [UInt8]) -> String? {
        guard let start = end(of: key, in: text), let end = text[start...].firstIndex(of: 34) else { return nil }
        return String(decoding: text[start..<end], as: UTF8.self)
    }
}
