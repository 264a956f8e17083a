// Knows one storm: all devices at once, neighbours who write meanwhile, and what is counted.

import Foundation

final class Storm {
    struct Result {
        /// Until the last was in, or until it was given up.
        var seconds = 0.0
        /// Seconds of the server's processor.
        var processor = 0.0
        var missing = 0
        var closed = 0
        var bytes = 0
        /// Seconds of this program's own processor, which plays all the people.
        var ownProcessor = 0.0
        /// Milliseconds from a neighbour's message to its acknowledgement.
        var answers: [Double] = []
        var wrong: [String] = []
    }

    private let devices: [Pupil]
    private let neighbours: Neighbours
    private let peer: Peer
    private let poller: Poller
    /// Who comes back when.
    private var returning: [(at: ContinuousClock.Instant, device: Pupil)] = []
    private var inside = 0
    private var result = Result()

    private static let settleSeconds = 10.0

    init(_ devices: [Pupil], _ neighbours: [Pupil], _ peer: Peer, _ poller: Poller) {
        (self.devices, self.neighbours, self.peer, self.poller) = (devices, Neighbours(neighbours), peer, poller)
    }

    func run(limit: Double) -> Result {
        for device in devices { listen(to: device) }
        let before = peer.processor
        let ownBefore = ProcessorTime.of(getpid()) ?? 0
        let bytes = devices.reduce(0) { $0 + $1.bytes }
        let began = ContinuousClock.now
        for device in devices { device.open() }
        poller.run(seconds: limit) {
            work()
            return inside == devices.count
        }
        result.seconds = began.duration(to: .now) / .seconds(1)
        result.ownProcessor = (ProcessorTime.of(getpid()) ?? 0) - ownBefore
        result.missing = devices.count - inside
        // The answer that is still awaited belongs to the storm, and so does what all are told of the last arrivals.
        result.answers = neighbours.take(poller, seconds: Self.settleSeconds)
        if result.missing == 0 { level() }
        result.processor = peer.processor - before
        result.bytes = devices.reduce(0) { $0 + $1.bytes } - bytes
        check()
        for device in devices { (device.onNews, device.onClosed) = (nil, nil) }
        neighbours.leave()
        return result
    }

    private func listen(to device: Pupil) {
        device.onNews = { [unowned self] device, news in
            if case .welcome = news, !isIn.contains(ObjectIdentifier(device)) {
                isIn.insert(ObjectIdentifier(device))
                inside += 1
            }
        }
        device.onClosed = { [unowned self] device in
            result.closed += 1
            if isIn.remove(ObjectIdentifier(device)) != nil { inside -= 1 }
            returning.append((.now + .seconds(Double.random(in: 0.75...1.25)), device))
        }
    }
    private var isIn: Set<ObjectIdentifier> = []

    /// What is due between two turns.
    private func work() {
        let now = ContinuousClock.now
        if returning.contains(where: { $0.at <= now }) {
            let due = returning.filter { $0.at <= now }
            returning.removeAll { $0.at <= now }
            for (_, device) in due { device.open() }
        }
        neighbours.work()
    }

    /// Waits until everybody has the same sequence.
    private func level() {
        poller.run(seconds: Self.settleSeconds) {
            let first = devices[0].book.through
            return devices.allSatisfy { $0.book.through == first }
        }
    }

    private func check() {
        result.wrong = devices.flatMap(\.book.wrong) + neighbours.wrong()
        if result.missing == 0, Set(devices.map(\.book.through)).count > 1 {
            result.wrong.append("people who are all in do not come to the same sequence")
        }
    }
}
