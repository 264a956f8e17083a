// Knows who gets the minutes of a meeting, and when: those who ran it, once it is over.

import Meetings
import Testing

@testable import Interface

@Suite(.timeLimit(.minutes(10))) struct MinutesRouteTests {
    private static func wish(_ readers: String = "everybody", form: String = "text", csrf: String? = nil) -> String {
        let token = csrf.map { ",\"csrf\":\"\($0)\"" } ?? ""
        return "{\"meeting\":\"open\",\"form\":\"\(form)\",\"readers\":\"\(readers)\",\"language\":\"en\"\(token)}"
    }

    private static let ann = "ticket-n1=ticket-ann"

    @Test("a coordinator and a lead get them when the meeting is over; whoever took part, and an evaluator, do not")
    func whoMay() async throws {
        let world = try await World()
        let (carys, csrf) = try await world.signIn("carys")
        let early = await world.post("/api/minutes", Self.wish(csrf: csrf), cookies: carys)
        #expect((early.status, early.code) == (409, "meetingIsNotOver"))
        try await world.lead(AppointLead(person: "amir").command)
        _ = try await world.reception.submit(
            PostMessage(text: "Bore da bawb", re: nil).command, by: .person("ann"), to: "open")
        try await world.lead(EndMeeting().command)
        for form in ["text", "html", "csv"] {
            let given = await world.post("/api/minutes", Self.wish("leads", form: form, csrf: csrf), cookies: carys)
            #expect(given.status == 200 && given.text.contains("Bore da bawb"), "\(form)")
        }
        let lead = await world.post("/api/minutes", Self.wish(), cookies: "ticket-n1=ticket-amir")
        #expect(lead.status == 200 && lead.text.contains("Bore da bawb"))
        for cookies in [Self.ann, "ticket-n1=ticket-guest", "ticket-n1=ticket-table"] {
            let refused = await world.post("/api/minutes", Self.wish(), cookies: cookies)
            #expect((refused.status, refused.code) == (409, "notAllowed"))
        }
        let (eve, token) = try await world.signIn("eve")
        #expect(await world.post("/api/minutes", Self.wish(csrf: token), cookies: eve).status == 403)
        let (other, foreign) = try await world.signIn("other")
        #expect(await world.post("/api/minutes", Self.wish(csrf: foreign), cookies: other).status == 404)
    }

    @Test(
        "a form, readers or a language that there are not are refused",
        arguments: [
            #""form":"pdf","readers":"everybody","language":"en""#, #""form":"csv","readers":"all","language":"en""#,
            #""form":"csv","readers":"leads","language":"../en""#, #""form":"csv","readers":"leads""#,
        ])
    func wrong(_ fields: String) async throws {
        let world = try await World()
        let (carys, csrf) = try await world.signIn("carys")
        let answer = await world.post(
            "/api/minutes", "{\"meeting\":\"open\",\(fields),\"csrf\":\"\(csrf)\"}", cookies: carys)
        #expect(answer.status == 400)
    }

    @Test("the file has a name that says what it is, and is kept, not shown")
    func file() async throws {
        let world = try await World()
        let (carys, csrf) = try await world.signIn("carys")
        try await world.lead(EndMeeting().command)
        let response = await world.routes.serve(
            Request(
                method: "POST", path: "/api/minutes", origin: World.origin, contentType: "application/json",
                body: Array(Self.wish(form: "csv", csrf: csrf).utf8),
                device: Device(cookies: carys, address: "192.0.2.1", connection: 0)))
        #expect(response.contentType == "text/csv; charset=utf-8")
        #expect(response.headers.contains { $0.1 == "attachment; filename=\"minutes-open.csv\"" })
    }
}
