// Knows what few can ask a server for: hellos, doors and long searches, again and again.

import Foundation

final class Siege {
    private let greeters: [Pupil]
    private let doors: [Petition]
    private let polishes: [Petition]
    private var nextWave = ContinuousClock.now
    private var nextDoor = ContinuousClock.now
    private var returning: [(at: ContinuousClock.Instant, call: Petition)] = []
    private var isOn = false
    private var (hellos, welcomed, looked, polished, slowed, failed) = (0, 0, 0, 0, 0, 0)

    private static let wave = Duration.seconds(1)
    private static let doorPause = Duration.milliseconds(50)
    private static let greeted = 100
    private static let doorsAtOnce = 60
    private static let tooMany = 429

    init(_ hall: Hall, _ busy: Hall.Meeting, _ over: Hall.Meeting, greeter: String, leads: [String]) throws {
        let (poller, port) = (hall.poller, hall.peer.port)
        greeters = (0..<Self.greeted).map { _ in Pupil(poller, port: port, meeting: busy.id, cookie: greeter) }
        doors = try (0..<Self.doorsAtOnce).map { _ in try Petition(poller, port: port, "/api/door", ["code": over.code])
        }
        polishes = try leads.map { lead in
            try Petition(
                poller, port: port, "/api/groups",
                ["meeting": busy.id, "choice": "mix", "size": 4, "polish": true], cookie: lead)
        }
        for greeter in greeters {
            greeter.onNews = { [unowned self] greeter, news in
                guard case .welcome = news else { return }
                welcomed += 1
                greeter.leave()
            }
        }
        for door in doors {
            door.onAnswer = { [unowned self] _, status in if status == 200 { looked += 1 } else { failed += 1 } }
        }
        for polish in polishes {
            polish.onAnswer = { [unowned self] polish, status in
                switch status {
                case 200: polished += 1
                case Self.tooMany: slowed += 1
                default: failed += 1
                }
                returning.append((.now + (status == 200 ? .zero : Self.wave), polish))
            }
        }
    }

    func begin() {
        isOn = true
        (nextWave, nextDoor) = (.now, .now)
        returning = polishes.map { (.now, $0) }
    }

    /// What is due between two turns.
    func work() {
        let now = ContinuousClock.now
        guard isOn else { return }
        if now >= nextWave {
            nextWave = now + Self.wave
            for greeter in greeters {
                greeter.leave()
                hellos += 1
                greeter.open()
            }
        }
        if now >= nextDoor, let door = doors.first(where: { !$0.isUnderWay }) {
            nextDoor = nextDoor + Self.doorPause
            door.make()
        }
        let due = returning.filter { $0.at <= now }
        guard !due.isEmpty else { return }
        returning.removeAll { $0.at <= now }
        for (_, call) in due { call.make() }
    }

    func end() {
        isOn = false
        for greeter in greeters { greeter.leave() }
        for call in doors + polishes { call.giveUp() }
    }

    /// What came of it, for whoever reads the figures.
    var words: String {
        "\(hellos) hellos, \(welcomed) welcomed; \(looked) doors; \(polished) polishes, \(slowed) slowed; \(failed) failed"
    }
}
