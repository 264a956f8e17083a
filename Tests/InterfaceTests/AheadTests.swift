// Knows what those who lead are told before a meeting, and what nobody is; and how a proposal comes into the next agenda.

import Analytics
import Hosting
import Testing

@testable import Interface
@testable import Meetings

@Suite(.timeLimit(.minutes(10))) struct AheadTests {
    /// Two meetings that are over: Bethan came to both, Cai to the last one only.
    private func world() async throws -> World {
        let world = try await World()
        for (id, name, school) in [
            ("bethan", "Bethan", "Ysgol y Bryn"), ("cai", "Cai", "Hillside"), ("dewi", "Dewi", "Hillside"),
            ("count", "Canary", "Hillside"), ("noah", "Noah", "Ysgol y Bryn"),
        ] {
            await world.catalogue.add(
                PersonRecord(
                    id: PersonID(rawValue: id), network: "n1", name: name, school: school,
                    tier: id == "count" ? .countOnly : .pseudonymous))
            await world.catalogue.add(ticket: "ticket-\(id)", of: PersonID(rawValue: id))
        }
        try await hold("m1", ["bethan"], at: World.start - 2_000_000, world)
        try await hold("m2", ["bethan", "cai", "count"], at: World.start - 1_000_000, world)
        await world.catalogue.set("ended", .planned)
        return world
    }

    private func hold(_ id: String, _ people: [String], at start: Instant, _ world: World) async throws {
        try await world.openMeeting(id)
        let topics = [Topic(id: TopicID(rawValue: "sensors"), names: ["en": "sensors", "cy": "synwyryddion"])]
        try await world.lead(SetTopics(topics: topics).command, at: id)
        for name in people {
            let person = PersonID(rawValue: name)
            _ = try await world.reception.submit(
                Join(
                    person: person, role: .participant, mode: .remote,
                    tier: name == "count" ? .countOnly : .pseudonymous, name: name, school: nil
                ).command, by: .system, to: id)
            _ = try await world.reception.submit(BeginPresence(person: person).command, by: .system, to: id)
            let said: Command =
                name == "bethan"
                ? SetOffers(topics: [TopicID(rawValue: "sensors")]).command
                : SetNeeds(topics: [TopicID(rawValue: "sensors")]).command
            // What somebody said before is recalled by itself.
            if name != "count" { _ = try? await world.reception.submit(said, by: .person(person), to: id) }
        }
        try await world.lead(EndMeeting().command, at: id)
        await world.catalogue.end(id, start: start)
    }

    private func ask(_ world: World, _ meeting: String = "planned") async throws -> Answer {
        let (carys, csrf) = try await world.signIn("carys")
        return await world.post("/api/ahead", "{\"meeting\":\"\(meeting)\",\"csrf\":\"\(csrf)\"}", cookies: carys)
    }

    private func looks(_ world: World) async throws -> [LookTaken] {
        try await world.routes.parts.networks.host(of: "n1").network().looks
    }

    @Test("who came once is told of, with what they want and who offers it; the look is written down")
    func second() async throws {
        let world = try await world()
        let told = try await ask(world)
        #expect(told.status == 200, "\(told.text)")
        #expect(told.text.contains(#""name":"Cai""#) && told.text.contains(#""newness":"second""#))
        #expect(told.text.contains(#""name":"Bethan""#) && told.text.contains(#""code":"gives""#))
        #expect(told.text.contains(#""code":"sameCall""#))
        #expect(try await looks(world).map(\.look) == [.ahead])
        #expect(try await looks(world).first?.meeting == "planned")
        // Whoever chose only to be counted is named nowhere, and who is known is not new.
        #expect(!told.text.contains("Canary") && !told.text.contains("Dewi") && !told.text.contains("Noah"))
        // No number of anybody is told.
        #expect(!told.text.contains("points") && !told.text.contains("meetings"))
    }

    @Test("names in prepared groups, at the door, and who looks for a buddy are new; whoever is known is not")
    func first() async throws {
        let world = try await world()
        let texts = GroupTexts(expected: ["Elin", "Bethan", "Siân (Ysgol y Bryn)", "Siân (Ysgol Glan Môr)"])
        _ = try await world.reception.submit(
            Join(person: "p-carys", role: .coordinator, mode: .remote, tier: .pseudonymous, name: "carys", school: nil)
                .command, by: .system, to: "planned")
        try await world.lead(
            SaveDraft(
                draft: nil, title: nil,
                plan: RoundPlan(groups: [GroupPlan(members: [], texts: texts)], draw: Draw(choice: .byHand))
            ).command,
            at: "planned")
        _ = try await world.routes.parts.networks.host(of: "n1").submit(
            OptInBuddy(
                wish: BuddyWish(contact: "canary-contact", phase: .primary, band: .upToTwo, needs: ["Sensors"])
            ).command, by: .person("dewi", .teacher))
        _ = await world.post(
            "/api/door", #"{"code":"PLANNED","ready":{"id":"r1","name":"Gwen","school":"Ysgol y Bryn"}}"#)
        let told = try await ask(world)
        for name in ["Elin", "Dewi", "Gwen"] { #expect(told.text.contains(#""name":"\#(name)""#), "\(told.text)") }
        #expect(told.text.components(separatedBy: #""newness":"first""#).count == 6, "\(told.text)")
        // Bethan is of the school of two of them, and looks after no more than two.
        #expect(told.text.components(separatedBy: #""welcome":[{"#).count == 3, "\(told.text)")
        #expect(!told.text.contains("canary-contact"))
    }

    @Test("where nobody is new nothing is told, and nobody has looked; nor once the meeting has begun")
    func nothing() async throws {
        let world = try await World()
        #expect(try await ask(world).text == #"{"more":0,"newcomers":[]}"#)
        let later = try await self.world()
        #expect(try await ask(later, "open").text == #"{"more":0,"newcomers":[]}"#)
        #expect(try await looks(world).isEmpty)
        #expect(try await looks(later).isEmpty)
    }

    @Test("whoever does not lead is refused, and has seen nothing; another network is not there")
    func refused() async throws {
        let world = try await world()
        let ann = await world.post("/api/ahead", #"{"meeting":"planned"}"#, cookies: "ticket-n1=ticket-ann")
        #expect(ann.code == "notAllowed")
        let (south, csrf) = try await world.signIn("other")
        let foreign = await world.post(
            "/api/ahead", "{\"meeting\":\"planned\",\"csrf\":\"\(csrf)\"}", cookies: south)
        #expect(foreign.status == 404)
        #expect(try await looks(world).isEmpty)
    }

    // MARK: The next agenda

    private func carry(_ world: World, _ text: String, kind: String = "talk", from past: String = "ended") async throws
        -> Answer
    {
        let (carys, csrf) = try await world.signIn("carys")
        return await world.post(
            "/api/meetings/\(past)/carry", "{\"text\":\"\(text)\",\"kind\":\"\(kind)\",\"csrf\":\"\(csrf)\"}",
            cookies: carys)
    }

    @Test("a proposal becomes a note for leads beside the item that it is about, once")
    func carried() async throws {
        let world = try await World()
        #expect(try await carry(world, "Plan 15 min").code == "noItems")
        for (index, kind) in [SegmentKind.checkIn, .talk].enumerated() {
            let plan = SegmentPlan(
                kind: kind, title: "\(kind)", timeboxSeconds: 600, note: "Read this", speaker: "Siân",
                leadNote: kind == .talk ? "Own words" : nil)
            _ = try await world.reception.submit(
                AddSegment(plan: plan, index: index).command, by: .system, to: "planned")
        }
        let told = try await carry(world, "Plan 15 min")
        #expect(told.status == 200 && told.text.contains(#""meeting":"planned""#), "\(told.text)")
        let agenda = try #require(try await world.reception.room(of: "planned")).agenda
        #expect(agenda[1].leadNote == "Own words\nPlan 15 min")
        #expect(agenda[1].note == "Read this" && agenda[1].speaker == "Siân" && agenda[1].title == "talk")
        #expect(try await carry(world, "Plan 15 min").code == "alreadySo")
        // Without an item of that kind it stands beside the first one.
        #expect(try await carry(world, "Tea", kind: "break").status == 200)
        let after = try #require(try await world.reception.room(of: "planned")).agenda
        #expect(after[0].leadNote == "Tea")
        let page = await world.ask(
            "GET", "/api/meetings/ended/figures", cookies: try await world.signIn("carys").cookie)
        #expect(page.text.contains(#""notes":["Tea","Own words","Plan 15 min"]"#), "\(page.text)")
        let shown = await world.ask("GET", "/api/meetings/ended/figures", cookies: try await world.signIn("eve").cookie)
        #expect(!shown.text.contains("Plan 15") && !shown.text.contains(#""next""#))
        #expect(try await carry(world, "Tea", from: "open").status == 404)
        await world.catalogue.set("planned", .open)
        #expect(try await carry(world, "Tea").code == "nothingPlanned")
    }

    /// A meeting of the list, for the table below.
    private static func meeting(
        _ id: String, days: Instant?, phase: Phase = .planned, isSample: Bool = false, isRehearsal: Bool = false,
        isArchived: Bool = false
    ) -> MeetingRecord {
        MeetingRecord(
            id: id, network: "n1", title: id, plannedStart: days.map { World.start + $0 * 86_400_000 }, zone: "UTC",
            code: id, phase: phase, isSample: isSample, isRehearsal: isRehearsal, isArchived: isArchived)
    }

    @Test("the next meeting is of the same series if one is planned, else of none, the soonest that may still come")
    func next() {
        let past = Self.meeting("past", days: -30, phase: .ended)
        func next(_ all: [MeetingRecord], _ series: [[String]] = []) -> String? {
            let known = series.enumerated().map { Series(id: SeriesID(rawValue: "s\($0)"), name: nil, meetings: $1) }
            return NextAgenda.meeting(after: past, in: all + [past], series: known, at: World.start)?.id
        }
        let (soon, late, open) = (
            Self.meeting("soon", days: 3), Self.meeting("late", days: 30), Self.meeting("x", days: nil)
        )
        #expect(next([]) == nil)
        #expect(next([late, soon, open]) == "soon")
        #expect(next([open]) == "x")
        #expect(next([soon, late], [["past", "late"]]) == "late")
        #expect(next([soon, late], [["past"], ["late"]]) == "soon")
        #expect(next([late], [["past"], ["late"]]) == nil)
        #expect(next([Self.meeting("gone", days: -3), late]) == "late")
        #expect(
            next([
                Self.meeting("a", days: 1, phase: .open), Self.meeting("b", days: 1, isSample: true),
                Self.meeting("c", days: 1, isRehearsal: true), Self.meeting("d", days: 1, isArchived: true),
            ]) == nil)
    }
}

extension MemoryCatalogue {
    fileprivate func end(_ meeting: String, start: Instant) {
        meetings[meeting]?.phase = .ended
        meetings[meeting]?.plannedStart = start
    }
}
