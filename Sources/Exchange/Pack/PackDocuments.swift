// Knows the files of a pack that do not depend on what is in it: they lie in Config/pack.

/// How things are counted, and starter scripts that compute the shipped figures again.
public struct PackDocuments: Sendable {
    public var method: [UInt8]
    public var python: [UInt8]
    public var r: [UInt8]

    /// Their names, in Config/pack and in the pack.
    public static let names = (method: "method.md", python: "check.py", r: "check.R")

    public init(method: [UInt8], python: [UInt8], r: [UInt8]) {
        (self.method, self.python, self.r) = (method, python, r)
    }

    /// For whoever settles packs and makes none.
    public static let none = PackDocuments(method: [], python: [], r: [])
}
