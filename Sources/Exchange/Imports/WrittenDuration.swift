// Knows how programs write down how long something took.

/// Reads durations.
enum WrittenDuration {
    /// In seconds: `1h 2m 3s`, `1 hr 2 min`, `01:02:03`; a number alone is minutes. Nil where it is none of these.
    static func seconds(_ text: String) -> Int? {
        guard text.utf8.count <= 40 else { return nil }
        let text = text.lowercased()
        if let minutes = Int(text) { return minutes >= 0 && minutes < 100_000 ? minutes * 60 : nil }
        if text.contains(":") { return clock(text) }
        var (sum, number, unit, found) = (0, Int?.none, "", false)
        func end() -> Bool {
            guard let number, let factor = factor(unit) else { return number == nil && unit.isEmpty }
            (sum, found) = (sum + number * factor, true)
            return true
        }
        for scalar in text.unicodeScalars where !ListTable.isSpace(scalar) {
            if let digit = digit(scalar) {
                if !unit.isEmpty {
                    guard end() else { return nil }
                    (number, unit) = (nil, "")
                }
                let next = (number ?? 0) * 10 + digit
                guard next < 1_000_000 else { return nil }
                number = next
            } else {
                unit.unicodeScalars.append(scalar)
            }
        }
        return end() && found ? sum : nil
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        (0x30...0x39).contains(scalar.value) ? Int(scalar.value) - 0x30 : nil
    }

    private static func clock(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard (2...3).contains(parts.count), parts.allSatisfy({ $0.map { (0..<1_000).contains($0) } == true }) else {
            return nil
        }
        let seconds = parts.compactMap { $0 }.reduce(0) { $0 * 60 + $1 }
        // Hours and minutes, without seconds.
        return parts.count == 2 ? seconds * 60 : seconds
    }

    private static func factor(_ unit: String) -> Int? {
        switch unit.hasSuffix(".") ? String(unit.dropLast()) : unit {
        case "d", "day", "days": 86_400
        case "h", "hr", "hrs", "hour", "hours", "a", "awr": 3_600
        case "m", "min", "mins", "minute", "minutes", "mun", "munud": 60
        case "s", "sec", "secs", "second", "seconds", "e", "eil", "eiliad": 1
        default: nil  // foreign: String
        }
    }
}
