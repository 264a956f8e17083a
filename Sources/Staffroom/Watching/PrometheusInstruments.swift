// Knows how each kind of figure is kept: a number that grows, a number that is set, a distribution of durations.

import CoreMetrics
import Synchronization

/// Only grows, until the process ends.
final class PrometheusCounter: CounterHandler {
    private let count = Mutex<Int64>(0)

    var value: Int64 { count.withLock(\.self) }

    func increment(by amount: Int64) {
        guard amount > 0 else { return }
        count.withLock { $0 = $0.addingReportingOverflow(amount).overflow ? .max : $0 + amount }
    }

    func reset() { count.withLock { $0 = 0 } }
}

/// Says how much there is now.
final class PrometheusGauge: MeterHandler, RecorderHandler {
    private let number = Mutex(0.0)

    var value: Double { number.withLock(\.self) }

    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { number.withLock { $0 = value } }
    func increment(by amount: Double) { number.withLock { $0 += amount } }
    func decrement(by amount: Double) { number.withLock { $0 -= amount } }
    func record(_ value: Int64) { set(value) }
    func record(_ value: Double) { set(value) }
}

/// How many durations fell below each bound, and their sum in seconds.
final class PrometheusHistogram: TimerHandler, RecorderHandler {
    struct Seen: Sendable {
        /// One for each bound, and one for what is beyond.
        var buckets = [Int](repeating: 0, count: PrometheusRegistry.bounds.count + 1)
        var sum = 0.0
    }

    private let state = Mutex(Seen())

    var seen: Seen { state.withLock(\.self) }

    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }
    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        let place = PrometheusRegistry.bounds.firstIndex { value <= $0 } ?? PrometheusRegistry.bounds.count
        state.withLock { seen in
            seen.buckets[place] += 1
            seen.sum += value
        }
    }
}
