// Knows the rounds of groups in minutes: who sat together on what, and what they wrote. What a group wrote and said for
// itself is there for leads only.

import Meetings

enum GroupMinutes: MinutesSection {
    static func part(_ meeting: MinutesSource) -> MinutesPart? {
        let rounds = meeting.room.rounds.enumerated().filter { meeting.isForLeads || $0.element.endedAt != nil }
        guard !rounds.isEmpty else { return nil }
        return MinutesPart(
            title: meeting.text("groups"), tables: rounds.flatMap { index, round in tables(meeting, round, index + 1) })
    }

    private static func tables(_ meeting: MinutesSource, _ round: Round, _ number: Int) -> [MinutesTable] {
        let title = meeting.text(
            "round", ["n": String(number), "time": meeting.span(round.formedAt, round.endedAt)])
        var lines: [String] = []
        let segment = meeting.room.agenda.first { $0.id == round.segment }
        if let item = segment?.title { lines.append(item) }
        if round.kind == .coffee { lines.append(meeting.text("coffee")) }
        if let task = round.task { lines.append(meeting.text("task", ["task": task])) }
        for said in meeting.room.announcements where said.round == round.id {
            guard let text = said.text else { continue }
            lines.append(
                meeting.text(
                    "toGroups",
                    ["time": meeting.time(said.at), "name": meeting.author(said.author, said.name), "text": text]))
        }
        let seats = MinutesTable(
            title: title, lines: lines, head: meeting.heads("group", "people", "groupTask"),
            rows: round.groups.enumerated().map { index, group in
                [
                    meeting.called(group, index + 1), group.members.map(meeting.name).joined(separator: ", "),
                    group.texts.task ?? "",
                ]
            })
        // Of what is said over a coffee nothing was kept.
        guard round.kind != .coffee else { return [seats] }
        return [seats, notes(meeting, round, number)] + talk(meeting, round, number)
    }

    /// Every note by its group; a group that brought nothing says so.
    private static func notes(_ meeting: MinutesSource, _ round: Round, _ number: Int) -> MinutesTable {
        var heads = meeting.heads("group", "note", "by", "stars")
        if meeting.isForLeads { heads += meeting.heads("readers") }
        let rows = round.groups.enumerated().flatMap { index, group in
            let called = meeting.called(group, index + 1)
            let cards = (meeting.isForLeads ? group.cards : group.brought).filter { $0.text != nil }
            // What is for everybody comes first.
            let ordered = cards.filter(\.isReport) + cards.filter { !$0.isReport }
            guard !ordered.isEmpty else {
                return [[called, meeting.text("noNotes"), "", ""] + (meeting.isForLeads ? [""] : [])]
            }
            return ordered.map { card in
                [
                    called, card.text ?? "", meeting.author(card.author, card.name),
                    card.stars.isEmpty ? "" : String(card.stars.count),
                ] + (meeting.isForLeads ? [meeting.text(card.isReport ? "everybody" : "ownGroup")] : [])
            }
        }
        return MinutesTable(title: meeting.text("notes", ["n": String(number)]), head: heads, rows: rows)
    }

    /// What was written in the chat of the groups.
    private static func talk(_ meeting: MinutesSource, _ round: Round, _ number: Int) -> [MinutesTable] {
        guard meeting.isForLeads else { return [] }
        let rows = round.groups.enumerated().flatMap { index, group in
            meeting.room.messages.filter { $0.group == group.id && $0.isReadable }.map { message in
                [
                    meeting.called(group, index + 1), meeting.time(message.at),
                    meeting.author(message.author, message.name), message.text ?? "",
                ]
            }
        }
        guard !rows.isEmpty else { return [] }
        return [
            MinutesTable(
                title: meeting.text("groupChat", ["n": String(number)]),
                head: meeting.heads("group", "time", "name", "message"), rows: rows)
        ]
    }
}
