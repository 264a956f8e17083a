// Bare libwebsockets on libuv, with the settings that ours has: no timers of its own, nothing kept in vain.
#include "serve.h"
#include <string.h>

int floor_serve(const struct lws_protocols *protocols, void (*listening)(int port)) {
    static const lws_retry_bo_t far_away = {
        .secs_since_valid_ping = UINT16_MAX - 10, .secs_since_valid_hangup = UINT16_MAX};
    lws_set_log_level(LLL_ERR, 0);
    struct lws_context_creation_info info;
    memset(&info, 0, sizeof info);
    info.options = LWS_SERVER_OPTION_LIBUV | LWS_SERVER_OPTION_EXPLICIT_VHOSTS | LWS_SERVER_OPTION_DISABLE_IPV6;
    info.retry_and_idle_policy = &far_away;
    info.max_http_header_pool = 1024;
    info.pt_serv_buf_size = 4096;
    info.gid = -1;
    info.uid = -1;
    struct lws_context *context = lws_create_context(&info);
    if (!context) return 1;
    info.port = 0;
    info.iface = "127.0.0.1";
    info.protocols = protocols;
    struct lws_vhost *vhost = lws_create_vhost(context, &info);
    if (!vhost) return 2;
    listening(lws_get_vhost_listen_port(vhost));
    // On libuv this runs for ever.
    while (lws_service(context, 0) >= 0) continue;
    return 3;
}
