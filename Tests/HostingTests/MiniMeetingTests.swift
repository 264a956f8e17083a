// Knows that the worked meeting of the specification, played through a room's host, gives its expected figures exactly.

import Foundation
import Testing

@testable import Analytics
@testable import Hosting
@testable import Meetings

@Suite(.timeLimit(.minutes(5))) struct MiniMeetingTests {
    private struct Vector: Decodable {
        struct Input: Decodable {
            struct Segment: Decodable {
                var id, kind: String
                var from_s, to_s: Int
            }
            struct Item: Decodable {
                var id, segment, answered_by: String
                var open_s, close_s: Int
            }
            struct Person: Decodable {
                var id, role: String
                var mode: AttendanceMode
                var present_s: [[Double]]
            }
            struct Act: Decodable {
                var id, by: String
                var t_s: Double
                var kind: ActKind
                var words: Int?
                var obj, re: String?
            }
            var scheduled_s: Int
            var segments: [Segment]
            var items: [Item]
            var people: [Person]
            var acts: [Act]
        }
        struct Expected: Decodable {
            struct Uptake: Decodable {
                var offered, taken: [String: Int]
                var sum: [Int]
                var wilson95: [Double]
            }
            struct Made: Decodable {
                var x: [String: Int]
                var gini, gini_corrected, gini_chance, evenness_all, evenness_active, top_share: Double
            }
            var refused: [String]
            var act_modes: [String: String]
            var uptake: Uptake
            var active_minutes: [String: [Int]]
            var made_per_person: Made
            var km: [[Double]]
            var presence_s: [String: Double]
            var mode_minutes: [String: Double]
            var mode_by_segment: [String: [String: String]]
        }
        var input: Input
        var expected: Expected
    }

    private static func vector() throws -> Vector {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Data/vectors/mini_meeting.json")
        return try JSONDecoder().decode(Vector.self, from: Data(contentsOf: file))
    }

    private static func plan(_ segment: Vector.Input.Segment, _ items: [Vector.Input.Item]) throws -> SegmentPlan {
        let own = items.filter { $0.segment == segment.id }
        let asks = own.contains { $0.answered_by == "reflect.save" }
        return SegmentPlan(
            kind: try #require(SegmentKind(rawValue: segment.kind)), title: segment.id,
            timeboxSeconds: segment.to_s - segment.from_s,
            bench: own.contains { $0.answered_by == "kit.state" } ? BenchPlan(steps: [BenchStep(text: "Build")]) : nil,
            prompts: asks ? [PromptPlan(kind: .open, text: "What now?", circle: .named)] : nil)
    }

    private static func text(_ words: Int?) -> String {
        Array(repeating: "gair", count: words ?? 0).joined(separator: " ")
    }

    /// What happens, at which second; of one second leaving comes before coming, and all of it before acts.
    private static func play(_ input: Vector.Input) async throws -> (PlayedMeeting, [String: String], [String]) {
        let played = try await PlayedMeeting(try input.segments.map { try plan($0, input.items) })
        let lead = try #require(input.people.first { $0.role == "lead" }?.id)
        await played.come(lead, as: "coordinator")
        try await played.say(lead, OpenMeeting().command)
        try await played.say(lead, SetMode(person: nil, mode: .remote).command)
        var (made, refused): ([String: String], [String]) = ([:], [])
        for second in 0...input.scheduled_s {
            let now = Double(second)
            await played.at(now)
            for person in input.people where person.id != lead {
                for interval in person.present_s {
                    if now == interval[1], second < input.scheduled_s { await played.go(person.id) }
                    guard now == interval[0] else { continue }
                    if person.mode == .roomNoDevice {
                        try await played.bring(person.id, by: lead, person.mode)
                        continue
                    }
                    if interval == person.present_s[0] { try await played.join(person.id, person.mode) }
                    await played.come(person.id)
                }
            }
            for item in input.items where now == Double(item.close_s) && item.answered_by == "reflect.save" {
                try await played.say(lead, ClosePrompt(prompt: PromptID(rawValue: made[item.id] ?? "")).command)
            }
            for segment in input.segments where segment.from_s == second {
                try await played.say(lead, OpenNext().command)
                made[segment.id] = try await played.room.current?.rawValue
            }
            for item in input.items where item.open_s == second {
                made[item.id] = try await open(item, played, lead, made)
            }
            for act in input.acts where act.t_s == now {
                if try await !perform(act, played, &made) { refused.append(act.id) }
            }
        }
        try await played.say(lead, EndMeeting().command)
        return (played, made, refused)
    }

    private static func open(
        _ item: Vector.Input.Item, _ played: PlayedMeeting, _ lead: String, _ made: [String: String]
    ) async throws -> String? {
        switch item.answered_by {
        case "pulse.answer":
            try await played.say(lead, OpenPulse().command)
            return try await played.room.pulses.last?.id.rawValue
        case "reflect.save":
            let prompt = try #require(try await played.room.prompts.last?.id)
            try await played.say(lead, OpenPrompt(prompt: prompt).command)
            return prompt.rawValue
        default: return made[item.segment]
        }
    }

    /// Whether it was taken.
    private static func perform(
        _ act: Vector.Input.Act, _ played: PlayedMeeting, _ made: inout [String: String]
    ) async throws -> Bool {
        let object = act.obj.flatMap { made[$0] } ?? ""
        switch act.kind {
        case .talkTurn:
            try await played.say(act.by, NoteSpeech(person: nil, words: act.words ?? 0, characters: 400).command)
        case .pulseAnswer:
            try await played.say(act.by, AnswerPulse(pulse: PulseID(rawValue: object), answer: .gotIt).command)
        case .kitState:
            try await played.say(
                act.by, SetKit(segment: SegmentID(rawValue: object), step: 0, state: .building).command)
        case .reflectSave:
            try await played.say(
                act.by,
                SaveResponse(
                    prompt: PromptID(rawValue: object), answer: PromptAnswer(texts: [text(act.words)]),
                    narrowing: nil, isHandedIn: true
                ).command)
        case .chatPost, .chatReply:
            let re = act.re.flatMap { made[$0] }.map { MessageID(rawValue: $0) }
            try await played.say(act.by, PostMessage(text: text(act.words), re: re).command)
            made[act.id] = try await played.room.messages.last?.id.rawValue
        case .react:
            let message = try #require(try await played.room.messages.last?.id)
            let refusal = await played.refusal(of: act.by, React(message: message, reaction: .thanks).command)
            return refusal != .notPresent
        default: Issue.record("\(act.kind) is not played")
        }
        return true
    }

    @Test("the worked meeting has its expected figures")
    func figures() async throws {
        let vector = try Self.vector()
        let expected = vector.expected
        let (played, made, refused) = try await Self.play(vector.input)
        let record = try await played.reading().record
        let measures = MeetingMeasures(record)
        func id(_ name: String) -> PersonID { PersonID(rawValue: name) }

        #expect(refused == expected.refused)
        #expect(
            record.people.mapValues { Double($0.presence) / 1000 }
                == Dictionary(
                    uniqueKeysWithValues: expected.presence_s.map { (id($0), $1) }))
        // The acts, by who did them and when.
        let acts = vector.input.acts.filter { !refused.contains($0.id) }
        #expect(record.acts.count == acts.count)
        for act in acts {
            let at = PlayedMeeting.begin + Instant(act.t_s * 1000)
            let found = record.acts.first { $0.person == id(act.by) && $0.at == at }
            #expect(found?.kind == act.kind, "\(act.id)")
            #expect(found?.mode?.rawValue == expected.act_modes[act.id], "\(act.id)")
            #expect(found?.words == act.words, "\(act.id)")
        }
        for (person, row) in expected.mode_by_segment {
            for (segment, mode) in row {
                let cell = measures.modes.cells[id(person)]?[SegmentID(rawValue: made[segment] ?? "")]
                #expect(cell?.mode.rawValue == mode, "\(person) in \(segment)")
            }
        }
        for (person, offered) in expected.uptake.offered {
            let own = measures.opportunities.filter { $0.person == id(person) && $0.isOffered }
            #expect(own.count == offered, "offered to \(person)")
            #expect(own.count(where: \.isTaken) == expected.uptake.taken[person], "taken by \(person)")
        }
        for (person, bins) in expected.active_minutes {
            let own = measures.minutes[id(person)]
            #expect([own?.active, own?.present] == [bins[0], bins[1]], "minutes of \(person)")
        }
        try Self.check(measures, expected)
    }

    private static func check(_ measures: MeetingMeasures, _ expected: Vector.Expected) throws {
        let all = measures.all()
        func figure(_ name: String, _ subset: String) throws -> Measure {
            try #require(all.first { $0.name == name && $0.subset == subset && $0.scope == .meeting }, "\(name)")
        }
        func isNear(_ found: Double?, _ wanted: Double, _ places: Double = 1e-6) -> Bool {
            found.map { abs($0 - wanted) <= places } ?? false
        }
        let uptake = try figure("uptake", "observable_no_lead")
        #expect(uptake.numerator == Double(expected.uptake.sum[0]))
        #expect(uptake.denominator == Double(expected.uptake.sum[1]))
        #expect(isNear(uptake.low, expected.uptake.wilson95[0]) && isNear(uptake.high, expected.uptake.wilson95[1]))
        let made = expected.made_per_person
        let gini = try figure("gini_made", "observable_no_lead")
        #expect(gini.n == made.x.count)
        #expect(isNear(gini.value, made.gini) && isNear(gini.chance, made.gini_chance))
        let rest = [
            ("gini_corrected_made", made.gini_corrected), ("evenness_made", made.evenness_all),
            ("evenness_active_made", made.evenness_active), ("top_share_made", made.top_share), ("n_half_made", 1),
        ]
        for (name, wanted) in rest {
            #expect(isNear(try figure(name, "observable_no_lead").value, wanted), "\(name)")
        }
        #expect(
            measures.staying.survival.steps.map { [$0.time, Double($0.atRisk), Double($0.events), $0.survival] }
                == expected.km)
        let minutes = measures.modes.minutes()
        #expect(Set(minutes.keys.map(\.rawValue)) == Set(expected.mode_minutes.keys))
        for (mode, wanted) in expected.mode_minutes {
            let found = SegmentMode(rawValue: mode).flatMap { minutes[$0] }
            #expect(isNear(found, wanted, 1e-3), "\(mode): \(found ?? -1)")
        }
    }
}
