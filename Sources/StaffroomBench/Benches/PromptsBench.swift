// Knows `staffroom-bench prompts`: how long a hall waits that answers one question at the same time, and that is then
// shown all answers at once.

import ArgumentParser
import Foundation

struct PromptsBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prompts",
        abstract: "250 people answer an open prompt within 20 s: each acknowledgement, and the reveal on every screen.",
        discussion: """
            All are in the room and are asked. Each keeps a draft and hands in an answer, at moments spread over the \
            time to write; then a lead shows all answers at once. A screen has been told when it has every answer. \
            Floor: an answer costs at least one insert of as many bytes, WAL, FULL, a transaction each.
            """)

    @OptionGroup var options: BenchOptions
    @Option(name: .long, help: "People in the room.")
    var people = 250
    @Option(name: .long, help: "Seconds within which all have answered.")
    var within = 20
    @Option(name: .long, help: "Characters of an answer.")
    var characters = 600
    @Option(name: .long, help: "How often it is measured.")
    var repeats = 3

    private static let seconds = 30.0

    func validate() throws {
        guard (5...1_000).contains(people), (1...600).contains(within), (40...600).contains(characters), repeats > 0
        else { throw ValidationError("people are 5 to 1000, seconds 1 to 600, characters 40 to 600") }
    }

    func run() throws {
        var findings = Findings("prompts")
        let folder = try options.folder()
        let peer = try Peer.staffroom(options.staffroom, in: folder)
        defer { peer.stop() }
        let hall = try Hall(peer)
        let (_, devices, lead) = try hall.full("Prompts", people: people)
        let asking = Asking(hall, lead, devices, characters: characters)
        var (answered, processor, shown): ([Double], [Double], [Double]) = ([], [], [])
        var floors: [Floors.Row] = []
        for round in 1...repeats {
            Findings.progress("round \(round) of \(repeats)")
            try hall.level(devices + [lead])
            let before = peer.processor
            answered += try asking.answered(within: Double(within), round: round)
            processor.append((peer.processor - before) * 1_000 / Double(2 * people))
            shown += try asking.shown(within: Self.seconds)
            floors.append(try Floors.inserts(people, bytes: characters, rowsATransaction: 1, in: folder))
        }
        findings.wrong += (devices + [lead]).flatMap(\.book.wrong) + asking.wrong
        findings.figures = [
            Figure("sent until it is acknowledged", "ms", answered, floor: floors.map(\.wall)),
            Figure("processor an answer or a draft", "ms", processor, floor: floors.map(\.processor)),
            Figure("shown until a screen has all \(people) answers", "ms", shown),
        ]
        let (acknowledged, screens) = (Spread(answered), Spread(shown))
        findings.notes = [
            "p99 until it is acknowledged \(Table.text(acknowledged.percentile(0.99))) ms, the longest "
                + "\(Table.text(acknowledged.most)) ms; the last screen had all after \(Table.text(screens.most)) ms",
            "\(people) people, a draft and an answer of \(characters) characters each within \(within) s",
        ]
        try options.tell(findings)
    }
}

/// A lead who asks, and all others who answer.
private final class Asking {
    private let hall: Hall
    private let lead: Pupil
    private let devices: [Pupil]
    private let characters: Int
    private var prompt = ""
    /// What was said and has no answer yet, by its id.
    private var underWay: [String: ContinuousClock.Instant] = [:]
    private var took: [Double] = []
    private(set) var wrong: [String] = []

    private static let seconds = 30.0

    init(_ hall: Hall, _ lead: Pupil, _ devices: [Pupil], characters: Int) {
        (self.hall, self.lead, self.devices, self.characters) = (hall, lead, devices, characters)
        for (number, device) in (devices + [lead]).enumerated() {
            device.onNews = { [unowned self] _, news in
                if case .ack(let id) = news { settled("\(number) \(id)") }
                if case .nack(let id) = news { wrong.append("\(id) was refused") }
            }
        }
    }

    /// Asks, and lets all answer, spread over the time; milliseconds until each answer was acknowledged.
    func answered(within seconds: Double, round: Int) throws -> [Double] {
        let before = lead.book.prompt
        try leads(
            "prepare\(round)",
            #"{"preparePrompt":{"plan":{"kind":"open","text":"What will you try?","circle":"named"}}}"#)
        guard hall.poller.run(seconds: Self.seconds, until: { lead.book.prompt != before }),
            let prepared = lead.book.prompt
        else { throw BenchFailure("nothing was prepared") }
        prompt = prepared
        try leads("open\(round)", #"{"openPrompt":{"prompt":"\#(prompt)"}}"#)
        try hall.level(devices + [lead])
        took = []
        let began = ContinuousClock.now
        // First a draft of everybody, then in the second half what is handed in.
        let steps = devices.count * 2
        var said = 0
        let isDone = hall.poller.run(seconds: seconds + Self.seconds) {
            while said < steps, began.duration(to: .now) >= .seconds(seconds * Double(said) / Double(steps)) {
                say(said % devices.count, isHandedIn: said >= devices.count, round)
                said += 1
            }
            return said == steps && underWay.isEmpty
        }
        guard isDone else { throw BenchFailure("\(underWay.count) of \(said) answers have no acknowledgement") }
        return took
    }

    /// Shows all; milliseconds until each screen has every answer.
    func shown(within seconds: Double) throws -> [Double] {
        let screens = devices + [lead]
        let before = screens.map(\.book.marks.count)
        var shown = [Double?](repeating: nil, count: screens.count)
        let began = ContinuousClock.now
        lead.command("reveal\(prompt)", #"{"revealPrompt":{"prompt":"\#(prompt)"}}"#)
        underWay["\(devices.count) reveal\(prompt)"] = began
        let isDone = hall.poller.run(seconds: seconds) {
            for (index, screen) in screens.enumerated()
            where shown[index] == nil && screen.book.marks.count >= before[index] + devices.count {
                shown[index] = began.duration(to: .now) / .milliseconds(1)
            }
            return shown.allSatisfy { $0 != nil } && underWay.isEmpty
        }
        guard isDone else { throw BenchFailure("\(shown.count { $0 == nil }) screens were not shown every answer") }
        let whole = Set((0..<devices.count).map(Int64.init))
        for (screen, earlier) in zip(screens, before) where Set(screen.book.marks.dropFirst(earlier)) != whole {
            wrong.append("a screen was shown \(screen.book.marks.count - earlier) answers of \(devices.count)")
        }
        return shown.compactMap { $0 }
    }

    private func say(_ number: Int, isHandedIn: Bool, _ round: Int) {
        let id = "\(isHandedIn ? "answer" : "draft")\(round)"
        let text = Scan.text(number).padding(toLength: characters, withPad: " and again", startingAt: 0)
        underWay["\(number) \(id)"] = .now
        devices[number].command(
            id,
            #"{"saveResponse":{"prompt":"\#(prompt)","answer":{"texts":["\#(text)"],"numbers":[]},"#
                + #""isHandedIn":\#(isHandedIn)}}"#)
    }

    private func settled(_ id: String) {
        guard let since = underWay.removeValue(forKey: id) else { return wrong.append("\(id) was answered twice") }
        took.append(since.duration(to: .now) / .milliseconds(1))
    }

    private func leads(_ id: String, _ wish: String) throws {
        underWay["\(devices.count) \(id)"] = .now
        lead.command(id, wish)
        guard hall.poller.run(seconds: Self.seconds, until: { underWay.isEmpty }) else {
            throw BenchFailure("what the lead wished was not done: \(wish)")
        }
    }
}
