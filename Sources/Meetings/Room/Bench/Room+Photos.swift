// Knows pictures of kits: whose they are, who may see them, and how many a meeting holds.

extension Room {
    /// How many pictures there are in the whole meeting.
    public var photoCount: Int { benches.reduce(0) { $0 + $1.photos.count } }

    /// Whether somebody may see a picture: its author, whoever taps for them, and, if its author lets others see it,
    /// everybody who takes part or leads.
    public func mayView(_ photo: PhotoID, by viewer: PersonID) -> Bool {
        guard let (_, found) = find(photo), let person = people[viewer] else { return false }
        if found.author == viewer || mayAct(viewer, for: found.author) { return true }
        guard found.isShown else { return false }
        switch person.role {
        case .participant, .table, .lead, .coordinator: return true
        case .guest, .evaluator: return false
        }
    }

    func adding(_ wish: AddPhoto, _ context: Context) throws(Rejection) -> [Event] {
        guard case .system = context.actor else { throw .notAllowed(needs: .coordinator) }
        guard details.phase == .open else { throw details.phase == .planned ? .meetingNotOpen : .meetingOver }
        guard let person = people[wish.person], people[wish.by] != nil else { throw .notFound }
        guard person.role != .guest, wish.by == wish.person || mayAct(wish.by, for: wish.person) else {
            throw .notAllowed(needs: .lead)
        }
        guard person.isPresent, people[wish.by]?.isPresent == true else { throw .notPresent }
        let plan = try benchPlan(wish.segment, isOpen: true)
        try Limits.check(wish.step, 0...plan.steps.count - 1)
        try Limits.check(max(wish.width, wish.height), Limits.photoSide)
        try Limits.check(min(wish.width, wish.height), Limits.photoSide)
        guard wish.jpeg.utf8.count <= Limits.photoBytes * 4 / 3 + 4 else {
            throw .textTooLong(limit: Limits.photoBytes)
        }
        guard photoCount < Limits.photos else { throw .tooMany(limit: Limits.photos) }
        let own = benches.reduce(0) { $0 + $1.photos.count { $0.author == wish.person } }
        guard own < Limits.photosPerPerson else { throw .tooMany(limit: Limits.photosPerPerson) }
        return [
            PhotoAdded(
                segment: wish.segment, photo: Self.photo(addedAt: sequence + 1), person: wish.person, step: wish.step,
                width: wish.width, height: wish.height, jpeg: wish.jpeg,
                source: wish.by == wish.person
                    ? nil : source(Context(actor: .person(wish.by), at: context.at), about: wish.person)
            ).event
        ]
    }

    func showing(_ wish: ShowPhoto, _ context: Context) throws(Rejection) -> [Event] {
        let actor = try actor(context)
        guard let (segment, photo) = find(wish.photo), photo.author == actor else { throw .notFound }
        guard photo.isShown != wish.isShown else { throw .alreadySo }
        return [
            PhotoShown(
                segment: segment, photo: photo.id, person: actor, step: photo.step, width: photo.width,
                height: photo.height, isShown: wish.isShown
            ).event
        ]
    }

    func removing(_ wish: RemovePhoto, _ context: Context) throws(Rejection) -> [Event] {
        let actor = try actor(context)
        // Whether there is one that nobody else sees is nobody else's business.
        guard let (segment, photo) = find(wish.photo),
            photo.author == actor || photo.isShown && people[actor]?.role.isLeading == true
        else { throw .notFound }
        return [PhotoRemoved(segment: segment, photo: photo.id, person: photo.author).event]
    }

    /// The name of the picture that an entry of the log brought, and the entry of a picture by its name.
    public static func photo(addedAt sequence: Int64) -> PhotoID { PhotoID(rawValue: "f\(sequence)") }
    public static func entry(of photo: PhotoID) -> Int64? {
        photo.rawValue.first == "f" ? Int64(photo.rawValue.dropFirst()) : nil
    }

    /// A picture with the item it was taken in.
    public func find(_ id: PhotoID) -> (segment: SegmentID, photo: KitPhoto)? {
        for bench in benches {
            if let photo = bench.photos.first(where: { $0.id == id }) { return (bench.segment, photo) }
        }
        return nil
    }

    mutating func add(_ fact: PhotoAdded) {
        // Of one that was erased nothing is left to see.
        guard fact.jpeg != nil, let person = fact.person, let step = fact.step, let width = fact.width,
            let height = fact.height
        else { return }
        change(bench: fact.segment) { bench in
            bench.photos.append(KitPhoto(id: fact.photo, author: person, step: step, width: width, height: height))
        }
    }

    mutating func change(photo id: PhotoID, in segment: SegmentID, _ body: (inout KitPhoto) -> Void) {
        change(bench: segment) { bench in
            guard let index = bench.photos.firstIndex(where: { $0.id == id }) else { return }
            body(&bench.photos[index])
        }
    }
}
