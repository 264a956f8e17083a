// The part of the scripted meeting in which everything happens that can happen with kits.

@testable import Meetings

extension Script {
    mutating func bench() throws {
        let plan = SegmentPlan(
            kind: .handsOn, title: "Kits", timeboxSeconds: 600,
            bench: BenchPlan(
                kit: "Plant sensor",
                steps: [BenchStep(text: "Open it", link: "https://kit.example"), BenchStep(text: "Light it")]))
        let index = room.agenda.count
        try say(AddSegment(plan: plan, index: index).command, by: Self.lead)
        let id = room.agenda[index].id
        try say(OpenSegment(segment: id).command, by: Self.lead)
        let (cai, gwen) = (PersonID(rawValue: "p3"), PersonID(rawValue: "p4"))
        func set(_ step: Int, _ state: KitState, note: String? = nil) -> Command {
            SetKit(segment: id, step: step, state: state, note: note).command
        }
        try say(set(0, .inBox), by: Self.ben)
        try say(set(0, .working), by: Self.ben)
        try say(set(1, .working), by: cai)
        try say(set(0, .stuck, note: "No light"), by: gwen)
        let first = room.bench(id).calls[0].peer ?? Self.ben
        try say(DeclineHelp(segment: id, asker: gwen).command, by: first)
        let helper = room.bench(id).calls[0].peer ?? cai
        try say(GiveHelp(segment: id, asker: gwen, helper: helper).command, by: gwen)
        try say(set(1, .stuck), by: gwen)
        try say(set(1, .building), by: gwen)
        try say(
            ReviewKit(segment: id, isStudent: true, fiddly: 4, frustrating: 2, adaption: "Fewer wires").command,
            by: Self.ben)
        for _ in 0..<2 {
            try say(
                AddPhoto(segment: id, person: cai, by: cai, step: 1, width: 640, height: 480, jpeg: "/9j/2Q==").command)
        }
        let photos = room.bench(id).photos.map(\.id)
        for photo in photos { try say(ShowPhoto(photo: photo, isShown: true).command, by: cai) }
        try say(RemovePhoto(photo: photos[1]).command, by: cai)
        try say(OpenPrevious().command, by: Self.lead)
    }
}
