// Knows how somebody says, before the opening, who waits: each look at the door says it again, the last one says that
// the page is closed. It is for the leads to see and changes nothing else, so there is no no: whoever finds the list
// full stands before the door all the same.

import Hosting
import Meetings

/// A look at the door, with what somebody says of themselves who waits there.
struct Looking: Decodable, Sendable {
    struct Ready: Decodable, Sendable {
        /// Made by the page, and a secret of it.
        var id: Key
        var name: BoundedText<PersonName>?
        var school: PossibleText<SchoolName>?
        var mode: AttendanceMode?
        var gone: Bool?
    }
    var ready: Ready?
}

extension Routes {
    /// Only what is new on the list is charged, as a newcomer: whoever stands there says the same again and again.
    func note(_ ready: Looking.Ready, at door: Door, from address: String) async throws {
        let meeting = door.meeting.id
        // Somebody who is known is there once, with however many devices.
        let device = door.person.map { "person \($0.id.rawValue)" } ?? "page \(ready.id.text)"
        if ready.gone == true { return await parts.reception.strike(early: device, at: meeting) }
        guard let name = ready.name?.value ?? door.person?.name else { throw Rejection.textMissing }
        let word = EarlyWord(
            device: device, address: CodeGuard.network(address), name: name,
            school: door.kind == .guest ? nil : ready.school?.value ?? door.person?.school,
            mode: ready.mode ?? .unknown)
        if await !parts.reception.knows(word, at: meeting) {
            guard joins.admitsEarly(address, at: parts.steady()) else { return }
        }
        try await parts.reception.note(word, at: meeting)
    }
}
