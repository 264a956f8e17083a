// Knows how many pages SQLite has written to a write-ahead log, from the index that it keeps beside it.

import Foundation

/// Counts pages of one log, also over its beginnings anew.
struct LogFrames {
    private let index: String
    private var last: (mark: [UInt8], frames: Int)
    private(set) var counted = 0
    /// With the head of each.
    private(set) var bytesAFrame = 0

    /// Where the numbers stand: bytes of a page, pages in the log, what is drawn anew whenever it begins anew.
    private static let (page, frames, mark, end) = (14, 16, 32..<40, 48)
    private static let frameHead = 24

    init?(_ database: String) {
        index = database + "-shm"
        last = ([], 0)
        guard let now = read() else { return nil }
        last = now
    }

    /// To be called more often than the log begins anew.
    mutating func look() {
        guard let now = read() else { return }
        counted += now.mark == last.mark ? now.frames - last.frames : now.frames
        last = now
    }

    private mutating func read() -> (mark: [UInt8], frames: Int)? {
        guard let file = FileHandle(forReadingAtPath: index), let data = try? file.read(upToCount: Self.end),
            data.count == Self.end
        else { return nil }
        let bytes = [UInt8](data)
        func number(_ place: Int, _ count: Int) -> Int {
            (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
        }
        bytesAFrame = number(Self.page, 2) + Self.frameHead
        return (Array(bytes[Self.mark]), number(Self.frames, 4))
    }
}

/// What a process has handed to the kernel to write, into files and pipes; not into sockets.
enum Written {
    static func bytes(by process: pid_t) -> Int {
        let text = (try? String(contentsOfFile: "/proc/\(process)/io", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("wchar:") }
        return line.flatMap { Int($0.dropFirst("wchar:".count).trimmingCharacters(in: .whitespaces)) } ?? 0
    }
}
