// The text in which figures are read: the format of Prometheus, byte by byte.

import Hosting
import Metrics
import Testing

@testable import Staffroom

@Suite struct PrometheusTests {
    @Test("counters, gauges and labels, by name")
    func text() {
        let registry = PrometheusRegistry()
        Meter(label: "b_bytes", factory: registry).set(12.5)
        let counter = Counter(label: "a_total", dimensions: [("code", "notFound")], factory: registry)
        counter.increment(by: 3)
        Counter(label: "a_total", dimensions: [("code", "notFound")], factory: registry).increment()
        Counter(label: "a_total", dimensions: [("code", "a\"b\\c\nd")], factory: registry).increment()
        Gauge(label: "c", factory: registry).record(7)
        #expect(
            registry.text() == """
                # TYPE a_total counter
                a_total{code="a\\"b\\\\c\\nd"} 1
                a_total{code="notFound"} 4
                # TYPE b_bytes gauge
                b_bytes 12.5
                # TYPE c gauge
                c 7

                """)
    }

    @Test("durations fall into buckets that add up, up to their bounds and beyond the last one")
    func histogram() {
        let registry = PrometheusRegistry()
        let timer = Timer(label: "t_seconds", factory: registry)
        timer.recordMilliseconds(1)
        timer.recordMilliseconds(2)
        timer.recordSeconds(11)
        let lines = registry.text().split(separator: "\n")
        #expect(lines.first == "# TYPE t_seconds histogram")
        #expect(lines.contains(#"t_seconds_bucket{le="0.0005"} 0"#))
        #expect(lines.contains(#"t_seconds_bucket{le="0.001"} 1"#))
        #expect(lines.contains(#"t_seconds_bucket{le="10"} 2"#))
        #expect(lines.suffix(3) == [#"t_seconds_bucket{le="+Inf"} 3"#, "t_seconds_sum 11.003", "t_seconds_count 3"])
        #expect(lines.count == PrometheusRegistry.bounds.count + 4)
    }

    @Test("what is counted below nothing or beyond all numbers is harmless; one name is one kind")
    func odd() {
        let registry = PrometheusRegistry()
        let counter = Counter(label: "x_total", factory: registry)
        counter.increment(by: -5)
        counter.increment(by: Int64.max)
        counter.increment()
        Meter(label: "x_total", factory: registry).set(5)
        Timer(label: "x_total", factory: registry).recordSeconds(1)
        counter.destroy()
        #expect(registry.text() == "# TYPE x_total counter\nx_total \(Int64.max)\n")
        #expect(PrometheusRegistry().text() == "")
    }

    @Test("a no is counted by its code")
    func refusals() {
        let registry = PrometheusRegistry()
        let meters = HostingMeters(factory: registry)
        meters.refused("slowDown")
        meters.refused("slowDown")
        #expect(registry.text().contains(#"staffroom_refused_total{code="slowDown"} 2"#))
    }
}
