// Knows who gets the page that somebody takes with them: whoever took part, theirs, once the meeting is over.

import Meetings
import Testing

@testable import Interface

@Suite(.timeLimit(.minutes(10))) struct TakeawayRouteTests {
    private static func wish(_ form: String = "html", language: String = "en", csrf: String? = nil) -> String {
        let token = csrf.map { ",\"csrf\":\"\($0)\"" } ?? ""
        return "{\"meeting\":\"open\",\"form\":\"\(form)\",\"language\":\"\(language)\"\(token)}"
    }
    private static let ann = "ticket-n1=ticket-ann"

    @Test("each gets their own and nobody else's; a guest, a table and an evaluator get none")
    func whoMay() async throws {
        let world = try await World()
        let early = await world.post("/api/takeaway", Self.wish(), cookies: Self.ann)
        #expect((early.status, early.code) == (409, "meetingIsNotOver"))
        for (person, text) in [("ann", "canary-of-ann"), ("amir", "canary-of-amir")] {
            _ = try await world.reception.submit(
                SaveAction(what: text).command, by: .person(PersonID(rawValue: person)), to: "open")
        }
        try await world.lead(EndMeeting().command)
        // Said anew when it is over.
        _ = try await world.reception.submit(
            SaveAction(what: "canary-of-ann-later").command, by: .person("ann"), to: "open")
        let own = await world.post("/api/takeaway", Self.wish(), cookies: Self.ann)
        #expect(own.status == 200 && own.text.contains("<!doctype html>"))
        let amir = await world.post("/api/takeaway", Self.wish(), cookies: "ticket-n1=ticket-amir")
        #expect(amir.status == 200 && !amir.text.contains("canary-of-ann"))
        #expect(!own.text.contains("canary-of-amir"))
        for cookies in ["ticket-n1=ticket-guest", "ticket-n1=ticket-table"] {
            let refused = await world.post("/api/takeaway", Self.wish(), cookies: cookies)
            #expect((refused.status, refused.code) == (409, "notAllowed"))
        }
        let (eve, token) = try await world.signIn("eve")
        #expect(await world.post("/api/takeaway", Self.wish(csrf: token), cookies: eve).status == 403)
        let (other, foreign) = try await world.signIn("other")
        #expect(await world.post("/api/takeaway", Self.wish(csrf: foreign), cookies: other).status == 404)
        #expect(await world.post("/api/takeaway", Self.wish()).status == 401)
    }

    @Test("who has no buddy is told of none; a form and a language that there are not are refused")
    func buddy() async throws {
        let world = try await World()
        try await world.lead(EndMeeting().command)
        let answer = await world.post("/api/takeaway", Self.wish("buddy"), cookies: Self.ann)
        #expect((answer.status, answer.text) == (200, "{}"))
        let none = await world.post("/api/takeaway", Self.wish("calendar"), cookies: Self.ann)
        #expect((none.status, none.code) == (404, "notFound"))
        for wish in [Self.wish("pdf"), Self.wish(language: "../en")] {
            #expect(await world.post("/api/takeaway", wish, cookies: Self.ann).status == 400)
        }
    }
}
