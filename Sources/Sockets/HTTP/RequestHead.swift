// The head of a request as it came, before anything was checked. Plain data; read by `HeadParser`.

struct RequestHead {
    /// Nil when nothing could be read.
    var method: String?
    var path = ""
    var query = ""
    var version = ""
    var host: String?
    var origin: String?
    var cookie: String?
    var contentType: String?
    var contentLength: String?
    var accept: String?
    var acceptEncoding: String?
    var ifNoneMatch: String?
    var forwardedFor: String?
    var connection: String?
    var expect: String?
    var upgrade: String?
    var webSocketKey: String?
    var webSocketVersion: String?
    var webSocketProtocols: String?
    var hasTransferEncoding = false
    var isURITooLong = false
    var isHeaderTooLong = false
    var hasControls = false

    /// Whether a comma-separated header contains a word, in any case of letters.
    static func list(_ value: String?, contains word: String) -> Bool {
        guard let value else { return false }
        return items(value).contains { $0.lowercased() == word }
    }

    static func items(_ value: String) -> [String] {
        value.split(separator: ",").map { item in
            let start = item.drop { $0 == " " || $0 == "\t" }
            return String(start.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
        }
    }
}
