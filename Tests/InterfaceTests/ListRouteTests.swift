// A list that a lead sends is read and shown, private to them, and nothing of it stays.

import Exchange
import Foundation
import Testing
import Wire

@testable import Interface
@testable import Meetings

@Suite(.timeLimit(.minutes(5))) struct ListRouteTests {
    private struct Shown: Decodable, Equatable {
        struct Who: Decodable, Equatable {
            var person: String?
            var candidates: [String]?
        }

        var who: [Who]
    }

    private func send(_ text: String, _ world: World, _ cookie: String, _ csrf: String, more: String = "") async
        -> Answer
    {
        await send(Data(text.utf8), world, cookie, csrf, more: more)
    }

    private func send(_ data: Data, _ world: World, _ cookie: String, _ csrf: String, more: String = "") async
        -> Answer
    {
        let bytes = data.base64EncodedString()
        let piece = #"{"meeting":"open","file":"f1","number":0,"count":1,"bytes":"\#(bytes)","csrf":"\#(csrf)"}"#
        #expect(await world.post("/api/file", piece, cookies: cookie).status == 200)
        return await world.post(
            "/api/list", #"{"meeting":"open","file":"f1","csrf":"\#(csrf)"\#(more)}"#, cookies: cookie)
    }

    @Test("given a list, when it is read, then it is told who is who, and it is gone")
    func read() async throws {
        let world = try await World()
        let (cookie, csrf) = try await world.signIn("carys")
        let answer = await send("name,school,shoe\nANN,A,5\nZeb,B,6\n", world, cookie, csrf)
        #expect(answer.status == 200)
        #expect(answer.text.contains(#""ignored":["shoe"]"#), "\(answer.text)")
        let shown = try JSONDecoder().decode(Shown.self, from: Data(answer.text.utf8))
        #expect(shown.who == [Shown.Who(person: "ann"), Shown.Who()])
        let again = await world.post(
            "/api/list", #"{"meeting":"open","file":"f1","csrf":"\#(csrf)"}"#, cookies: cookie)
        #expect(again.code == "fileIncomplete")
    }

    @Test("given a comma that may mean two things, when nobody says which, then it is asked; when somebody does, read")
    func asked() async throws {
        let world = try await World()
        let (cookie, csrf) = try await world.signIn("carys")
        let open = await send("Evans, Gwen\n", world, cookie, csrf)
        #expect(open.text.contains(#""problem":{"#) && open.text.contains("uncertain"), "\(open.text)")
        let said = await send("Evans, Gwen\n", world, cookie, csrf, more: #","commas":"surnameFirst""#)
        #expect(said.text.contains("Gwen Evans"), "\(said.text)")
    }

    @Test("given a lead's file, when somebody else asks for it, then they get none of it")
    func ofOthers() async throws {
        let world = try await World()
        let (cookie, csrf) = try await world.signIn("carys")
        let bytes = Data("Ann".utf8).base64EncodedString()
        let piece = #"{"meeting":"open","file":"f1","number":0,"count":1,"bytes":"\#(bytes)""#
        #expect(await world.post("/api/file", piece + #","csrf":"\#(csrf)"}"#, cookies: cookie).status == 200)
        for name in ["ann", "guest", "table"] {
            let ticket = "ticket-n1=ticket-\(name)"
            let others = await world.post("/api/file", piece + "}", cookies: ticket)
            #expect(name == "guest" ? others.code == "notAllowed" : others.status == 200)
            #expect(
                await world.post("/api/list", #"{"meeting":"open","file":"f1"}"#, cookies: ticket).code == "notAllowed")
        }
        #expect(await world.routes.files.held == 9)
    }

    @Test(
        "given a piece that is none, when it is sent, then it is refused",
        arguments: [
            (#""number":0,"count":1,"bytes":"%%%""#, 400), (#""number":-1,"count":1,"bytes":"""#, 409),
            (#""number":1,"count":1,"bytes":"""#, 400), (#""number":0,"count":0,"bytes":"""#, 409),
            (#""number":0,"count":100000,"bytes":"""#, 409), (#""number":0,"count":1"#, 400),
        ])
    func hostile(_ fields: String, _ status: Int) async throws {
        let world = try await World()
        let (cookie, csrf) = try await world.signIn("carys")
        let body = #"{"meeting":"open","file":"f1",\#(fields),"csrf":"\#(csrf)"}"#
        #expect(await world.post("/api/file", body, cookies: cookie).status == status)
    }

    @Test("two of one name are asked about, and their schools tell them apart")
    func twoOfOneName() async throws {
        let world = try await World()
        for (id, school) in [("g1", "Ysgol A"), ("g2", "Ysgol B")] {
            _ = try await world.reception.submit(
                Join(
                    person: PersonID(rawValue: id), role: .participant, mode: .remote, tier: .pseudonymous,
                    name: "Gwen",
                    school: school
                ).command, by: .system, to: "open")
        }
        let (cookie, csrf) = try await world.signIn("carys")
        let cases: [(String, [Shown.Who])] = [
            ("Gwen\n", [Shown.Who(candidates: ["g1", "g2"])]),
            ("name,school\ngwen,ysgol b\nGWEN,Ysgol A\n", [Shown.Who(person: "g2"), Shown.Who(person: "g1")]),
            ("name,school\nGwen,Ysgol C\n", [Shown.Who(candidates: ["g1", "g2"])]),
        ]
        for (text, who) in cases {
            let answer = await send(text, world, cookie, csrf)
            let shown = try JSONDecoder().decode(Shown.self, from: Data(answer.text.utf8))
            #expect(shown.who == who, "\(text)")
        }
    }

    @Test("given every list that people have, when it is sent, then it is read as the command reads it")
    func asTheCommand() async throws {
        let world = try await World()
        let (cookie, csrf) = try await world.signIn("carys")
        let known = try #require(try await world.reception.room(of: "open")).people.values.compactMap(\.name)
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Data/lists")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names.count > 60)
        for name in names {
            let data = try Data(contentsOf: folder.appendingPathComponent(name))
            world.clock.pass(5_000)
            let answer = await send(data, world, cookie, csrf)
            #expect(answer.status == 200, "\(name): \(answer.text)")
            let here: String
            do throws(ListError) {
                let list = try PeopleList(FileText(Array(data)), known: known)
                here = "\"list\":" + String(decoding: ServerMessage.encode(PeopleListView(list)), as: UTF8.self)
            } catch {
                here = "\"problem\":" + String(decoding: ServerMessage.encode(ListProblemView(error)), as: UTF8.self)
            }
            #expect(answer.text.contains(here), "\(name): \(answer.text)\n\(here)")
        }
    }
}
