// Knows how much processor time a process has taken, with all its threads, also those that have ended.

import Glibc

enum ProcessorTime {
    /// Seconds of processor a running process has taken since its start; nil when there is no such process.
    static func of(_ process: pid_t) -> Double? {
        var clock = clockid_t()
        var time = timespec()
        guard clock_getcpuclockid(process, &clock) == 0, clock_gettime(clock, &time) == 0 else { return nil }
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The same once it rests: what a client has heard the server may still be clearing up after.
    static func settled(_ process: pid_t) -> Double {
        var last = of(process) ?? 0
        for _ in 0..<100 {
            usleep(30_000)
            let now = of(process) ?? last
            if now - last < 0.000_5 { return now }
            last = now
        }
        return last
    }
}
