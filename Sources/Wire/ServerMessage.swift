// Knows what the server says, as bytes. Events are encoded once for an audience and spliced.

import Meetings

/// What a person learns of themselves and nobody else does.
public struct Own: Encodable, Equatable, Sendable {
    public var answers: [PulseID: PulseAnswer]
    public var tier: Tier?
    /// To a table's device: the answers of those who sit at it.
    public var seated: [PersonID: [PulseID: PulseAnswer]]?
    /// Where they are with kits; to a table's device also where those are who sit at it, and to whoever taps for others
    /// where they are.
    public var benches: [PersonID: [SegmentID: OwnBench]]?
    /// What of prompts is theirs alone; to a table's device also what is of those who sit at it, and to whoever taps for
    /// others what they wrote for them.
    public var prompts: [PersonID: [PromptID: OwnPrompt]]?
    /// Who they say they are too, and who says of themselves that they are they.
    public var claims: PersonID?
    public var claimedBy: [PersonID]?
    /// What they will do after the meeting; empty once it was taken back.
    public var action: PersonalAction?

    /// Their answers and their tier.
    public init(of person: PersonID, in room: Room) {
        answers = Self.answers(of: person, in: room)
        tier = room.people[person]?.tier
        action = room.actions[person]
        let (shared, charges) = ([person] + room.seated(at: person), room.charges(of: person))
        prompts = OwnPrompt.all(of: shared, for: charges, of: person, in: room)
        claims = room.people[person]?.claims
        benches = OwnBench.all(of: shared, for: charges, of: person, in: room)
        let others = room.people.filter { $0.value.claims == person }.keys.sorted()
        claimedBy = others.isEmpty ? nil : others
        guard room.people[person]?.role == .table else { return }
        seated = Dictionary(
            uniqueKeysWithValues: room.seated(at: person).map { ($0, Self.answers(of: $0, in: room)) })
    }

    private static func answers(of person: PersonID, in room: Room) -> [PulseID: PulseAnswer] {
        var answers: [PulseID: PulseAnswer] = [:]
        for pulse in room.pulses { answers[pulse.id] = pulse.answers[person] }
        return answers
    }
}

/// How to join, for those who show it to others.
public struct JoinLinks: Encodable, Equatable, Sendable {
    public var code: String
    public var join: String
    /// Rows of the QR code of `join`: one string of 0 and 1 each.
    public var qr: [String]
    public var guest: String?
    public var wall: String?

    /// The links of one meeting.
    public init(code: String, join: String, qr: [String], guest: String?, wall: String?) {
        self.code = code
        self.join = join
        self.qr = qr
        self.guest = guest
        self.wall = wall
    }
}

/// The link by which a person goes on with another device.
public struct PersonalLink: Equatable, Sendable {
    public var link: String
    /// Rows of its QR code: one string of 0 and 1 each.
    public var qr: [String]

    /// A link with its picture.
    public init(link: String, qr: [String]) {
        self.link = link
        self.qr = qr
    }
}

/// Whose meeting it is.
public struct NetworkCard: Encodable, Equatable, Sendable {
    public var name: String
    public var contact: String?

    /// Name and contact as the network gives them.
    public init(name: String, contact: String?) {
        self.name = name
        self.contact = contact
    }
}

/// The answer to a hello.
public struct Welcome: Encodable {
    /// The viewer.
    public struct You: Encodable {
        public var person: PersonID?
        public var `as`: ViewerKind
        public var role: Role?
        public var answers: [PulseID: PulseAnswer]?
        public var seated: [PersonID: [PulseID: PulseAnswer]]?
        public var benches: [PersonID: [SegmentID: OwnBench]]?
        public var prompts: [PersonID: [PromptID: OwnPrompt]]?
        public var tier: Tier?
        public var claims: PersonID?
        public var claimedBy: [PersonID]?
        public var action: PersonalAction?
        public var link: String?
        public var qr: [String]?
        /// To participants: what their groups wrote in rounds that are over, where not all of it is for everybody.
        public var notes: [NotesOfGroup]?
        /// The anonymous prompts that they have answered, until the answers are shown; not what.
        public var hasAnswered: [PromptID]?

        /// Whoever said hello.
        public init(_ viewer: Viewer, in room: Room, link: PersonalLink?) {
            person = viewer.person
            `as` = viewer.kind
            self.link = link?.link
            qr = link?.qr
            guard let id = viewer.person else { return }
            role = room.people[id]?.role
            let own = Own(of: id, in: room)
            answers = own.answers
            seated = own.seated
            benches = own.benches
            prompts = own.prompts
            tier = own.tier
            (claims, claimedBy, action) = (own.claims, own.claimedBy, own.action)
            guard viewer.kind == .participant else { return }
            let written = NotesOfGroup.own(of: id, in: room)
            notes = written.isEmpty ? nil : written
        }
    }
    public var `protocol` = 1
    public var meeting: String
    public var epoch: String
    public var sequence: Int64
    public var now: Instant
    public var resumed: Bool
    public var you: You
    public var links: JoinLinks?
    public var network: NetworkCard?
    /// Said only of a rehearsal, which counts nowhere.
    public var rehearsal: Bool?
    /// The short mark of the entry `sequence`; nothing before the first one.
    public var hash: String?
    /// Said only to whoever had entries that the log has lost.
    public var rolledBack: Bool?
    /// How many have answered anonymous prompts that can be answered, where there are enough to say so.
    public var answered: [PromptID: Int]?

