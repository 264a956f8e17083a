// Reads the head of a request out of libwebsockets. Only the fixed tokens are read: the library's walk over other
// headers is not to be trusted in the version at hand.

import CLibWebSockets

enum HeaderReader {
    static let methods: [(name: String, token: lws_token_indexes)] = [
        ("GET", WSI_TOKEN_GET_URI), ("HEAD", WSI_TOKEN_HEAD_URI), ("POST", WSI_TOKEN_POST_URI),
        ("PUT", WSI_TOKEN_PUT_URI), ("PATCH", WSI_TOKEN_PATCH_URI), ("DELETE", WSI_TOKEN_DELETE_URI),
        ("OPTIONS", WSI_TOKEN_OPTIONS_URI), ("CONNECT", WSI_TOKEN_CONNECT),
    ]

    static func head(of wsi: OpaquePointer, limits: ServerLimits) -> RequestHead {
        var head = RequestHead()
        func text(_ token: lws_token_indexes) -> String? {
            guard let bytes = bytes(of: wsi, token) else { return nil }
            if bytes.count >= limits.maxHeaderBytes { head.isHeaderTooLong = true }
            if bytes.contains(where: { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7F }) { head.hasControls = true }
            return String(decoding: bytes, as: UTF8.self)
        }
        for (name, token) in methods {
            guard let path = bytes(of: wsi, token) else { continue }
            head.method = name
            head.path = String(decoding: path, as: UTF8.self)
            if path.count >= limits.maxURIBytes { head.isURITooLong = true }
            if path.contains(where: { $0 < 0x20 || $0 == 0x7F }) { head.hasControls = true }
            break
        }
        head.query = query(of: wsi)
        if head.query.utf8.count >= limits.maxURIBytes { head.isURITooLong = true }
        head.version = text(WSI_TOKEN_HTTP) ?? ""
        head.host = text(WSI_TOKEN_HOST)
        head.origin = text(WSI_TOKEN_ORIGIN)
        head.cookie = text(WSI_TOKEN_HTTP_COOKIE)
        head.contentType = text(WSI_TOKEN_HTTP_CONTENT_TYPE)
        head.contentLength = text(WSI_TOKEN_HTTP_CONTENT_LENGTH)
        head.accept = text(WSI_TOKEN_HTTP_ACCEPT)
        head.acceptEncoding = text(WSI_TOKEN_HTTP_ACCEPT_ENCODING)
        head.ifNoneMatch = text(WSI_TOKEN_HTTP_IF_NONE_MATCH)
        head.forwardedFor = text(WSI_TOKEN_X_FORWARDED_FOR)
        head.connection = text(WSI_TOKEN_CONNECTION)
        head.expect = text(WSI_TOKEN_HTTP_EXPECT)
        head.upgrade = text(WSI_TOKEN_UPGRADE)
        head.webSocketKey = text(WSI_TOKEN_KEY)
        head.webSocketVersion = text(WSI_TOKEN_VERSION)
        head.webSocketProtocols = text(WSI_TOKEN_PROTOCOL)
        head.hasTransferEncoding = isPresent(wsi, WSI_TOKEN_HTTP_TRANSFER_ENCODING)
        if head.contentLength == nil, isPresent(wsi, WSI_TOKEN_HTTP_CONTENT_LENGTH) { head.contentLength = "" }
        return head
    }

    /// Also when it is empty.
    private static func isPresent(_ wsi: OpaquePointer, _ token: lws_token_indexes) -> Bool {
        var none: CChar = 0
        return lws_hdr_total_length(wsi, token) > 0 || lws_hdr_copy_fragment(wsi, &none, 1, token, 0) >= 0
    }

    /// Nil when the header is missing or empty; the pieces of one that repeats are joined by commas.
    private static func bytes(of wsi: OpaquePointer, _ token: lws_token_indexes) -> [UInt8]? {
        let length = Int(lws_hdr_total_length(wsi, token))
        guard length > 0 else { return nil }
        var buffer = [CChar](repeating: 0, count: length + 8)
        let copied = lws_hdr_copy(wsi, &buffer, Int32(buffer.count), token)
        guard copied > 0 else { return nil }
        return buffer.prefix(length).map { UInt8(bitPattern: $0) }
    }

    /// libwebsockets hands out the arguments decoded and apart; they are put together in one spelling.
    private static func query(of wsi: OpaquePointer) -> String {
        var pieces: [String] = []
        var buffer = [CChar](repeating: 0, count: Int(lws_hdr_total_length(wsi, WSI_TOKEN_HTTP_URI_ARGS)) + 8)
        while true {
            let count = lws_hdr_copy_fragment(
                wsi, &buffer, Int32(buffer.count), WSI_TOKEN_HTTP_URI_ARGS, Int32(pieces.count))
            guard count >= 0 else { break }
            pieces.append(encode(buffer.prefix(Int(count)).map { UInt8(bitPattern: $0) }))
        }
        return pieces.joined(separator: "&")
    }

    /// Percent-encodes all but unreserved characters and the first `=`.
    static func encode(_ argument: [UInt8]) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var out: [UInt8] = []
        var hasName = false
        for byte in argument {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                out.append(byte)
            case UInt8(ascii: "=") where !hasName:
                hasName = true
                out.append(byte)
            default:
                out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
