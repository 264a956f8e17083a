// Knows what reports of other programs say of who was on the call, who spoke and who wrote there. They stand beside what
// the log saw itself: presence is the union of both, and a report that was taken back says nothing.

import Meetings

/// What was brought in, until the record is asked for.
struct CallReports: Sendable {
    struct Report: Sendable {
        let form: ImportKind
        var callers: [CallerImported] = []
        var speech: [SpeechImported] = []
        var chat: [ChatImported] = []
    }

    private(set) var reports: [ImportID: Report] = [:]

    mutating func take(_ fact: ImportFact) {
        switch fact {
        case .reportImported(let fact): reports[fact.report] = Report(form: fact.form)
        case .callerImported(let fact): reports[fact.report]?.callers.append(fact)
        case .speechImported(let fact): reports[fact.report]?.speech.append(fact)
        case .chatImported(let fact): reports[fact.report]?.chat.append(fact)
        case .importUndone(let fact): reports[fact.report] = nil
        }
    }

    /// In the order of their identifiers, so that one log gives one record.
    var inOrder: [Report] { reports.sorted { $0.key < $1.key }.map(\.value) }
}

extension RecordFold {
    /// Numbers of acts that have no entry of their own: several stand in one. They come after every log.
    static let firstImported: Int64 = 1 << 40

    /// Adds who was on the call, before stays are united.
    mutating func addCallers() {
        for report in calls.inOrder {
            for fact in report.callers { add(fact, report.form.staySource) }
        }
    }

    private mutating func add(_ fact: CallerImported, _ source: StaySource) {
        let id = identity(fact.person)
        guard id != .counted else { return }
        let mode: AttendanceMode = fact.caller == .phone ? .phoneIn : .remote
        if fact.callOnly == true, record.people[id] == nil {
            var person = Attender(id: id, mode: mode)
            // Several people may be behind a room's account.
            person.isTable = fact.caller == .room
            person.isCallOnly = true
            person.name = fact.name
            record.people[id] = person
        }
        // Whoever was erased is nobody any more.
        guard record.people[id] != nil else { return }
        record.people[id]?.isSeen = true
        record.people[id]?.stays += fact.stays.filter { $0.from < $0.to }.map {
            Stay(from: $0.from, to: $0.to, mode: mode, source: source, reason: nil, hasDevice: false)
        }
    }

    /// Adds what was said and written on the call, once stays and items of the agenda are known.
    mutating func addCallActs() {
        var added: [Act] = []
        for report in calls.inOrder {
            for fact in report.speech {
                guard let person = fact.person.map(identity) else {
                    record.unattributedLines += fact.turns.count
                    continue
                }
                for turn in fact.turns {
                    act(.talkTurn, person, turn.at, words: turn.words, milliseconds: turn.milliseconds, &added)
                }
            }
            for fact in report.chat {
                for message in fact.messages {
                    act(.chatPost, identity(fact.person), message.at, words: message.words, milliseconds: nil, &added)
                }
            }
        }
        guard !added.isEmpty else { return }
        // Of one moment the log's own come first.
        record.acts = (record.acts + added).enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }

    private func act(
        _ kind: ActKind, _ person: PersonID, _ at: Instant, words: Int, milliseconds: Int64?, _ added: inout [Act]
    ) {
        // What was said before the meeting or after it is no part of it.
        guard record.sittings.contains(where: { ($0.from...$0.to).contains(at) }) else { return }
        let who = record.people[person]
        guard who != nil || person == .counted else { return }
        var act = Act(
            sequence: Self.firstImported + Int64(added.count), at: at, person: person,
            scope: who?.isTable == true ? .table : .person,
            attendance: who?.stays.last { $0.from <= at && at <= $0.to }?.mode ?? who?.mode ?? .unknown,
            segment: record.segments.first { $0.spans.contains { $0.from <= at && at < $0.to } }?.id, group: nil,
            kind: kind, object: nil, re: nil, to: nil, words: words, milliseconds: milliseconds, source: .transcript,
            mode: nil)
        act.mode = mode(of: act)
        added.append(act)
    }
}

extension ImportKind {
    fileprivate var staySource: StaySource {
        switch self {
        case .teamsAttendance: .importTeams
        case .zoomParticipants: .importZoom
        case .teamsTranscript, .zoomTranscript, .zoomChat: .transcript
        }
    }
}
