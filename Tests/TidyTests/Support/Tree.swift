// Knows where the project is on disk and which text files it has.

import Foundation

/// A text file of the project.
struct TextFile: Sendable, CustomStringConvertible {
    /// From the top of the project, such as `Sources/Meetings/Room/Room.swift`.
    let path: String
    let text: String

    var description: String { path }
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }
    /// Where it is, such as `Sources/Meetings/Room`.
    var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }
    /// For what is in `Sources` or `Tests`: the module that it belongs to.
    var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
    /// The lines, the last one without its end.
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    /// How many lines there are; the end of the last one does not begin another.
    var lineCount: Int { lines.count - (text.hasSuffix("\n") ? 1 : 0) }
}

/// The project's files.
enum Tree {
    static let top = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// What stands visibly at the top.
    static func visibleNames() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: top.path).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// Whether there is such a folder.
    static func hasFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: top.appending(path: path).path, isDirectory: &isFolder)
            && isFolder.boolValue
    }

    /// The files below a folder whose names end so; none if the folder is missing. What tools install is not ours.
    static func files(_ folder: String, endings: [String]) throws -> [TextFile] {
        guard let paths = FileManager.default.enumerator(atPath: top.appending(path: folder).path) else { return [] }
        var found: [TextFile] = []
        while let path = paths.nextObject() as? String {
            let parts = path.split(separator: "/")
            let isForeign = parts.contains { $0.hasPrefix(".") || $0 == "node_modules" || $0 == "__pycache__" }
            guard !isForeign, endings.contains(where: { path.hasSuffix($0) }) else { continue }
            found.append(try file("\(folder)/\(path)"))
        }
        return found.sorted { $0.path < $1.path }
    }

    /// One file.
    static func file(_ path: String) throws -> TextFile {
        TextFile(path: path, text: try String(contentsOf: top.appending(path: path), encoding: .utf8))
    }
}
