// Knows where Web and Config are and makes the table of files that are served: no path is ever opened from a URL.

import Foundation
import Sockets

/// The files that belong to the program.
struct Resources: Sendable {
    let folder: URL

    /// `named` is the setting; empty: beside the program, above its build folder, or here.
    init(named: String) throws {
        // Not by the first argument: found by PATH, that is a name and no place.
        let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        var candidates: [URL] = []
        var above = program.deletingLastPathComponent()
        for _ in 0..<5 {
            candidates.append(above)
            candidates.append(above.appendingPathComponent("share/staffroom"))
            above = above.deletingLastPathComponent()
        }
        candidates.append(URL(fileURLWithPath: FileManager.default.currentDirectoryPath))
        if !named.isEmpty { candidates = [URL(fileURLWithPath: named)] }
        let found = candidates.first {
            FileManager.default.fileExists(atPath: $0.appendingPathComponent("Web/index.html").path)
        }
        guard let found else {
            throw Failure(
                "Web/index.html is not found; name the folder that holds Web and Config with the setting resources",
                Ending.settings)
        }
        folder = found
    }

    /// A file of the program's own configuration.
    func config(_ name: String) throws -> Data {
        guard let data = FileManager.default.contents(atPath: folder.appendingPathComponent("Config/\(name)").path)
        else { throw Failure("Config/\(name) is missing beside Web", Ending.settings) }
        return data
    }

    /// The JSON files of a folder of the program's own configuration, by name.
    func configs(in name: String) throws -> [(name: String, data: Data)] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/Config/\(name)")) ?? []
        return try files.filter { $0.hasSuffix(".json") }.sorted().map { ($0, try config("\(name)/\($0)")) }
    }

    /// What `Config/bundle` makes has names with a hash of the content here: what is under such a name never changes.
    private static let hashed = "hashed"
    /// For a year, which is as long as browsers keep anything.
    private static let forEver = "public, max-age=31536000, immutable"

    private var root: URL { folder.appendingPathComponent("Web") }

    /// Whether this is what a release serves, and not its sources.
    var isBundle: Bool { FileManager.default.fileExists(atPath: root.appendingPathComponent(Self.hashed).path) }

    /// Path to file, all read now. `/` is the teachers' page.
    func served() throws -> [String: StaticFile] {
        guard let walk = FileManager.default.enumerator(atPath: root.path) else {
            throw Failure("Web cannot be read", Ending.settings)
        }
        var table: [String: StaticFile] = [:]
        for case let name as String in walk {
            guard let type = Self.types[(name as NSString).pathExtension],
                let data = FileManager.default.contents(atPath: root.appendingPathComponent(name).path)
            else { continue }
            let bytes = Array(data)
            table["/" + name] = StaticFile(
                bytes: bytes, contentType: type, etag: Self.tag(bytes),
                cacheControl: name.hasPrefix(Self.hashed + "/") ? Self.forEver : "no-cache")
        }
        if !isBundle { Self.preload(&table) }
        table["/"] = table["/index.html"]
        return table.mapValues { file in
            StaticFile(
                bytes: file.bytes, gzip: Gzip.compress(file.bytes), contentType: file.contentType, etag: file.etag,
                cacheControl: file.cacheControl)
        }
    }

    /// Pages of native modules say at once what they are going to need.
    private static func preload(_ table: inout [String: StaticFile]) {
        let preloads = Preloads(
            scripts: table.filter { $0.key.hasSuffix(".js") }.mapValues { String(decoding: $0.bytes, as: UTF8.self) })
        for (path, file) in table where path.hasSuffix(".html") {
            let bytes = Array(preloads.adding(to: String(decoding: file.bytes, as: UTF8.self)).utf8)
            table[path] = StaticFile(bytes: bytes, contentType: file.contentType, etag: tag(bytes))
        }
    }

    private static let types = [
        "html": "text/html; charset=utf-8", "js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8",
        "json": "application/json", "svg": "image/svg+xml", "png": "image/png", "ico": "image/x-icon",
        "webmanifest": "application/manifest+json",
    ]

    /// FNV-1a over the bytes: a new content has a new tag.
    private static func tag(_ bytes: [UInt8]) -> String {
        let hash = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return "\"\(String(hash, radix: 16))-\(bytes.count)\""
    }
}
