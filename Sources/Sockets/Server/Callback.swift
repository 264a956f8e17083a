// Where C calls us. One function for all events of all servers; finds its server and goes on inside its isolation.

import CLibWebSockets

/// At file scope it captures nothing and inherits no isolation: a plain C function.
func onSocketEvent(
    _ wsi: OpaquePointer?, _ reason: lws_callback_reasons, _ user: UnsafeMutableRawPointer?,
    _ input: UnsafeMutableRawPointer?, _ length: Int
) -> Int32 {
    switch reason {
    case LWS_CALLBACK_FILTER_NETWORK_CONNECTION, LWS_CALLBACK_SERVER_NEW_CLIENT_INSTANTIATED,
        LWS_CALLBACK_HTTP, LWS_CALLBACK_CLOSED_HTTP, LWS_CALLBACK_HTTP_CONFIRM_UPGRADE,
        LWS_CALLBACK_RAW_ADOPT, LWS_CALLBACK_ESTABLISHED, LWS_CALLBACK_RECEIVE, LWS_CALLBACK_RECEIVE_PONG,
        LWS_CALLBACK_WS_PEER_INITIATED_CLOSE, LWS_CALLBACK_SERVER_WRITEABLE, LWS_CALLBACK_CLOSED,
        LWS_CALLBACK_WSI_DESTROY:
        guard let wsi, let context = lws_get_context(wsi), let raw = lws_context_user(context) else { return 0 }
        let server = Unmanaged<WebSocketServer>.fromOpaque(raw).takeUnretainedValue()
        nonisolated(unsafe) let socket = wsi  // lent for this call; goes no further
        // Only this one brings bytes: what comes with a handshake may be freed already.
        let hasBytes = reason == LWS_CALLBACK_RECEIVE
        nonisolated(unsafe) let bytes = UnsafeRawBufferPointer(start: input, count: hasBytes ? length : 0)
        nonisolated(unsafe) let argument = reason == LWS_CALLBACK_FILTER_NETWORK_CONNECTION ? user : nil
        return server.assumeIsolated { $0.handle(socket, reason, bytes, argument) }
    case LWS_CALLBACK_FILTER_HTTP_CONNECTION, LWS_CALLBACK_FILTER_PROTOCOL_CONNECTION, LWS_CALLBACK_HTTP_WRITEABLE:
        return 0
    case LWS_CALLBACK_RAW_RX:
        return -1
    default:
        return lws_callback_http_dummy(wsi, reason, user, input, length)
    }
}
