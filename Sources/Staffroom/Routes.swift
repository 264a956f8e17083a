// Knows the HTTP interface: which request is answered by what. Reads and refuses; the work is in Routes+Door,
// Routes+Accounts, Routes+Meetings and Routes+Lines.

import Foundation
import Hosting
import Logging
import Meetings
import Sockets
import Storage
import Wire

/// A refusal by HTTP, with its stable code.
struct Refusal: Error {
    var status: Int
    var code: String
    var waitMilliseconds: Int?
    var limit: Int?
    var detail: String?

    init(_ status: Int, _ code: String, wait: Int? = nil, limit: Int? = nil, detail: String? = nil) {
        (self.status, self.code, self.waitMilliseconds, self.limit, self.detail) = (status, code, wait, limit, detail)
    }

    /// A no of the domain, by its name.
    init(_ rejection: Rejection) {
        self.init(409, String(String(describing: rejection).prefix { $0 != "(" }))
        if case .textTooLong(let limit) = rejection { self.limit = limit }
        if case .tooMany(let limit) = rejection { self.limit = limit }
    }

    var response: HTTPResponse {
        var error: [String: JSONField] = ["code": .text(code)]
        error["waitMilliseconds"] = waitMilliseconds.map(JSONField.number)
        error["limit"] = limit.map(JSONField.number)
        error["detail"] = detail.map(JSONField.text)
        return HTTPResponse(
            status: status, contentType: "application/json", body: ServerMessage.encode(["error": error]))
    }
}

/// A field of an error: a text or a number.
enum JSONField: Encodable {
    case text(String)
    case number(Int)

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        }
    }
}

