// Knows what the page of a meeting makes of its record where the two could differ.

import Testing

@testable import Analytics
@testable import Meetings

@Suite struct DebriefRecordTests {
    /// Ann on the call and Bob in the room with their devices, Dai beside him without one, at a kit for half an hour.
    private static func meeting(_ write: (inout Facts) -> Void) throws -> Debrief {
        var facts = Facts([(.handsOn, 30)], bench: 1)
        facts.open(0, "s1")
        facts.join(0, "lea", role: .lead)
        facts.join(0, "ann", school: "Ysgol Bell")
        facts.join(0, "bob", .roomDevice, school: "ysgol  bell")
        facts.join(0, "dai", .roomNoDevice, here: false)
        facts.checkIn(0, "dai")
        write(&facts)
        facts.close(1_800, "s1")
        facts.end(1_800)
        return try #require(Debrief(MeetingReading(facts.entries, actors: facts.actors)))
    }

    private static func compared(_ debrief: Debrief, _ deed: Debrief.Comparison.Deed) -> Debrief.Comparison? {
        debrief.comparisons.first { $0.deed == deed }
    }

    @Test("room and call are compared by those who could be seen, whatever is known of others")
    func seen() throws {
        let debrief = try Self.meeting { facts in
            facts.speak(100, "dai", for: 20)
            for name in ["bob", "dai"] {
                facts.add(
                    200,
                    KitSet(
                        segment: Facts.segment("s1"), person: Facts.id(name), step: 0, state: .working, source: .leadTap
                    ))
            }
        }
        #expect(Self.compared(debrief, .acted) == .init(.acted, room: .init(1, of: 1), call: .init(0, of: 1)))
        #expect(Self.compared(debrief, .kit) == .init(.kit, room: .init(1, of: 1), call: .init(0, of: 1)))
        #expect(debrief.people.acted == 2, "what is known to be done is still told")
    }
}
