// Knows what comes of every wish about series and packs: given, when, then.

import Testing

@testable import Meetings

/// Given a network, when a coordinator wishes something, then these events or this rejection.
private struct DeskLine: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let network: Network
    let command: NetworkCommand
    let expected: Result<[NetworkEvent], Rejection>

    init(_ name: String, _ network: Network, _ command: NetworkCommand, then events: NetworkEvent...) {
        (testDescription, self.network, self.command, expected) = (name, network, command, .success(events))
    }

    init(_ name: String, _ network: Network, _ command: NetworkCommand, refused: Rejection) {
        (testDescription, self.network, self.command, expected) = (name, network, command, .failure(refused))
    }
}

@Suite struct NetworkSeriesTests {
    private static func make(_ name: String, _ meeting: String? = nil) -> NetworkCommand {
        MakeSeries(name: name, meeting: meeting).command
    }

    private static func place(_ meeting: String, _ series: SeriesID) -> NetworkCommand {
        PlaceMeeting(meeting: meeting, series: series).command
    }

    /// `s1` "Spring" with `m1` and `m2`, `s4` "Summer" without any.
    private static let two = Network().after(make("Spring", "m1"), by: .desk).after(place("m2", "s1"), by: .desk)
        .after(make("Summer"), by: .desk)
    private static let range = [PackRange(meeting: "m1", last: 12)]
    /// And `k5`, a release of Spring.
    private static let released = two.after(
        ReleasePack(series: "s1", key: "a", ranges: range).command, by: .person("eve", .evaluator))

    fileprivate static let lines = [
        DeskLine(
            "a series with its first meeting", two, make(" Autumn  term ", "m9"),
            then: SeriesNamed(series: "s5", name: "Autumn term").event,
            MeetingPlaced(meeting: "m9", series: "s5").event),
        DeskLine("a name that is taken", two, make("spring"), refused: .alreadySo),
        DeskLine("no name", two, make(" \u{200B} "), refused: .textMissing),
        DeskLine("a meeting that is none", two, make("Autumn", ""), refused: .notFound),
        DeskLine(
            "another name", two, RenameSeries(series: "s1", name: "Gwanwyn").command,
            then: SeriesNamed(series: "s1", name: "Gwanwyn").event),
        DeskLine(
            "another way to write it", two, RenameSeries(series: "s1", name: "SPRING").command,
            then: SeriesNamed(series: "s1", name: "SPRING").event),
        DeskLine("the same name", two, RenameSeries(series: "s1", name: "Spring").command, refused: .alreadySo),
        DeskLine("another's name", two, RenameSeries(series: "s1", name: "Summer").command, refused: .alreadySo),
        DeskLine("no such series", two, RenameSeries(series: "s9", name: "X").command, refused: .notFound),
        DeskLine("into no series", two, place("m1", "s9"), refused: .notFound),
        DeskLine("where it is", two, place("m1", "s1"), refused: .alreadySo),
        DeskLine(
            "from one into the other", two, place("m1", "s4"), then: MeetingPlaced(meeting: "m1", series: "s4").event),
        DeskLine("out of it", two, TakeOutMeeting(meeting: "m1").command, then: MeetingTakenOut(meeting: "m1").event),
        DeskLine("out of none", two, TakeOutMeeting(meeting: "m7").command, refused: .alreadySo),
        DeskLine("dropped", two, DropSeries(series: "s1").command, then: SeriesDropped(series: "s1").event),
        DeskLine("dropped twice", two, DropSeries(series: "s9").command, refused: .notFound),
        DeskLine(
            "a pack of all meetings", two, ReleasePack(series: nil, key: "b", ranges: range).command,
            then: PackReleased(pack: "k5", series: nil, key: "b", ranges: range, by: .coordinator).event),
        DeskLine("of nothing", two, ReleasePack(series: nil, key: "b", ranges: []).command, refused: .notFound),
        DeskLine("of no series", two, ReleasePack(series: "s9", key: "b", ranges: range).command, refused: .notFound),
        DeskLine(
            "no such pack", two, HandOutPack(pack: "k5", form: .plain, hash: "00", bytes: 1).command, refused: .notFound
        ),
        DeskLine(
            "handed out", released, HandOutPack(pack: "k5", form: .plain, hash: "00", bytes: 1).command,
            then: PackHandedOut(pack: "k5", form: .plain, hash: "00", bytes: 1, by: .coordinator).event),
    ]

    @Test("given, when, then", arguments: lines)
    fileprivate func table(_ line: DeskLine) { #expect(line.network.outcome(line.command, by: .desk) == line.expected) }

    @Test("a meeting is in one series at most")
    func one() {
        #expect(Self.two.series(of: "m1")?.id == "s1")
        let moved = Self.two.after(Self.place("m1", "s4"), by: .desk)
        #expect(moved.series.map(\.meetings) == [["m2"], ["m1"]])
        #expect(moved.after(DropSeries(series: "s4").command, by: .desk).series(of: "m1") == nil)
    }

    @Test(
        "the last release counts, each of its own; what was handed out stays in the ledger, the newest of it in memory")
    func ledger() {
        #expect(Self.two.release(of: "s1") == nil && Self.released.release(of: nil) == nil)
        #expect(
            Self.released.release(of: "s1")?.by == .evaluator && Self.released.release(of: "s1")?.ranges == Self.range)
        let again = Self.released.after(ReleasePack(series: "s1", key: "c", ranges: Self.range).command, by: .desk)
        #expect(again.release(of: "s1")?.key == "c")
        let most = NetworkLimits.handOutsOfPack
        let often = (0...most).reduce(again) {
            $0.after(HandOutPack(pack: "k5", form: .plain, hash: "\($1)", bytes: 1).command, by: .system)
        }
        #expect(often.packs[0].handedOut == most + 1 && often.packs[0].handOuts.count == most)
        #expect(often.packs[0].handOuts.last?.hash == "\(most)" && often.packs[0].handOuts.last?.by == .operator)
    }

    @Test("a name that was erased leaves the series")
    func erased() throws {
        let bare = try GoldenFile.value(NetworkEvent.self, #"{"seriesNamed":{"series":"s1"}}"#)
        let network = Network().after([bare, MeetingPlaced(meeting: "m1", series: "s1").event])
        #expect(network.series == [Series(id: "s1", name: nil, meetings: ["m1"])])
        #expect(SeriesNamed(series: "s1", name: "x").event.erasure == .object("series-s1"))
    }
}
