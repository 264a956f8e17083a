// Knows how the process is asked to stop.

import Dispatch
import Glibc

/// The signals that mean "stop". Dispatch hears them only some time after it was asked to, and one that comes before is
/// lost; so a handler, which is there at once, writes them into a pipe, and whoever waits reads that.
enum Signals {
    private static let pipe: (read: Int32, write: Int32) = {
        var ends: [Int32] = [-1, -1]
        return Glibc.pipe(&ends) == 0 ? (ends[0], ends[1]) : (-1, -1)
    }()

    /// From now on SIGTERM and SIGINT wait for `first`, and do nothing else.
    static func keep() {
        guard pipe.write >= 0 else { return }
        for number in [SIGTERM, SIGINT] {
            signal(number) { number in
                let before = errno
                var byte = UInt8(truncatingIfNeeded: number)
                _ = write(Signals.pipe.write, &byte, 1)
                errno = before
            }
        }
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
