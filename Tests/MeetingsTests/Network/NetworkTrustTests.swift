// Knows what complaints promise: each has its dates, is acknowledged once and settled once; and that looks stay.

import Testing

@testable import Meetings

@Suite struct NetworkTrustTests {
    private static func complain(_ text: String = " I was not there ", _ contact: String? = nil) -> NetworkCommand {
        MakeComplaint(meeting: "m2", text: text, contact: contact).command
    }

    private static let made = Buddies.members.after(complain(), by: .teacher("ann"))
    private static let acknowledged = made.after(AcknowledgeComplaint(complaint: "c6").command, by: .desk)
    private static let settled = acknowledged.after(
        SettleComplaint(complaint: "c6", outcome: "Corrected").command, by: .desk)

    @Test("a complaint has its text, and a day by which it is acknowledged")
    func making() throws {
        let one = try #require(Self.made.complaints.first)
        #expect((one.id, one.person, one.text) == ("c6", "ann", "I was not there"))
        #expect(one.due == one.madeAt + 30 * Buddies.day)
        #expect(one.acknowledgedAt == nil && one.settledAt == nil)
    }

    @Test("acknowledged once, settled once, each with its date")
    func answering() {
        #expect(Self.acknowledged.complaints.first?.acknowledgedAt == Self.made.at + 1_000)
        let one = Self.settled.complaints.first
        #expect(one?.settledAt == Self.acknowledged.at + 1_000 && one?.outcome == "Corrected")
        let again = AcknowledgeComplaint(complaint: "c6").command
        #expect(Self.acknowledged.outcome(again, by: .desk) == .failure(.alreadySo))
        let settle = SettleComplaint(complaint: "c6", outcome: "Again").command
        #expect(Self.settled.outcome(settle, by: .desk) == .failure(.alreadySo))
        #expect(
            Self.made.outcome(SettleComplaint(complaint: "c6", outcome: "At once").command, by: .desk)
                == .success([
                    ComplaintAcknowledged(complaint: "c6").event,
                    ComplaintSettled(complaint: "c6", outcome: "At once").event,
                ]))
    }

    @Test("what says nothing, is not there, or comes too often is refused")
    func refused() {
        #expect(Self.made.outcome(Self.complain(" "), by: .teacher("ann")) == .failure(.textMissing))
        #expect(
            Self.made.outcome(AcknowledgeComplaint(complaint: "c9").command, by: .desk) == .failure(.notFound))
        let full = (1..<NetworkLimits.complaintsWaiting).reduce(Self.made) { network, _ in
            network.after(Self.complain(), by: .teacher("ann"))
        }
        #expect(
            full.outcome(Self.complain(), by: .teacher("ann"))
                == .failure(.tooMany(limit: NetworkLimits.complaintsWaiting)))
        #expect(full.complaints.count == NetworkLimits.complaintsWaiting)
        #expect(full.after(Self.complain(), by: .teacher("bob")).complaints.count == full.complaints.count + 1)
    }

    @Test("the words of a complaint are its author's, and what came of it goes with them")
    func erasable() {
        let made = ComplaintMade(
            complaint: "c6", person: "ann", meeting: "m2", text: "x", contact: nil, isObjection: false)
        let settled = ComplaintSettled(complaint: "c6", outcome: "y")
        #expect(ComplaintMade.kept.object(made) == "complaint-c6")
        #expect(ComplaintSettled.kept.object(settled) == "complaint-c6")
    }

    @Test("the newest looks are at hand, however many there were")
    func looks() {
        var network = Network()
        for number in 1...NetworkLimits.looksAtHand * 3 {
            let look = NoteLook(.people, account: "a\(number)", by: nil).command
            network = network.after(look, by: .system)
            #expect(network.looks.last?.account == "a\(number)")
            #expect(network.looks.count < NetworkLimits.looksAtHand * 2)
            #expect(network.looks.count >= min(number, NetworkLimits.looksAtHand))
        }
    }
}
