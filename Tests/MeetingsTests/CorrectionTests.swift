// Knows what somebody may say of what is recorded of them: theirs alone, of an item or of the whole meeting, and it can be
// taken back.

import Testing

@testable import Meetings

@Suite struct CorrectionTests {
    private static func correct(_ claim: RecordClaim, _ segment: SegmentID? = nil) -> Command {
        CorrectRecord(claim: claim, segment: segment).command
    }
    private static func said(_ claim: RecordClaim, _ segment: SegmentID? = nil) -> Event {
        RecordCorrected(person: "ann", claim: claim, segment: segment).event
    }
    private static let corrected = Given.open.after(correct(.wasHere), by: "ann")
    private static let counted = Given.open.joined("cou", tier: .countOnly)

    static let lines: [Line] = [
        Line("the whole meeting", Given.open, by: "ann", correct(.wasHere), then: said(.wasHere)),
        Line("an item", Given.open, by: "ann", correct(.notMe, "s3"), then: said(.notMe, "s3")),
        Line("an item that there is not", Given.open, by: "ann", correct(.notMe, "s9"), refused: .notFound),
        Line("when it is over", Given.ended, by: "ann", correct(.wasHere), then: said(.wasHere)),
        Line("again", corrected, by: "ann", correct(.wasHere), refused: .alreadySo),
        Line("something else of the same", corrected, by: "ann", correct(.notMe), then: said(.notMe)),
        Line("the same of something else", corrected, by: "ann", correct(.wasHere, "s3"), then: said(.wasHere, "s3")),
        Line("taken back", corrected, by: "ann", correct(.takenBack), then: said(.takenBack)),
        Line("there is nothing to take back", Given.open, by: "ann", correct(.takenBack), refused: .alreadySo),
        Line("who counts only has no record", counted, by: "cou", correct(.wasHere), refused: .notFound),
        Line("a guest", Given.open, by: "gus", correct(.wasHere), refused: .notAllowed(needs: .lead)),
    ]

    @Test("what is wrong", arguments: lines)
    func corrections(_ line: Line) { line.check() }

    @Test("the last word of an item, and of the whole meeting, holds")
    func holding() {
        let both = Self.corrected.after(Self.correct(.notMe, "s3"), by: "ann")
        let whole = RecordCorrection(claim: .wasHere, segment: nil)
        #expect(both.corrections["ann"] == [whole, RecordCorrection(claim: .notMe, segment: "s3")])
        #expect(both.after(Self.correct(.takenBack, "s3"), by: "ann").corrections["ann"] == [whole])
    }

    @Test("nobody else is told, and it goes with whoever is erased, or is somebody else")
    func told() {
        for kind in ViewerKind.allCases { #expect(Self.said(.wasHere).seen(by: Audience(kind: kind)) == nil) }
        #expect(Self.corrected.after(PersonErased(person: "ann").event).corrections == [:])
        let merged = Self.corrected.after(PersonMerged(person: "ann", into: "bob").event)
        #expect(merged.corrections["bob"] == Self.corrected.corrections["ann"])
    }
}
