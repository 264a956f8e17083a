// Knows how complaints are made, acknowledged and settled, and which looks at personal data are remembered.

/// That somebody was shown personal data.
public struct LookTaken: Codable, Equatable, Sendable {
    public var look: Look
    /// Nil for whoever has no account, and once it has gone by age.
    public var account: String?
    public var by: PersonID?
    public var meeting: String?
    public var person: PersonID?
    public var at: Instant
}

extension Network {
    func decide(_ command: TrustCommand, _ context: NetworkContext) throws(Rejection) -> [NetworkEvent] {
        switch command {
        case .makeComplaint(let wish):
            let person = try actor(context)
            let waiting = complaints.count { $0.person == person && $0.settledAt == nil }
            guard waiting < NetworkLimits.complaintsWaiting else {
                throw .tooMany(limit: NetworkLimits.complaintsWaiting)
            }
            return [
                ComplaintMade(
                    complaint: ComplaintID(rawValue: fresh("c")), person: person,
                    meeting: try Text.line(wish.meeting, limit: NetworkLimits.meetingLength),
                    text: try Text.block(wish.text, limit: NetworkLimits.complaintLength),
                    contact: try Text.optionalLine(wish.contact, limit: NetworkLimits.contactLength),
                    isObjection: wish.isObjection
                ).event
            ]
        case .acknowledgeComplaint(let wish):
            let complaint = try complaint(wish.complaint)
            guard complaint.acknowledgedAt == nil else { throw .alreadySo }
            return [ComplaintAcknowledged(complaint: complaint.id).event]
        case .settleComplaint(let wish):
            let complaint = try complaint(wish.complaint)
            guard complaint.settledAt == nil else { throw .alreadySo }
            let outcome = try Text.block(wish.outcome, limit: NetworkLimits.complaintLength)
            let coming =
                complaint.acknowledgedAt == nil ? [ComplaintAcknowledged(complaint: complaint.id).event] : []
            return coming + [ComplaintSettled(complaint: complaint.id, outcome: outcome).event]
        case .noteLook(let wish):
            return [
                DataSeen(
                    look: wish.look, account: wish.account, by: wish.by, meeting: wish.meeting, person: wish.person
                ).event
            ]
        }
    }

    private func complaint(_ id: ComplaintID) throws(Rejection) -> Complaint {
        guard let found = complaints.first(where: { $0.id == id }) else { throw .notFound }
        return found
    }

    mutating func apply(_ facet: TrustFact, at: Instant) {
        switch facet {
        case .complaintMade(let fact):
            complaints.append(
                Complaint(
                    id: fact.complaint, person: fact.person, meeting: fact.meeting, text: fact.text,
                    contact: fact.contact, isObjection: fact.isObjection, madeAt: at))
        case .complaintAcknowledged(let fact): change(fact.complaint) { $0.acknowledgedAt = at }
        case .complaintSettled(let fact):
            change(fact.complaint) { ($0.settledAt, $0.outcome) = (at, fact.outcome) }
        case .dataSeen(let fact):
            looks.append(
                LookTaken(
                    look: fact.look, account: fact.account, by: fact.by, meeting: fact.meeting, person: fact.person,
                    at: at))
            // All of them stand in the log; the newest are at hand.
            if looks.count >= NetworkLimits.looksAtHand * 2 { looks.removeFirst(NetworkLimits.looksAtHand) }
        }
    }

    private mutating func change(_ id: ComplaintID, _ change: (inout Complaint) -> Void) {
        guard let index = complaints.firstIndex(where: { $0.id == id }) else { return }
        change(&complaints[index])
    }
}
