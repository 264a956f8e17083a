// Knows how a page sends a file: piece by piece, to be asked about by another route. Leads send lists of people,
// everybody pictures, which are small.

import Foundation
import Hosting
import Meetings

/// A piece of a file.
struct FilePiece: Decodable, Sendable {
    /// What the page calls it.
    var file: Key
    var number: BoundedNumber<FilePieceNumber>
    var count: BoundedNumber<FilePieceCount>
    var bytes: FileBytes
    /// Said by coordinators only, whose session was looked at already.
    var csrf: Secret?
}

/// Bytes of a piece, in base64.
struct FileBytes: Decodable, Sendable {
    let bytes: [UInt8]

    init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let data = Data(base64Encoded: text), data.count <= Limits.filePieceBytes else {
            throw Refusal.badRequest("wrong: \(decoder.field)")
        }
        bytes = Array(data)
    }
}

extension Routes {
    func takeFilePiece(_ call: Call<Member, FilePiece>) async throws -> Response {
        let (member, piece) = (call.caller, call.body)
        // A coordinator sends reports of meetings in which they had no seat.
        let isCoordinator = piece.csrf != nil
        if !isCoordinator { try await checkSeat(member, else: .notAllowed(needs: .lead)) }
        try efforts.charge(.sending, to: member.person, at: parts.steady())
        let most = isCoordinator ? Limits.fileBytes : try await mostBytes(from: member)
        try files.take(
            piece.bytes.bytes, piece.number.value, of: piece.count.value, file: piece.file,
            from: FileOwner(meeting: member.meeting, person: member.person), most: most, at: parts.steady())
        return .empty()
    }

    /// How large a file somebody may send.
    private func mostBytes(from member: Member) async throws -> Int {
        guard let room = try await parts.reception.room(of: member.meeting) else { throw Refusal.notFound }
        guard let person = room.people[room.identity(of: member.person)] else {
            throw Rejection.notAllowed(needs: .participant)
        }
        switch person.role {
        case .lead, .coordinator: return Limits.fileBytes
        case .participant, .table: return Limits.photoBytes
        case .guest, .evaluator: throw Rejection.notAllowed(needs: .participant)
        }
    }

    /// The room in which somebody leads.
    func leading(_ member: Member) async throws -> Room {
        guard let room = try await parts.reception.room(of: member.meeting) else { throw Refusal.notFound }
        guard room.people[member.person]?.role.isLeading == true else { throw Rejection.notAllowed(needs: .lead) }
        return room
    }
}
