// Bare libwebsockets on libuv with direct writes: each message is answered with a text of so many bytes.
#include "floors.h"
#include <libwebsockets.h>
#include <stdlib.h>
#include <string.h>

static unsigned char *text;
static size_t text_bytes;

static int heard(struct lws *wsi, enum lws_callback_reasons reason, void *user, void *in, size_t length) {
    (void)user, (void)in, (void)length;
    // Only the head before the text is written to, so all connections share it.
    if (reason == LWS_CALLBACK_RECEIVE && lws_is_final_fragment(wsi) && !lws_remaining_packet_payload(wsi)
        && lws_write(wsi, text + LWS_PRE, text_bytes, LWS_WRITE_TEXT) < 0)
        return -1;
    return 0;
}

int floor_answers(int64_t bytes, void (*listening)(int port)) {
    static const lws_retry_bo_t far_away = {
        .secs_since_valid_ping = UINT16_MAX - 10, .secs_since_valid_hangup = UINT16_MAX};
    static struct lws_protocols protocols[] = {
        {.name = "staffroom.1", .callback = heard, .rx_buffer_size = 512, .tx_packet_size = 65536}, {0}};
    static const char head[] = "{\"welcome\":{\"resumed\":false,\"room\":\"", tail[] = "\",\"sequence\":1}}";
    text_bytes = (size_t)bytes;
    if (text_bytes < sizeof head + sizeof tail) text_bytes = sizeof head + sizeof tail;
    text = malloc(LWS_PRE + text_bytes);
    memset(text + LWS_PRE, 'x', text_bytes);
    memcpy(text + LWS_PRE, head, sizeof head - 1);
    memcpy(text + LWS_PRE + text_bytes - (sizeof tail - 1), tail, sizeof tail - 1);

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
