// Knows when two names are the same name, however they were typed.

/// A name as it is compared. Two are the same where they read alike (`Text.key`), in lists as in the room.
public struct ComparedName: Hashable, Sendable {
    /// Its words without case, with one space between them and one kind of apostrophe and hyphen, for whoever looks for
    /// words in it.
    public let text: String
    private let key: String

    public init(_ name: String) {
        var out = String.UnicodeScalarView()
        var hasSpace = false
        for scalar in name.unicodeScalars {
            if scalar.properties.isWhitespace {
                hasSpace = !out.isEmpty
            } else if scalar.properties.generalCategory != .format, scalar.properties.generalCategory != .control {
                if hasSpace { out.append(" ") }
                hasSpace = false
                out.append(Self.plain(scalar))
            }
        }
        // There and back: ß and ss, the two Greek sigmas.
        text = String(out).uppercased().lowercased()
        key = Text.key(text)
    }

    public static func == (one: ComparedName, other: ComparedName) -> Bool { one.key == other.key }

    public func hash(into hasher: inout Hasher) { hasher.combine(key) }

    public var isEmpty: Bool { text.isEmpty }

    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x2018, 0x2019, 0x201B, 0x02BC, 0x02B9, 0x0060, 0x00B4, 0x2032, 0xFF07: "'"
        case 0x2010...0x2015, 0x2212, 0xFE63, 0xFF0D: "-"
        default: scalar  // foreign: Unicode
        }
    }
}
