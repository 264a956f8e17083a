// A report that whoever ran a meeting sends is looked at, brought in with who is who, and taken back; nothing of it stays
// before it was confirmed, and nothing of anybody's words ever.

import Exchange
import Foundation
import Testing
import Wire

@testable import Interface
@testable import Meetings

@Suite(.timeLimit(.minutes(5))) struct ImportRouteTests {
    private static let zoom = """
        Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,In Waiting Room
        Ann,,12/03/2026 16:50,12/03/2026 17:50,60,No,No
        Zeb Quill,zeb@ysgol.example,12/03/2026 16:55,12/03/2026 17:50,55,Yes,No
        +44 7700 900123,,12/03/2026 16:55,12/03/2026 17:50,55,Yes,No
        """
    private static let day = #","day":"2026-03-12""#

    private func send(
        _ route: String, _ text: String, _ world: World, _ signed: (cookie: String, csrf: String), more: String = ""
    ) async -> Answer {
        let bytes = Data(text.utf8).base64EncodedString()
        let end = #","csrf":"\#(signed.csrf)"}"#
        let piece = #"{"meeting":"open","file":"f1","number":0,"count":1,"bytes":"\#(bytes)""# + end
        #expect(await world.post("/api/file", piece, cookies: signed.cookie).status == 200)
        return await world.post(route, #"{"meeting":"open","file":"f1"\#(more)"# + end, cookies: signed.cookie)
    }

    /// Only what is over takes in reports.
    private func end(_ world: World) async throws {
        _ = try await world.reception.submit(EndMeeting().command, by: .system, to: "open")
    }

    private func room(_ world: World) async throws -> Room { try #require(try await world.reception.room(of: "open")) }

    @Test("given a report, when it is looked at, then it is told who is who, and nothing of it is kept")
    func look() async throws {
        let world = try await World()
        let signed = try await world.signIn("carys")
        let before = try await room(world)
        let answer = await send("/api/import/look", Self.zoom, world, signed, more: Self.day)
        #expect(answer.text.contains(#""kind":"zoom_participants""#), "\(answer.text)")
        #expect(answer.text.contains(#""choice":{"person":"ann","taken":"known"}"#), "\(answer.text)")
        #expect(answer.text.contains(#""choice":{"taken":"new"}"#), "\(answer.text)")
        #expect(!answer.text.contains("7700") && answer.text.contains("phone participant 1"))
        #expect(try await room(world) == before)
    }

    @Test(
        "given what cannot be taken, when it is brought, then it is said with its line, and nothing is kept",
        arguments: [
            (zoom, "", "ambiguousDate", 2), (zoom, #","day":"2026-03-13""#, "otherDate", 2),
            ("x,y\n", "", "unknownKind", 1),
            (zoom + "\nKai,,12/03/2026 16:55", day, "missingValue", 5),
        ])
    func damaged(_ text: String, _ more: String, _ code: String, _ line: Int) async throws {
        let world = try await World()
        let signed = try await world.signIn("carys")
        for route in ["/api/import/look", "/api/import/bring"] {
            let answer = await send(route, text, world, signed, more: more)
            #expect(answer.text == #"{"problem":{"code":"\#(code)","line":\#(line)}}"#)
        }
        #expect(try await room(world).reports.isEmpty)
    }

    @Test("given who is who, when it is brought, then callers are who was said, and it can be taken back")
    func bring() async throws {
        let world = try await World()
        let signed = try await world.signIn("carys")
        let choices = #","choices":[{"key":"p3","choice":{"taken":"out"}}]"#
        let early = await send("/api/import/bring", Self.zoom, world, signed, more: Self.day + choices)
        #expect((early.status, early.code) == (409, "meetingIsNotOver"))
        try await end(world)
        let answer = await send("/api/import/bring", Self.zoom, world, signed, more: Self.day + choices)
        #expect(answer.status == 200 && answer.text.contains(#""callers":2"#), "\(answer.text)")
        let brought = try await room(world)
        let zeb = try #require(brought.callers.keys.first)
        #expect(brought.callers.count == 1 && brought.callers[zeb]?.name == "Zeb Quill")
        #expect(try await world.catalogue.person(zeb, network: "n1")?.name == "Zeb Quill")
        let chat =
            "16:59:00 From Zeb Quill to Everyone:\n\thello all\n16:59:30 From Ann to Zeb(Direct Message):\n\thush\n"
        let more = await send("/api/import/bring", chat, world, signed)
        #expect(more.text.contains(#""messages":1"#), "\(more.text)")
        // The same name in another report of the meeting is proposed as the same caller.
        #expect(try await room(world).callers.keys.sorted() == [zeb])
        for report in try await room(world).reports {
            let undo = #"{"meeting":"open","report":"\#(report.id)","csrf":"\#(signed.csrf)"}"#
            #expect(await world.post("/api/import/undo", undo, cookies: signed.cookie).status == 200)
            #expect(await world.post("/api/import/undo", undo, cookies: signed.cookie).code == "alreadySo")
        }
        #expect(try await room(world).callers.isEmpty)
        #expect(try await world.catalogue.person(zeb, network: "n1")?.name == "")
    }

    @Test("given that somebody came into the network since, when the report is taken back, then they stay")
    func knownSince() async throws {
        let world = try await World()
        let signed = try await world.signIn("carys")
        try await end(world)
        _ = await send("/api/import/bring", Self.zoom, world, signed, more: Self.day)
        let brought = try await room(world)
        let zeb = try #require(brought.callers.first { $0.value.name == "Zeb Quill" }?.key)
        let phone = try #require(brought.callers.keys.first { $0 != zeb })
        _ = try await world.catalogue.issueTicket(person: zeb, network: "n1", at: 1)
        let report = try #require(brought.reports.first)
        let undo = #"{"meeting":"open","report":"\#(report.id)","csrf":"\#(signed.csrf)"}"#
        #expect(await world.post("/api/import/undo", undo, cookies: signed.cookie).status == 200)
        #expect(try await world.catalogue.person(zeb, network: "n1")?.name == "Zeb Quill")
        #expect(try await world.catalogue.person(phone, network: "n1")?.isErased == true)
    }

    @Test(
        "given a choice that is none, when it is brought, then it is refused and nobody is written down",
        arguments: [
            (#"{"key":"p2","choice":{"taken":"known","person":"nobody"}}"#, 409),
            (#"{"key":"p2","choice":{"taken":"known"}}"#, 400), (#"{"key":"p2","choice":{"taken":"all"}}"#, 400),
            (#"{"key":"p2"}"#, 400), (#"{"key":"../x","choice":{"taken":"new"}}"#, 400),
        ])
    func hostile(_ choice: String, _ status: Int) async throws {
        let world = try await World()
        let signed = try await world.signIn("carys")
        let before = try await world.catalogue.people(network: "n1").count
        let answer = await send(
            "/api/import/bring", Self.zoom, world, signed, more: Self.day + #","choices":[\#(choice)]"#)
        #expect(answer.status == status, "\(answer.text)")
        #expect(try await room(world).reports.isEmpty)
        #expect(try await world.catalogue.people(network: "n1").count == before)
    }
}
