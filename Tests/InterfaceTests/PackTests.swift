// Knows what evaluators and coordinators get of packs by HTTP, and what of it the ledger says.

import Testing

@testable import Interface
@testable import Meetings

@Suite struct PackTests {
    private func ask(_ world: World, _ login: String, _ path: String, _ fields: String = "") async throws -> Answer {
        let (cookie, csrf) = try await world.signIn(login)
        let body = "{\"csrf\":\"\(csrf)\"\(fields.isEmpty ? "" : ",")\(fields)}"
        return await world.post("/api/\(path)", body, cookies: cookie)
    }

    /// Of the pack that an answer tells of.
    private static func id(_ answer: Answer) throws -> String {
        String(try #require(answer.text.firstMatch(of: /"id":"(k[0-9]+)"/), "\(answer.text)").1)
    }

    @Test("an evaluator settles a pack, gets its file, and both are in the ledger without a name")
    func evaluator() async throws {
        let world = try await World()
        let made = try await ask(world, "carys", "series/make", #""name":"Spring","meeting":"ended""#)
        #expect(made.text.contains(#""name":"Spring""#) && made.text.contains(#""id":"ended""#))
        let preview = try await ask(world, "eve", "packs/preview", #""series":"s1""#)
        #expect(preview.text.contains(#""meetings":["ended"]"#) && !preview.text.contains(#""release""#))
        let release = try await ask(world, "eve", "packs/release", #""series":"s1""#)
        let pack = try Self.id(release)
        let again = try await ask(world, "carys", "packs/release", #""series":"s1""#)
        #expect(again.text == release.text)
        let file = try await ask(world, "eve", "packs/file", "\"pack\":\"\(pack)\",\"form\":\"plain\"")
        #expect(file.status == 200)
        let other = try await ask(world, "eve", "packs/release", #""series":"s1","isNew":true"#)
        #expect(try Self.id(other) != pack)
        let (cookie, _) = try await world.signIn("eve")
        let ledger = await world.ask("GET", "/api/packs", "", cookies: cookie)
        #expect(ledger.text.contains(#""by":"evaluator""#) && ledger.text.contains(#""handedOut":1"#))
        #expect(!ledger.text.contains("eve\"") && !ledger.text.contains("p-eve"))
    }

    @Test("nobody of another network learns of it, and there is no pack of nothing")
    func strangers() async throws {
        let world = try await World()
        _ = try await ask(world, "carys", "series/make", #""name":"Spring","meeting":"ended""#)
        let pack = try Self.id(try await ask(world, "carys", "packs/release", #""series":"s1""#))
        let wish = "\"pack\":\"\(pack)\",\"form\":\"plain\""
        #expect(try await ask(world, "other", "packs/file", wish).status == 404)
        #expect(try await ask(world, "other", "packs/preview", #""series":"s1""#).code == "notFound")
        #expect(try await ask(world, "other", "packs/release").code == "packEmpty")
        #expect(try await ask(world, "other", "series/place", #""meeting":"ended","series":"s1""#).status == 404)
        let empty = try await ask(world, "carys", "series/make", #""name":"Summer""#)
        let series = try #require(empty.text.matches(of: /"id":"(s[0-9]+)"/).map(\.1).last { $0 != "s1" })
        #expect(try await ask(world, "carys", "packs/release", "\"series\":\"\(series)\"").code == "packEmpty")
    }

    @Test("a meeting goes from one series into another, and out")
    func placing() async throws {
        let world = try await World()
        _ = try await ask(world, "carys", "series/make", #""name":"Spring","meeting":"ended""#)
        _ = try await ask(world, "carys", "series/make", #""name":"Summer""#)
        let moved = try await ask(world, "carys", "series/place", #""meeting":"ended","series":"s3""#)
        #expect(moved.text.contains(#""id":"s1","meetings":[]"#), "\(moved.text)")
        let out = try await ask(world, "carys", "series/place", #""meeting":"ended""#)
        #expect(!out.text.contains(#""id":"ended""#))
        #expect(try await ask(world, "carys", "series/place", #""meeting":"ended""#).code == "alreadySo")
        #expect(try await ask(world, "carys", "series/rename", #""series":"s1","name":"summer""#).code == "alreadySo")
        let dropped = try await ask(world, "carys", "series/drop", #""series":"s1""#)
        #expect(!dropped.text.contains("Spring") && dropped.text.contains("Summer"))
    }
}
