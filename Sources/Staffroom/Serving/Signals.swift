// Knows how the process is asked to stop.

import Dispatch
import Glibc

/// The signals that mean "stop". Dispatch hears them only some time after it was asked to, and one that comes before is
/// lost; so a handler, which is there at once, writes them into a pipe, and whoever waits reads that.
enum Signals {
    private static let pipe: (read: Int32, write: Int32) = {
        var ends: [Int32] = [-1, -1]
        _ = Glibc.pipe(&ends)
        for end in ends where end >= 0 { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }()

    /// From now on SIGTERM, SIGINT and SIGHUP wait for `first`, and do nothing else. Whoever was started to outlive
    /// its terminal (`nohup`) goes on at SIGHUP.
    static func keep() {
        guard pipe.write >= 0 else { return }
        for number in [SIGTERM, SIGINT, SIGHUP] where number != SIGHUP || !isIgnored(number) {
            signal(number) { number in
                let before = errno
                var byte = UInt8(truncatingIfNeeded: number)
                _ = write(Signals.pipe.write, &byte, 1)
                errno = before
            }
        }
    }

    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        guard sigaction(number, nil, &action) == 0 else { return false }
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    /// Returns at the first that came since `keep`.
    static func first() async {
        let (stream, asked) = AsyncStream<Void>.makeStream()
        let source = DispatchSource.makeReadSource(fileDescriptor: pipe.read)
        source.setEventHandler { asked.yield() }
        source.resume()
        for await _ in stream { break }
        source.cancel()
    }
}
