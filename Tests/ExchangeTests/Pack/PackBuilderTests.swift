// Knows what a pack is as a file: the same again, and nothing of one release in another.

import Analytics
import Foundation
import Testing

@testable import Exchange
@testable import Meetings

@Suite struct PackBuilderTests {
    private static func order(
        _ key: String, _ form: PackForm = .plain, _ depth: PackDepth = .words
    ) -> PackOrder {
        PackOrder(
            release: PackRelease(
                id: "k1", series: "s1", key: key, ranges: [PackRange(meeting: "m1", last: 9)], at: 0, by: .evaluator),
            previous: nil, form: form, depth: depth, software: "1",
            documents: PackDocuments(method: Array("how".utf8), python: Array("py".utf8), r: Array("r".utf8)),
            pseudonyms: PackPseudonyms(key: key) { text in
                // Long and of the right letters; what a real key gives is tested where the keys are.
                String(
                    "\(key)\(text)".uppercased().filter { "0123456789ABCDEFGHJKMNPQRSTVWXYZ".contains($0) }
                        .padding(toLength: 13, withPad: "0", startingAt: 0))
            }, hash: { "\($0.count)" })
    }

    private static let start: Instant = 1_773_334_250_000

    /// Three people, one of them a lead, another only counted.
    private static let entries: [Entry] = {
        let people: [(PersonID, Role)] = [("pa", .lead), ("pb", .participant), (.counted, .participant)]
        let events: [Event] =
            [
                MeetingPlanned(title: "m", plannedStart: nil, zone: "Europe/London", options: Options()).event,
                MeetingOpened().event,
            ]
            + people.map { id, role in
                PersonJoined(
                    person: id, role: role, mode: .remote, tier: .quotable, name: "Canary", school: "Canary School"
                ).event
            }
        return events.enumerated().map {
            Entry(sequence: Int64($0.offset + 1), at: start + Int64($0.offset) * 60_000, event: $0.element)
        }
    }()

    private static func builder(_ order: PackOrder) -> PackBuilder {
        var fold = RecordFold()
        for entry in entries { fold.take(entry, by: nil) }
        var builder = PackBuilder(order)
        builder.add(
            PackMeeting(
                id: "m1", series: "s1", title: "=1+1", zone: "Europe/London", record: fold.soFar,
                quoted: [QuotedWords(sequence: 4, person: "pb", kind: .message, text: "=2 Canary")]))
        return builder
    }

    private static func pack(_ order: PackOrder) throws -> PackFile { try builder(order).finished() }

    @Test("a pack goes as close as was chosen: counts of meetings, people by pseudonyms, words that may be quoted")
    func depths() throws {
        func names(_ depth: PackDepth) throws -> Set<String> {
            let bytes = try Self.pack(Self.order("A", .plain, depth)).bytes
            let text = String(decoding: bytes, as: UTF8.self)
            return Set(PackBuilder.contents.map(\.name).filter { text.contains($0 + ".csv") })
        }
        let counts: Set = ["meetings", "segments", "spans", "metrics", "missing"]
        #expect(try names(.counts) == counts)
        #expect(try names(.words) == Set(PackBuilder.contents.map(\.name)))
        #expect(try names(.words).subtracting(names(.pseudonyms)) == ["content"])
        #expect(Set(PackBuilder.contents.filter { $0.depth == .counts }.map(\.name)) == counts)
    }

    @Test("a meeting whose log has gone since is not said to be in it")
    func gone() {
        var order = Self.order("A")
        order.release.ranges.append(PackRange(meeting: "m2", last: 7))
        #expect(Self.builder(order).ranges == [PackRange(meeting: "m1", last: 9)])
    }

    @Test("the same order gives the same bytes, another key or form others")
    func same() throws {
        let one = try Self.pack(Self.order("A"))
        #expect(try Self.pack(Self.order("A")).bytes == one.bytes)
        #expect(try Self.pack(Self.order("B")).bytes != one.bytes)
        #expect(try Self.pack(Self.order("A", .spreadsheet)).bytes != one.bytes)
        #expect(one.hash == "\(one.bytes.count)")
    }

    @Test("an archive begins and ends as the format has it, and names its files in their order")
    func archive() throws {
        let bytes = try Self.pack(Self.order("A")).bytes
        #expect(bytes.starts(with: [0x50, 0x4b, 3, 4]))
        #expect(bytes.suffix(22).starts(with: [0x50, 0x4b, 5, 6]))
        var zip = ZipFile()
        let isAdded = zip.add("ŵ.csv", Array(repeating: 65, count: 100_000))
        #expect(isAdded)
        #expect(zip.archive.count < 1_000)
    }
}
