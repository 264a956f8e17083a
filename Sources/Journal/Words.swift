// Knows what of a text may stand in a line. Nothing here can be made from what a person wrote: a word is either one of
// an enum, or a text of so narrow a form that a name, a code or a token with its link does not fit.

/// A version, such as `0.1.0` or `4.1.6-debian`: at most 64 letters, digits, dots, hyphens, pluses and tildes.
public struct VersionWord: Sendable, Equatable {
    let text: String

    /// Anything else in `text` is left out.
    public init(_ text: String) {
        self.text = String(
            text.unicodeScalars.filter { $0.isPlain || ".-+~".unicodeScalars.contains($0) }.prefix(64).map(
                Character.init))
    }
}

/// The origin of a page as browsers say it: scheme, host and port, and nothing else.
public struct OriginWord: Sendable, Equatable {
    /// The longest host there can be, with scheme and port.
    private static let mostBytes = 270
    let text: String

    /// Nil for what is no origin of http or https.
    public init?(_ origin: String) {
        guard origin.utf8.count <= Self.mostBytes else { return nil }
        let text = origin.lowercased()
        guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return nil }
        let rest = text.unicodeScalars.dropFirst(scheme.unicodeScalars.count)
        guard !rest.isEmpty, rest.allSatisfy({ $0.isPlain || ".-:[]".unicodeScalars.contains($0) }) else { return nil }
        self.text = text
    }
}

/// An identifier that the store has drawn: 26 letters and digits, which mean nothing to anybody.
public struct IdentifierWord: Sendable, Equatable {
    /// As many characters as 128 bits take in base 32.
    private static let length = 26
    let text: String

    /// Nil for what no store has drawn.
    public init?(_ identifier: String) {
        guard identifier.unicodeScalars.count == Self.length, identifier.unicodeScalars.allSatisfy(\.isPlain) else {
            return nil
        }
        text = identifier
    }
}

/// What failed inside, by the names that stand in the sources: never the text of an error, which may quote anything.
public struct FaultWord: Sendable, Equatable {
    let name: String
    let code: Int?

    /// The name that the error gives itself, else that of its type.
    public init(_ error: any Error) {
        if let named = error as? any NamedFault {
            (name, code) = (named.faultName.description, named.faultCode)
        } else {
            (name, code) = (String(describing: type(of: error)), nil)
        }
    }
}

/// An error that says what it is in words of the source, and by a number of the system or the database.
public protocol NamedFault: Error {
    var faultName: StaticString { get }
    var faultCode: Int? { get }
}

/// Where in the library a complaint comes from: the name of one of its functions. The rest of its line may quote what
/// a client sent.
public struct LibraryWord: Sendable, Equatable {
    private static let mostBytes = 60
    let text: String

    /// From a line such as `lws_socket_bind: …`; nil when it does not begin with the name of a function.
    public init?(line: String) {
        let name = line.unicodeScalars.prefix { $0.isPlain || $0 == "_" }
        guard name.endIndex < line.unicodeScalars.endIndex, line.unicodeScalars[name.endIndex] == ":",
            (1...Self.mostBytes).contains(name.count),
            ["lws", "_lws", "__lws", "rops_"].contains(where: String(name).hasPrefix)
        else { return nil }
        text = String(name)
    }
}

/// Which bound kept a connection out.
public enum ConnectionBound: String, Sendable, CaseIterable {
    /// `maxConnections`, or what the process's descriptors allow.
    case server
    /// `newConnectionsPerAddress`.
    case address
}

/// What came back by itself.
public enum Recovery: String, Sendable, CaseIterable {
    /// The last run ended without closing the store: its write-ahead log was there and was read.
    case unclosedStore
    /// Contributions are stored again.
    case storing
}

extension Unicode.Scalar {
    /// A letter of ASCII or a digit.
    var isPlain: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: false
        }
    }
}
