// Knows the address under which browsers reach the server, in the spelling in which they say their origin.

import Foundation
import Sockets

/// Scheme, host and port of a server, as browsers write them: small letters, no default port, no slash at the end.
struct PublicAddress: Sendable, Equatable {
    var isSecure: Bool
    /// With brackets when it is IPv6.
    var host: String
    /// Nil for the default of the scheme.
    var port: Int?

    /// Why a text is no such address: the end of a sentence.
    struct Complaint: Error, Equatable {
        var why: String
    }

    private static let form = "must be like https://staffroom.example.org, without a path"

    /// Reads what an operator writes.
    init(_ text: String) throws(Complaint) {
        let lowered = text.trimmingCharacters(in: .whitespaces).lowercased()
        guard let scheme = ["https://", "http://"].first(where: lowered.hasPrefix) else {
            throw Complaint(why: Self.form)
        }
        isSecure = scheme == "https://"
        var rest = lowered.dropFirst(scheme.count)
        if rest.hasSuffix("/") { rest = rest.dropLast() }
        guard !rest.isEmpty, !rest.contains(where: { "/?#@\\ ".contains($0) }) else { throw Complaint(why: Self.form) }
        var end = rest.endIndex
        if let colon = rest.lastIndex(of: ":"), !rest[colon...].contains("]") {
            let digits = rest[rest.index(after: colon)...]
            guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
                let number = Int(digits), (1...65_535).contains(number)
            else { throw Complaint(why: "must have a port from 1 to 65535, or none") }
            port = number == (isSecure ? 443 : 80) ? nil : number
            end = colon
        }
        host = try Self.host(String(rest[..<end]))
    }

    private static func host(_ text: String) throws(Complaint) -> String {
        if text.hasPrefix("[") {
            guard text.hasSuffix("]"), let address = NetworkAddress(String(text.dropFirst().dropLast())),
                text.contains(":")
            else {
                throw Complaint(why: "must have an IPv6 address in its brackets, such as http://[2001:db8::1]:8080")
            }
            return "[\(address.text)]"
        }
        guard !text.contains(":") else {
            throw Complaint(why: "must have brackets around an IPv6 address, such as http://[2001:db8::1]:8080")
        }
        let name = text.hasSuffix(".") ? String(text.dropLast()) : text
        guard name.unicodeScalars.allSatisfy(\.isASCII) else {
            throw Complaint(why: "must have the name in the form that browsers send (xn--…)")
        }
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        let isName = labels.allSatisfy { label in
            (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
                && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        }
        guard isName, name.utf8.count <= 253 else { throw Complaint(why: form) }
        // Browsers take whatever ends in a number for an IPv4 address, and write it as four numbers.
        if let last = labels.last, last.allSatisfy(\.isNumber) || last.hasPrefix("0x"), NetworkAddress(name) == nil {
            throw Complaint(why: "must have four numbers in an IPv4 address")
        }
        return name
    }

    /// The origin; begins every link.
    var text: String { "\(isSecure ? "https" : "http")://\(host)" + (port.map { ":\($0)" } ?? "") }
}
