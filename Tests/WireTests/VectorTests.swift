// The vectors that both folds share: the pages fold what they are sent into the view that the server would send.
// STAFFROOM_WRITE_VECTORS=1 writes them anew; otherwise the files must be what the domain gives today.

import Foundation
import Testing
import Wire

@testable import Meetings

@Suite struct VectorTests {
    private struct Vector: Encodable {
        var name: String
        var viewer: ViewerKind
        var before: RoomView
        var events: [Entry]
        var through: Int64
        var after: RoomView
        /// What comes beside the view, for its viewer alone.
        var notes: [NotesOfGroup]?
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Data/vectors")

    // Nobody here answers the pulse: one's own answer comes by another message.
    static let viewers = [
        Viewer(kind: .lead, person: Script.lead), Viewer(kind: .participant, person: Script.siân),
        Viewer(kind: .guest, person: Script.guest), Viewer(kind: .wall, person: nil),
    ]

    @Test(arguments: viewers) func bothFoldsAgree(_ viewer: Viewer) throws {
        let script = try Script.played()
        // From a room with nobody in it, and from the middle: both ways a page may have begun.
        // A guest is sent nothing before they are there themselves.
        let guestIsThere = script.entries.lastIndex {
            $0.event == PresenceBegan(person: Script.guest, mode: .remote).event
        }
        let start = viewer.kind == .guest ? (guestIsThere ?? 0) + 1 : 1
        // Where a wall is shown the room anew facts alone do not tell it all: it begins again there.
        let anew = script.entries.indices.filter { script.entries[$0].event.consequences.contains(.wallsAnew) }
        let count = script.entries.count
        let spans =
            viewer.kind == .wall
            ? [("from the start", start..<(anew.first ?? count)), ("from the end", ((anew.last ?? 0) + 1)..<count)]
            : [("from the start", start..<count), ("from the middle", count / 2..<count)]
        let pieces = spans.map { name, span in
            var room = Room(replaying: script.entries.prefix(span.lowerBound))
            let before = RoomView(room, for: Self.seen(viewer, in: room))
            let events = script.entries[span].compactMap { entry in
                // What is told in a group is told to those who sit there at that moment.
                let audience = Self.seen(viewer, in: room).audience
                room.apply(entry)
                return entry.event.seen(by: audience, of: room.group(of: entry.event)).map {
                    Entry(sequence: entry.sequence, at: entry.at, event: $0)
                }
            }
            return Vector(
                name: "\(viewer.kind.rawValue) \(name)", viewer: viewer.kind, before: before, events: events,
                through: room.sequence, after: RoomView(room, for: Self.seen(viewer, in: room)),
                notes: Welcome.You(viewer, in: room, link: nil).notes)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        let data = try encoder.encode(pieces) + Data("\n".utf8)
        let file = Self.folder.appendingPathComponent("\(viewer.kind.rawValue).json")
        if ProcessInfo.processInfo.environment["STAFFROOM_WRITE_VECTORS"] == "1" { try data.write(to: file) }
        #expect(
            try Data(contentsOf: file) == data,
            "run the tests once with STAFFROOM_WRITE_VECTORS=1 and look at the change")
    }

    /// The viewer with the group they sit in.
    private static func seen(_ viewer: Viewer, in room: Room) -> Viewer {
        guard viewer.kind == .participant, let person = viewer.person else { return viewer }
        return Viewer(kind: .participant, person: person, group: room.seat(of: person))
    }

    @Test func everyKindOfEventButTheEndHappens() throws {
        let kinds = try Script.played().entries.map { Sealing.seal($0.event, actor: nil) { _ in false }.kind }
        let missing = Set(Event.types.map { $0.kind }).subtracting(kinds)
        // Reports come when it is over, and nobody who is connected is told of them.
        let reports = ImportFact.Kind.allCases.map(\.rawValue)
        #expect(missing == Set(["meetingEnded", "meetingReopened", "personErased", "recordingBegan"] + reports))
    }
}
