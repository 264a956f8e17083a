// Knows who of a report is one person: by address without case, by number. A name alone makes nobody one with anybody.

import Meetings

/// Everybody of one report, as its lines are read.
struct CallerBook {
    /// Whether lines with one name and no address are about one person.
    enum Naming {
        /// Every line is about somebody else, as far as anybody knows.
        case apart
        /// The report itself tells people apart by their names.
        case same
    }

    private(set) var people: [ImportedPerson] = []
    private(set) var warnings: [ImportWarning] = []
    private var byAddress: [String: Int] = [:]
    private var byNumber: [String: Int] = [:]
    /// People without an address.
    private var byName: [ComparedName: [Int]] = [:]
    private var phones = 0

    /// The person of a line, as a position in `people`.
    mutating func caller(
        _ written: String, email: String? = nil, line: Int, naming: Naming
    ) throws(ImportError) -> Int {
        let address = (email.flatMap(PersonText.address) ?? PersonText(written).address)?.lowercased()
        let one = CallerName(written, email: address)
        if let address, let known = byAddress[address] { return known }
        if let number = one.number, let known = byNumber[number] { return known }
        // A number that is not whole may be any phone.
        let key = ComparedName(one.form == .phone ? written : one.name)
        switch naming {
        case .apart: break
        case .same: if address == nil, let known = byName[key], known.count == 1 { return known[0] }
        }
        guard !ComparedName(one.name).isEmpty else { throw .missingValue(line: line, column: "name") }
        guard people.count < Limits.importPeople else { throw .tooMany(line: line, limit: Limits.importPeople) }
        if one.isCut { warn(.longName, line) }
        let at = people.count
        var person = ImportedPerson(
            key: "p\(at + 1)", name: one.name, alias: one.alias, email: address, form: one.form, line: line)
        switch one.form {
        case .person: break
        case .room: warn(.room, line)
        case .phone:
            phones += 1
            person.name = "phone participant \(phones)"
            warn(.phone, line)
        }
        people.append(person)
        if let address { byAddress[address] = at } else { byName[key, default: []].append(at) }
        if let number = one.number { byNumber[number] = at }
        return at
    }

    /// Somebody without an address whom the report calls so, if there is one and no other.
    func only(_ written: String) -> Int? {
        let one = CallerName(written, email: nil)
        let found = people.indices.filter { ComparedName(people[$0].name) == ComparedName(one.name) }
        return one.form == .person && found.count == 1 ? found[0] : nil
    }

    mutating func add(_ stay: ImportedStay, to person: Int, line: Int) throws(ImportError) {
        guard stay.from <= stay.to else { throw .endBeforeStart(line: line) }
        guard max(abs(stay.from), abs(stay.to)) <= Int64(Limits.importSeconds) * 1_000 else {
            throw .tooLong(line: line)
        }
        guard people[person].stays.count < Limits.importStays else {
            throw .tooMany(line: line, limit: Limits.importStays)
        }
        if people[person].stays.contains(where: { $0.from < stay.to && stay.from < $0.to }) { warn(.overlap, line) }
        people[person].stays.append(stay)
    }

    /// How long somebody was there of whom the report names no moments.
    mutating func add(seconds: Int, to person: Int, line: Int) throws(ImportError) {
        guard seconds <= Limits.importSeconds else { throw .tooLong(line: line) }
        people[person].milliseconds = min(
            people[person].milliseconds + Int64(seconds) * 1_000, Int64(Limits.importSeconds) * 1_000)
    }

    mutating func warn(_ code: ImportWarning.Code, _ line: Int) {
        guard warnings.count < Limits.importWarnings else { return }
        warnings.append(ImportWarning(code: code, line: line))
    }

    /// All that is said is in: stays become a union, and whoever may be somebody else is named.
    mutating func finish() {
        for at in people.indices where !people[at].stays.isEmpty {
            people[at].stays = Self.union(people[at].stays)
            people[at].milliseconds = people[at].stays.reduce(0) { $0 + $1.to - $1.from }
        }
        nameConflicts()
        warnings.sort { ($0.line, $0.code.rawValue) < ($1.line, $1.code.rawValue) }
    }

    static func union(_ stays: [ImportedStay]) -> [ImportedStay] {
        var union: [ImportedStay] = []
        for stay in stays.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) {
            if let last = union.last, stay.from <= last.to {
                union[union.count - 1].to = max(last.to, stay.to)
            } else {
                union.append(stay)
            }
        }
        return union
    }

    /// Two of one name may be one person, unless both have an address.
    private mutating func nameConflicts() {
        var named: [ComparedName: [Int]] = [:]
        for (at, person) in people.enumerated() where person.form != .phone {
            named[ComparedName(person.name), default: []].append(at)
            if let alias = person.alias, ComparedName(alias) != ComparedName(person.name) {
                named[ComparedName(alias), default: []].append(at)
            }
        }
        for (key, keys) in byName where people[keys[0]].form == .phone { named[key] = keys }
        var rivals: [Int: Set<Int>] = [:]
        for group in named.values where group.count > 1 {
            for at in group {
                let others = group.filter { $0 != at && (people[at].email == nil || people[$0].email == nil) }
                rivals[at, default: []].formUnion(others)
            }
        }
        for (at, others) in rivals.sorted(by: { $0.key < $1.key }) where !others.isEmpty {
            people[at].conflicts = others.sorted().map { people[$0].key }
            if others.contains(where: { $0 < at }) { warn(.sameName, people[at].line) }
        }
    }
}
