// Knows samples of the facet `roster`: each wish and fact with every field filled, who may, and a wish that would succeed
// or that is drawn. A kind that is left out does not build.

@testable import Meetings

extension RosterCommand.Kind: SampledWish {
    var sample: Command {
        switch self {
        case .rename: Rename(person: "p7", name: "Siân W", school: "Ysgol y Bryn").command
        case .setMode: SetMode(person: "p7", mode: .phoneIn).command
        case .setTier: SetTier(tier: .countOnly).command
        case .takeLeave: TakeLeave(reason: .travel).command
        case .appointLead: AppointLead(person: "p7").command
        case .dismissLead: DismissLead(person: "p7").command
        case .handOver: HandOver(person: "p7").command
        case .appointScribe: AppointScribe(person: "p7").command
        case .dismissScribe: DismissScribe(person: "p7").command
        }
    }

    var expected: ExpectedRights {
        switch self {
        case .rename: "PO TPLC LC -"
        case .setMode: "PO PLC LC -"
        case .setTier: "PO PLC - -"
        case .takeLeave: "O GTPLC - -"
        case .appointLead: "O - LC -"
        case .dismissLead: "O LC LC -"
        case .handOver: "O LC LC -"
        case .appointScribe: "O - LC -"
        case .dismissScribe: "O LC LC -"
        }
    }

    func inScene(_ id: PersonID) -> Command {
        switch self {
        case .rename: Rename(person: id, name: "New", school: nil).command
        case .setMode: SetMode(person: id, mode: .phoneIn).command
        case .appointLead: AppointLead(person: id).command
        case .dismissLead: DismissLead(person: id).command
        case .handOver: HandOver(person: id).command
        case .appointScribe: AppointScribe(person: id).command
        case .dismissScribe: DismissScribe(person: id).command
        case .setTier, .takeLeave: sample
        }
    }

    var other: PersonID { self == .dismissLead ? "boss" : "you" }

    func before(_ id: PersonID) -> [Event] { self == .dismissScribe ? [ScribeAppointed(person: "you").event] : [] }

    /// A lead is the lead already and no scribe, and a coordinator, who leads by owning the network, was not appointed
    /// and cannot be dismissed.
    func emptyHanded(_ role: Role) -> Rejection? {
        if self == .handOver || self == .dismissScribe { return .alreadySo }
        return self == .dismissLead && role == .coordinator ? .notFound : nil
    }
}

extension RosterFact.Kind: SampledFact {
    var sample: Event {
        switch self {
        case .personRenamed: PersonRenamed(person: "p7", name: "Siân W", school: "Ysgol y Bryn").event
        case .modeSet: ModeSet(person: "p7", mode: .roomNoDevice, source: .leadTap).event
        case .tierSet: TierSet(person: "p7", tier: .contactable).event
        case .leaveTaken: LeaveTaken(person: "p7", reason: .family).event
        case .leadAppointed: LeadAppointed(person: "p7").event
        case .leadDismissed: LeadDismissed(person: "p7").event
        case .scribeAppointed: ScribeAppointed(person: "p7").event
        case .scribeDismissed: ScribeDismissed(person: "p7").event
        }
    }
}

extension SplitMix64 {
    /// A wish of that kind; what it names is mostly there.
    mutating func command(_ kind: RosterCommand.Kind, _ room: Room, _ people: [PersonID]) -> Command {
        let person = someone(people)
        let about: PersonID? = once(in: 2) ? nil : person
        switch kind {
        case .rename: return Rename(person: about, name: text(), school: nil).command
        case .setMode: return SetMode(person: about, mode: pick(AttendanceMode.allCases)).command
        case .setTier: return SetTier(tier: pick(Tier.allCases)).command
        case .takeLeave: return TakeLeave(reason: once(in: 2) ? nil : pick(GoingReason.allCases)).command
        case .appointLead: return AppointLead(person: person).command
        case .dismissLead: return DismissLead(person: person).command
        case .handOver: return HandOver(person: person).command
        case .appointScribe: return AppointScribe(person: person).command
        case .dismissScribe: return DismissScribe(person: person).command
        }
    }
}
