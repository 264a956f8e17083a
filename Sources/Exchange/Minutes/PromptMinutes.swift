// Knows the prompts in minutes: what was asked, and what was answered to those who read. Numbers are counted, whoever
// gave them; what somebody kept for themselves is in none.

import Meetings

enum PromptMinutes: MinutesSection {
    static func part(_ meeting: MinutesSource) -> MinutesPart? {
        let asked = meeting.room.prompts.filter { $0.openedAt != nil && $0.text != nil }
        guard !asked.isEmpty else { return nil }
        return MinutesPart(title: meeting.text("prompts"), tables: asked.map { table($0, meeting) })
    }

    private static func table(_ prompt: Prompt, _ meeting: MinutesSource) -> MinutesTable {
        var lines = [prompt.text ?? ""]
        if let item = meeting.room.agenda.first(where: { $0.id == prompt.segment })?.title { lines.append(item) }
        guard prompt.revealedAt != nil else {
            lines.append(meeting.text("notShown"))
            return MinutesTable(title: title(prompt, meeting), lines: lines, head: [], rows: [])
        }
        guard !prompt.isTooFew else {
            lines.append(meeting.text("tooFew", ["n": String(Limits.fewestAnonymous)]))
            return MinutesTable(title: title(prompt, meeting), lines: lines, head: [], rows: [])
        }
        let shown = prompt.responses.filter { response in
            guard let shown = response.shown, response.answer != nil else { return false }
            return shown.circle.isOpen || meeting.isForLeads
        }
        // Whoever kept theirs to themselves, or to a group, has answered too.
        lines.append(meeting.texts.counted("minutes.answers", prompt.handedIn) ?? "")
        let students = shown.count { $0.answer?.isStudent == true }
        if students > 0 { lines.append(meeting.texts.counted("prompts.asStudents", students) ?? "") }
        for (sentence, change) in zip(prompt.choices, prompt.change ?? []) {
            lines.append(
                meeting.text(
                    "change",
                    [
                        "sentence": sentence, "n": String(change.people), "up": String(change.up),
                        "same": String(change.same), "down": String(change.down),
                    ]))
        }
        let (head, rows) =
            switch prompt.kind {
            case .open, .cards: texts(shown, meeting)
            case .word: words(shown, meeting)
            case .scale, .choice, .order, .confidence: counts(prompt, shown, meeting)
            }
        return MinutesTable(title: title(prompt, meeting), lines: lines, head: head, rows: rows)
    }

    private static func title(_ prompt: Prompt, _ meeting: MinutesSource) -> String {
        meeting.text(
            "prompt", ["time": meeting.time(prompt.openedAt), "kind": meeting.text("kind.\(prompt.kind.rawValue)")])
    }

    /// Those with most stars first; of as many in the order in which they were shown.
    private static func texts(_ shown: [PromptResponse], _ meeting: MinutesSource) -> ([String], [[String]]) {
        let ordered = shown.enumerated().sorted {
            ($1.element.stars.count, $0.offset) < ($0.element.stars.count, $1.offset)
        }
        let rows = ordered.flatMap { _, response in
            (response.answer?.texts ?? []).map { text in
                [text, by(response, meeting), response.stars.isEmpty ? "" : String(response.stars.count)]
                    + (meeting.isForLeads
                        ? [meeting.text(response.shown?.circle.isOpen == true ? "everybody" : "ownGroup")] : [])
            }
        }
        return (
            meeting.heads("answer", "by", "stars") + (meeting.isForLeads ? meeting.heads("readers") : []), rows
        )
    }

    /// Whose it is, and that they put themselves in the place of their students.
    private static func by(_ response: PromptResponse, _ meeting: MinutesSource) -> String {
        let hat = response.answer?.isStudent == true ? meeting.texts.text("prompts.asStudent") : ""
        return [name(response, meeting), hat].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private static func name(_ response: PromptResponse, _ meeting: MinutesSource) -> String {
        switch response.shown?.circle {
        case .named, .group: meeting.author(response.author, response.shown?.name)
        case .firstNames: Text.firstName(response.shown?.name) ?? meeting.texts.text("common.nameless")
        case .onlyMe, .anonymous, nil: ""
        }
    }

    private static func words(_ shown: [PromptResponse], _ meeting: MinutesSource) -> ([String], [[String]]) {
        var counts: [String: Int] = [:]
        for word in shown.compactMap({ $0.answer?.texts.first }) { counts[word.lowercased(), default: 0] += 1 }
        let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return (meeting.heads("word", "howMany"), ordered.map { [$0.key, String($0.value)] })
    }

    /// How often each was given: by the number on a scale, by the choice, by the place in an order.
    private static func counts(
        _ prompt: Prompt, _ shown: [PromptResponse], _ meeting: MinutesSource
    ) -> ([String], [[String]]) {
        let answers = shown.compactMap { $0.answer?.numbers }
        let numbers = Array(Limits.scale)
        switch prompt.kind {
        case .choice:
            let rows = prompt.choices.enumerated().map { index, choice in
                [choice, String(answers.count { $0.contains(index) })]
            }
            return (meeting.heads("choice", "howMany"), rows)
        case .order:
            let places = prompt.choices.indices
            let rows = prompt.choices.enumerated().map { index, choice in
                [choice]
                    + places.map { place in
                        String(answers.count { $0.indices.contains(place) && $0[place] == index })
                    }
            }
            return (meeting.heads("choice") + places.map { meeting.text("nth", ["n": String($0 + 1)]) }, rows)
        case .scale, .confidence, .open, .cards, .word:
            let sentences = prompt.kind == .confidence ? prompt.choices : [ends(prompt)]
            let rows = sentences.enumerated().map { index, sentence in
                [sentence]
                    + numbers.map { number in
                        String(answers.count { $0.indices.contains(index) && $0[index] == number })
                    }
            }
            return (meeting.heads("scale") + numbers.map(String.init), rows)
        }
    }

    private static func ends(_ prompt: Prompt) -> String { prompt.choices.joined(separator: " – ") }
}
