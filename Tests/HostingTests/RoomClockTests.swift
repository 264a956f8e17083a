// What time it is in a room when the machine's clock is set.

import Testing

@testable import Hosting
@testable import Meetings

@Suite struct RoomClockTests {
    private static let hour: Instant = 3_600_000

    /// One reading: steady time, how far the machine's clock is from it, whether something is timed, what is expected.
    struct Look: Sendable {
        let steady, wallOff: Instant
        let isTimed: Bool
        let expected: Instant
        /// Whether an entry is written at that time.
        var writes = true
    }

    static let cases: [(name: String, last: Instant, looks: [Look])] = [
        (
            "nobody sets it", 0,
            [
                Look(steady: 5, wallOff: 0, isTimed: true, expected: 5),
                Look(steady: 9, wallOff: 0, isTimed: true, expected: 9),
            ]
        ),
        (
            "an hour forward while a segment runs: it ends no earlier; the next one has the right time", 0,
            [
                Look(steady: 1_000, wallOff: 0, isTimed: true, expected: 1_000),
                Look(steady: 2_000, wallOff: hour, isTimed: true, expected: 2_000),
                Look(steady: 3_000, wallOff: hour, isTimed: false, expected: 3_000 + hour),
                Look(steady: 4_000, wallOff: hour, isTimed: true, expected: 4_000 + hour),
            ]
        ),
        (
            "an hour back while a segment runs: it takes as long as it does", 0,
            [
                Look(steady: hour, wallOff: 0, isTimed: true, expected: hour),
                Look(steady: hour + 900, wallOff: -hour, isTimed: true, expected: hour + 900),
            ]
        ),
        (
            "a start an hour ahead, corrected before anything was written", 0,
            [
                Look(steady: 1_000, wallOff: hour, isTimed: false, expected: 1_000 + hour, writes: false),
                Look(steady: 2_000, wallOff: 0, isTimed: false, expected: 2_000),
                Look(steady: 3_000, wallOff: 0, isTimed: true, expected: 3_000),
            ]
        ),
        (
            "a start an hour ahead, corrected between segments: time stands still, then goes on from there", 0,
            [
                Look(steady: 1_000, wallOff: hour, isTimed: true, expected: 1_000 + hour),
                Look(steady: 2_000, wallOff: 0, isTimed: false, expected: 1_000 + hour),
                Look(steady: 3_000, wallOff: 0, isTimed: false, expected: 1_000 + hour),
                Look(steady: 4_000, wallOff: 0, isTimed: true, expected: 2_000 + hour),
                Look(steady: 9_000, wallOff: 0, isTimed: true, expected: 7_000 + hour),
                Look(steady: 2 * hour, wallOff: 0, isTimed: false, expected: 2 * hour),
            ]
        ),
        (
            "a log that ends an hour ahead is loaded: nothing is before its end, and a running segment goes on", hour,
            [
                Look(steady: 1_000, wallOff: 0, isTimed: true, expected: hour),
                Look(steady: 61_000, wallOff: 0, isTimed: true, expected: hour + 60_000),
            ]
        ),
        (
            "the clock says 1970, then the year it is", 0,
            [
                Look(steady: 1_000, wallOff: -1_000, isTimed: false, expected: 0),
                Look(steady: 2_000, wallOff: 500_000 * hour, isTimed: false, expected: 2_000 + 500_000 * hour),
            ]
        ),
        (
            "small differences are no jump", 0,
            [
                Look(steady: 1_000, wallOff: 0, isTimed: false, expected: 1_000),
                Look(steady: 2_000, wallOff: 99, isTimed: false, expected: 2_000),
                Look(steady: 3_000, wallOff: 100, isTimed: false, expected: 3_100),
            ]
        ),
        (
            "a day back and forth again while somebody is here", 0,
            [
                Look(steady: 30 * hour, wallOff: 0, isTimed: true, expected: 30 * hour),
                Look(steady: 30 * hour + 1, wallOff: -24 * hour, isTimed: true, expected: 30 * hour + 1),
                Look(steady: 30 * hour + 2, wallOff: 0, isTimed: true, expected: 30 * hour + 2),
                Look(steady: 30 * hour + 3, wallOff: 24 * hour, isTimed: true, expected: 30 * hour + 3),
            ]
        ),
    ]

    @Test("given readings of two clocks, then the room has that time, and never an earlier one", arguments: cases)
    func times(_ line: (name: String, last: Instant, looks: [Look])) {
        var clock = RoomClock()
        var last = line.last
        for (index, look) in line.looks.enumerated() {
            let reading = TimeReading(steady: look.steady, wall: look.steady + look.wallOff)
            let time = clock.time(reading, notBefore: last) { look.isTimed }
            #expect(time == look.expected, "\(line.name), look \(index)")
            #expect(time >= last, "\(line.name), look \(index)")
            if look.writes { last = time }
        }
    }

    @Test("whatever is done to the clock, what is timed takes as long as it takes", arguments: 0..<50)
    func random(_ seed: Int) {
        var chance = SplitMix(seed: UInt64(seed))
        var (clock, steady, last, wallOff) = (RoomClock(), Instant(1_000), Instant(0), Instant(0))
        var before: (steady: Instant, time: Instant)?
        for _ in 0..<200 {
            steady += Instant(chance.next() % 60_000)
            if chance.next().isMultiple(of: 4) { wallOff = Instant(chance.next() % 200_000_000) - 100_000_000 }
            let isTimed = !chance.next().isMultiple(of: 5)
            let time = clock.time(TimeReading(steady: steady, wall: steady + wallOff), notBefore: last) { isTimed }
            #expect(time >= last)
            if isTimed, let before { #expect(time - before.time == steady - before.steady) }
            before = isTimed ? (steady, time) : nil
            last = time
        }
    }

    /// What makes a room timed.
    static let timed: [(name: String, facts: [Event], isTimed: Bool)] = [
        ("planned", [], false), ("open and empty", [MeetingOpened().event], false),
        ("a segment", [MeetingOpened().event, SegmentOpened(segment: SegmentID(rawValue: "s1")).event], true),
        (
            "somebody is here",
            [
                MeetingOpened().event,
                PersonJoined(
                    person: "p1", role: .participant, mode: .remote, tier: .pseudonymous, name: "Nia", school: nil
                ).event, PresenceBegan(person: "p1", mode: .remote).event,
            ], true
        ),
        (
            "over",
            [MeetingOpened().event, SegmentOpened(segment: SegmentID(rawValue: "s1")).event, MeetingEnded().event],
            false
        ),
    ]

    @Test("a room in which something runs is timed", arguments: timed)
    func isTimed(_ line: (name: String, facts: [Event], isTimed: Bool)) {
        var room = Room()
        for fact in line.facts { room.apply(Entry(sequence: room.sequence + 1, at: 1_000, event: fact)) }
        #expect(room.isTimed == line.isTimed, "\(line.name)")
    }
}

/// A small generator, so that a seed gives the same run.
private struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
