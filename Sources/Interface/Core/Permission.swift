// Knows who may use which kind of route, and what a handler gets of whoever was let in. A handler can be reached only
// through one of these, so no check can be forgotten in it.

import Meetings

/// Who may use a route, in the words of the protocol.
enum Who: String, Sendable, CaseIterable {
    case anybody
    /// Whoever has a meeting's code or one of its links.
    case code = "code or link"
    /// Whoever has an account's one-time link.
    case oneTimeLink = "one-time link"
    /// Whoever has a teacher's personal link.
    case personalLink = "personal link"
    /// Whoever has a line, with the cookies it was opened with.
    case line
    /// Whoever takes part in the meeting, by ticket; a coordinator of its network by the session.
    case member = "ticket or coordinator"
    /// A teacher on any device, by the secret of a personal link or by ticket.
    case teacher
    /// A teacher on a device of theirs.
    case trusted = "teacher, trusted device"
    /// Any account: a coordinator or an evaluator.
    case account
    case coordinator
    /// Whoever has the secret that lies in the data folder.
    case theOperator = "operator"
}

/// The way from a request to whoever it is of.
struct Permission<Caller: Sendable>: Sendable {
    let who: Who
    let admit: @Sendable (isolated Routes, Visit) async throws -> Caller
}

/// Nobody in particular.
struct Anybody: Sendable {}

/// Somebody who is signed in.
struct SignedIn: Sendable {
    var account: AccountRecord
    var csrf: String
    /// The secret in the cookie.
    var token: String
    var network: String { account.network }
}

/// A coordinator who is signed in, on a page that proved to be ours.
struct Coordinator: Sendable {
    var account: AccountRecord
    var network: String { account.network }
}

/// Somebody at a meeting of their own network.
struct At<Caller: Sendable>: Sendable {
    var caller: Caller
    var meeting: MeetingRecord
}

/// Somebody who takes part in a meeting, or coordinates its network.
struct Member: Sendable {
    var person: PersonID
    var meeting: String
    var network: String
}

/// Whoever has a line: the line itself looks whether its secret fits.
struct LineHolder: Sendable {
    var credentials: Set<String>
}

/// Every kind of permission, for the table.
enum May {
    static let anybody = Permission(who: .anybody) { _, _ in Anybody() }

    static let account = Permission(who: .account) { routes, arrival in try await routes.signedIn(arrival) }

    static let coordinator = Permission(who: .coordinator) { routes, arrival in try await routes.coordinator(arrival) }

    static let accountAtMeeting = Permission(who: .account) { routes, arrival in
        let caller = try await routes.signedIn(arrival)
        return At(caller: caller, meeting: try await routes.meeting(of: arrival, network: caller.network))
    }

    static let coordinatorAtMeeting = Permission(who: .coordinator) { routes, arrival in
        let caller = try await routes.coordinator(arrival)
        return At(caller: caller, meeting: try await routes.meeting(of: arrival, network: caller.network))
    }

    static let member = Permission(who: .member) { routes, arrival in try await routes.member(arrival) }

    static let code = Permission(who: .code) { routes, arrival in try await routes.door(arrival) }

    static let oneTimeLink = Permission(who: .oneTimeLink) { routes, arrival in try await routes.oneTime(arrival) }

    static let personalLink = Permission(who: .personalLink) { routes, arrival in try await routes.linked(arrival) }

    static let teacher = Permission(who: .teacher) { routes, arrival in try await routes.teacher(arrival) }

    static let trusted = Permission(who: .trusted) { routes, arrival in
        try TrustedTeacher(try await routes.teacher(arrival))
    }

    static let line = Permission(who: .line) { routes, arrival in
        LineHolder(credentials: routes.parts.cookies.own(in: arrival.request.device.cookies))
    }

    static let theOperator = Permission(who: .theOperator) { routes, arrival in try routes.theOperator(arrival) }
}
