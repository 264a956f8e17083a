// Knows the numbers of the rejections: programs keep them, so they never change.

import Testing

@testable import Meetings

@Suite struct RejectionTests {
    static let codes: [(Rejection, Int)] = [
        (.notAllowed(needs: .lead), 10), (.meetingNotOpen, 11), (.meetingOver, 12), (.roomLocked, 13),
        (.waitingInLobby, 14), (.shutOut, 15), (.notPresent, 16), (.notFound, 20), (.textMissing, 21),
        (.textTooLong(limit: 1), 22), (.tooMany(limit: 1), 23), (.outOfBounds(least: 1, most: 2), 24),
        (.needsConfirmation, 25), (.alreadySo, 26), (.closed, 27), (.chatClosed, 28), (.lastLead, 29),
        (.tableSplit, 30),
        (.badLink, 31), (.noGroup, 32), (.unknownZone, 33), (.unseenName, 36), (.conflict, 40),
        (.slowDown(waitMilliseconds: 1), 41), (.outdated, 42), (.answeredElsewhere, 43), (.storageFailed, 50),
    ]

    @Test(arguments: codes)
    func numbersAreStable(_ rejection: Rejection, _ code: Int) { #expect(rejection.code == code) }

    @Test("no number is given twice")
    func numbersAreUnique() { #expect(Set(Self.codes.map(\.1)).count == Self.codes.count) }
}
