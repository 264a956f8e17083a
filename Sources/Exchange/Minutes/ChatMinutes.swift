// Knows the chat in minutes: what was written to everybody. What was taken back or hidden is in none.

import Meetings

enum ChatMinutes: MinutesSection {
    static func part(_ meeting: MinutesSource) -> MinutesPart? {
        let messages = meeting.room.messages.filter { $0.group == nil && $0.isReadable }
        guard !messages.isEmpty else { return nil }
        return MinutesPart(
            title: meeting.text("chat"),
            tables: [
                MinutesTable(
                    head: meeting.heads("time", "name", "message"),
                    rows: messages.map {
                        [meeting.time($0.at), meeting.author($0.author, $0.name), $0.text ?? ""]
                    })
            ])
    }
}
