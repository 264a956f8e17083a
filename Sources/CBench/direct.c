// Bare libwebsockets on libuv with direct writes: what one of a room says is sent to all of it, a write for each.
#include "floors.h"
#include "halls.h"
#include "serve.h"
#include <stdlib.h>
#include <string.h>

struct visitor {
    struct seat seat;
    struct lws *wsi;
    unsigned char *said;
    size_t count;
};
static unsigned char *answer, *out;
static size_t answer_bytes, out_room;

static int said(struct visitor *visitor) {
    if (visitor->said[0] == 'j') {
        visitor->said[visitor->count] = 0;
        hall_join(&visitor->seat, atoi((char *)visitor->said + 1));
        return lws_write(visitor->wsi, answer + LWS_PRE, answer_bytes, LWS_WRITE_TEXT) < 0 ? -1 : 0;
    }
    if (visitor->seat.room < 0) return -1;
    if (out_room < visitor->count) {
        out_room = visitor->count;
        out = realloc(out, LWS_PRE + out_room);
    }
    memcpy(out + LWS_PRE, visitor->said, visitor->count);
    // Only the head before the text is written to, so all share it.
    struct hall *hall = hall_of(&visitor->seat);
    for (int index = 0; index < hall->count; index++)
        lws_write(((struct visitor *)hall->members[index])->wsi, out + LWS_PRE, visitor->count, LWS_WRITE_TEXT);
    return 0;
}

static int heard(struct lws *wsi, enum lws_callback_reasons reason, void *user, void *in, size_t length) {
    struct visitor *visitor = user;
    switch (reason) {
    case LWS_CALLBACK_ESTABLISHED:
        *visitor = (struct visitor){.seat.room = -1, .wsi = wsi};
        break;
    case LWS_CALLBACK_CLOSED:
        hall_leave(&visitor->seat);
        free(visitor->said);
        break;
    case LWS_CALLBACK_RECEIVE:
        visitor->said = realloc(visitor->said, visitor->count + length + 1);
        memcpy(visitor->said + visitor->count, in, length);
        visitor->count += length;
        if (!lws_is_final_fragment(wsi) || lws_remaining_packet_payload(wsi) || !visitor->count) break;
        int code = said(visitor);
        visitor->count = 0;
        return code;
    default: break;
    }
    return 0;
}

int floor_direct(int64_t bytes, void (*listening)(int port)) {
    static const struct lws_protocols protocols[] = {
        {.name = "staffroom.1", .callback = heard, .per_session_data_size = sizeof(struct visitor),
         .rx_buffer_size = 512, .tx_packet_size = 65536},
        {0}};
    answer = malloc(LWS_PRE + (size_t)bytes + 64);
    answer_bytes = floor_welcome(answer + LWS_PRE, (size_t)bytes);
    return floor_serve(protocols, listening);
}
