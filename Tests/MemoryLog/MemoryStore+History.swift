// Knows what earlier meetings in memory say of people: the same questions as the SQL of the real store answers.

import Foundation
import Log
import Meetings

extension MemoryStore {
    private static let topics = ["offersSet", "needsSet", "teachingSet"]
    private static let groups = ["groupsFormed", "groupOpened", "peopleMoved", "groupsEnded", "turnEnded"]

    public func lastTopics(of person: String, network: String) -> [LogEntry] {
        let own = streams.filter { meetings[$0.key]?.network == network && meetings[$0.key]?.isRehearsal == false }
            .flatMap(\.value)
            .filter { row in
                Self.topics.contains(row.entry.kind) && row.entry.actor == person
                    && Self.person(row.entry.body) == person
            }
        var seen: Set<String> = []
        return own.sorted { $0.number > $1.number }.map(\.present).filter { seen.insert($0.kind).inserted }
    }

    public func acquaintance(network: String, before meeting: String) -> [[LogEntry]] {
        let over = meetings.filter { id, row in
            row.network == network && row.phase == .ended && !row.isRehearsal && id != meeting
        }
        let order = over.sorted { ($0.value.start?.at ?? 0, $1.key) > ($1.value.start?.at ?? 0, $0.key) }
        return order.map { id, _ in
            streams[id, default: []].map(\.present).filter { Self.groups.contains($0.kind) }
        }
    }

    public func comings(of person: String?, network: String) -> [Coming] {
        let rows = streams.filter { meetings[$0.key]?.network == network }.flatMap(\.value)
        return rows.sorted { $0.number < $1.number }.compactMap { row in
            let fields = (try? JSONSerialization.jsonObject(with: Data(row.entry.body))) as? [String: Any]
            guard let who = fields?["person"] as? String, person == nil || person == who else { return nil }
            return Coming(
                person: who, meeting: row.entry.stream, isRehearsal: meetings[row.entry.stream]?.isRehearsal ?? false,
                kind: row.entry.kind, role: fields?["role"] as? String)
        }
    }

    private static func person(_ body: [UInt8]) -> String? {
        let object = try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]
        return object?["person"] as? String
    }
}
