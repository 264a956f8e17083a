// Knows how to ask an address over the web: by curl, which knows TLS and the machine's certificates.

import Foundation

/// Asks, and waits.
enum WebLook {
    private static let seconds = 10
    private static let mark = "\n--staffroom-doctor--"

    /// - Parameters:
    ///   - headers: such as `Origin: https://…`.
    ///   - body: makes it a POST of JSON; it goes by standard input, so that no list of processes shows it.
    /// - Returns: `nothing("curl")` when there is no curl.
    static func ask(_ url: String, headers: [String] = [], body: String? = nil) -> WebAnswer {
        let curl = ["/usr/bin/curl", "/usr/local/bin/curl", "/bin/curl"].first(
            where: FileManager.default.isExecutableFile)
        guard let curl else { return .nothing("curl") }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: curl)
        process.arguments =
            ["-q", "-sS", "-g", "--http1.1", "--max-time", "\(seconds)", "--noproxy", "*", "-A", "staffroom-doctor"]
            + ["-w", "\(mark)%{http_code} %{redirect_url}"] + headers.flatMap { ["-H", $0] }
            + (body == nil ? [] : ["-H", "Content-Type: application/json", "--data-binary", "@-"]) + ["--", url]
        let (input, output, errors) = (Pipe(), Pipe(), Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = (input, output, errors)
        do { try process.run() } catch { return .nothing("curl") }
        // Both are short: far less than a pipe holds.
        try? input.fileHandleForWriting.write(contentsOf: Data((body ?? "").utf8))
        try? input.fileHandleForWriting.close()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard let split = said.range(of: mark, options: .backwards) else { return .nothing("no answer") }
        let words = said[split.upperBound...].split(separator: " ", maxSplits: 1).map(String.init)
        guard let status = words.first.flatMap({ Int($0) }), status > 0 else {
            return .nothing(complaint.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        return .answer(
            status: status, body: String(said[..<split.lowerBound]), location: words.count > 1 ? words[1] : "")
    }
}
