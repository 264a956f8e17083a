// Knows who may ask for what, written out independently of the table, and asks every route as every kind of caller.

import Testing

@testable import Interface

/// One line a route, one column a kind of caller (see `Caller`). `+` it answers, `+409` it answers with a no of the
/// meeting or network; else the status of the refusal: 400 no token at all, 401 nobody we know, 403c the wrong page,
/// 403r the wrong role, 403d a device that waits, 403o another site, 404 nothing that this caller may know of, 415 not
/// JSON.
private let expected = """
    route                                     nobody guest  ann    table  eve    carys  bare   wrong  south  site   form
    GET /health                               +      +      +      +      +      +      +      +      +      +      +
    HEAD /health                              +      +      +      +      +      +      +      +      +      +      +
    POST /api/probe                           404    404    404    404    404    404    404    404    404    403o   415
    POST /api/door                            +      +      +      +      +      +      +      +      +      403o   415
    POST /api/join                            +      +      +      +      +      +      +      +      +      403o   415
    POST /api/bring                           401    +409   +409   +409   403r   +      401    403c   404    403o   415
    POST /api/forget                          +      +      +      +      +      +      +      +      +      403o   415
    POST /api/account/peek                    +      +      +      +      +      +      +      +      +      403o   415
    POST /api/account/setup                   +      +      +      +      +      +      +      +      +      403o   415
    POST /api/account/login                   +      +      +      +      +      +      +      +      +      403o   415
    POST /api/account/logout                  401    401    401    401    +      +      400    403c   +      403o   415
    POST /api/account/password                401    401    401    401    +      +      400    403c   +      403o   415
    POST /api/account/invite                  401    401    401    401    403r   +      400    403c   +      403o   415
    GET /api/account                          401    401    401    401    +      +      +      +      +      +      +
    GET /api/meetings                         401    401    401    401    +      +      +      +      +      +      +
    POST /api/meetings                        401    401    401    401    403r   +      400    403c   +      403o   415
    GET /api/agendas                          401    401    401    401    +      +      +      +      +      +      +
    GET /api/prompts                          401    401    401    401    +      +      +      +      +      +      +
    GET /api/prompts/own                      401    401    401    401    +      +      +      +      +      +      +
    POST /api/prompts/keep                    401    401    401    401    403r   +      400    403c   +      403o   415
    POST /api/prompts/drop                    401    401    401    401    403r   +409   400    403c   +409   403o   415
    GET /api/meetings/{meeting}/plan          401    401    401    401    +      +      +      +      404    +      +
    GET /api/meetings/{meeting}/calendar.ics  401    401    401    401    +      +      +      +      404    +      +
    GET /api/meetings/{meeting}/report        401    401    401    401    +      +      +      +      404    +      +
    GET /api/meetings/{meeting}/figures       401    401    401    401    +      +      +      +      404    +      +
    POST /api/meetings/{meeting}/carry        401    401    401    401    403r   +409   400    403c   404    403o   415
    POST /api/ahead                           401    +409   +409   +409   403r   +      401    403c   404    403o   415
    POST /api/minutes                         401    +409   +409   +409   403r   +409   401    403c   404    403o   415
    POST /api/own                             401    +      +      +      403r   +      401    403c   404    403o   415
    POST /api/import/list                     401    +409   +409   +409   403r   +      401    403c   404    403o   415
    POST /api/import/look                     401    +409   +409   +409   403r   +409   401    403c   404    403o   415
    POST /api/import/bring                    401    +409   +409   +409   403r   +409   401    403c   404    403o   415
    POST /api/import/undo                     401    +409   +409   +409   403r   +409   401    403c   404    403o   415
    POST /api/takeaway                        401    +409   +409   +409   403r   +409   401    403c   404    403o   415
    POST /api/meetings/{meeting}/archive      401    401    401    401    403r   +      400    403c   404    403o   415
    POST /api/meetings/{meeting}/reopen       401    401    401    401    403r   +      400    403c   404    403o   415
    POST /api/meetings/{meeting}/delete       401    401    401    401    403r   +      400    403c   404    403o   415
    POST /api/meetings/{meeting}/rehearse     401    401    401    401    403r   +409   400    403c   404    403o   415
    POST /api/meetings/{meeting}/personal     401    401    401    401    403r   +      400    403c   404    403o   415
    GET /api/network                          401    401    401    401    +      +      +      +      +      +      +
    POST /api/network                         401    401    401    401    403r   +      400    403c   +      403o   415
    POST /api/kits                            401    401    401    401    403r   +      400    403c   +      403o   415
    GET /api/series                           401    401    401    401    +      +      +      +      +      +      +
    POST /api/series/make                     401    401    401    401    403r   +      400    403c   +      403o   415
    POST /api/series/rename                   401    401    401    401    403r   +409   400    403c   +409   403o   415
    POST /api/series/drop                     401    401    401    401    403r   +409   400    403c   +409   403o   415
    POST /api/series/place                    401    401    401    401    403r   +409   400    403c   404    403o   415
    POST /api/series/figures                  401    401    401    401    +      +      400    403c   +      403o   415
    POST /api/series/asked                    401    401    401    401    +      +      400    403c   +      403o   415
    GET /api/packs                            401    401    401    401    +      +      +      +      +      +      +
    POST /api/packs/preview                   401    401    401    401    +      +      400    403c   +      403o   415
    POST /api/packs/release                   401    401    401    401    +      +      400    403c   +409   403o   415
    POST /api/packs/file                      401    401    401    401    404    404    400    403c   404    403o   415
    POST /api/people                          401    401    401    401    403r   +      400    403c   +      403o   415
    POST /api/people/traces                   401    401    401    401    403r   +      400    403c   404    403o   415
    POST /api/complaint                       401    +      +      +      403r   +      401    403c   404    403o   415
    POST /api/ledger                          401    401    401    401    403r   +      400    403c   +      403o   415
    POST /api/ledger/acknowledge              401    401    401    401    403r   +409   400    403c   +409   403o   415
    POST /api/ledger/settle                   401    401    401    401    403r   +409   400    403c   +409   403o   415
    POST /api/people/erase                    401    401    401    401    403r   +      400    403c   404    403o   415
    POST /api/groups                          401    +409   +409   +409   403r   +      401    403c   404    403o   415
    POST /api/file                            401    +409   +      +      403r   +      401    403c   404    403o   415
    POST /api/photo                           401    +409   +409   +409   403r   +409   401    403c   404    403o   415
    POST /api/photo/see                       401    404    404    404    403r   404    401    403c   404    403o   415
    POST /api/list                            401    +409   +409   +409   403r   +409   401    403c   404    403o   415
    POST /api/groups/seats                    401    +409   +409   +409   403r   +409   401    403c   404    403o   415
    POST /api/line/open                       +      +      +      +      +      +      +      +      +      403o   415
    POST /api/line/send                       404    404    +      404    404    404    404    404    404    403o   415
    POST /api/line/take                       404    404    +      404    404    404    404    404    404    403o   415
    POST /api/line/close                      404    404    +      404    404    404    404    404    404    403o   415
    POST /api/buddies/open                    +      +      +      +      +      +      +      +      +      403o   415
    POST /api/buddies/page                    401    401    +      401    401    401    401    401    401    403o   415
    POST /api/buddies/act                     401    401    +409   401    401    401    401    401    401    403o   415
    POST /api/buddies/contacts                401    401    +409   401    401    401    401    401    401    403o   415
    POST /api/buddies/link                    401    401    +      401    401    401    401    401    401    403o   415
    POST /api/buddies/renew                   401    401    +      401    401    401    401    401    401    403o   415
    POST /api/buddies/device                  401    401    404    401    401    401    401    401    401    403o   415
    POST /api/buddies/forget                  401    401    +      401    401    401    401    401    401    403o   415
    GET /api/buddies/mine                     +      +      +      +      +      +      +      +      +      +      +
    POST /api/buddies/overview                401    401    401    401    403r   +      400    403c   +      403o   415
    POST /api/buddies/preview                 401    401    401    401    403r   +409   400    403c   +409   403o   415
    POST /api/buddies/publish                 401    401    401    401    403r   +409   400    403c   +409   403o   415
    POST /api/buddies/invite                  401    401    401    401    403r   +      400    403c   404    403o   415
    """

