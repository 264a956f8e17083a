// Knows the folder of reports as Teams and Zoom export them, and holds the reader to what each says.

import Exchange
import Foundation
import Meetings
import Testing

/// What `Tests/Data/imports/expected.json` says of one reading of a file.
struct ExpectedImport: Decodable, Sendable {
    var date: String?
    var problem: String?
    var line: Int?

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Data/imports")

    static let all: [String: [ExpectedImport]] = {
        guard let data = try? Data(contentsOf: folder.appendingPathComponent("expected.json")) else { return [:] }
        return (try? JSONDecoder().decode([String: [ExpectedImport]].self, from: data)) ?? [:]
    }()

    static func read(_ name: String, date: String? = nil) throws(ImportError) -> ImportedFile {
        let data = (try? Data(contentsOf: folder.appendingPathComponent(name))) ?? Data()
        return try ImportedFile(
            Array(data), day: date.flatMap { Day($0) }, zone: TimeZone(identifier: "Europe/London") ?? .gmt)
    }

    /// The reports as JSON objects, by file and place.
    static func report(_ name: String, _ at: Int) throws -> NSDictionary? {
        let data = try Data(contentsOf: folder.appendingPathComponent("expected.json"))
        let all = try JSONSerialization.jsonObject(with: data) as? [String: [[String: Any]]]
        return all?[name]?[at]["report"] as? NSDictionary
    }
}

@Suite struct ImportsTests {
    @Test(
        "given a report as it is exported, when it is read, then it says who was there, who spoke and how much",
        arguments: ExpectedImport.all.keys.sorted())
    func reports(_ name: String) throws {
        let readings = try #require(ExpectedImport.all[name])
        for (at, expected) in readings.enumerated() {
            do throws(ImportError) {
                let file = try ExpectedImport.read(name, date: expected.date)
                let data = (try? JSONEncoder().encode(ImportView(file))) ?? Data()
                let found = (try? JSONSerialization.jsonObject(with: data)) as? NSDictionary
                let wanted = try? ExpectedImport.report(name, at)
                #expect(found != nil && found == wanted, "\(name) \(expected.date ?? ""): \(String(describing: found))")
            } catch {
                #expect(error.code == expected.problem, "\(name): \(error)")
                #expect(error.line == expected.line, "\(name): \(error)")
            }
        }
    }

    @Test("given the folder, then every file in it is expected")
    func complete() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: ExpectedImport.folder.path)
        let named = Set(ExpectedImport.all.keys).union(["expected.json", "README.md"])
        #expect(Set(files) == named)
    }

    @Test("given any report, when it is told, then no word, number or principal name of anybody is in it")
    func nothingPrivate() throws {
        for name in ExpectedImport.all.keys.sorted() {
            guard let file = try? ExpectedImport.read(name) else { continue }
            let told = String(decoding: try JSONEncoder().encode(ImportView(file)), as: UTF8.self)
            for word in ["secret", "welcome", "diolch", "pawb", "7700", "5551234567", "upn@", "Hello"] {
                #expect(!told.contains(word), "\(name): \(word)")
            }
        }
    }

    @Test(
        "given a day and a time as programs write them, when they are read, then they are a moment or none",
        arguments: [
            ("3/26/26, 4:00:12 PM", "2026-03-26T16:00:12Z"), ("26/03/2026, 16:00:12", "2026-03-26T16:00:12Z"),
            ("26/3/2026 4:00 pm", "2026-03-26T16:00:00Z"), ("2026-03-26 16:00", "2026-03-26T16:00:00Z"),
            ("2026-07-26T16:00:12Z", "2026-07-26T16:00:12Z"), ("2026/07/26 16:00:12", "2026-07-26T15:00:12Z"),
            ("Mar 26, 2026 12:00:00 AM", "2026-03-26T00:00:00Z"), ("26 March 2026 12:30 p.m.", "2026-03-26T12:30:00Z"),
            ("26.07.2026 16:00:12.345", "2026-07-26T15:00:12Z"), ("26-Mar-2026 09:00", "2026-03-26T09:00:00Z"),
            ("3/26/26, 13:00:12 PM", nil), ("3/26/26", nil), ("16:00:12", nil), ("31/31/2026 10:00", nil),
            ("30.02.2026 10:00", nil), ("3/26/126 10:00", nil), ("3/26/26 24:00", nil), ("3/26/26 10:60", nil),
            ("١/٢/٢٠٢٦ 10:00", nil), ("26 Foo 2026 10:00", nil), ("99999999999999999999/1/2026 10:00", nil),
        ] as [(String, String?)])
    func moments(_ text: String, _ expected: String?) throws {
        let row = "Name (Original Name),User Email,Join Time,Leave Time\nKai,,\"\(text)\",\"\(text)\"\n"
        let file = try? ImportedFile(Array(row.utf8), zone: TimeZone(identifier: "Europe/London") ?? .gmt)
        let found = file?.start.map { Date(timeIntervalSince1970: Double($0) / 1_000).formatted(.iso8601) }
        #expect(found == expected)
    }

    @Test(
        "given how long something took, when it is read, then it is in seconds or nothing",
        arguments: [
            ("1h 2m 3s", 3_723), ("2m", 120), ("45s", 45), ("1 hr 2 min", 3_720), ("01:02:03", 3_723), ("62", 3_720),
            ("1d 1h", 90_000), ("1h2m", 3_720), ("", nil), ("h", nil), ("1x", nil), ("-5", nil), ("1h 2", nil),
            ("99999999999", nil), ("1:2:3:4", nil),
        ] as [(String, Int?)])
    func durations(_ text: String, _ expected: Int?) throws {
        let row = "Name (Original Name),Total Duration (Minutes)\nKai,\(text)\n"
        let file = try? ImportedFile(Array(row.utf8), zone: .gmt)
        #expect(file?.people.first.map { Int($0.milliseconds / 1_000) } == expected)
    }

    @Test(
        "given a name of a call, when it is read, then it is a person, a phone or a room",
        arguments: [
            ("Gwen Hall", "person", "Gwen Hall"), ("Gwen (Host)", "person", "Gwen"), ("Kai (he/him)", "person", "Kai"),
            ("Evans, Gwen", "person", "Gwen Evans"), ("Sports Hall", "room", "Sports Hall"),
            ("Y Neuadd", "room", "Y Neuadd"), ("Meeting Room 2", "room", "Meeting Room 2"),
            ("+44 7700 900123", "phone", "phone participant 1"), ("Call-in User_1", "phone", "phone participant 1"),
            ("1555***4568", "phone", "phone participant 1"), ("Roomi Broome", "person", "Roomi Broome"),
            ("4x4 club", "person", "4x4 club"), ("3PO", "person", "3PO"),
        ])
    func names(_ written: String, _ form: String, _ name: String) throws {
        let row = "Name (Original Name),Total Duration (Minutes)\n\"\(written)\",5\n"
        let file = try ImportedFile(Array(row.utf8), zone: .gmt)
        #expect(file.people.map { "\($0.form) \($0.name)" } == ["\(form) \(name)"])
    }
}
