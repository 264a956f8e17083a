// Knows the JSON of every event and command of a network, as files: what was written once is read for ever.

import Foundation
import Meetings
import Testing

@Suite struct NetworkGoldenTests {
    private static let files = GoldenFiles("GoldenNetwork")

    @Test(arguments: NetworkEventKind.allCases)
    func event(_ kind: NetworkEventKind) throws {
        #expect(kind.sample.kind == kind)
        try Self.files.check(kind.sample, "event", kind.rawValue)
    }

    @Test(arguments: NetworkCommand.Kind.allCases)
    func command(_ kind: NetworkCommand.Kind) throws {
        #expect(kind.sample.kind == kind)
        try Self.files.check(kind.sample, "command", kind.rawValue)
    }

    @Test("there is no file of a kind that is gone: an event that was stored once has to be read for ever")
    func noStrayFile() throws {
        try Self.files.checkNames([
            "event": NetworkEventKind.allCases.map(\.rawValue),
            "command": NetworkCommand.Kind.allCases.map(\.rawValue),
        ])
    }

    @Test("what is left once words were erased can be read")
    func erased() throws {
        let optedIn = "{\"buddyOptedIn\":{\"band\":\"11+\",\"person\":\"p7\",\"phase\":\"primary\"}}"
        #expect(
            try GoldenFiles.value(NetworkEvent.self, optedIn)
                == .buddyOptedIn(
                    person: "p7", phase: .primary, band: .more, farthestKilometres: nil, contact: nil, place: nil,
                    subject: nil, offers: nil, needs: nil))
        #expect(
            try GoldenFiles.value(NetworkEvent.self, "{\"buddyBlocked\":{\"person\":\"p7\"}}")
                == .buddyBlocked(person: "p7", other: nil))
    }

    @Test("a network that went through JSON is the same network")
    func network() throws {
        #expect(try GoldenFiles.value(Network.self, GoldenFiles.json(Buddies.allMade)) == Buddies.allMade)
    }
}
