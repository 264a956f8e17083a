// Knows a folder that goes with whoever made it.

import Foundation

final class Folder {
    private let url: URL
    private var isKept = false

    init(in scratch: String?) throws {
        let place = scratch.map { URL(fileURLWithPath: $0) } ?? FileManager.default.temporaryDirectory
        url = place.appendingPathComponent("staffroom-bench-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { if !isKept { try? FileManager.default.removeItem(at: url) } }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    /// Stays, so that somebody can look.
    func keep() -> Folder {
        isKept = true
        return self
    }
}
