// Knows how somebody is written down in a report of a call: a person, a number that was dialled in, an account of a room.

import Meetings

/// Who a name of a call is.
struct CallerName: Equatable {
    var name: String
    /// What stands in brackets behind it: the name of their account, their school.
    var alias: String?
    var form: CallerForm
    /// What tells a number from another one; nil for people, and where a number is not whole.
    var number: String?
    /// Whether the name was too long, and cut.
    var isCut = false

    init(_ written: String, email: String?) {
        form = .person
        if let digits = Self.dialled(written) {
            // Which phone it is must not be kept.
            (name, form) = ("phone", .phone)
            number = digits.contains { !$0.isNumber } ? nil : digits
            return
        }
        name = PersonText(written).name
        if name.hasSuffix(")"), let open = name.firstIndex(of: "("), open > name.startIndex {
            let inner = ListTable.trimmed(name[name.index(after: open)...].dropLast().unicodeScalars)
            alias = inner.isEmpty ? nil : inner
            name = ListTable.trimmed(name[..<open].unicodeScalars)
        }
        if let turned = PersonText.turned(name) { name = turned }
        if let alias, let turned = PersonText.turned(alias) { self.alias = turned }
        if name.unicodeScalars.count > Limits.nameLength {
            var cut = String.UnicodeScalarView()
            cut.append(contentsOf: name.unicodeScalars.prefix(Limits.nameLength))
            (name, isCut) = (ListTable.trimmed(cut), true)
        }
        if Self.isRoom(name, email) { form = .room }
    }

    /// The digits of a number, hidden ones as stars; nil for what is no number.
    private static func dialled(_ written: String) -> String? {
        let key = ComparedName(written).text
        if phones.contains(where: { key.hasPrefix($0) }) { return "*" }
        let allowed = key.unicodeScalars.allSatisfy { scalar in
            (0x30...0x39).contains(scalar.value) || " +-().*x•#".unicodeScalars.contains(scalar)
        }
        let digits = key.filter { $0.isNumber || "*x•".contains($0) }
        return allowed && digits.count >= 5 && digits.contains(where: \.isNumber) ? digits : nil
    }

    /// How calls name a phone of which they do not say the number.
    private static let phones = ["call-in user", "call in user", "phone user", "dial-in", "telephone user", "pstn "]

    private static let rooms: Set<String> = [
        "room", "rooms", "boardroom", "classroom", "staffroom", "conference", "zoomroom", "mtr", "neuadd", "ystafell",
        "owl", "auditorium",
    ]
    private static let roomStarts: Set<String> = [
        "main", "school", "sports", "assembly", "village", "lecture", "dining", "memorial", "y",
    ]
    private static let roomAddresses = ["room", "boardroom", "meetingroom", "mtr", "hall", "conference", "neuadd"]

    /// By words that people are not called; a hall is one only where another word says so: Gwen Hall is a person.
    private static func isRoom(_ name: String, _ email: String?) -> Bool {
        let words = ComparedName(name).text.split { !$0.isLetter }.map(String.init)
        if words.contains(where: rooms.contains) { return true }
        if words.count > 1, words.contains("hall"), words.contains(where: roomStarts.contains) { return true }
        guard let local = email?.lowercased().prefix(while: { $0 != "@" }) else { return false }
        let parts = local.split { !$0.isLetter }.map(String.init)
        return parts.contains { part in roomAddresses.contains(part) }
    }
}
