// Knows how what is done for many lets others on the loop have their turn.

/// Goes on after what waits on the executor of `actor` now. `Task.yield` would go round by the shared threads, and wait
/// there for whatever is being computed.
func giveWay(_ actor: isolated some Actor) async {
    await withCheckedContinuation { continuation in
        Task {
            _ = actor
            continuation.resume()
        }
    }
}
