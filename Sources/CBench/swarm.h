// What the parts of a swarm share.
#pragma once
#include "include/swarm.h"
#include <stddef.h>
#include <stdint.h>

enum state { CLOSED, CONNECTING, UPGRADING, GREETING, INSIDE };

struct bytes {
    uint8_t *data;
    size_t count, room;
};

struct client {
    int fd;
    enum state state;
    int8_t is_deaf, wants_to_write, resumes, is_entering;
    int32_t room;
    char *meeting, *cookie;
    /// What came and is no whole frame, pieces of a message, and what could not be sent.
    struct bytes in, pieces, out;
    int64_t through;
    char hash[72];
    /// How many messages of this swarm it has heard, and a mark of their order.
    int64_t heard;
    uint64_t order;
    double ready, back;
};

struct room {
    int32_t *members, count, places, inside, next;
    char epoch[72];
};

struct swarm {
    int port, epoll;
    int64_t floor_bytes, more_bytes;
    struct client *clients;
    int32_t count, places;
    struct room *rooms;
    int32_t room_count;
    struct swarm_message *messages;
    int64_t base, sent, message_places;
    struct swarm_load load;
    int64_t to_send, through;
    struct swarm_result result;
    struct swarm_wrong wrong;
    int64_t bytes, resumed, anew, made;
    int32_t entering, returning;
    double last_news;
    uint8_t *buffer;
    size_t buffer_room;
};

double swarm_now(void);
void bytes_add(struct bytes *bytes, const void *more, size_t count);
void bytes_cut(struct bytes *bytes, size_t count);

/// Whole frames out of bytes; how many bytes they were.
size_t swarm_frames(struct swarm *swarm, struct client *client, const uint8_t *bytes, size_t count);
void swarm_say(struct swarm *swarm, struct client *client, uint8_t opcode, const void *text, size_t count);
void swarm_closed(struct swarm *swarm, struct client *client);
void swarm_turn(struct swarm *swarm, int milliseconds);
/// A message has been acknowledged, or all have it.
void swarm_moved(struct swarm *swarm, struct swarm_message *message);
