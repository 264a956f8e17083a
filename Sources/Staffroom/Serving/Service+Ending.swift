// Knows how the server ends: asked to, with everything stored; or because the disk has not confirmed something, at once
// and with everything left as it is.

import ArgumentParser
import Foundation
import Hosting
import Interface
import Journal
import Sockets
import Storage

extension Service {
    /// How long connections may take to close, in seconds.
    private static let graceSeconds = 2.0

    /// Runs until it is asked to stop, or until it has to.
    ///
    /// - Throws: `Failure` when it could not end as it should.
    func run() async throws {
        // Begins here: by now the log says that the server has started, and whoever started it knows its address.
        let ageing = Task { await ager.keepLooking() }
        let trouble = await withTaskGroup(of: StoreTrouble?.self) { tasks in
            tasks.addTask {
                await Signals.first()
                return nil
            }
            tasks.addTask { await storageWatch.end() }
            defer { tasks.cancelAll() }
            return await tasks.next() ?? nil
        }
        ageing.cancel()
        if let trouble { await abandon(trouble) }
        await ageing.value
        journal.note(.stopping)
        try await stop()
        journal.note(.stopped)
        journal.tellLeftOut(isLast: true)
    }

    /// Says good-bye, stores what is under way, closes the store.
    private func stop() async throws {
        for task in background { task.cancel() }
        await metrics?.close()
        await local.close()
        await sayGoodbye()
        await reception.drain()
        do {
            try await store.close()
        } catch let error as StoreError where error.isUnknown {
            throw StoreOpening.failure(error, folder.path)
        } catch {
            journal.note(.closingFailed(FaultWord(error)))
        }
    }

    /// Nobody knows what of the last moment is stored, and going on would make it worse. Everybody is told to come back,
    /// asks again and is answered by what the next start finds. The store is not closed: closing would ask the disk
    /// again, and believe it.
    private func abandon(_ trouble: StoreTrouble) async -> Never {
        await reception.sayStorageFailed { [lines] in lines.assumeIsolated { $0.stop() } }
        await sayGoodbye()
        let failure = StoreOpening.failure(trouble.error, folder.path)
        journal.note(.ended(code: failure.code.rawValue, sentence: StartSentence(ofFailureAtStart: failure.sentence)))
        withExtendedLifetime(store) { exit(failure.code.rawValue) }
    }

    private func sayGoodbye() async {
        await routes.drain()
        await lines.stop()
        await server.shutDown(code: .restarting, graceSeconds: Self.graceSeconds) {
            // Spread out, so that they do not all come back at once.
            "retry=\(Int.random(in: 500...2_500))"
        }
    }
}

extension StoreOpening {
    /// Does what a start does with an open store; what goes wrong becomes a sentence.
    static func saying<T: Sendable>(
        _ folder: String, _ watch: StorageWatch, _ body: () async throws -> T
    ) async throws -> T {
        do {
            return try await body()
        } catch {
            if let error = error as? StoreError { throw failure(error, folder) }
            guard let trouble = watch.trouble else { throw error }
            throw failure(trouble.error, folder)
        }
    }
}
