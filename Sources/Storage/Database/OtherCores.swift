import Dispatch
import Foundation
import Synchronization

/// Work on what one thread reads, done by the other cores meanwhile: the thread hands over piece after piece, and has
/// what came of them at the end, in the order of the pieces.
final class OtherCores<Outcome: Sendable>: Sendable {
    private let done = Mutex<(given: Int, outcomes: [Int: Outcome])>((0, [:]))
    private let group = DispatchGroup()
    /// How many pieces may lie in memory, so that reading does not run ahead.
    private let free = DispatchSemaphore(value: 2 * ProcessInfo.processInfo.activeProcessorCount)

    /// Waits while many pieces are not done.
    func hand(_ work: @escaping @Sendable () -> Outcome) {
        free.wait()
        let number = done.withLock { done in
            defer { done.given += 1 }
            return done.given
        }
        DispatchQueue.global().async(group: group) {
            let outcome = work()
            self.done.withLock { $0.outcomes[number] = outcome }
            self.free.signal()
        }
    }

    /// Waits until all is done.
    func outcomes() -> [Outcome] {
        group.wait()
        return done.withLock { done in (0..<done.given).compactMap { done.outcomes[$0] } }
    }
}
