// Knows files that pages send: in numbered pieces, because a request is bounded; of one person each, one at a time, in
// memory, and gone once they were read or nothing came for a while. What is in them is for whoever asks for the whole.

import Hosting
import Meetings

/// Whose file it is.
struct FileOwner: Hashable {
    var meeting: String
    var person: PersonID
}

/// The files that are on their way.
struct FilePieces {
    /// Of all files together: so much memory and no more.
    static let mostBytes = 8 * Limits.fileBytes
    /// After so long without a piece nobody is sending any more.
    static let patienceMilliseconds: Instant = 60_000
    static let mostPieces = Limits.fileBytes / Limits.filePieceBytes

    private struct Kept {
        var file: Key
        var count: Int
        var pieces: [Int: [UInt8]] = [:]
        var bytes = 0
        var touched: Instant
    }

    private var files: [FileOwner: Kept] = [:]
    private var bytes = 0

    /// Takes a piece; one that comes again stays as it was. Another file of the same person replaces the one before.
    mutating func take(
        _ piece: [UInt8], _ number: Int, of count: Int, file: Key, from owner: FileOwner, most: Int = Limits.fileBytes,
        at now: Instant
    ) throws(Refusal) {
        sweep(at: now)
        if files[owner]?.file != file { forget(owner) }
        var kept = files[owner] ?? Kept(file: file, count: count, touched: now)
        guard kept.count == count, number < count else { throw .badRequest("wrong: number") }
        guard kept.bytes + piece.count <= most else {
            forget(owner)
            throw Refusal(409, "fileTooLarge", limit: most)
        }
        guard bytes + piece.count <= Self.mostBytes else { throw .slowDown(Int(Self.patienceMilliseconds)) }
        if kept.pieces[number] == nil {
            kept.pieces[number] = piece
            kept.bytes += piece.count
            bytes += piece.count
        }
        kept.touched = now
        files[owner] = kept
    }

    /// The whole file, which is gone then.
    mutating func whole(_ file: Key, of owner: FileOwner, at now: Instant) throws(Refusal) -> [UInt8] {
        sweep(at: now)
        guard let kept = files[owner], kept.file == file, kept.pieces.count == kept.count else {
            throw Refusal(409, "fileIncomplete")
        }
        forget(owner)
        return (0..<kept.count).flatMap { kept.pieces[$0] ?? [] }
    }

    /// What nobody goes on sending is gone.
    mutating func sweep(at now: Instant) {
        guard !files.isEmpty else { return }
        for (owner, kept) in files where now - kept.touched > Self.patienceMilliseconds { forget(owner) }
    }

    private mutating func forget(_ owner: FileOwner) {
        guard let kept = files.removeValue(forKey: owner) else { return }
        bytes -= kept.bytes
    }

    /// How much is here.
    var held: Int { bytes }
}
