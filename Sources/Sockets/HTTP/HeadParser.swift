// Reads the head of a request from bytes as they came: RFC 9112 by the letter, and nothing that two readers could take
// for two things. On a connection that stays, whatever somebody in front of us reads otherwise becomes a request that
// nobody sent. Pure.

enum HeadParser {
    enum Result {
        /// The head has not ended yet.
        case partial
        /// It ends after so many bytes.
        case whole(RequestHead, byteCount: Int)
        /// It will never be one.
        case malformed
    }

    private static let return_ = UInt8(ascii: "\r")
    private static let newline = UInt8(ascii: "\n")
    private static let colon = UInt8(ascii: ":")
    private static let space = UInt8(ascii: " ")
    private static let tab = UInt8(ascii: "\t")

    static func parse(_ bytes: UnsafeRawBufferPointer, limits: ServerLimits) -> Result {
        // One empty line before a request is what some clients send behind the body of the last.
        let start = bytes.starts(with: [return_, newline]) ? 2 : 0
        var lines: [Range<Int>] = []
        var lineStart = start
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte == return_ {
                guard index + 1 < bytes.count else { return .partial }
                guard bytes[index + 1] == newline else { return .malformed }
                if index == lineStart {
                    guard !lines.isEmpty else { return .malformed }
                    guard let head = head(bytes, lines, limits) else { return .malformed }
                    return .whole(head, byteCount: index + 2)
                }
                lines.append(lineStart..<index)
                index += 2
                lineStart = index
            } else {
                // A line that ends otherwise, and every other control, ends the matter at once.
                guard byte >= space && byte != 0x7F || byte == tab else { return .malformed }
                index += 1
            }
        }
        return .partial
    }

    private static func head(_ bytes: UnsafeRawBufferPointer, _ lines: [Range<Int>], _ limits: ServerLimits)
        -> RequestHead?
    {
        var head = RequestHead()
        guard let first = lines.first, readRequestLine(bytes[first], into: &head, limits) else { return nil }
        for line in lines.dropFirst() {
            // A line that begins with a space goes on with the one before, for some; a name with a space behind it is
            // a name, for some.
            guard let end = bytes[line].firstIndex(of: colon), end > line.lowerBound,
                bytes[line.lowerBound..<end].allSatisfy(isToken)
            else { return nil }
            let name = String(decoding: bytes[line.lowerBound..<end], as: UTF8.self).lowercased()
            let value = trimmed(bytes[(end + 1)..<line.upperBound])
            if value.count >= limits.maxHeaderBytes { head.isHeaderTooLong = true }
            guard take(name, String(decoding: value, as: UTF8.self), into: &head) else { return nil }
        }
        return head
    }

    /// `GET /path?query HTTP/1.1`, with one space each.
    private static func readRequestLine(
        _ line: Slice<UnsafeRawBufferPointer>, into head: inout RequestHead, _ limits: ServerLimits
    ) -> Bool {
        let words = line.split(separator: space, omittingEmptySubsequences: false)
        guard words.count == 3, !words[0].isEmpty, words[0].allSatisfy(isToken), !words[1].isEmpty,
            words[2].starts(with: Array("HTTP/".utf8))
        else { return false }
        head.method = String(decoding: words[0], as: UTF8.self)
        head.version = String(decoding: words[2], as: UTF8.self)
        let mark = words[1].firstIndex(of: UInt8(ascii: "?"))
        let path = words[1][..<(mark ?? words[1].endIndex)]
        let query = mark.map { words[1][($0 + 1)...] }
        if path.count >= limits.maxURIBytes || (query?.count ?? 0) >= limits.maxURIBytes { head.isURITooLong = true }
        guard let plain = PercentCode.decoded(path) else { return false }
        if plain.contains(where: { $0 < space || $0 == 0x7F }) { head.hasControls = true }
        head.path = String(decoding: plain, as: UTF8.self)
        guard let arguments = query.map(PercentCode.canonical(query:)) ?? "" else { return false }
        head.query = arguments
        return true
    }

    /// False for what must not be there twice.
    private static func take(_ name: String, _ value: String, into head: inout RequestHead) -> Bool {
        func add(_ field: WritableKeyPath<RequestHead, String?>, separator: String = ", ") {
            head[keyPath: field] = head[keyPath: field].map { $0 + separator + value } ?? value
        }
        switch name {
        case "host":
            guard head.host == nil else { return false }
            head.host = value
        case "origin": add(\.origin)
        case "cookie": add(\.cookie, separator: "; ")
        case "content-type": add(\.contentType)
        // Twice the same is two as well.
        case "content-length": add(\.contentLength)
        case "accept": add(\.accept)
        case "accept-encoding": add(\.acceptEncoding)
        case "if-none-match": add(\.ifNoneMatch)
        case "x-forwarded-for": add(\.forwardedFor)
        case "connection": add(\.connection)
        case "expect": add(\.expect)
        case "upgrade": add(\.upgrade)
        case "sec-websocket-key": add(\.webSocketKey)
        case "sec-websocket-version": add(\.webSocketVersion)
        case "sec-websocket-protocol": add(\.webSocketProtocols)
        case "transfer-encoding": head.hasTransferEncoding = true
        default: break  // of the many that there are, none concerns us
        }
        return true
    }

    private static func trimmed(_ value: Slice<UnsafeRawBufferPointer>) -> Slice<UnsafeRawBufferPointer> {
        var value = value
        while let first = value.first, first == space || first == tab { value.removeFirst() }
        while let last = value.last, last == space || last == tab { value.removeLast() }
        return value
    }

    /// RFC 9110 section 5.6.2.
    private static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: marks.contains(byte)
        }
    }
    private static let marks = Array("!#$%&'*+-.^_`|~".utf8)
}
