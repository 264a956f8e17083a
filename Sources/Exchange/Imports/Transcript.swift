// Knows who speaks in a transcript of Teams or Zoom, and what one turn is. The words are counted and not kept.

import Meetings

/// Reads a transcript.
struct Transcript {
    /// What somebody says without a break.
    private struct Piece {
        var line: Int
        /// Nil where nobody is named.
        var speaker: String?
        var text: String
    }

    /// Cues of one speaker with at most so much silence between them are one turn.
    static let longestPauseMilliseconds: Int64 = 5_000

    private var book = CallerBook()
    private var turns: [ImportedTurn] = []

    static func read(_ text: String) throws(ImportError) -> ImportedFile {
        let cues = try TranscriptCues(text).cues
        let isTeams = cues.contains { cue in cue.text.contains { $0.contains("<v ") || $0.contains("<v.") } }
        var transcript = Transcript()
        for cue in cues {
            for piece in isTeams ? tagged(cue) : prefixed(cue) { try transcript.take(piece, of: cue) }
        }
        guard !transcript.turns.isEmpty else { throw .nobody(line: 1) }
        transcript.book.finish()
        return ImportedFile(
            kind: isTeams ? .teamsTranscript : .zoomTranscript, clock: .recording, people: transcript.book.people,
            turns: transcript.turns, warnings: transcript.book.warnings)
    }

    private mutating func take(_ piece: Piece, of cue: TranscriptCue) throws(ImportError) {
        let words = Text.words(in: piece.text)
        guard words > 0 else { return }
        var person: String?
        if let speaker = piece.speaker {
            let at = try book.caller(speaker, line: piece.line, naming: .same)
            person = book.people[at].key
        } else {
            book.warn(.noSpeaker, piece.line)
        }
        if let last = turns.last, last.person == person, person != nil,
            cue.from - (last.from + last.milliseconds) <= Self.longestPauseMilliseconds, cue.from >= last.from
        {
            turns[turns.count - 1].words += words
            turns[turns.count - 1].milliseconds = max(last.milliseconds, cue.to - last.from)
            return
        }
        guard turns.count < Limits.importTurns else { throw .tooMany(line: cue.line, limit: Limits.importTurns) }
        turns.append(
            ImportedTurn(person: person, from: cue.from, milliseconds: cue.to - cue.from, words: words))
    }

    /// `<v Gwen Evans>text</v>`, `<v.loud Gwen>text`: several may stand in one cue.
    private static func tagged(_ cue: TranscriptCue) -> [Piece] {
        var pieces: [Piece] = []
        var speaker: String?
        for (at, line) in cue.text.enumerated() {
            for part in TranscriptCues.parts(line) {
                switch part {
                case .voice(let name): speaker = name
                case .text(let text):
                    let said = TranscriptCues.decoded(text)
                    if let last = pieces.last, last.speaker == speaker {
                        pieces[pieces.count - 1].text += " " + said
                    } else if said.contains(where: { !$0.isWhitespace }) {
                        pieces.append(Piece(line: cue.line + 1 + at, speaker: speaker, text: said))
                    }
                }
            }
        }
        return pieces
    }

    /// Text without tags.
    private static func untagged(_ line: String) -> String {
        TranscriptCues.parts(line).map { part in
            switch part {
            case .voice: ""
            case .text(let text): String(text)
            }
        }.joined()
    }

    /// `Gwen Evans: text`; a line without a name is said by nobody whom the file names.
    private static func prefixed(_ cue: TranscriptCue) -> [Piece] {
        var pieces: [Piece] = []
        for (at, line) in cue.text.enumerated() {
            let plain = TranscriptCues.decoded(untagged(line))
            if let (name, text) = speaker(plain) {
                pieces.append(Piece(line: cue.line + 1 + at, speaker: name, text: text))
            } else if !pieces.isEmpty {
                // A cue of two lines.
                pieces[pieces.count - 1].text += " " + plain
            } else {
                pieces.append(Piece(line: cue.line + 1 + at, speaker: nil, text: plain))
            }
        }
        return pieces
    }

    private static func speaker(_ line: String) -> (String, String)? {
        guard let colon = line.unicodeScalars.prefix(Limits.nameLength * 2).firstIndex(of: ":") else { return nil }
        let after = line.unicodeScalars.index(after: colon)
        // A time of day or an address is no name before a colon.
        guard after == line.unicodeScalars.endIndex || line.unicodeScalars[after].properties.isWhitespace else {
            return nil
        }
        let name = ListTable.trimmed(line.unicodeScalars[..<colon])
        guard !ComparedName(name).isEmpty, name.split(whereSeparator: \.isWhitespace).count <= 8 else { return nil }
        return (name, String(line.unicodeScalars[after...]))
    }
}
