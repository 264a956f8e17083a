// What libwebsockets keeps pointers to for as long as its context lives.

import CLibWebSockets
import Foundation

final class Borrowed {
    let protocols = UnsafeMutablePointer<lws_protocols>.allocate(capacity: 2)
    let retry = UnsafeMutablePointer<lws_retry_bo_t>.allocate(capacity: 1)
    let context = UnsafeMutablePointer<OpaquePointer?>.allocate(capacity: 1)
    let tokenLimits = UnsafeMutablePointer<lws_token_limits>.allocate(capacity: 1)
    let headers: UnsafeMutablePointer<lws_protocol_vhost_options>
    let vhostName: UnsafePointer<CChar>
    private var strings: [UnsafeMutablePointer<CChar>] = []

    /// Room for a ping of 125 bytes is the least: with less the library splits the pong.
    static let receiveBytes = 512

    init(_ settings: ServerSettings) {
        func keep(_ text: String) -> UnsafeMutablePointer<CChar> { strdup(text)! }
        var kept: [UnsafeMutablePointer<CChar>] = []
        func lend(_ text: String) -> UnsafePointer<CChar> {
            kept.append(keep(text))
            return UnsafePointer(kept[kept.count - 1])
        }
        protocols.initialize(repeating: lws_protocols(), count: 2)  // the last stays zero: the end
        protocols[0].name = lend(settings.subprotocol)
        protocols[0].callback = onSocketEvent
        protocols[0].rx_buffer_size = Self.receiveBytes
        protocols[0].tx_packet_size = settings.limits.pieceBytes

        // The library's own pings are far away: its timers cost a walk over all connections. We ping.
        retry.initialize(to: lws_retry_bo_t())
        retry.pointee.secs_since_valid_ping = UInt16.max - 10
        retry.pointee.secs_since_valid_hangup = UInt16.max
        context.initialize(to: nil)

        tokenLimits.initialize(to: lws_token_limits())
        let limits = UnsafeMutableRawPointer(tokenLimits).assumingMemoryBound(to: UInt16.self)
        for index in 0..<MemoryLayout<lws_token_limits>.size / 2 {
            limits[index] = UInt16(clamping: settings.limits.maxHeaderBytes)
        }

        // For the few answers that the library writes by itself.
        let security = settings.securityHeaders
        headers = .allocate(capacity: security.count)
        for (index, header) in security.enumerated() {
            var option = lws_protocol_vhost_options()
            option.name = lend(header.name.lowercased() + ":")
            option.value = lend(header.value)
            option.next = index + 1 < security.count ? UnsafePointer(headers + index + 1) : nil
            (headers + index).initialize(to: option)
        }
        vhostName = lend("staffroom")
        strings = kept
    }

    deinit {
        protocols.deallocate()
        retry.deallocate()
        context.deallocate()
        tokenLimits.deallocate()
        headers.deallocate()
        for string in strings { free(string) }
    }
}
