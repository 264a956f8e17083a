// Knows the cookies: one ticket for each network on a device, one session for an account.

/// Reading and writing of the two kinds of cookie.
struct Cookies: Sendable {
    /// Whether browsers reach us by TLS: then cookies say so.
    let isSecure: Bool

    static let ticketSeconds = 400 * 24 * 3600

    /// The name of the ticket of a network.
    static func ticketName(_ network: String) -> String { "ticket-\(network)" }

    /// The name of an account's session.
    var sessionName: String { isSecure ? "__Host-sid" : "sid" }

    /// The value of a cookie in a `Cookie` header.
    static func value(_ name: String, in header: String?) -> String? {
        guard let header else { return nil }
        for pair in header.split(separator: ";") {
            let trimmed = pair.drop { $0 == " " }
            guard trimmed.hasPrefix(name + "=") else { continue }
            return String(trimmed.dropFirst(name.count + 1))
        }
        return nil
    }

    /// The cookies of ours in a `Cookie` header, each as `name=value`.
    func own(in header: String?) -> Set<String> {
        let pairs = (header ?? "").split(separator: ";").map { String($0.drop { $0 == " " }) }
        return Set(pairs.filter { $0.hasPrefix("ticket-") || $0.hasPrefix(sessionName + "=") })
    }

    func ticket(_ token: String, network: String) -> (String, String) {
        set(Self.ticketName(network), token, seconds: Self.ticketSeconds)
    }

    func session(_ token: String) -> (String, String) { set(sessionName, token, seconds: nil) }

    func clear(_ name: String) -> (String, String) { set(name, "", seconds: 0) }

    private func set(_ name: String, _ value: String, seconds: Int?) -> (String, String) {
        let age = seconds.map { "; Max-Age=\($0)" } ?? ""
        return ("Set-Cookie", "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax\(age)\(isSecure ? "; Secure" : "")")
    }
}
