// Knows the text in which Prometheus reads figures, and keeps them. No package with it is needed: the text is small.

import CoreMetrics
import Synchronization

/// All figures of the process, by name and labels.
final class PrometheusRegistry: MetricsFactory {
    /// Upper bounds of the buckets of durations, in seconds.
    static let bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    private struct Key: Hashable {
        var label: String
        var dimensions: [String]
    }

    fileprivate enum Instrument: Sendable {
        case counter(PrometheusCounter)
        case gauge(PrometheusGauge)
        case histogram(PrometheusHistogram)
    }

    private let instruments = Mutex<[Key: (dimensions: [(String, String)], instrument: Instrument)]>([:])

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        let made = made(label, dimensions) { .counter(PrometheusCounter()) }
        if case .counter(let counter) = made { return counter }
        return PrometheusCounter()
    }

    func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler { gauge(label, dimensions) }

    func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        aggregate ? histogram(label, dimensions) : gauge(label, dimensions)
    }

    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler { histogram(label, dimensions) }

    // What was counted stays: a counter that vanishes looks like a restart.
    func destroyCounter(_ handler: any CounterHandler) {}
    func destroyMeter(_ handler: any MeterHandler) {}
    func destroyRecorder(_ handler: any RecorderHandler) {}
    func destroyTimer(_ handler: any TimerHandler) {}

    private func gauge(_ label: String, _ dimensions: [(String, String)]) -> PrometheusGauge {
        if case .gauge(let gauge) = made(label, dimensions, { .gauge(PrometheusGauge()) }) { return gauge }
        return PrometheusGauge()
    }

    private func histogram(_ label: String, _ dimensions: [(String, String)]) -> PrometheusHistogram {
        let made = made(label, dimensions) { .histogram(PrometheusHistogram()) }
        if case .histogram(let histogram) = made { return histogram }
        return PrometheusHistogram()
    }

    /// The same name and labels are the same figure, whoever asks for it.
    private func made(
        _ label: String, _ dimensions: [(String, String)], _ make: () -> Instrument
    ) -> Instrument {
        instruments.withLock { known in
            let key = Key(label: label, dimensions: dimensions.flatMap { [$0.0, $0.1] })
            if let found = known[key] { return found.instrument }
            let made = make()
            known[key] = (dimensions, made)
            return made
        }
    }

    /// All figures in the text format, version 0.0.4; those of one name stand together.
    func text() -> String {
        let all = instruments.withLock { $0 }
        let sorted = all.sorted {
            ($0.key.label, $0.key.dimensions.joined()) < ($1.key.label, $1.key.dimensions.joined())
        }
        var text = ""
        var last: String?
        for (key, (dimensions, instrument)) in sorted {
            if key.label != last { text += "# TYPE \(key.label) \(instrument.kind)\n" }
            last = key.label
            text += instrument.lines(key.label, dimensions)
        }
        return text
    }
}

extension PrometheusRegistry.Instrument {
    fileprivate var kind: String {
        switch self {
        case .counter: "counter"
        case .gauge: "gauge"
        case .histogram: "histogram"
        }
    }

    fileprivate func lines(_ label: String, _ dimensions: [(String, String)]) -> String {
        switch self {
        case .counter(let counter): return "\(label)\(Self.labels(dimensions)) \(counter.value)\n"
        case .gauge(let gauge): return "\(label)\(Self.labels(dimensions)) \(Self.number(gauge.value))\n"
        case .histogram(let histogram):
            let seen = histogram.seen
            var text = ""
            var count = 0
            for (bound, bucket) in zip(PrometheusRegistry.bounds.map(Self.number) + ["+Inf"], seen.buckets) {
                count += bucket
                text += "\(label)_bucket\(Self.labels(dimensions + [("le", bound)])) \(count)\n"
            }
            return text + "\(label)_sum\(Self.labels(dimensions)) \(Self.number(seen.sum))\n"
                + "\(label)_count\(Self.labels(dimensions)) \(count)\n"
        }
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
    }

    private static func labels(_ dimensions: [(String, String)]) -> String {
        guard !dimensions.isEmpty else { return "" }
        let pairs = dimensions.map { name, value in
            let quoted = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
            return "\(name)=\"\(quoted)\""
        }
        return "{\(pairs.joined(separator: ","))}"
    }
}
