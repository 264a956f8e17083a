// Knows the file format of matching, `staffroom-match/1`: one JSON object with people and what is asked of them.

import Foundation
import Matching

/// Why a matching file cannot be read.
public enum MatchingFileError: Error, Equatable, Sendable, CustomStringConvertible {
    case notJSON
    case wrong(place: String, expected: String)

    public var description: String {
        switch self {
        case .notJSON: "this is not JSON"
        case .wrong(let place, let expected): "\(place): expected \(expected)"
        }
    }
}

/// What a matching file asks for.
public struct MatchingFile: Sendable {
    public enum Kind: String, Sendable { case groups, rebalance, golfer, buddies }

    public var kind: Kind
    public var people: [MatchingPerson]
    /// Of a golfer file, which has no people.
    public var ids: [String]
    public var rules: Rules
    public var rounds: Int
    /// Running groups by position; empty places are closed groups.
    public var current: [[String]]
    public var bounds: GroupSizes?
    /// Running groups that give nobody up, by position.
    public var frozen: Set<Int> = []
    public var buddyRules: BuddyRules

    public init(_ data: Data) throws(MatchingFileError) {
        guard let object = try? JSONSerialization.jsonObject(with: data) else { throw .notJSON }
        let root = MatchingField(object, place: "")
        if let format = try root["format"].text(), format != "staffroom-match/1" {
            throw .wrong(place: "format", expected: "staffroom-match/1")
        }
        guard let kind = Kind(rawValue: try root["kind"].text() ?? "groups") else {
            throw .wrong(place: "kind", expected: "groups, rebalance, golfer or buddies")
        }
        self.kind = kind
        people = try root["people"].list { field throws(MatchingFileError) in try MatchingPerson(field) } ?? []
        ids = try root["ids"].texts() ?? []
        rounds = try root["rounds"].number(1...100) ?? 1
        current = try root["current"].textLists() ?? []
        let weights = root["weights"]
        rules = Rules(
            wish: try Self.wish(root["groups"], isNeeded: kind == .groups || kind == .golfer),
            modes: try root["mode_rule"].choice(ModeRule.self, "any, mixed or separate") ?? .any,
            together: try root["together"].textLists() ?? [], apart: try root["apart"].textLists() ?? [],
            history: try root["history"].list { field throws(MatchingFileError) in
                PastRound(age: try field["age"].number(0...10_000) ?? 0, groups: try field["groups"].textLists() ?? [])
            } ?? [],
            weights: kind == .buddies ? GroupWeights() : try GroupWeights(weights))
        if let sizes = try root["size_bounds"].numbers(1...10_000) {
            guard sizes.count == 2, sizes[0] <= sizes[1] else {
                throw .wrong(place: "size_bounds", expected: "two numbers, the smaller first")
            }
            bounds = GroupSizes(count: current.count, least: sizes[0], most: sizes[1])
        } else if kind == .rebalance {
            throw .wrong(place: "size_bounds", expected: "two numbers, the smaller first")
        }
        buddyRules = try BuddyRules(root, weights: kind == .buddies ? weights : MatchingField(nil, place: "weights"))
        try readPlaces(root)
        if kind == .golfer ? ids.isEmpty : people.isEmpty {
            throw .wrong(place: kind == .golfer ? "ids" : "people", expected: "at least one")
        }
    }

    /// What is said of groups by their position: who is pinned to them, and which are locked or frozen.
    private mutating func readPlaces(_ root: MatchingField) throws(MatchingFileError) {
        rules.pins = try root["pins"].numbersByName(Self.positions) ?? [:]
        rules.locked = Set(try root["locked"].numbers(Self.positions) ?? [])
        try RuleNames(people.map(\.attendee.id), kind).check(root)
        let frozen = try root["frozen"].numbers(Self.positions) ?? []
        if let at = frozen.firstIndex(where: { !current.indices.contains($0) }) {
            throw .wrong(place: "frozen[\(at)]", expected: "the position of a group of current")
        }
        self.frozen = Set(frozen)
    }

    private static let positions = 0...10_000

    /// A roster with rules, for groups or buddies.
    init(people: [MatchingPerson], rules: Rules) {
        kind = .groups
        self.people = people
        self.rules = rules
        ids = []
        rounds = 1
        current = []
        buddyRules = BuddyRules()
    }

    private static func wish(_ field: MatchingField, isNeeded: Bool) throws(MatchingFileError) -> GroupWish {
        if let size = try field["size"].number(1...10_000) { return .size(size) }
        if let count = try field["count"].number(1...10_000) { return .count(count) }
        guard !isNeeded else { throw .wrong(place: "groups", expected: "{\"size\": N} or {\"count\": N}") }
        return .size(4)
    }

    public func roster() throws(MatchingRefusal) -> Roster { try Roster(people.map(\.attendee)) }

    /// The people who want a buddy, with their distances.
    public func buddyBook() throws(MatchingRefusal) -> BuddyBook {
        let roster = try Roster(people.map(\.attendee).filter(\.optsIn))
        let places = Dictionary(people.map { ($0.attendee.id, $0.position) }) { first, _ in first }
        return BuddyBook(roster, buddyRules, metres: Distances.metres(roster.people.map { places[$0.id] ?? nil }))
    }
}

/// A person of a matching file.
public struct MatchingPerson: Sendable {
    public var attendee: Attendee
    public var schoolName: String?
    public var position: Position?

    init(_ field: MatchingField) throws(MatchingFileError) {
        guard let id = try field["id"].text(), !id.isEmpty else {
            throw .wrong(place: field["id"].place, expected: "a text that is not empty")
        }
        let kilometres = try field["max_km"].decimal(0...40_100)
        schoolName = try field["school_name"].text()
        attendee = Attendee(
            id: id, name: try field["name"].text() ?? id, school: try field["school"].text() ?? "",
            trust: try field["mat"].text(),
            phase: try field["phase"].choice(Phase.self, "primary, secondary or FE")?.rawValue ?? "",
            subject: try field["subject"].text() ?? "", years: try field["years"].number(0...100),
            offers: try field["offers"].texts() ?? [], needs: try field["needs"].texts() ?? [],
            isCore: try field["core"].flag() ?? false,
            isInRoom: try field["mode"].choice(Mode.self, "room or remote") != .remote,
            hasBridge: try field["bridge"].flag() ?? false, talkShare: try field["talk"].number(0...1_000_000_000),
            optsIn: try field["optin"].flag() ?? true,
            farthestMetres: kilometres.flatMap { $0 > 0 ? Int($0 * 1000) : nil })
        if let latitude = try field["lat"].decimal(-90...90), let longitude = try field["lon"].decimal(-180...180) {
            position = Position(latitude: latitude, longitude: longitude)
        }
    }

    init(attendee: Attendee, schoolName: String?, position: Position?) {
        self.attendee = attendee
        self.schoolName = schoolName
        self.position = position
    }

    private enum Mode: String { case room, remote }

    private enum Phase: String {
        case unknown = ""
        case primary, secondary
        case furtherEducation = "FE"
    }
}
