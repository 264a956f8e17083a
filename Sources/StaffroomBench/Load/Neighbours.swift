// Knows the people of another room, by whom it is noticed how busy the server is: one message at a time, and how long
// its acknowledgement takes.

import Foundation

final class Neighbours {
    private let devices: [Pupil]
    private var written = 0
    private var unanswered: ContinuousClock.Instant?
    private var nextMessage = ContinuousClock.now
    /// Milliseconds from a message to its acknowledgement.
    private(set) var answers: [Double] = []

    private static let pause = Duration.milliseconds(50)

    init(_ devices: [Pupil]) {
        self.devices = devices
        for device in devices {
            device.onNews = { [unowned self] _, news in
                guard case .ack = news, let sent = unanswered else { return }
                answers.append(sent.duration(to: .now) / .milliseconds(1))
                unanswered = nil
            }
        }
    }

    /// To be called between two turns.
    func work() {
        let now = ContinuousClock.now
        guard !devices.isEmpty, unanswered == nil, now >= nextMessage else { return }
        (unanswered, nextMessage) = (now, now + Self.pause)
        devices[written % devices.count].post(written)
        written += 1
    }

    /// What has been measured until now, with the answer that is still awaited; from here on it is measured anew.
    func take(_ poller: Poller, seconds: Double) -> [Double] {
        poller.run(seconds: seconds) { unanswered == nil }
        if let sent = unanswered { answers.append(sent.duration(to: .now) / .milliseconds(1)) }
        defer { answers = [] }
        return answers
    }

    /// Every message was heard once, by all, in order.
    func wrong() -> [String] {
        devices.flatMap(\.book.wrong)
            + devices.filter { $0.isOpen && $0.book.marks != (0..<written).map(Int64.init) }.map {
                "the other room heard \($0.book.marks.count) messages of \(written)"
            }
    }

    func leave() { for device in devices { (device.onNews, device.onClosed) = (nil, nil) } }
}
