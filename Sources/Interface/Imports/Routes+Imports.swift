// Knows how whoever ran a meeting brings in reports of other programs: they look at what a report says, say who is who,
// and only then anything of it is kept; it can be taken back. The file is sent again to be kept: nothing of it waits here.

import Exchange
import Foundation
import Hosting
import Meetings

/// Which file, and what was asked about it.
struct ReportWanted: Decodable, Sendable {
    var file: Key
    var day: CallDay?
    /// By the keys of the callers; what is missing is as it was proposed.
    var choices: BoundedList<NamedCaller, CallersNamed>?
    /// Said by coordinators only, whose session was looked at already.
    var csrf: Secret?
}

/// Who a caller of a report is.
struct NamedCaller: Decodable, Sendable {
    var key: Key
    var choice: CallerChoice
}

/// The day of a call, as somebody said it.
struct CallDay: Decodable, Sendable {
    let day: Day

    init(from decoder: any Decoder) throws {
        guard let day = Day(try decoder.singleValueContainer().decode(String.self)) else {
            throw Refusal.badRequest("wrong: \(decoder.field)")
        }
        self.day = day
    }
}

struct ImportUnwanted: Decodable, Sendable {
    var report: Key
    var csrf: Secret?
}

struct ImportsWanted: Decodable, Sendable {
    var csrf: Secret?
}

/// What a report says, or what is wrong with it.
private struct ReportAnswer: Encodable {
    struct Problem: Encodable {
        var code: String
        var line: Int
    }

    struct Person: Encodable {
        var person: PersonID
        var name: String
        var school: String?
    }

    var report: ImportView?
    var who: [CallerMatch]?
    /// Whom a caller may be.
    var people: [Person]?
    /// Whether somebody here chose only to be counted.
    var counted: Bool?
    var problem: Problem?
}

/// The reports of a meeting, and the day of it.
private struct ImportsAnswer: Encodable {
    var reports: [BroughtReport]
    /// As "2026-03-12", in the meeting's zone; nil where nobody knows.
    var day: String?
}

extension Routes {
    private var importer: Importer {
        Importer(people: parts.catalogue, reception: parts.reception, now: parts.now)
    }

    func listImports(_ call: Call<Member, ImportsWanted>) async throws -> Response {
        let room = try await ran(call.caller, isCoordinator: call.body.csrf != nil)
        return .json(answer(room))
    }

    private func answer(_ room: Room) -> ImportsAnswer {
        let began = room.details.openedAt ?? room.details.plannedStart
        let day = began.map { CallClock.day(of: $0, zone: room.details.zone).start }
        return ImportsAnswer(
            reports: room.reports,
            day: day.map {
                Date(timeIntervalSince1970: Double($0) / 1_000).formatted(.iso8601.year().month().day())
            })
    }

    func lookAtReport(_ call: Call<Member, ReportWanted>) async throws -> Response {
        let room = try await ran(call.caller, isCoordinator: call.body.csrf != nil)
        switch try await read(call, room) {
        case .failure(let error): return .json(problem(error))
        case .success(let file):
            let known = room.people.filter { $0.value.role != .table && $0.value.name != nil }
            let people =
                known.keys.sorted().map {
                    ReportAnswer.Person(person: $0, name: known[$0]?.name ?? "", school: known[$0]?.school)
                }
                + room.callers.keys.sorted().compactMap { id in
                    room.callers[id]?.name.map { ReportAnswer.Person(person: id, name: $0) }
                }
            return .json(
                ReportAnswer(
                    report: ImportView(file), who: CallerMatch.all(file, in: room), people: people,
                    counted: room.countedPeople > 0 || !room.countOnly.isEmpty))
        }
    }

    func bringReport(_ call: Call<Member, ReportWanted>) async throws -> Response {
        let (member, wish) = (call.caller, call.body)
        let isCoordinator = wish.csrf != nil
        let room = try await ran(member, isCoordinator: isCoordinator)
        switch try await read(call, room) {
        case .failure(let error): return .json(problem(error))
        case .success(let file):
            let choices = Dictionary(
                (wish.choices?.values ?? []).map { ($0.key.text, $0.choice) }, uniquingKeysWith: { _, last in last })
            do {
                try await importer.bring(
                    [ConfirmedReport(file, choices)],
                    by: isCoordinator ? nil : room.identity(of: member.person), to: member.meeting,
                    network: member.network)
            } catch ImportFailure.noStart {
                throw Refusal(409, "noStart")
            } catch ImportFailure.notOver {
                throw Refusal(409, "meetingIsNotOver")
            }
            return try await brought(member)
        }
    }

    func undoImport(_ call: Call<Member, ImportUnwanted>) async throws -> Response {
        let (member, wish) = (call.caller, call.body)
        let isCoordinator = wish.csrf != nil
        let room = try await ran(member, isCoordinator: isCoordinator)
        try await importer.undo(
            ImportID(rawValue: wish.report.text), by: isCoordinator ? nil : room.identity(of: member.person),
            in: member.meeting, network: member.network)
        return try await brought(member)
    }

    private func brought(_ member: Member) async throws -> Response {
        guard let room = try await parts.reception.room(of: member.meeting) else { throw Refusal.notFound }
        return .json(answer(room))
    }

    private func read(
        _ call: Call<Member, ReportWanted>, _ room: Room
    ) async throws -> Result<ImportedFile, ImportError> {
        let member = call.caller
        try efforts.charge(.reading, to: member.person, at: parts.steady())
        let owner = FileOwner(meeting: member.meeting, person: member.person)
        let bytes = try files.whole(call.body.file, of: owner, at: parts.steady())
        let zone = TimeZone(identifier: room.details.zone) ?? .gmt
        guard let read = await lists.report(bytes, day: call.body.day?.day, zone: zone) else {
            throw Refusal.slowDown(1_000)
        }
        return read
    }

    private func problem(_ error: ImportError) -> ReportAnswer {
        ReportAnswer(problem: ReportAnswer.Problem(code: error.code, line: error.line))
    }
}
