// What was withdrawn, corrected or hidden is handed to nobody afterwards, not even to whoever missed it.

import Foundation
import MemoryLog
import Sockets
import Testing
import Wire

@testable import Hosting
@testable import Meetings

@Suite(.timeLimit(.minutes(10))) struct TakenBackTests {
    /// What is said first, and then about it (`%` is its identifier), and who must never read the first words again.
    static let cases: [(name: String, first: String, then: String, prefix: String, hidesFrom: [String])] = [
        (
            "withdrawn", #"{"postMessage":{"text":"canary"}}"#, #"{"withdrawMessage":{"message":"%"}}"#, "m",
            ["coordinator", "teacher"]
        ),
        (
            "corrected", #"{"postMessage":{"text":"canary"}}"#, #"{"correctMessage":{"message":"%","text":"better"}}"#,
            "m", ["coordinator", "teacher"]
        ),
        ("hidden", #"{"postMessage":{"text":"canary"}}"#, #"{"hideMessage":{"message":"%"}}"#, "m", ["teacher"]),
        (
            "question hidden", #"{"askQuestion":{"text":"canary"}}"#, #"{"hideQuestion":{"question":"%"}}"#, "q",
            ["teacher", "wall"]
        ),
        (
            "note edited", #"{"writeCard":{"text":"canary","isReport":false,"group":"G"}}"#,
            #"{"editCard":{"card":"%","text":"better"}}"#, "k", ["coordinator", "teacher"]
        ),
        (
            "note withdrawn", #"{"writeCard":{"text":"canary","isReport":false,"group":"G"}}"#,
            #"{"withdrawCard":{"card":"%"}}"#, "k", ["coordinator", "teacher"]
        ),
    ]

    /// The coordinator says the first and the second; those who missed it, and those who come in, are welcomed.
    private static func welcomes(_ index: Int, isReloaded: Bool) async throws -> [(who: String, text: String)] {
        let one = cases[index]
        let scene = try await RoomScene(door: WallDesk())
        await scene.say(
            1, "g",
            #"{"formGroups":{"plan":{"groups":[{"members":["p1"],"roles":{},"texts":{}}],"draw":{"choice":"mix","seed":0,"iterations":0,"engine":"","points":0,"isEdited":false}}}}"#
        )
        await scene.ears.wait(1, for: #"{"ack":{"id":"g""#)
        let group = try #require(await scene.reception.room(of: "m1")?.round?.groups.first?.id.rawValue)
        // Somebody has the room as it is before, and it is written down for others.
        await scene.hello(3, "p1", as: "teacher")
        let last = try #require(await scene.reception.room(of: "m1")).sequence
        await scene.say(1, "a", one.first.replacingOccurrences(of: "\"G\"", with: "\"\(group)\""))
        await scene.ears.wait(1, for: #"{"ack":{"id":"a""#)
        // Written down with it.
        for (number, who) in [(UInt64(4), "teacher"), (5, "coordinator"), (6, "wall")] {
            await scene.hello(number, who == "coordinator" ? "c1" : "p1", as: who)
        }
        let sequence = try #require(await scene.reception.room(of: "m1")).sequence
        await scene.say(1, "b", one.then.replacingOccurrences(of: "%", with: "\(one.prefix)\(sequence)"))
        await scene.ears.wait(1, for: #"{"ack":{"id":"b""#)
        var reception = scene.reception
        if isReloaded {
            reception = Reception(
                log: scene.log, settings: FakeSettings(), doorkeeper: WallDesk(),
                outlet: FakeOutlet(ears: scene.ears), limits: HostingLimits(), executor: scene.loop, now: { 1_000 })
        }
        var welcomes: [(String, String)] = []
        var number = UInt64(20)
        for who in ["coordinator", "teacher", "wall"] {
            for place in ["", #","epoch":"e1","sequence":\#(last)"#] {
                number += 1
                await reception.opened(number, cookies: who == "coordinator" ? "c1" : "p1")
                let hello = #"{"hello":{"protocol":1,"meeting":"m1","as":"\#(who)"\#(place)}}"#
                await reception.received(number, Array(hello.utf8))
                await scene.ears.wait(number, for: #"{"welcome""#)
                welcomes.append((who, await scene.heard(number).joined()))
            }
        }
        return welcomes
    }

    @Test("nobody who comes in or back is handed it", arguments: cases.indices, [false, true])
    func notHandedOut(_ index: Int, _ isReloaded: Bool) async throws {
        let one = Self.cases[index]
        for (who, text) in try await Self.welcomes(index, isReloaded: isReloaded) {
            if one.hidesFrom.contains(who) {
                #expect(!text.contains("canary"), "\(one.name): \(who)")
            }
            #expect(!one.then.contains("better") || who == "wall" || text.contains("better"), "\(one.name): \(who)")
        }
    }

    @Test("a lead still reads what was hidden", arguments: [2, 3])
    func leadsRead(_ index: Int) async throws {
        for (who, text) in try await Self.welcomes(index, isReloaded: false) where who == "coordinator" {
            #expect(text.contains("canary"))
        }
    }

    @Test("walls and guests get no hidden question, nor who asked it")
    func wallsGetNoHiddenQuestions() async throws {
        for (who, text) in try await Self.welcomes(3, isReloaded: false) where who == "wall" {
            #expect(
                !text.contains("questionAsked") && text.contains(#""questions":[]"#) != text.contains("questionHidden"))
        }
    }

    @Test("every fact with which words go says so to those who keep them")
    func everyErasureIsToldToTheWindow() throws {
        for type in Event.types { Self.check(type) }
    }

    private static func check<F: RoomFact>(_ type: F.Type) {
        switch F.kept.erases {
        case .nothing: break
        case .of:
            switch F.told.follows {
            case .of: break
            // What was kept apart from the log nobody was told: there is nothing to take back from them.
            case .nothing where F.kept.kind == AnswersRevealed.kept.kind: break
            // Nor of reports of a call.
            case .nothing where F.kept.kind == ImportUndone.kept.kind: break
            case .nothing: Issue.record("\(F.kept.kind) erases words and nothing follows from it")
            }
        }
    }
}

/// Walls may look in, besides those whom the usual desk knows.
private struct WallDesk: Doorkeeper {
    func identify(_ hello: Hello, cookies: String) async -> Result<Admission, CloseReason> {
        guard hello.as != .wall else { return .success(Admission(meeting: "m1", person: nil)) }
        return await FakeDesk().identify(hello, cookies: cookies)
    }
}
