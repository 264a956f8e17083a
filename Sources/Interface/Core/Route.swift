// Knows what a row of the table is: how it is reached, who may, what it costs, and what answers.

/// How a route is asked.
enum Method: String, Sendable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
}

/// Whether the token that stands in no cookie has to come along, so that no other site can act in somebody's name.
enum Csrf: String, Sendable {
    case notNeeded = "-"
    case needed = "yes"
    /// Of a coordinator's session only: a ticket needs none, because another site cannot send this content type.
    case withSession = "session"
}

/// A request at its route, before it is known who asks.
struct Visit: Sendable {
    var request: Request
    var keys: [Path.Parameter: Key]
    var csrf: Csrf
}

/// What a handler gets: whoever was let in, as its row says, and what they sent, within bounds.
struct Call<Caller: Sendable, Body: Decodable & Sendable>: Sendable {
    var caller: Caller
    var body: Body
    var device: Device
}

/// For routes that need nothing but their path.
struct Nothing: Decodable, Sendable {}

/// One row of the table. It cannot be made without saying who may, and its handler takes what that permission gives.
struct Route: Sendable {
    let method: Method
    let path: Path
    let who: Who
    let csrf: Csrf
    let cost: Cost
    let answer: @Sendable (isolated Routes, Visit) async throws -> Response

    init<Caller, Body>(
        _ method: Method, _ path: Path, _ permission: Permission<Caller>, csrf: Csrf, cost: Cost,
        _ handler: @escaping @Sendable (isolated Routes, Call<Caller, Body>) async throws -> Response
    ) {
        (self.method, self.path, who, self.csrf, self.cost) = (method, path, permission.who, csrf, cost)
        answer = { routes, arrival in
            let caller = try await permission.admit(routes, arrival)
            let body = try arrival.request.decoded(as: Body.self)
            return try await handler(routes, Call(caller: caller, body: body, device: arrival.request.device))
        }
    }
}

/// Collects rows: each is read by itself.
@resultBuilder enum RouteRows {
    static func buildBlock(_ rows: Route...) -> [Route] { rows }
}

/// All rows, found by path.
struct RouteTable: Sendable {
    let rows: [Route]
    private let fixed: [String: [Route]]
    private let open: [Route]

    init(_ rows: [Route]) {
        self.rows = rows
        fixed = Dictionary(grouping: rows.filter { !$0.path.hasParameters }, by: \.path.description)
        open = rows.filter { $0.path.hasParameters }
    }

    /// The route of a method and path.
    ///
    /// - Throws: `notFound` where nothing is at the path, else what the path can be asked by.
    func find(_ method: String, _ path: String) throws(Refusal) -> (route: Route, keys: [Path.Parameter: Key]) {
        var known: [(route: Route, keys: [Path.Parameter: Key])] = (fixed[path] ?? []).map { ($0, [:]) }
        if known.isEmpty { known = open.compactMap { route in route.path.match(path).map { (route, $0) } } }
        if let found = known.first(where: { $0.route.method.rawValue == method }) { return found }
        guard !known.isEmpty else { throw .notFound }
        throw Refusal(405, known.contains { $0.route.method == .post } ? "postOnly" : "getOnly")
    }
}
