// What fails is told as what it is, and that it works again; a no is no trouble.

import Foundation
import GRDB
import Log
import Synchronization
import Testing

@testable import Storage

@Suite struct TroubleTests {
    let directory = TestDirectory()

    private final class Heard: Sendable {
        let all = Mutex<[StoreNews]>([])

        var kinds: [String] {
            all.withLock { news in
                news.map { one in
                    switch one {
                    case .trouble(let trouble): "\(trouble.kind) at \(trouble.work)"
                    case .storing(let failing): failing.map { "failing: \($0.kind)" } ?? "storing"
                    }
                }
            }
        }
    }

    private static let batch = [Submission(stream: "a", expectedSequence: 0, entries: [event()])]

    @Test(arguments: [
        (ResultCode.SQLITE_IOERR_FSYNC, Int32(0), false, StoreTrouble.Kind.unconfirmed),
        (.SQLITE_IOERR_DIR_FSYNC, EIO, true, .unconfirmed), (.SQLITE_IOERR_SHMSIZE, ENOSPC, true, .unconfirmed),
        (.SQLITE_IOERR_SHMSIZE, ENOSPC, false, .full), (.SQLITE_FULL, 0, true, .full),
        (.SQLITE_IOERR_WRITE, EDQUOT, true, .full), (.SQLITE_IOERR_WRITE, EROFS, true, .readOnly),
        (.SQLITE_READONLY, 0, true, .readOnly), (.SQLITE_CANTOPEN, EACCES, false, .readOnly),
        (.SQLITE_IOERR_WRITE, EIO, true, .disk), (.SQLITE_IOERR_READ, 0, false, .disk),
        (.SQLITE_BUSY, 0, true, .busy), (.SQLITE_CORRUPT, 0, false, .damaged), (.SQLITE_NOMEM, 0, true, .memory),
    ])
    func eachFailureHasItsKind(_ code: ResultCode, _ system: Int32, _ isCommitting: Bool, _ kind: StoreTrouble.Kind) {
        let error = StoreError(DatabaseError(resultCode: code), system: system, isCommitting: isCommitting)
        #expect(StoreTrouble(error, at: .commit)?.kind == kind)
        #expect(error.isUnknown == (kind == .unconfirmed) && AppendError(error).isUnknown == error.isUnknown)
        #expect(StoreTrouble(error, at: .commit)?.error == nil || StoreTrouble.Kind(error) == kind)
    }

    @Test(arguments: [StoreError.notFound, .loginTaken, .closed, .beyondLimit("x"), .noFreeCode])
    func aNoIsNoTrouble(_ error: StoreError) { #expect(StoreTrouble(error, at: .commit) == nil) }

    @Test func aConstraintIsNoTrouble() {
        let error = StoreError(DatabaseError(resultCode: .SQLITE_CONSTRAINT_UNIQUE))
        #expect(StoreTrouble(error, at: .commit) == nil)
    }

    @Test func whatFailsIsToldAndThatItWorksAgain() async throws {
        let heard = Heard()
        let store = try Store.open(directory: directory.url) { news in heard.all.withLock { $0.append(news) } }
        try await store.limit(pages: 1)
        let big = event(String(repeating: "x", count: 100_000))
        _ = await store.append([Submission(stream: "b", expectedSequence: 0, entries: [big])])
        // A batch in which nothing is stored says nothing of the disk.
        _ = await store.append([Submission(stream: "b", expectedSequence: 9, entries: [event()])])
        // On a slow machine a mark may meet the full disk meanwhile, which is said as well.
        #expect(heard.kinds.starts(with: ["full at commit", "failing: full"]))
        #expect(await store.failing?.kind == .full)
        try await store.limit(pages: 1_000_000)
        #expect(await store.append(Self.batch) == [.success(1)])
        #expect(heard.kinds.count { $0 == "storing" } == 1 && heard.kinds.count { $0.hasPrefix("failing") } == 1)
        #expect(await store.failing == nil)
    }

    @Test func whatIsNotConfirmedIsLeftAsItIs() async throws {
        let heard = Heard()
        let store = try Store.open(directory: directory.url) { news in heard.all.withLock { $0.append(news) } }
        try await store.add([event()])
        await store.note(StoreError.fatal("fsync"), at: .checkpoint)
        #expect(heard.kinds == ["unconfirmed at checkpoint", "failing: unconfirmed"])
        #expect(await store.append(Self.batch) == [.failure(.fatal("fsync"))])
        await #expect(throws: StoreError.fatal("fsync")) { try await store.close() }
        // Closing folds the log in and removes it; here it is still what the next start finds.
        #expect(FileManager.default.fileExists(atPath: directory.path("staffroom.db-wal")))
        #expect(try await directory.open().lastSequence("room/a") == 1)
    }
}

extension Store {
    fileprivate func limit(pages: Int) throws {
        try read { _ = try Row.fetchAll($0, sql: "PRAGMA max_page_count = \(pages)") }
    }
}
