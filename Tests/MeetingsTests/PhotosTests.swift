// Knows what is promised of pictures of kits: whose they are, who sees them, how many there can be.

import Testing

@testable import Meetings

@Suite struct PhotosTests {
    private static func add(
        _ room: Room, _ person: PersonID, by sender: PersonID? = nil, width: Int = 640, jpeg: String = "/9j/2Q=="
    ) -> Outcome {
        let wish = AddPhoto(
            segment: "s5", person: person, by: sender ?? person, step: 0, width: width, height: 480, jpeg: jpeg)
        return Outcome(room, wish.command, by: .system, at: room.at + 1)
    }

    private static func added(_ room: Room, _ person: PersonID) -> Room {
        guard case .events(let events) = add(room, person) else { return room }
        return room.after(events, at: room.at + 1)
    }

    private static func shown(_ room: Room, _ isShown: Bool, by person: PersonID) -> Room {
        room.after(ShowPhoto(photo: photo(room), isShown: isShown).command, by: .person(person))
    }

    private static func photo(_ room: Room) -> PhotoID { room.benches.flatMap(\.photos).last?.id ?? "none" }

    private static func viewers(_ room: Room) -> [PersonID] {
        room.people.keys.sorted().filter { room.mayView(photo(room), by: $0) }
    }

    @Test("a picture is its author's until they let others see it, and again when they do not any more")
    func sight() {
        var room = Self.added(KitsTests.bench, "ann")
        #expect(Self.viewers(room) == ["ann"])
        room = Self.shown(room, true, by: "ann")
        #expect(Self.viewers(room) == ["ann", "bob", "cai", "cor", "dee", "eve", "lea"])
        #expect(Self.viewers(Self.shown(room, false, by: "ann")) == ["ann"])
        #expect(!room.mayView("f999", by: "ann") && !room.mayView(Self.photo(room), by: "ghost"))
    }

    @Test("only its author shows it; its author takes it away, and a lead what everybody sees")
    func rights() {
        func outcome(_ room: Room, _ command: Command, by person: PersonID) -> Outcome {
            Outcome(room, command, by: .person(person), at: room.at + 1)
        }
        let hidden = Self.added(KitsTests.bench, "ann")
        let photo = Self.photo(hidden)
        #expect(outcome(hidden, ShowPhoto(photo: photo, isShown: true).command, by: "bob") == .refused(.notFound))
        #expect(outcome(hidden, RemovePhoto(photo: photo).command, by: "lea") == .refused(.notFound))
        let shown = Self.shown(hidden, true, by: "ann")
        #expect(outcome(shown, RemovePhoto(photo: photo).command, by: "bob") == .refused(.notFound))
        for person in ["ann", "lea"] as [PersonID] {
            let gone = shown.after(RemovePhoto(photo: photo).command, by: .person(person))
            #expect(gone.photoCount == 0 && !gone.mayView(photo, by: "ann"))
        }
        #expect(PhotoRemoved(segment: "s5", photo: photo).event.erasure == .object(photo.rawValue))
    }

    @Test("whoever shares no device with somebody sends no picture for them; one of impossible size is none")
    func refused() {
        let room = KitsTests.bench
        #expect(Self.add(room, "ann", by: "bob") == .refused(.notAllowed(needs: .lead)))
        #expect(Self.add(room, "gus") == .refused(.notAllowed(needs: .lead)))
        #expect(Self.add(room, "ann", width: 2_049) == .refused(.outOfBounds(least: 16, most: 2_048)))
        #expect(
            Self.add(room, "ann", jpeg: String(repeating: "A", count: 204_805))
                == .refused(.textTooLong(limit: Limits.photoBytes)))
        #expect(Self.add(room.after(OpenSegment(segment: "s2").command), "ann") == .refused(.closed))
        #expect(Self.add(room.after(EndMeeting().command), "ann") == .refused(.meetingOver))
    }

    @Test("nobody sends more than their share, and a meeting holds so many")
    func quota() {
        var room = KitsTests.bench
        for _ in 0..<Limits.photosPerPerson { room = Self.added(room, "ann") }
        #expect(Self.add(room, "ann") == .refused(.tooMany(limit: Limits.photosPerPerson)))
        for number in 0..<11 {
            let id = PersonID(rawValue: "more\(number)")
            room = room.joined(id)
            for _ in 0..<Limits.photosPerPerson { room = Self.added(room, id) }
        }
        #expect(room.photoCount == Limits.photos)
        #expect(Self.add(room, "bob") == .refused(.tooMany(limit: Limits.photos)))
    }

    @Test("of a picture whose bytes were erased nothing is left")
    func erased() {
        let fact = PhotoAdded(segment: "s5", photo: "f1", person: "ann", step: 0, width: 640, height: 480)
        #expect(KitsTests.bench.after(fact.event).photoCount == 0)
    }
}
