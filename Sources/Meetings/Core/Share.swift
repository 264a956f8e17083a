// Knows that nobody fills a room: what it holds of a kind is shared, and some of it is kept for leads.

/// How many things of a kind a room holds, and for whom.
public struct Share: Sendable {
    public let all: Int
    /// Of one person.
    public let each: Int
    /// The last ones are for leads only.
    public let forLeads: Int

    /// Messages and questions of a meeting.
    public static let messages = Share(all: Limits.messages, each: 1_500, forLeads: 100)
    public static let questions = Share(all: Limits.questions, each: 30, forLeads: 50)

    /// Refuses one more where `count` are there and `own` of them are of whoever wishes.
    func check(count: Int, own: Int, isLeading: Bool) throws(Rejection) {
        let most = isLeading ? all : all - forLeads
        guard count < most else { throw .tooMany(limit: most) }
        guard isLeading || own < each else { throw .tooMany(limit: each) }
    }
}
