// Knows how a picture of a kit comes in, piece by piece as other files, and how it is handed to those who may see it: as
// inert data, whatever a browser would make of it.

import Foundation
import Hosting
import Meetings

/// A picture that was sent, and where it belongs.
struct NewPhoto: Decodable, Sendable {
    var file: Key
    var segment: Key
    /// Whose kit it shows; missing: whoever sends it.
    var person: Key?
    var step: BoundedNumber<StepPlace>
}

struct PhotoWanted: Decodable, Sendable {
    var photo: Key
}

extension Routes {
    func addPhoto(_ call: Call<Member, NewPhoto>) async throws -> Response {
        let (member, wish) = (call.caller, call.body)
        try await checkSeat(member, else: .notAllowed(needs: .participant))
        try efforts.charge(.reading, to: member.person, at: parts.steady())
        let owner = FileOwner(meeting: member.meeting, person: member.person)
        let bytes = try files.whole(wish.file, of: owner, at: parts.steady())
        guard bytes.count <= Limits.photoBytes else {
            throw Refusal(409, "photoTooLarge", limit: Limits.photoBytes)
        }
        let picture: JPEGFile
        do {
            picture = try JPEGFile(bytes)
        } catch {
            throw Refusal(409, error.rawValue, limit: error == .photoDimensions ? Limits.photoSide.upperBound : nil)
        }
        guard let room = try await parts.reception.room(of: member.meeting) else { throw Refusal.notFound }
        let sender = room.identity(of: member.person)
        let photo = AddPhoto(
            segment: SegmentID(rawValue: wish.segment.text),
            person: wish.person.map { PersonID(rawValue: $0.text) } ?? sender, by: sender, step: wish.step.value,
            width: picture.width, height: picture.height, jpeg: Data(picture.bytes).base64EncodedString())
        let sequence = try await parts.reception.submit(photo.command, by: .system, to: member.meeting)
        return .json(["photo": Room.photo(addedAt: sequence).rawValue])
    }

    /// The bytes, for those who may see them. Nothing in them is run, framed or guessed at.
    func showPhoto(_ call: Call<Member, PhotoWanted>) async throws -> Response {
        let (member, photo) = (call.caller, PhotoID(rawValue: call.body.photo.text))
        try await checkSeat(member, else: .notAllowed(needs: .participant))
        guard let room = try await parts.reception.room(of: member.meeting),
            room.mayView(photo, by: room.identity(of: member.person)),
            let text = try await parts.reception.picture(photo, of: member.meeting),
            let jpeg = Data(base64Encoded: text)
        else { throw Refusal.notFound }
        return Response(
            status: 200, contentType: "image/jpeg", body: Array(jpeg),
            headers: [
                ("Content-Security-Policy", "default-src 'none'; sandbox"),
                ("Content-Disposition", "attachment; filename=\"\(photo.rawValue).jpg\""),
                ("Cache-Control", "private, no-store"),
            ])
    }
}
