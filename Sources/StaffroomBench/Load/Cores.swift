// Knows on which core what runs: the server on one, the load on another, so that neither takes the other's time.

import CBench
import Glibc

enum Cores {
    private static let server: Int32 = 0
    private static let load: Int32 = 1

    /// Puts this program on its core; says what came of it.
    static func begin() -> String {
        guard sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1, bench_pin(server) == 0, bench_pin(load) == 0 else {
            return "NOT PINNED: server and load share what cores there are"
        }
        return "server on core \(server), load on core \(load)"
    }

    /// What is started meanwhile has all cores.
    static func everywhere<Value>(_ work: () throws -> Value) rethrows -> Value {
        _ = bench_unpin()
        defer { if sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1 { _ = bench_pin(load) } }
        return try work()
    }

    /// What is done or started meanwhile has the server's core.
    static func asServer<Value>(_ work: () throws -> Value) rethrows -> Value {
        guard sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1 else { return try work() }
        _ = bench_pin(server)
        defer { _ = bench_pin(load) }
        return try work()
    }
}
