// Knows which known name is the nearest to one that is not known.

import Foundation
import Meetings

/// Finds what somebody may have meant.
public enum NearestName {
    /// Letters alone: whatever stands above or below them is not typed by everybody.
    private static func bare(_ name: String) -> [Unicode.Scalar] {
        ComparedName(name).text.decomposedStringWithCanonicalMapping.unicodeScalars
            .filter { $0.properties.generalCategory != .nonspacingMark }
    }

    /// Whether they differ in nothing but case, spaces and accents.
    public static func isAlike(_ one: String, _ other: String) -> Bool { bare(one) == bare(other) }

    /// The nearest of the names, if it is near: a third of the letters may differ.
    public static func of(_ name: String, among names: [String]) -> String? {
        let wanted = bare(name)
        let most = max(1, wanted.count / 3)
        var best: (distance: Int, name: String)?
        for other in names {
            let letters = bare(other)
            guard abs(letters.count - wanted.count) <= most, !letters.isEmpty else { continue }
            let distance = steps(wanted, letters)
            // Of one letter nothing is left when one differs.
            guard distance == 0 || distance <= most && distance < max(wanted.count, letters.count) else { continue }
            if best == nil || distance < best!.distance { best = (distance, other) }
        }
        return best?.name
    }

    /// Letters to add, drop or change.
    private static func steps(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
        var row = Array(0...other.count)
        for (at, letter) in one.enumerated() {
            var corner = row[0]
            row[0] = at + 1
            for (place, counterpart) in other.enumerated() {
                let change = corner + (letter == counterpart ? 0 : 1)
                corner = row[place + 1]
                row[place + 1] = min(change, row[place] + 1, corner + 1)
            }
        }
        return row[other.count]
    }
}
