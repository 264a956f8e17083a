// Knows what simulated teachers are called and what they say, in the two languages of a real network.

/// What somebody writes, by occasion.
enum Line: Sendable, CaseIterable {
    case building, plan, agreement, oneWord, sorry, missed, tableFirst, tableSecond

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
        case .tableSecond: ["Two of three plants are saved.", "We broke it and mended it twice."]
        }
    }
}

/// Who takes part.
struct Role: Equatable {
    var name: String
    var school: String
    var mode: String
    var behaviour: Behaviour
    /// Who share the device, if it is a table's.
    var seats: [String] = []

    private static let names = [
        "Siân", "Amir", "Mair", "Rhiannon", "Joe", "Priya", "Gwen", "Tomos", "Ewa", "Dafydd", "Aisha", "Callum",
        "Nerys", "Marcus", "Lowri", "Hana",
    ]
    private static let schools = [
        "Ysgol Glan Môr", "Hillside Primary", "Ysgol y Bryn", "Ysgol Uwchradd Bro Teifi", "St Mary's", "Park Lane High",
    ]
    /// One of each kind among the first five, and then as meetings are: most people listen.
    private static let cast: [Behaviour] = [
        .talker, .lurker, .latecomer, .dropper, .table, .lurker, .talker, .lurker, .lurker, .talker, .lurker, .lurker,
    ]

    /// The role of the person with this number, from 0.
    init(number: Int) {
        behaviour = Self.cast[number % Self.cast.count]
        let round = number / Self.names.count
        let own = Self.names[number % Self.names.count] + (round == 0 ? "" : " \(round + 1)")
        school = Self.schools[number % Self.schools.count]
        switch behaviour {
        case .table:
            let table = number / Self.cast.count
            (name, mode) = ("Table \(table + 1)", "table_device")
            seats = ["Nia", "Huw"].map { table == 0 ? $0 : "\($0) \(table + 1)" }
        case .talker, .dropper: (name, mode) = (own, number.isMultiple(of: 2) ? "room_device" : "remote")
        case .lurker, .latecomer: (name, mode) = (own, "remote")
        }
    }
}

/// The same numbers for the same seed, so that a rehearsal can be had again.
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
