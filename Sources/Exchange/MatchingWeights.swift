// Knows the names of weights and rules in matching files.

import Matching

extension GroupWeights {
    /// No weight is larger than this, so that no sum is either.
    private static let range = 0...1000

    init(_ field: MatchingField) throws(MatchingFileError) {
        self.init()
        let paths: [String: WritableKeyPath<GroupWeights, Int>] = [
            "same_school": \.sameSchool, "same_mat": \.sameTrust, "same_subject": \.sameSubject,
            "same_phase": \.samePhase, "same_band": \.sameBand, "no_core": \.noCore, "core_pair": \.corePair,
            "ect_alone": \.earlyCareerAlone, "dominant_pair": \.dominantPair, "quiet_alone": \.quietAlone,
            "all_quiet": \.allQuiet, "lone_remote": \.loneRemote, "lone_room": \.loneInRoom, "move": \.move,
        ]
        for name in field.names {
            if let path = paths[name] {
                self[keyPath: path] = try field[name].number(Self.range) ?? self[keyPath: path]
            } else if name == "met" {
                met = try field[name].numbers(Self.range) ?? met
            } else if name == "need" {
                need = try field[name].numbers(Self.range) ?? need
            } else {
                throw .wrong(place: field[name].place, expected: "the name of a weight")
            }
        }
    }
}

extension BuddyWeights {
    private static let range = 0...1000

    init(_ field: MatchingField) throws(MatchingFileError) {
        self.init()
        let paths: [String: WritableKeyPath<BuddyWeights, Int>] = [
            "need_cap": \.needCap, "subject": \.subject, "phase": \.phase, "ect": \.earlyCareer, "met": \.met,
            "fair_floor": \.fairFloor, "fair_factor": \.fairFactor,
        ]
        for name in field.names {
            if let path = paths[name] {
                self[keyPath: path] = try field[name].number(Self.range) ?? self[keyPath: path]
            } else if name == "need" {
                need = try field[name].numbers(Self.range) ?? need
            } else if name == "km" {
                near =
                    try field[name].list { item throws(MatchingFileError) in
                        guard let pair = try item.numbers(0...40_100), pair.count == 2, Self.range.contains(pair[1])
                        else {
                            throw .wrong(place: item.place, expected: "kilometres and points")
                        }
                        return Near(metres: pair[0] * 1000, points: pair[1])
                    } ?? near
            } else {
                throw .wrong(place: field[name].place, expected: "the name of a weight")
            }
        }
    }
}

extension BuddyRules {
    init(_ root: MatchingField, weights: MatchingField) throws(MatchingFileError) {
        let rule = root["rule"]
        self.init(
            subject: try rule["subject"].choice(Likeness.self, "same, different or any") ?? .any,
            phase: try rule["phase"].choice(Likeness.self, "same, different or any") ?? .any,
            farthestMetres: try rule["max_km"].decimal(0...40_100).flatMap { $0 > 0 ? Int($0 * 1000) : nil },
            allowsSameSchool: try rule["same_school"].flag() ?? false,
            blocks: try root["blocks"].textLists() ?? [],
            earlier: try root["earlier_buddies"].textLists() ?? [],
            history: try root["history"].list { field throws(MatchingFileError) in
                PastRound(age: try field["age"].number(0...10_000) ?? 0, groups: try field["groups"].textLists() ?? [])
            } ?? [], weights: try BuddyWeights(weights))
    }
}
