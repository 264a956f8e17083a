// Knows what makes an agenda a conversation instead of a presentation, as findings about a plan and as a talk budget.
// It says codes and numbers; the words for them are the pages'.

/// Something about a plan that its coordinator may want to change. It is advice and stops nothing.
public struct AgendaFinding: Codable, Equatable, Sendable {
    /// What was found; the texts are keyed by these names.
    public enum Code: String, Codable, Sendable, CaseIterable {
        case empty, talkOverBudget, noHandsOn, noReflection, reflectionShort, noCheckIn, longWithoutAct
        case videoWithoutHandsOn, handsOnShort, longWithoutBreak, noCheckOut, groupsDiffer
        /// Who reflects in silence needs to read what about.
        case reflectionWithoutPrompt
    }

    public var code: Code
    /// The place in the list it is about; nil for the agenda as a whole.
    public var index: Int?
    /// What there is: seconds, or percent for the talk budget.
    public var found: Int?
    /// What there should be at most or at least, in the same unit.
    public var limit: Int?
}

/// How much of the time is talk.
public struct TalkBudget: Codable, Equatable, Sendable {
    public var talkSeconds: Int
    public var allSeconds: Int

    /// In whole percent; nothing of nothing is nothing.
    public var percent: Int { allSeconds == 0 ? 0 : (talkSeconds * 100 + allSeconds / 2) / allSeconds }

    /// Whether talk takes more than its share.
    public var isOver: Bool { talkSeconds * 100 > AgendaCheck.talkPercent * allSeconds }

    /// The budget of a plan.
    public init(planned plan: [SegmentPlan]) {
        talkSeconds = plan.filter { $0.kind == .talk }.reduce(0) { $0 + $1.timeboxSeconds }
        allSeconds = plan.reduce(0) { $0 + $1.timeboxSeconds }
    }

    /// What became of it: the time the segments were really open, up to `now`.
    public init(actual agenda: [Segment], at now: Instant) {
        let talk = agenda.filter { $0.kind == .talk }.reduce(Int64(0)) { $0 + $1.elapsedMilliseconds(at: now) }
        talkSeconds = Int(talk / 1000)
        allSeconds = Int(agenda.reduce(Int64(0)) { $0 + $1.elapsedMilliseconds(at: now) } / 1000)
    }
}

/// The rules, each with its threshold.
public enum AgendaCheck {
    /// Talk may take this much of the whole.
    public static let talkPercent = 40
    /// Nobody should only listen for longer than this. A quick check after a talk is one tap and ends no such stretch.
    public static let withoutActSeconds = 15 * 60
    /// Less hands-on than this is over before the box is open.
    public static let handsOnSeconds = 10 * 60
    /// All reflection together.
    public static let reflectionSeconds = 5 * 60
    /// After this long people need a break.
    public static let withoutBreakSeconds = 120 * 60
    /// A talk whose title or note has one of these is a video: what its kind does not tell.
    private static let videoWords: Set<String> = ["video", "videos", "fideo", "fideos", "film", "ffilm"]

    /// What there is to say about a plan: first of the whole, then in the order of the list.
    public static func findings(_ plan: [SegmentPlan]) -> [AgendaFinding] {
        guard !plan.isEmpty else { return [AgendaFinding(code: .empty)] }
        return ofTheWhole(plan) + plan.indices.flatMap { of(plan, at: $0) }
    }

    private static func ofTheWhole(_ plan: [SegmentPlan]) -> [AgendaFinding] {
        var findings: [AgendaFinding] = []
        let budget = TalkBudget(planned: plan)
        if budget.isOver {
            findings.append(AgendaFinding(code: .talkOverBudget, found: budget.percent, limit: talkPercent))
        }
        if !plan.contains(where: { $0.kind == .handsOn }) { findings.append(AgendaFinding(code: .noHandsOn)) }
        let reflection = plan.filter { $0.kind == .reflection }.reduce(0) { $0 + $1.timeboxSeconds }
        if reflection == 0 {
            findings.append(AgendaFinding(code: .noReflection, limit: reflectionSeconds))
        } else if reflection < reflectionSeconds {
            findings.append(AgendaFinding(code: .reflectionShort, found: reflection, limit: reflectionSeconds))
        }
        return findings
    }

    private static func of(_ plan: [SegmentPlan], at index: Int) -> [AgendaFinding] {
        let one = plan[index]
        var findings: [AgendaFinding] = []
        if index == 0, one.kind != .checkIn { findings.append(AgendaFinding(code: .noCheckIn, index: index)) }
        if one.kind == .talk {
            let isFirst = index == 0 || plan[index - 1].kind != .talk
            let stretch = plan[index...].prefix { $0.kind == .talk }.reduce(0) { $0 + $1.timeboxSeconds }
            if isFirst, stretch > withoutActSeconds {
                findings.append(
                    AgendaFinding(code: .longWithoutAct, index: index, found: stretch, limit: withoutActSeconds))
            }
            let next = plan[(index + 1)...].first { $0.kind != .pause }
            if isVideo(one), next?.kind != .handsOn {
                findings.append(AgendaFinding(code: .videoWithoutHandsOn, index: index))
            }
        }
        if one.kind == .handsOn, one.timeboxSeconds < handsOnSeconds {
            findings.append(
                AgendaFinding(code: .handsOnShort, index: index, found: one.timeboxSeconds, limit: handsOnSeconds))
        }
        if let size = one.breakout?.size, let said = GroupWords.size(in: one.title), said != size {
            findings.append(AgendaFinding(code: .groupsDiffer, index: index, found: said, limit: size))
        }
        if one.kind == .reflection, one.prompts?.isEmpty != false {
            findings.append(AgendaFinding(code: .reflectionWithoutPrompt, index: index))
        }
        // Said once, where the stretch grows too long.
        let before = plan[..<index].reversed().prefix { $0.kind != .pause }.reduce(0) { $0 + $1.timeboxSeconds }
        if one.kind != .pause, before <= withoutBreakSeconds, before + one.timeboxSeconds > withoutBreakSeconds {
            findings.append(
                AgendaFinding(
                    code: .longWithoutBreak, index: index, found: before + one.timeboxSeconds,
                    limit: withoutBreakSeconds))
        }
        if index == plan.count - 1, one.kind != .checkOut {
            findings.append(AgendaFinding(code: .noCheckOut, index: index))
        }
        return findings
    }

    private static func isVideo(_ plan: SegmentPlan) -> Bool {
        let words = "\(plan.title) \(plan.note ?? "")".lowercased().split { !$0.isLetter }
        return words.contains { videoWords.contains(String($0)) }
    }
}
