// Knows that the sample says the same in both languages, and that its meeting has something to do with hands.

import Foundation
import Testing

@testable import Meetings
@testable import Staffroom

@Suite struct SampleTests {
    private struct File: Decodable {
        struct Words: Decodable {
            var title: String
            var segments: [SegmentPlan]
        }
        var title: String
        var segments: [SegmentPlan]
        var cy: Words
    }

    @Test("both languages have the same items, the same questions and the same kit")
    func languages() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Config/sample.json")
        let sample = try JSONDecoder().decode(File.self, from: Data(contentsOf: file))
        #expect(sample.title != sample.cy.title)
        for (english, welsh) in zip(sample.segments, sample.cy.segments) {
            #expect(english.kind == welsh.kind && english.timeboxSeconds == welsh.timeboxSeconds)
            #expect(english.title != welsh.title && (english.note == nil) == (welsh.note == nil))
            #expect(english.prompts?.map(\.key) == welsh.prompts?.map(\.key))
            #expect(english.bench?.steps.map(\.link) == welsh.bench?.steps.map(\.link))
        }
        #expect(sample.segments.count == sample.cy.segments.count)
        let kits = sample.segments.filter { $0.kind == .handsOn }.compactMap(\.bench)
        #expect(kits.map(\.steps.count) == [3])
        #expect(kits.flatMap(\.steps).allSatisfy { $0.link?.hasPrefix("https://example.org/") == true })
        #expect(sample.segments.filter { $0.kind == .reflection }.allSatisfy { $0.prompts?.isEmpty == false })
    }

    @Test(
        "the machine's own language is the sample's",
        arguments: [
            ([:], false), (["LANG": "cy_GB.UTF-8"], true), (["LANG": "cy"], true), (["LANG": "cyr"], false),
            (["LC_ALL": "en_GB.UTF-8", "LANG": "cy_GB.UTF-8"], false), (["LC_ALL": "", "LANG": "cy_GB.UTF-8"], true),
        ] as [([String: String], Bool)])
    func machine(_ variables: [String: String], _ isWelsh: Bool) {
        #expect(Sample.isWelsh(variables) == isWelsh)
    }
}
