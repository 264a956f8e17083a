// Bare libwebsockets on libuv with direct writes: each message is answered with a text of so many bytes.
#include "floors.h"
#include "serve.h"
#include <stdlib.h>

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
    static const struct lws_protocols protocols[] = {
        {.name = "staffroom.1", .callback = heard, .rx_buffer_size = 512, .tx_packet_size = 65536}, {0}};
    text = malloc(LWS_PRE + (size_t)bytes + 64);
    text_bytes = floor_welcome(text + LWS_PRE, (size_t)bytes);
    return floor_serve(protocols, listening);
}