    /// A welcome; room and events are spliced in by `ServerMessage.welcome`.
    public init(
        meeting: String, epoch: String, sequence: Int64, now: Instant, resumed: Bool, you: You, links: JoinLinks?,
        network: NetworkCard?, isRehearsal: Bool = false, hash: String? = nil, isRolledBack: Bool = false
    ) {
        self.meeting = meeting
        self.epoch = epoch
        self.sequence = sequence
        self.now = now
        self.resumed = resumed
        self.you = you
        self.links = links
        self.network = network
        rehearsal = isRehearsal ? true : nil
        self.hash = hash
        rolledBack = isRolledBack ? true : nil
    }
}

/// The bytes of everything the server says.
public enum ServerMessage {
    /// Stable JSON: sorted keys, plain slashes.
    public static func encode(_ value: some Encodable) -> [UInt8] { JSONWriter.bytes(value) }

    /// Facts in order, up to and including `through`, whose short mark is `hash`: hexadecimal digits.
    public static func events(_ elements: [[UInt8]], through: Int64, hash: String) -> [UInt8] {
        Array("{\"events\":[".utf8) + joined(elements) + Array("],\"through\":\(through),\"hash\":\"\(hash)\"}".utf8)
    }

    /// A room that was encoded before, with the messages that one viewer sees.
    public struct RoomBytes: Sendable {
        /// Without the brace that closes it, so that a list can follow.
        let frame: [UInt8]
        let messages: [UInt8]?

        /// A room that `open(_:)` has encoded; if it has no messages yet, with a list of them (`joined`).
        public init(frame: [UInt8], messages: [UInt8]? = nil) { (self.frame, self.messages) = (frame, messages) }

        /// A room as one of many uses it: all but its last brace.
        public static func open(_ room: RoomView) -> [UInt8] { encode(room).dropLast() }

        /// How much it is to send, about.
        public var count: Int { frame.count + (messages?.count ?? 0) }
    }

    /// The answer to a hello: the room, if it is not resumed, and what happened after it or was missed. In pieces: what
    /// is said to many is the same bytes in all of their welcomes.
    public static func welcome(_ head: Welcome, room: RoomBytes?, events: [[UInt8]]?) -> [[UInt8]] {
        var pieces = [Array("{\"welcome\":".utf8) + encode(head).dropLast()]
        if let room {
            pieces[0] += ",\"room\":".utf8
            pieces.append(room.frame)
            if let messages = room.messages {
                pieces += [Array(",\"messages\":[".utf8), messages, Array("]".utf8)]
            }
            pieces.append(Array("}".utf8))
        }
        if let events, room == nil || !events.isEmpty {
            pieces += [Array(",\"events\":[".utf8), joined(events), Array("]".utf8)]
        }
        pieces.append(Array("}}".utf8))
        return pieces
    }

    /// The command is stored, up to that entry.
    public static func ack(_ id: String, sequence: Int64) -> [UInt8] {
        encode(["ack": Ack(id: id, sequence: sequence)])
    }

    /// The command is refused; nothing was stored.
    public static func nack(_ id: String, _ rejection: Rejection) -> [UInt8] {
        encode(["nack": Nack(id: id, code: rejection.code, rejection: rejection)])
    }

    /// What only the person may see of themselves.
    public static func own(_ own: Own) -> [UInt8] { encode(["own": own]) }

    /// What the groups of a round that is over bring back to everybody.
    public static func harvest(_ round: Round) -> [UInt8] { encode(["harvest": Harvest(round)]) }

    /// How many people have a message to all groups on a device of theirs.
    public static func delivered(_ announcement: AnnouncementID, people: Int, of all: Int) -> [UInt8] {
        encode(["delivered": Delivered(announcement: announcement, people: people, of: all)])
    }

    /// Who waits for the opening, to leads.
    public static func early(_ people: [EarlyCaller]) -> [UInt8] { encode(["early": ["people": people]]) }

    /// Who takes part, to leads; empty once the meeting is over.
    public static func panel(_ panel: Panel?) -> [UInt8] { encode(["panel": panel ?? Panel()]) }

    /// The place in the lobby, from 1.
    public static func waiting(position: Int) -> [UInt8] { encode(["waiting": ["position": position]]) }

    /// The answer to a heartbeat.
    public static func pong(sent: Int64, now: Instant, sequence: Int64) -> [UInt8] {
        encode(["pong": ["sent": sent, "now": now, "sequence": sequence]])
    }

    /// The connection closes on purpose.
    public static func bye(_ reason: String) -> [UInt8] { encode(["bye": ["reason": reason]]) }

    /// The client's program is broken.
    public static func fault(_ fault: ProtocolFault) -> [UInt8] {
        encode(["fault": ["code": fault.code, "detail": fault.detail]])
    }

    private struct Ack: Encodable {
        var id: String
        var sequence: Int64
    }

    private struct Delivered: Encodable {
        var announcement: AnnouncementID
        var people: Int
        var of: Int
    }

    private struct Nack: Encodable {
        var id: String
        var code: Int
        var rejection: Rejection
    }

    /// Encoded elements of a list, one after the other.
    public static func joined(_ elements: [[UInt8]]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(elements.reduce(0) { $0 + $1.count + 1 })
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += element
        }
        return bytes
    }
}
