// Knows how somebody who waits lets time pass on the loop, wherever they are.

extension EventLoop {
    private actor Waiter {
        nonisolated let loop: EventLoop
        nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

        init(loop: EventLoop) { self.loop = loop }

        func wait(_ milliseconds: Int) async {
            await withCheckedContinuation { continuation in
                loop.after(milliseconds: milliseconds) { continuation.resume() }
            }
        }
    }

    /// Goes on after so many milliseconds.
    public nonisolated func pause(milliseconds: Int) async { await Waiter(loop: self).wait(milliseconds) }
}