/// Who asks, each on a device of their own.
private enum Caller: String, CaseIterable {
    case nobody, guest, ann, table
    /// An evaluator and a coordinator with the token of their page.
    case eve, carys
    /// The coordinator without that token, and with that of another session.
    case bare, wrong
    /// The coordinator of another network.
    case south
    /// The coordinator, but from another site, and from a form.
    case site, form
}

extension Route: CustomTestStringConvertible {
    public var testDescription: String { "\(method.rawValue) \(path)" }
}

@Suite(.timeLimit(.minutes(10))) struct RouteRightsTests {
    /// What is sent where anything has to be.
    private static let bodies: [String: String] = [
        "/api/probe": #""secret":"0123456789abcdeF""#,
        "/api/door": #""code":"OPEN""#,
        "/api/join": #""code":"OPEN","name":"Siân","mode":"remote""#,
        "/api/bring": #""meeting":"open","name":"Bob","mode":"room_no_device""#,
        "/api/groups": #""meeting":"open","choice":"mix","size":2"#,
        "/api/file": #""meeting":"open","file":"f1","number":0,"count":1,"bytes":"QW5u""#,
        "/api/photo": #""meeting":"open","file":"f1","segment":"s2","step":0"#,
        "/api/photo/see": #""meeting":"open","photo":"f9""#,
        "/api/list": #""meeting":"open","file":"f1""#,
        "/api/groups/seats": #""meeting":"open","want":"repair""#,
        "/api/ahead": #""meeting":"planned""#,
        "/api/meetings/ended/carry": #""text":"Put a tablet on the table""#,
        "/api/minutes": #""meeting":"ended","form":"text","readers":"leads","language":"en""#,
        "/api/own": #""meeting":"open","form":"json","language":"en""#,
        "/api/import/list": #""meeting":"open""#,
        "/api/import/look": #""meeting":"open","file":"f1""#,
        "/api/import/bring": #""meeting":"open","file":"f1""#,
        "/api/import/undo": #""meeting":"open","report":"i9""#,
        "/api/takeaway": #""meeting":"open","form":"html","language":"en""#,
        "/api/forget": #""meeting":"open""#,
        "/api/account/peek": #""token":"one-time""#,
        "/api/account/setup": #""token":"one-time","password":"a long new password""#,
        "/api/account/login": #""login":"carys","password":"open sesame carys""#,
        "/api/account/password": #""current":"open sesame LOGIN","password":"a long new password""#,
        "/api/meetings": #""title":"New","zone":"Europe/London","options":\#(options),"segments":[]"#,
        "/api/meetings/planned/personal": #""person":"ann""#,
        "/api/network": #""name":"North","contact":"","notice":"""#,
        "/api/prompts/keep": #""plan":{"kind":"open","text":"What?","circle":"named"}"#,
        "/api/prompts/drop": #""prompt":"o1""#,
        "/api/series/make": #""name":"Spring term""#,
        "/api/series/rename": #""series":"s9","name":"Summer""#,
        "/api/series/drop": #""series":"s9""#,
        "/api/series/place": #""meeting":"ended","series":"s9""#,
        "/api/packs/file": #""pack":"k9","form":"plain""#,
        "/api/people/traces": #""person":"ann""#,
        "/api/complaint": #""meeting":"open","text":"I was not there""#,
        "/api/ledger/acknowledge": #""complaint":"c1""#,
        "/api/ledger/settle": #""complaint":"c1","outcome":"Corrected""#,
        "/api/people/erase": #""person":"ann""#,
        "/api/line/send": #""line":"LINE","from":2,"messages":[]"#,
        "/api/line/take": #""line":"LINE","after":0"#,
        "/api/line/close": #""line":"LINE""#,
        "/api/buddies/open": #""link":"LINK""#,
        "/api/buddies/act": #""id":"c1","do":{"optOutBuddy":{}}"#,
        "/api/buddies/contacts": #""pair":"b1""#,
        "/api/buddies/device": #""device":"d1","isOwn":true"#,
        "/api/buddies/preview": rule,
        "/api/buddies/publish": rule + #","groups":[]"#,
        "/api/buddies/invite": #""person":"ann""#,
    ]
    private static let options = #"{"lobby":false,"leastHeardFirst":false,"pulseAfterTalk":true,"chat":true}"#
    private static let rule = #""rule":{"subject":"any","phase":"any","allowsSameSchool":true},"everybody":true"#

    /// The meeting in the state in which the route has something to do.
    private static func place(_ route: Route) -> String {
        let verb = route.path.description.split(separator: "/").last.map(String.init) ?? ""
        let places = ["reopen": "archived", "report": "ended", "figures": "ended", "carry": "ended"]
        let meeting = places[verb] ?? "planned"
        let path = route.path.description.replacing("{meeting}", with: meeting)
        return path == "/api/buddies/mine" ? path + "?meeting=open" : path
    }

    private func ask(_ route: Route, as caller: Caller) async throws -> Answer {
        let world = try await World()
        let path = Self.place(route)
        var (cookies, csrf): (String, String?) = ("", nil)
        switch caller {
        case .nobody: break
        case .guest, .ann, .table: cookies = "ticket-n1=ticket-\(caller.rawValue)"
        case .eve, .carys: (cookies, csrf) = try await world.signIn(caller.rawValue)
        case .bare: cookies = try await world.signIn("carys").cookie
        case .wrong: (cookies, csrf) = (try await world.signIn("carys").cookie, try await world.signIn("carys").csrf)
        case .south: (cookies, csrf) = try await world.signIn("other")
        case .site, .form: (cookies, csrf) = try await world.signIn("carys")
        }
        var fields = Self.bodies[path] ?? ""
        if fields.contains("LINE") { fields = fields.replacing("LINE", with: try await world.openLine()) }
        if fields.contains("LINK") {
            let link = await world.catalogue.buddyLink(of: "ann", network: "n1", at: World.start)
            fields = fields.replacing("LINK", with: try #require(link))
        }
        fields = fields.replacing("LOGIN", with: caller == .eve ? "eve" : caller == .south ? "other" : "carys")
        if let csrf { fields += (fields.isEmpty ? "" : ",") + "\"csrf\":\"\(csrf)\"" }
        return await world.ask(
            route.method.rawValue, path, "{\(fields)}", cookies: cookies,
            origin: caller == .site ? "https://elsewhere.example" : World.origin,
            type: caller == .form ? "text/plain" : "application/json; charset=utf-8")
    }

    private static func cell(_ answer: Answer) -> String {
        let letters = ["badCsrf": "c", "notAllowed": "r", "deviceWaits": "d", "foreignOrigin": "o"]
        switch answer.status {
        case 200..<300: return "+"
        case 409: return "+409"
        case 403: return "403" + (letters[answer.code ?? ""] ?? "?")
        default: return String(answer.status)
        }
    }

    @Test("every route answers every kind of caller as it is written here", arguments: Routes.table.rows)
    func cells(_ route: Route) async throws {
        let name = route.testDescription
        let lines = expected.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(lines[0].dropFirst() == Caller.allCases.map(\.rawValue)[...])
        let line = try #require(lines.first { $0.prefix(2).joined(separator: " ") == name }, "\(name) has no line")
        var found: [String] = []
        for caller in Caller.allCases { found.append(Self.cell(try await ask(route, as: caller))) }
        #expect(found == Array(line.dropFirst(2)), "\(name)")
    }

    @Test("no line speaks of a route that is not there")
    func lines() {
        let names = Set(Routes.table.rows.map(\.testDescription))
        for line in expected.split(separator: "\n").dropFirst() {
            #expect(names.contains(line.split(separator: " ").prefix(2).joined(separator: " ")), "\(line)")
        }
    }
}

extension World {
    /// A line of Ann's, on which a frame waits.
    fileprivate func openLine() async throws -> String {
        let answer = await post("/api/line/open", #"{"messages":["x"]}"#, cookies: "ticket-n1=ticket-ann")
        let line = try #require(answer.text.split(separator: "\"").dropFirst(3).first)
        return String(line)
    }
}
