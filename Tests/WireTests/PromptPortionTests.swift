// Answers to prompts in a welcome are bounded in bytes, and so is what is one person's own; an ordinary meeting travels
// whole.

import Testing

@testable import Meetings
@testable import Wire

@Suite struct PromptPortionTests {
    private static let p1 = PersonID(rawValue: "p1")

    /// So many prompts, each answered by so many people with a text, shown as `circle`.
    private static func room(_ prompts: Int, answers: Int, text: String, _ circle: Circle = .named) -> Room {
        var room = Room()
        room.prompts = (0..<prompts).map { index in
            let responses = (0..<answers).map { number in
                PromptResponse(
                    id: ResponseID(rawValue: "a\(index)-\(number)"), author: PersonID(rawValue: "p\(number)"),
                    answer: PromptAnswer(texts: [text]), narrowing: nil, isHandedIn: true,
                    shown: PromptResponse.Shown(
                        circle: circle, group: circle == .group ? "g1" : nil, name: "Siân",
                        readers: circle == .group ? [p1] : nil))
            }
            return Prompt(
                id: PromptID(rawValue: "w\(index)"), kind: .open, text: "What next?", choices: [], isMultiple: false,
                circle: circle, openedAt: 1, closedAt: 2, revealedAt: 3, handedIn: answers, responses: responses)
        }
        return room
    }

    @Test("250 answers of 600 characters travel whole")
    func ordinary() {
        let room = Self.room(1, answers: 250, text: String(repeating: "ŵ", count: 600))
        for kind in [ViewerKind.lead, .participant] {
            let view = RoomView(room, for: Viewer(kind: kind, person: Self.p1))
            #expect(view.prompts?.first?.responses.count == 250 && view.prompts?.first?.responsesLeftOut == nil)
        }
    }

    @Test("of too many answers those of the newest prompts travel, and the rest are counted")
    func full() throws {
        let text = String(repeating: "🌱", count: Limits.responseLength)
        let room = Self.room(Limits.prompts, answers: 60, text: text)
        for kind in ViewerKind.allCases {
            let view = RoomView(room, for: Viewer(kind: kind, person: Self.p1))
            #expect(ServerMessage.encode(view).count <= 2 * Portion.responseBytes, "\(kind)")
            guard kind == .lead || kind == .participant else { continue }
            let prompts = try #require(view.prompts)
            #expect(prompts.map(\.id) == room.prompts.map(\.id))
            #expect(prompts.last?.responses.count == 60 && prompts.first?.responses.isEmpty == true)
            #expect(prompts.allSatisfy { $0.responses.count + ($0.responsesLeftOut ?? 0) == 60 })
        }
    }

    @Test("what is one's own is bounded like it, the newest first")
    func own() throws {
        let text = String(repeating: "🌱", count: Limits.responseLength)
        let room = Self.room(Limits.prompts, answers: 12, text: text, .group)
        let own = try #require(OwnPrompt.all(of: [Self.p1], for: [], of: Self.p1, in: room))
        #expect(ServerMessage.encode(own).count <= 2 * Portion.ownBytes)
        #expect(own[Self.p1]?[PromptID(rawValue: "w\(Limits.prompts - 1)")]?.ofGroup?.count == 12)
        #expect(own[Self.p1]?[PromptID(rawValue: "w0")] == nil)
        // A group's answers are in nobody's room but a lead's.
        let view = RoomView(room, for: Viewer(kind: .participant, person: Self.p1))
        #expect(view.prompts?.count == Limits.prompts && view.prompts?.allSatisfy { $0.responses.isEmpty } == true)
    }
}
