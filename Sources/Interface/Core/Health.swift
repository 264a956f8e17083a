// Knows how a server says how it is.

import Journal

/// How the server is: what `GET /health` says beside the version.
public struct Health: Sendable, Equatable {
    /// The check that fails while contributions cannot be stored.
    public var failing: FailingCheck?
    /// The kind of failure, in a word of the store.
    public var reason: String?
    /// What will hurt if nobody does anything.
    public var warnings: [HealthWarning]

    public init(failing: FailingCheck? = nil, reason: String? = nil, warnings: [HealthWarning] = []) {
        (self.failing, self.reason, self.warnings) = (failing, reason, warnings)
    }
}

extension Routes {
    func health(_ call: Call<Anybody, Nothing>) -> Response {
        let view = HealthView(parts.health(), isDraining: isDraining, version: parts.version)
        return .json(view, status: view.httpStatus)
    }
}

/// The body of `GET /health`.
struct HealthView: Encodable {
    enum Status: String, Encodable { case ok, draining, failing }

    var status: Status
    var version: String
    var failing: FailingCheck?
    var reason: String?
    var warnings: [HealthWarning]

    init(_ health: Health, isDraining: Bool, version: String) {
        status = health.failing != nil ? .failing : isDraining ? .draining : .ok
        (self.version, failing, reason, warnings) = (version, health.failing, health.reason, health.warnings)
    }

    /// Only whoever cannot store is out of service.
    var httpStatus: Int {
        switch status {
        case .ok: 200
        case .draining, .failing: 503
        }
    }
}
