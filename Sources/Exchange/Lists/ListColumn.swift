// Knows the columns of rosters and lists, and how programs and people call them in English and Welsh.

import Meetings

/// A column that means something here.
public enum ListColumn: String, CaseIterable, Codable, Sendable {
    case id, name, first, surname, email, group, school, mat, phase, subject, years, offers, needs, area, lat, lon
    case attended, core, mode, bridge, talk, optin
    case schoolName = "school_name"
    case kilometres = "max_km"

    /// The names of the format, which say how a column is called in a complaint, and others by which it is known.
    private var names: [String] {
        switch self {
        case .id: ["id"]
        case .name:
            [
                "name", "names", "full name", "fullname", "display name", "participant", "participant name", "attendee",
                "attendee name", "teacher", "member", "name (original name)", "user name", "enw", "enwau", "enw llawn",
                "enw arddangos", "cyfranogwr", "athro", "athrawes", "athro/athrawes", "aelod", "mynychwr",
            ]
        case .first:
            ["first name", "firstname", "first", "forename", "given name", "givenname", "enw cyntaf", "enw bedydd"]
        case .surname:
            ["surname", "last name", "lastname", "last", "family name", "familyname", "cyfenw", "enw olaf"]
        case .email:
            [
                "email", "e-mail", "mail", "email address", "e-mail address", "user email", "username",
                "e-mail 1 - value",
                "ebost", "e-bost", "cyfeiriad ebost", "cyfeiriad e-bost", "primary email",
            ]
        case .group:
            [
                "group", "groups", "group name", "group number", "pre-assign room name", "room", "room name",
                "breakout room", "breakout", "table", "team", "grŵp", "grwp", "grwpiau", "enw'r grŵp", "rhif y grŵp",
                "ystafell", "bwrdd", "tîm", "tim",
            ]
        case .school: ["school", "ysgol", "organisation", "organization", "company", "sefydliad"]
        case .schoolName: ["school_name", "school name", "name of school", "enw'r ysgol", "enw ysgol"]
        case .mat: ["mat", "trust", "ymddiriedolaeth"]
        case .phase: ["phase", "school phase", "cyfnod", "sector"]
        case .subject: ["subject", "pwnc"]
        case .years: ["years", "years teaching", "years in teaching", "blynyddoedd", "blynyddoedd yn dysgu"]
        case .offers: ["offers", "can help with", "yn cynnig", "cynnig", "cynigion"]
        case .needs: ["needs", "wants help with", "angen", "anghenion"]
        case .area: ["area", "ardal"]
        case .lat: ["lat", "latitude"]
        case .lon: ["lon", "longitude"]
        case .attended: ["attended"]
        case .core: ["core"]
        case .mode: ["mode", "modd"]
        case .bridge: ["bridge"]
        case .talk: ["talk"]
        case .optin: ["optin"]
        case .kilometres: ["max_km"]
        }
    }

    private static let known: [ComparedName: ListColumn] = Dictionary(
        allCases.flatMap { column in column.names.map { (ComparedName($0), column) } },
        uniquingKeysWith: { first, _ in first })

    /// What forms ask, by a word in it; the more special first.
    private static let asked: [(word: String, column: ListColumn)] = [
        ("first name", .first), ("enw cyntaf", .first), ("surname", .surname), ("last name", .surname),
        ("cyfenw", .surname), ("email", .email), ("e-mail", .email), ("ebost", .email), ("e-bost", .email),
        ("school", .school), ("ysgol", .school), ("group", .group), ("grŵp", .group), ("name", .name), ("enw", .name),
    ]

    /// The column of a cell in the row of names.
    init?(header: String) {
        if let column = Self.known[ComparedName(header)] ?? Self.known[ComparedName(Self.tidied(header))] {
            self = column
        } else if let column = Self.question(header) {
            self = column
        } else {
            return nil
        }
    }

    /// Without what forms and databases add: a colon, a star, underscores.
    private static func tidied(_ header: String) -> String {
        String(header.map { $0 == "_" ? " " : $0 }.filter { !":*?".contains($0) })
    }

    /// "What is your name?", "Eich enw".
    private static func question(_ header: String) -> ListColumn? {
        let key = ComparedName(header).text
        let words = key.split { !$0.isLetter && $0 != "-" && $0 != "'" }.map(String.init)
        guard key.hasSuffix("?") || words.contains("your") || words.contains("eich") else { return nil }
        let text = " " + words.joined(separator: " ") + " "
        return asked.first { text.contains(" " + $0.word + " ") }?.column
    }

    /// Whether it can say who somebody is.
    var isName: Bool {
        switch self {
        case .id, .name, .first, .surname: true
        case .email, .group, .school, .mat, .phase, .subject, .years, .offers, .needs, .area, .lat, .lon, .attended,
            .core, .mode, .bridge, .talk, .optin, .schoolName, .kilometres:
            false
        }
    }
}
