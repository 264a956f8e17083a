// Knows who the simulated teachers are: their names, schools, devices and ways.

import Meetings

/// Who takes part.
struct Persona: Equatable {
    var name: String
    var school: String
    var mode: String
    var behaviour: Behaviour
    var teaching: SchoolPhase
    /// Who share the device, if it is a table's.
    var seats: [String] = []

    private static let names = [
        "Siân", "Amir", "Mair", "Rhiannon", "Joe", "Priya", "Gwen", "Tomos", "Ewa", "Dafydd", "Aisha", "Callum",
        "Nerys", "Marcus", "Lowri", "Hana",
    ]
    private static let schools = [
        "Ysgol Glan Môr", "Hillside Primary", "Ysgol y Bryn", "Ysgol Uwchradd Bro Teifi", "St Mary's", "Park Lane High",
    ]
    /// Where each of the schools is.
    private static let phases: [SchoolPhase] = [.primary, .primary, .primary, .secondary, .primary, .secondary]
    /// One of each kind among the first five, and then as meetings are: most people listen.
    private static let cast: [Behaviour] = [
        .talker, .lurker, .latecomer, .dropper, .table, .lurker, .talker, .lurker, .lurker, .talker, .lurker, .lurker,
    ]

    /// The persona with this number, from 0.
    init(number: Int) {
        behaviour = Self.cast[number % Self.cast.count]
        let round = number / Self.names.count
        let own = Self.names[number % Self.names.count] + (round == 0 ? "" : " \(round + 1)")
        school = Self.schools[number % Self.schools.count]
        teaching = Self.phases[number % Self.phases.count]
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
