// Knows what simulated teachers say, in the two languages of a real network.

/// What somebody writes, by occasion.
enum Remark: Sendable, CaseIterable {
    case building, plan, agreement, oneWord, sorry, missed, tableFirst, tableSecond, thought, finding

    /// One of the sentences for the occasion.
    func text(chance: inout some RandomNumberGenerator) -> String {
        let all = sentences
        return all[Int.random(in: all.indices, using: &chance)]
    }

    private var sentences: [String] {
        switch self {
        case .building:
            [
                "Our moisture sensor rusts after a week. Yours too?", "It works when the cable is short.",
                "Mae'r golau'n fflachio, ond dim sain eto.", "Ours only wakes up after a reset.",
                "Wedi llwyddo o'r diwedd!", "Is there a spare battery on a table?",
            ]
        case .plan:
            [
                "Year 8 will try that on Thursday.", "I will start with one group and see.",
                "Byddaf yn rhoi cynnig arni gyda Blwyddyn 7.", "I need a technician for half an hour first.",
            ]
        case .agreement: ["Same here.", "Good idea, thank you.", "Yr un fath yma.", "How long did that take you?"]
        case .oneWord: ["Soil.", "Hope.", "Prysur.", "Thursday.", "Diolch.", "Again!"]
        case .sorry: ["Sorry, the bus was late.", "Ymddiheuriadau, roedd y cyfarfod blaenorol yn hir."]
        case .missed: ["What did I miss, and where is the kit list?", "Ble mae'r rhestr offer?"]
        case .tableFirst: ["Ours was upside down. Now it is not.", "Mae'n gweithio! Bron."]
        case .thought:
            [
                "Could we measure in the shade too?", "Beth am i'r plant ddewis y planhigyn?",
                "It needs a longer lead.", "Who has a spare one to lend?",
            ]
        case .finding:
            [
                "We report: average five readings.", "Ein canlyniad: mae'r pridd yn sychu mewn tri diwrnod.",
                "Start with the kit in pairs, not alone.",
            ]
        case .tableSecond: ["Two of three plants are saved.", "We broke it and mended it twice."]
        }
    }
}
