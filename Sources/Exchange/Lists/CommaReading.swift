// Knows what commas in a list mean, as far as known names say it: in one place of the list, then in all of it.

import Meetings

/// Reads what lines leave open.
struct CommaReading {
    let known: Set<ComparedName>
    /// What whoever was asked said.
    let answer: ListCommas?
    /// What the list's own header says, if it says anything.
    var header: ListCommas?

    /// What the commas of one part mean by names that are known.
    private func evidence(_ part: PeopleLine.Part) -> ListCommas? {
        let people = part.people
        let hits = people.filter { known.contains(ComparedName($0.name)) }.count
        let turned = Self.pairs(people)?.filter { known.contains(ComparedName($0.name)) }.count ?? 0
        // One of two is known in a list of people, and before a school as well.
        if hits >= 2, hits > turned { return .people }
        return turned > 0 && turned >= hits ? .surnameFirst : nil
    }

    /// The people of all lines, each with its line; throws where nobody knows.
    func people(_ lines: [PeopleLine]) throws(ListError) -> [[PersonText]] {
        let open = lines.flatMap { line in line.parts.filter(\.isOpen) }
        let said = Set(open.compactMap(evidence))
        let common = said.count == 1 ? said.first : nil
        let isTable = Self.isTable(lines)
        var all: [[PersonText]] = []
        for line in lines {
            var people: [PersonText] = []
            for part in line.parts {
                guard part.isOpen else {
                    people += part.people
                    continue
                }
                let meaning = evidence(part) ?? answer ?? common ?? header ?? form(part, isTable: isTable)
                guard let meaning else { throw .uncertain(line: line.line, text: String(line.text.prefix(80))) }
                people += Self.read(part.people, as: meaning)
            }
            all.append(people)
        }
        return all
    }

    /// What the form of a part says: an address ends a person, if neither name is somebody's alone; three names and more
    /// are people, if the next line does not have as many.
    private func form(_ part: PeopleLine.Part, isTable: Bool) -> ListCommas? {
        if part.people.contains(where: { $0.address != nil }) {
            let isSomebody = part.people.contains { known.contains(ComparedName($0.name)) }
            return part.isPaired && !part.isHeaded && !isSomebody ? .surnameFirst : nil
        }
        return part.people.count > 2 && !isTable ? .people : nil
    }

    /// Whether lines look like rows of a table that does not name its columns.
    private static func isTable(_ lines: [PeopleLine]) -> Bool {
        let counts = lines.map { $0.parts.first?.people.count ?? 0 }
        return counts.count > 1 && Set(counts).count == 1
    }

    private static func read(_ people: [PersonText], as meaning: ListCommas) -> [PersonText] {
        switch meaning {
        case .people: people
        case .surnameFirst: pairs(people) ?? people
        case .nameFirst: Array(people.prefix(1))
        }
    }

    /// Every two as one person, the second part first; nil if they do not go in twos.
    private static func pairs(_ people: [PersonText]) -> [PersonText]? {
        guard people.count.isMultiple(of: 2), !people.isEmpty else { return nil }
        var pairs: [PersonText] = []
        for at in stride(from: 0, to: people.count, by: 2) {
            let (surname, first) = (people[at], people[at + 1])
            // An address before the comma ends a person there.
            guard surname.address == nil else { return nil }
            var one = first
            one.name = "\(first.name) \(surname.name)"
            pairs.append(one)
        }
        return pairs
    }
}
