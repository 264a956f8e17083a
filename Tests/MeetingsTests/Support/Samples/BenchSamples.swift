// Knows samples of the facet `bench`: each wish and fact with every field filled, who may, and a wish that would succeed
// or that is drawn. A kind that is left out does not build.

@testable import Meetings

extension BenchPlan {
    static let sample = BenchPlan(
        kit: "Plant sensor",
        steps: [
            BenchStep(text: "Clip it on", picture: "https://kit.example/1.png", link: "https://kit.example/1"),
            BenchStep(text: "Show the number"),
        ])
}

extension BenchCommand.Kind: SampledWish {
    var sample: Command {
        switch self {
        case .setKit: SetKit(segment: "s3", step: 1, state: .stuck, note: "No number").command
        case .declineHelp: DeclineHelp(segment: "s3", asker: "p7").command
        case .giveHelp: GiveHelp(segment: "s3", asker: "p7", helper: "p8").command
        case .reviewKit:
            ReviewKit(segment: "s3", isStudent: true, fiddly: 4, frustrating: 2, adaption: "Fewer wires").command
        case .addPhoto:
            AddPhoto(segment: "s3", person: "p7", by: "p8", step: 1, width: 640, height: 480, jpeg: "/9j/2Q==").command
        case .showPhoto: ShowPhoto(photo: "f30", isShown: true).command
        case .removePhoto: RemovePhoto(photo: "f30").command
        }
    }

    var expected: ExpectedRights {
        switch self {
        case .setKit, .declineHelp, .giveHelp, .reviewKit, .showPhoto, .removePhoto: "O TPLC - -"
        case .addPhoto: "- - - -"
        }
    }

    func inScene(_ id: PersonID) -> Command {
        switch self {
        case .setKit: SetKit(segment: "s2", step: 1, state: .working).command
        case .declineHelp: DeclineHelp(segment: "s2", asker: "you").command
        case .giveHelp: GiveHelp(segment: "s2", asker: "me", helper: "you").command
        case .reviewKit: ReviewKit(segment: "s2", isStudent: false, fiddly: 1, frustrating: 1).command
        case .addPhoto:
            AddPhoto(segment: "s2", person: id, by: "me", step: 0, width: 640, height: 480, jpeg: "/9j/2Q==").command
        case .showPhoto: ShowPhoto(photo: "f1", isShown: true).command
        case .removePhoto: RemovePhoto(photo: "f1").command
        }
    }

    func before(_ id: PersonID) -> [Event] {
        switch self {
        case .setKit, .reviewKit, .addPhoto: [Self.planned]
        case .declineHelp:
            [
                Self.planned, HelpCalled(segment: "s2", person: "you", step: 0).event,
                HelpOffered(segment: "s2", person: "you", peer: "me").event,
            ]
        case .giveHelp: [Self.planned, HelpCalled(segment: "s2", person: "me", step: 0).event]
        case .showPhoto, .removePhoto:
            [
                Self.planned,
                PhotoAdded(
                    segment: "s2", photo: "f1", person: "me", step: 0, width: 640, height: 480, jpeg: "/9j/2Q=="
                ).event,
            ]
        }
    }

    private static let planned = SegmentEdited(
        segment: "s2", kind: .handsOn, title: "2", timeboxSeconds: 300, note: nil, bench: .sample
    ).event
}

extension BenchFact.Kind: SampledFact {
    var sample: Event {
        switch self {
        case .kitSet:
            KitSet(
                segment: "s3", person: "p7", step: 1, state: .stuck, previousStep: 0, previousState: .working,
                note: "No number", source: .scribe
            ).event
        case .helpCalled:
            HelpCalled(
                segment: "s3", person: "p7", step: 1, note: "No number", asked: "p8", source: .scribe
            ).event
        case .helpOffered: HelpOffered(segment: "s3", person: "p7", peer: "p8", previous: "p9").event
        case .helpDeclined: HelpDeclined(segment: "s3", person: "p7", peer: "p8").event
        case .helpGiven:
            HelpGiven(segment: "s3", person: "p7", peer: "p8", asked: "p9", step: 1, source: .leadTap).event
        case .helpClosed: HelpClosed(segment: "s3", person: "p7", asked: "p8").event
        case .kitReviewed:
            KitReviewed(
                segment: "s3", kit: "Plant sensor", person: "p7", isStudent: true, fiddly: 4, frustrating: 2,
                adaption: "Fewer wires", words: 2, source: .client
            ).event
        case .photoAdded:
            PhotoAdded(
                segment: "s3", photo: "f30", person: "p7", step: 1, width: 640, height: 480, jpeg: "/9j/2Q==",
                source: .leadTap
            ).event
        case .photoShown:
            PhotoShown(segment: "s3", photo: "f30", person: "p7", step: 1, width: 640, height: 480, isShown: true).event
        case .photoRemoved: PhotoRemoved(segment: "s3", photo: "f30", person: "p7").event
        }
    }
}

extension SplitMix64 {
    /// A wish of that kind; what it names is mostly there.
    mutating func command(_ kind: BenchCommand.Kind, _ room: Room, _ people: [PersonID]) -> Command {
        switch kind {
        case .setKit:
            return SetKit(
                segment: kitted(room), step: once(in: 3) ? below(3) : 0,
                state: once(in: 2) ? pick([.stuck, .working]) : pick(KitState.allCases),
                note: once(in: 2) ? nil : text()
            ).command
        case .declineHelp: return DeclineHelp(segment: kitted(room), asker: asker(room, people)).command
        case .giveHelp:
            return GiveHelp(segment: kitted(room), asker: asker(room, people), helper: pick(people)).command
        case .reviewKit:
            return ReviewKit(
                segment: kitted(room), isStudent: once(in: 2), fiddly: below(7), frustrating: 1 + below(5),
                adaption: once(in: 2) ? nil : text()
            ).command
        case .addPhoto:
            let person = pick(people)
            return AddPhoto(
                segment: kitted(room), person: person, by: once(in: 4) ? pick(people) : person, step: below(3),
                width: 640,
                height: pick([8, 480]), jpeg: "/9j/2Q=="
            ).command
        case .showPhoto: return ShowPhoto(photo: photo(room), isShown: !once(in: 3)).command
        case .removePhoto: return RemovePhoto(photo: photo(room)).command
        }
    }

    /// Mostly the open item, or one with a kit.
    private mutating func kitted(_ room: Room) -> SegmentID {
        let kitted = room.agenda.filter { $0.bench != nil }
        if let open = kitted.first(where: { $0.state == .open }), !once(in: 8) { return open.id }
        return kitted.isEmpty || once(in: 6) ? segment(room) : pick(kitted).id
    }

    private mutating func asker(_ room: Room, _ people: [PersonID]) -> PersonID {
        let calls = room.benches.flatMap(\.calls)
        return calls.isEmpty || once(in: 8) ? pick(people) : pick(calls).person
    }

    private mutating func photo(_ room: Room) -> PhotoID {
        let photos = room.benches.flatMap(\.photos)
        return photos.isEmpty || once(in: 8) ? "nonsense" : pick(photos).id
    }
}