/// The HTTP interface, an actor on the loop: it answers there, and waits for the store elsewhere.
actor Routes {
    /// What every route needs.
    struct Parts: Sendable {
        var store: Store
        var hasher: PasswordHasher
        var reception: Reception
        var networks: NetworkHosts
        var lines: Lines
        var links: Links
        var cookies: Cookies
        var clock: ServerClock
        /// The body of `GET /api/agendas`.
        var agendas: [UInt8]
        var topics: TopicList
        var matchmaker: Matchmaker
        var origins: [String]
        var logger: Logger
    }

    private let loop: EventLoop
    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }
    let parts: Parts
    var codes: CodeGuard
    /// Failed logins, by account and by address.
    var logins: [String: TokenBucket] = [:]
    /// Networks for which buddies are being found just now.
    var finding: Set<String> = []
    private var isDraining = false

    init(loop: EventLoop, parts: Parts) {
        self.loop = loop
        self.parts = parts
        codes = CodeGuard(at: parts.clock.now)
    }

    func drain() { isDraining = true }

    /// Answers one request, once.
    func serve(_ request: HTTPRequest, _ responder: Responder) async {
        responder.respond(await answer(request, responder))
    }

    private func answer(_ request: HTTPRequest, _ responder: Responder) async -> HTTPResponse {
        do {
            return try await route(request, responder)
        } catch let refusal as Refusal {
            return refusal.response
        } catch let rejection as Rejection {
            return Refusal(rejection).response
        } catch let refusal as LineRefusal {
            return Refusal(refusal).response
        } catch PasswordHasher.Failure.busy {
            return Refusal(429, "slowDown", wait: 2_000).response
        } catch {
            // What went wrong inside is for the operator, never for the client; ids only, no text of people.
            parts.logger.error("request failed", metadata: ["path": "\(request.path)", "error": "\(error)"])
            return Refusal(503, "storageFailed").response
        }
    }

    private func route(_ request: HTTPRequest, _ responder: Responder) async throws -> HTTPResponse {
        switch (request.method, request.path) {
        case ("GET", "/health"), ("HEAD", "/health"):
            return isDraining
                ? Self.json(["status": "draining"], status: 503)
                : Self.json(["status": "ok", "version": Version.text])
        case ("GET", "/api/account"): return try await showAccount(request)
        case ("GET", "/api/meetings"): return try await listMeetings(request)
        case ("GET", "/api/agendas"): return try await listAgendas(request)
        case ("GET", "/api/buddies/mine"): return try await buddyQuestion(request)
        case ("GET", "/api/network"): return try await showNetwork(request)
        case ("GET", let path) where path.hasPrefix("/api/meetings/"): return try await getOfMeeting(request)
        case ("POST", _):
            try checkPost(request)
            return try await post(request, responder)
        case (_, let path) where path.hasPrefix("/api/"):
            throw Refusal(Self.posts.contains(path) ? 405 : 404, Self.posts.contains(path) ? "postOnly" : "notFound")
        default: throw Refusal(404, "notFound")
        }
    }

    private static let posts: Set<String> = [
        "/api/door", "/api/join", "/api/bring", "/api/groups", "/api/forget", "/api/account/peek", "/api/account/setup",
        "/api/account/login", "/api/account/logout", "/api/line/open", "/api/line/send", "/api/line/take",
        "/api/line/close", "/api/buddies/open", "/api/buddies/page", "/api/buddies/act", "/api/buddies/contacts",
        "/api/buddies/link", "/api/buddies/renew", "/api/buddies/device", "/api/buddies/forget",
        "/api/buddies/overview",
        "/api/buddies/preview", "/api/buddies/publish", "/api/buddies/invite",
    ]

    private func post(_ request: HTTPRequest, _ responder: Responder) async throws -> HTTPResponse {
        switch request.path {
        case "/api/door": return try await lookAtDoor(request)
        case "/api/join": return try await join(request)
        case "/api/bring": return try await bringIn(request)
        case "/api/groups": return try await proposeGroups(request)
        case "/api/forget": return try await forget(request)
        case "/api/account/peek": return try await peek(request)
        case "/api/account/setup": return try await setUp(request)
        case "/api/account/login": return try await login(request)
        case "/api/account/logout": return try await logout(request)
        case "/api/meetings": return try await createMeeting(request)
        case "/api/line/open": return try openLine(request)
        case "/api/line/send": return try sendOnLine(request)
        case "/api/line/take": return try await takeFromLine(request, responder)
        case "/api/line/close": return try closeLine(request)
        case "/api/network": return try await changeNetwork(request)
        case let path where path.hasPrefix("/api/buddies/"): return try await postOfBuddies(request)
        default:
            guard let (meeting, verb) = Self.meetingPath(request.path) else { throw Refusal(404, "notFound") }
            switch verb {
            case "personal": return try await personalLink(request, meeting: meeting)
            case "delete": return try await deleteMeeting(request, meeting: meeting)
            case "archive": return try await archiveMeeting(request, meeting: meeting)
            case "reopen": return try await reopenMeeting(request, meeting: meeting)
            default: throw Refusal(404, "notFound")
            }
        }
    }

    private func postOfBuddies(_ request: HTTPRequest) async throws -> HTTPResponse {
        switch request.path {
        case "/api/buddies/open": return try await openBuddies(request)
        case "/api/buddies/page": return try await showBuddies(request)
        case "/api/buddies/act": return try await actOnBuddies(request)
        case "/api/buddies/contacts": return try await buddyContacts(request)
        case "/api/buddies/link": return try await ownBuddyLink(request, isRenewed: false)
        case "/api/buddies/renew": return try await ownBuddyLink(request, isRenewed: true)
        case "/api/buddies/device": return try await settleBuddyDevice(request)
        case "/api/buddies/forget": return try await forgetBuddies(request)
        case "/api/buddies/overview": return try await overviewOfBuddies(request)
        case "/api/buddies/preview": return try await previewBuddies(request)
        case "/api/buddies/publish": return try await publishBuddies(request)
        case "/api/buddies/invite": return try await inviteBuddy(request)
        default: throw Refusal(404, "notFound")
        }
    }

    private func getOfMeeting(_ request: HTTPRequest) async throws -> HTTPResponse {
        switch Self.meetingPath(request.path) {
        case (let meeting, "plan")?: return try await showPlan(request, meeting: meeting)
        case (let meeting, "report")?: return try await report(request, meeting: meeting)
        case (let meeting, "calendar.ics")?: return try await calendar(request, meeting: meeting)
        default: throw Refusal(404, "notFound")
        }
    }

    /// The parts of `/api/meetings/ID/VERB`.
    private static func meetingPath(_ path: String) -> (String, String)? {
        let steps = path.split(separator: "/").map(String.init)
        guard steps.count == 4, steps[0] == "api", steps[1] == "meetings" else { return nil }
        return (steps[2], steps[3])
    }

    /// Another site cannot drive a session: the origin must be ours, and a form cannot send this content type.
    private func checkPost(_ request: HTTPRequest) throws {
        if let origin = request.origin, !parts.origins.contains(origin) { throw Refusal(403, "foreignOrigin") }
        guard let type = request.contentType?.lowercased(), type.split(separator: ";").first == "application/json"
        else { throw Refusal(415, "jsonOnly") }
    }

    /// The body as what the route expects; names what is wrong without repeating it.
    static func body<T: Decodable>(_ request: HTTPRequest, as type: T.Type) throws -> T {
        guard JSONBounds.holds(request.body) else { throw Refusal(400, "tooComplex") }
        do {
            return try JSONDecoder().decode(type, from: Data(request.body))
        } catch DecodingError.keyNotFound(let key, _) {
            throw Refusal(400, "badRequest", detail: "missing: \(key.stringValue)")
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
            throw Refusal(
                400, "badRequest", detail: "wrong: \(context.codingPath.map(\.stringValue).joined(separator: "."))")
        } catch {
            throw Refusal(400, "badRequest", detail: "not JSON of the expected form")
        }
    }

    static func json(
        _ value: some Encodable, status: Int = 200, headers: [(String, String)] = []
    ) -> HTTPResponse {
        HTTPResponse(
            status: status, contentType: "application/json", body: ServerMessage.encode(value), headers: headers)
    }
}
