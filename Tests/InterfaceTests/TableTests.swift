// The table as a whole: nothing beside its rows, nothing that contradicts itself, and the same list in the protocol.

import Foundation
import Testing

@testable import Interface

@Suite struct TableTests {
    private static let rows = Routes.table.rows

    @Test("no two rows for one method and path")
    func rowsOnce() {
        let names = Self.rows.map { "\($0.method.rawValue) \($0.path)" }
        #expect(Set(names).count == names.count)
    }

    @Test("whoever writes with an account says so with the token of the page")
    func csrf() {
        for row in Self.rows {
            let isWriting = row.method == .post && [.account, .coordinator].contains(row.who)
            let needed: Csrf = isWriting ? .needed : row.who == .member ? .withSession : .notNeeded
            #expect(row.csrf == needed, "\(row.path)")
            #expect(row.who != .coordinator || row.method == .post, "\(row.path)")
        }
    }

    @Test("paths and parameters")
    func paths() {
        let path: Path = "/api/meetings/\(.meeting)/plan"
        #expect(path.description == "/api/meetings/{meeting}/plan")
        #expect(path.match("/api/meetings/m1/plan")?[.meeting]?.text == "m1")
        let long = String(repeating: "m", count: 65)
        for other in [
            "/api/meetings/m1", "/api/meetings/m1/plan/", "/api/meetings//plan", "/api/meetings/m.1/plan",
            "/api/meetings/\(long)/plan", "api/meetings/m1/plan",
        ] {
            #expect(path.match(other) == nil, "\(other)")
        }
    }

    @Test("what has no row is not there, and what has one says how it is asked")
    func byDefaultNothing() throws {
        func refusal(_ method: String, _ path: String) -> Refusal? {
            do {
                _ = try Routes.table.find(method, path)
                return nil
            } catch {
                return error
            }
        }
        #expect(refusal("GET", "/health") == nil)
        #expect(refusal("GET", "/api/secrets") == Refusal(404, "notFound"))
        #expect(refusal("POST", "/api/meetings/m1/burn") == Refusal(404, "notFound"))
        #expect(refusal("GET", "/api/door") == Refusal(405, "postOnly"))
        #expect(refusal("HEAD", "/api/account") == Refusal(405, "getOnly"))
        #expect(refusal("POST", "/api/meetings/m1/plan") == Refusal(405, "getOnly"))
    }

    @Test("the protocol lists the same routes with the same columns")
    func protocolText() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/Wire/Protocol.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let listed = text.split(separator: "\n").filter { $0.hasPrefix("| `") }.compactMap { line -> String? in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells[0].hasPrefix("`GET /") || cells[0].hasPrefix("`POST /") || cells[0].hasPrefix("`HEAD /") else {
                return nil
            }
            #expect(line.count <= 200, "\(line)")
            return cells.prefix(4).joined(separator: " | ")
        }
        let table = Self.rows.map { row in
            "`\(row.method.rawValue) \(row.path)` | \(row.who.rawValue) | \(row.csrf.rawValue) | \(row.cost.rawValue)"
        }
        #expect(listed == table)
    }
}
