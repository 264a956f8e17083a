// Knows how the process is asked to stop.

import Dispatch
import Glibc

/// The signals that mean "stop".
enum Signals {
    /// Returns at the first SIGTERM or SIGINT.
    static func first() async {
        let (stream, asked) = AsyncStream<Int32>.makeStream()
        let sources = [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler { asked.yield(number) }
            source.resume()
            return source
        }
        for await _ in stream { break }
        for source in sources { source.cancel() }
    }
}
