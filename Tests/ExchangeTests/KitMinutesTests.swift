// Kits in minutes: counts for everybody, what was said of a kit for leads, and where somebody was for nobody.

import Exchange
import Foundation
import Testing

@testable import Meetings

@Suite struct KitMinutesTests {
    private static let room: Room = {
        var room = Room()
        let events: [Event] = [
            MeetingPlanned(title: "Soil", plannedStart: nil, zone: "Europe/London", options: Options()).event,
            SegmentAdded(
                segment: "s1", kind: .handsOn, title: "Build", timeboxSeconds: 600, note: nil, index: 0,
                bench: BenchPlan(kit: "Sensor", steps: [BenchStep(text: "Clip"), BenchStep(text: "Show")])
            ).event,
            MeetingOpened().event,
            PersonJoined(
                person: "ann", role: .participant, mode: .remote, tier: .pseudonymous, name: "Ann", school: nil
            ).event,
            KitSet(segment: "s1", person: "ann", step: 1, state: .stuck, note: "canary-note").event,
            KitReviewed(
                segment: "s1", kit: "Sensor", person: "ann", isStudent: true, fiddly: 4, frustrating: 2,
                adaption: "Longer wires", words: 2
            ).event,
            MeetingEnded().event,
        ]
        for (index, event) in events.enumerated() {
            room.apply(Entry(sequence: Int64(index + 1), at: Int64(index) * 60_000, event: event))
        }
        return room
    }()

    @Test(arguments: MinutesReaders.allCases, MinutesForm.allCases)
    func kits(_ readers: MinutesReaders, _ form: MinutesForm) throws {
        let web = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Web/locales")
        let texts = try LocaleTexts(
            language: "en",
            catalogues: ["en.json", "en.minutes.json"].map { try Data(contentsOf: web.appending(path: $0)) })
        let written = Minutes(Self.room, for: readers, texts: texts).written(as: form)
        #expect(written.contains("2. Show") && written.contains("Stuck"))
        #expect(!written.contains("canary"))
        #expect(written.contains("Longer wires") == (readers == .leads))
    }
}
