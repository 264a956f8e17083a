// Knows the cookies: one ticket for each network on a device, one secret of a device that came by a link to somebody's
// buddies, one session for an account.

/// Reading and writing of the kinds of cookie.
public struct Cookies: Sendable {
    /// Whether browsers reach us by TLS: then cookies say so.
    let isSecure: Bool

    public init(isSecure: Bool) { self.isSecure = isSecure }

    static let ticketSeconds = 400 * 24 * 3600

    /// The name of the ticket of a network.
    static func ticketName(_ network: String) -> String { "ticket-\(network)" }

    /// The name of the secret of a device that came by a link to somebody's buddies.
    static func buddyName(_ network: String) -> String { "buddies-\(network)" }

    /// What is given for each network under names that begin so, in order.
    static func byNetwork(_ beginning: String, in header: String) -> [(network: String, value: String)] {
        let pairs = header.split(separator: ";").map { $0.drop { $0 == " " } }.filter {
            $0.hasPrefix(beginning)
        }
        let found = pairs.compactMap { pair in
            pair.firstIndex(of: "=").map {
                (String(pair[..<$0].dropFirst(beginning.count)), String(pair[pair.index(after: $0)...]))
            }
        }
        return found.prefix(networksLookedAt).sorted { $0.0 < $1.0 }
    }

    /// Networks of one device that are looked at.
    private static let networksLookedAt = 20

    /// The name of an account's session.
    var sessionName: String { isSecure ? "__Host-sid" : "sid" }

    /// The value of a cookie in a `Cookie` header.
    static func value(_ name: String, in header: String) -> String? {
        for pair in header.split(separator: ";") {
            let trimmed = pair.drop { $0 == " " }
            guard trimmed.hasPrefix(name + "=") else { continue }
            return String(trimmed.dropFirst(name.count + 1))
        }
        return nil
    }

    /// The cookies of ours in a `Cookie` header, each as `name=value`.
    func own(in header: String) -> Set<String> {
        let pairs = header.split(separator: ";").map { String($0.drop { $0 == " " }) }
        return Set(pairs.filter { $0.hasPrefix("ticket-") || $0.hasPrefix(sessionName + "=") })
    }

    func ticket(_ token: String, network: String) -> (String, String) {
        set(Self.ticketName(network), token, seconds: Self.ticketSeconds)
    }

    func buddies(_ token: String, network: String) -> (String, String) {
        set(Self.buddyName(network), token, seconds: Self.ticketSeconds)
    }

    func session(_ token: String) -> (String, String) { set(sessionName, token, seconds: nil) }

    func clear(_ name: String) -> (String, String) { set(name, "", seconds: 0) }

    private func set(_ name: String, _ value: String, seconds: Int?) -> (String, String) {
        let age = seconds.map { "; Max-Age=\($0)" } ?? ""
        return ("Set-Cookie", "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax\(age)\(isSecure ? "; Secure" : "")")
    }
}
