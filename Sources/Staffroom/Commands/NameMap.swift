// Knows the file that says at the command line who the callers of reports are, as the page asks whoever ran the meeting.

import Exchange
import Foundation
import Interface
import Meetings

/// A JSON object: of each caller, by their key or name in a report, a person of the meeting by id or name, or one of
/// `new`, `counted` and `out`.
struct NameMap {
    private let file: String
    private let said: [String: String]

    init(_ file: String) throws {
        let bytes = Data(try ListReading.bytes(file))
        guard let said = try? JSONDecoder().decode([String: String].self, from: bytes) else {
            throw Failure("wrongNames: \(file) is no JSON object of callers and who they are", Ending.data)
        }
        (self.file, self.said) = (file, said)
    }

    /// By the keys of the callers. Whoever is named and is in no report, or in no meeting, is a mistake.
    func choices(of reports: [ImportedFile], in room: Room) throws -> [String: CallerChoice] {
        let callers = reports.flatMap(\.people)
        var choices: [String: CallerChoice] = [:]
        for (name, who) in said.sorted(by: { $0.key < $1.key }) {
            let keys = Set(callers.filter { $0.key == name || $0.name == name }.map(\.key))
            guard !keys.isEmpty else {
                throw Failure("unknownCaller: \(file): nobody is called “\(name)” in a report", Ending.data)
            }
            let choice = try choice(who, of: name, in: room)
            for key in keys { choices[key] = choice }
        }
        return choices
    }

    private func choice(_ who: String, of name: String, in room: Room) throws -> CallerChoice {
        switch who {
        case "new": return .new
        case "counted": return .counted
        case "out": return .out
        default: break
        }
        let named = room.people.mapValues(\.name).merging(room.callers.mapValues(\.name)) { one, _ in one }
        let id = PersonID(rawValue: who)
        let found = named[id] != nil ? [id] : named.filter { $0.value == who }.map(\.key)
        guard found.count == 1, let person = found.first else {
            let why = found.isEmpty ? "nobody in the meeting is called that" : "several in the meeting are called that"
            throw Failure("unknownPerson: \(file): “\(name)” is “\(who)”, but \(why)", Ending.data)
        }
        return .known(person)
    }
}
