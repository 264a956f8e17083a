// A swarm as a whole: who is in it, what it is asked to write, what all of it comes to.
#define _GNU_SOURCE
#include "swarm.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

/// Numbers of messages are given once in a process: an id is for one thing.
static int64_t next_message;
static const char sentence[] = "We tried the moisture sensor with year eight, and most of them got it to work";
static const char head[] = "{\"events\":[{\"at\":1773334251002,\"event\":{\"messagePosted\":{\"text\":\"";
static const char tail[] = "\"}}}]}";

struct swarm *swarm_new(int port, int64_t floor_bytes, int64_t more_bytes) {
    struct swarm *swarm = calloc(1, sizeof *swarm);
    swarm->port = port;
    swarm->floor_bytes = floor_bytes;
    swarm->more_bytes = more_bytes;
    swarm->epoll = epoll_create1(EPOLL_CLOEXEC);
    swarm->base = next_message;
    return swarm;
}

void swarm_free(struct swarm *swarm) {
    swarm_leave(swarm, 0, swarm->count);
    for (int32_t index = 0; index < swarm->count; index++) {
        struct client *client = &swarm->clients[index];
        free(client->meeting), free(client->cookie), free(client->pieces.data);
    }
    for (int32_t index = 0; index < swarm->room_count; index++) free(swarm->rooms[index].members);
    close(swarm->epoll);
    free(swarm->clients), free(swarm->rooms), free(swarm->messages), free(swarm->buffer), free(swarm);
}

int32_t swarm_add(struct swarm *swarm, int32_t room, const char *meeting, const char *cookie) {
    if (swarm->count == swarm->places) {
        swarm->places = swarm->places * 2 + 64;
        swarm->clients = realloc(swarm->clients, (size_t)swarm->places * sizeof *swarm->clients);
    }
    while (swarm->room_count <= room) {
        swarm->rooms = realloc(swarm->rooms, (size_t)(swarm->room_count + 1) * sizeof *swarm->rooms);
        swarm->rooms[swarm->room_count++] = (struct room){0};
    }
    struct room *place = &swarm->rooms[room];
    if (place->count == place->places) {
        place->places = place->places * 2 + 16;
        place->members = realloc(place->members, (size_t)place->places * sizeof *place->members);
    }
    place->members[place->count++] = swarm->count;
    swarm->clients[swarm->count] =
        (struct client){.fd = -1, .room = room, .meeting = strdup(meeting), .cookie = strdup(cookie)};
    return swarm->count++;
}

void swarm_deafen(struct swarm *swarm, int32_t client) { swarm->clients[client].is_deaf = 1; }

static void write_message(struct swarm *swarm, int32_t sender) {
    struct client *client = &swarm->clients[sender];
    if (swarm->sent == swarm->message_places) {
        swarm->message_places = swarm->message_places * 2 + 1024;
        swarm->messages = realloc(swarm->messages, (size_t)swarm->message_places * sizeof *swarm->messages);
    }
    // Others may have had numbers since: those are nobody's.
    int64_t number = swarm->base + swarm->sent;
    if (next_message <= number) next_message = number + 1;
    swarm->messages[swarm->sent++] = (struct swarm_message){
        .room = client->room, .sender = sender, .remaining = swarm->rooms[client->room].inside, .sent = swarm_now(),
        .until_acknowledged = -1, .until_all = -1};
    swarm->result.sent++;
    swarm->to_send--;
    size_t room = (size_t)(swarm->floor_bytes + swarm->more_bytes) + 512, count;
    char *text = malloc(room);
    if (swarm->floor_bytes) {
        count = (size_t)snprintf(text, room, "%sbench~%lld %s", head, (long long)number, sentence);
        while (count + sizeof tail - 1 < (size_t)swarm->floor_bytes) text[count++] = 'x';
        memcpy(text + count, tail, sizeof tail - 1);
        count += sizeof tail - 1;
    } else {
        count = (size_t)snprintf(text, room, "{\"command\":{\"id\":\"b%lld\",\"do\":{\"postMessage\":{\"text\":\"bench~%lld %s",
                                 (long long)number, (long long)number, sentence);
        for (int64_t index = 0; index < swarm->more_bytes; index++) text[count++] = index % 8 ? 'x' : ' ';
        memcpy(text + count, "\"}}}}", 5);
        count += 5;
    }
    swarm_say(swarm, client, 1, text, count);
    free(text);
}

/// Whose turn it is in a room: nobody may write without end.
static int32_t next_writer(struct swarm *swarm, int32_t room) {
    struct room *one = &swarm->rooms[room];
    for (int32_t tries = 0; tries < one->count; tries++) {
        int32_t member = one->members[one->next++ % one->count];
        if (!swarm->clients[member].is_deaf && swarm->clients[member].state == INSIDE) return member;
    }
    return one->members[0];
}

static int is_through(const struct swarm *swarm, const struct swarm_message *message) {
    if (message->is_refused) return 1;
    return swarm->load.waits_for_acknowledgement ? message->until_acknowledged >= 0 : message->until_all >= 0;
}

void swarm_moved(struct swarm *swarm, struct swarm_message *message) {
    if (!swarm->load.window || swarm->to_send <= 0 || !is_through(swarm, message)) return;
    // Of its two moves only the one that it waited for.
    int is_acknowledged = message->until_acknowledged >= 0, has_all = message->until_all >= 0;
    if (is_acknowledged && has_all && !swarm->floor_bytes) {
        int was_first = swarm->load.waits_for_acknowledgement
                            ? message->until_acknowledged < message->until_all
                            : message->until_all < message->until_acknowledged;
        if (was_first) return;
    }
    write_message(
        swarm, swarm->load.waits_for_acknowledgement ? message->sender : next_writer(swarm, message->room));
}

static int is_over(const struct swarm *swarm) {
    const struct swarm_result *result = &swarm->result;
    return swarm->to_send <= 0 && result->complete + result->refused >= result->sent
           && (swarm->floor_bytes || result->acknowledged + result->refused >= result->sent);
}

/// Where each room begins in the period: the same at every run.
static double *beginnings(int32_t count, double period) {
    double *places = malloc((size_t)count * sizeof *places);
    uint32_t chance = 2463534242u;
    for (int32_t room = 0; room < count; room++) {
        chance ^= chance << 13, chance ^= chance >> 17, chance ^= chance << 5;
        places[room] = period * (double)chance / 4294967296.0;
    }
    return places;
}

static void write_due(struct swarm *swarm, double *due, double now) {
    for (int32_t room = 0; room < swarm->room_count && swarm->to_send > 0; room++) {
        if (due[room] > now || !swarm->rooms[room].count) continue;
        due[room] += swarm->load.period_seconds;
        write_message(swarm, next_writer(swarm, room));
    }
}

static void begin(struct swarm *swarm) {
    for (int32_t member = 0; member < swarm->load.window; member++)
        for (int32_t room = 0; room < swarm->room_count && swarm->to_send > 0; room++)
            if (member < swarm->rooms[room].count)
                write_message(swarm, swarm->load.waits_for_acknowledgement ? swarm->rooms[room].members[member]
                                                                           : next_writer(swarm, room));
}

void swarm_run(struct swarm *swarm, struct swarm_load load, struct swarm_result *result) {
    double began = swarm_now(), *due = 0;
    swarm->load = load;
    swarm->to_send = load.messages;
    swarm->result = (struct swarm_result){.first = swarm->sent};
    if (load.window) {
        begin(swarm);
    } else {
        due = beginnings(swarm->room_count, load.period_seconds);
        for (int32_t room = 0; room < swarm->room_count; room++) due[room] += began;
    }
    double now = began;
    while (!is_over(swarm) && now - began < load.limit_seconds) {
        // By the clock it looks as often as it can: it has a core of its own.
        if (due) write_due(swarm, due, now);
        swarm_turn(swarm, due && swarm->to_send > 0 ? 0 : 1);
        now = swarm_now();
    }
    free(due);
    swarm->result.seconds = now - began;
    swarm->load.window = 0;
    swarm->to_send = 0;
    *result = swarm->result;
}

int32_t swarm_settle(struct swarm *swarm, double quiet_seconds, double limit_seconds) {
    double began = swarm_now();
    swarm->last_news = began;
    while (swarm_now() - began < limit_seconds) {
        swarm_turn(swarm, 5);
        if (swarm_now() - swarm->last_news > quiet_seconds) return 1;
    }
    return 0;
}

const struct swarm_message *swarm_messages(const struct swarm *swarm) { return swarm->messages; }
int64_t swarm_bytes(const struct swarm *swarm) { return swarm->bytes; }
int64_t swarm_resumed(const struct swarm *swarm) { return swarm->resumed; }
int64_t swarm_told_anew(const struct swarm *swarm) { return swarm->anew; }

void swarm_check(const struct swarm *swarm, struct swarm_wrong *wrong) {
    *wrong = swarm->wrong;
    for (int64_t index = 0; index < swarm->sent; index++) {
        const struct swarm_message *one = &swarm->messages[index];
        int32_t wanted = one->is_refused ? 0 : 1;
        if (one->heard < wanted) wrong->lost++;
        if (one->heard > wanted) wrong->doubled++;
        if (!one->is_refused && !swarm->floor_bytes && one->until_acknowledged < 0) wrong->lost++;
    }
    for (int32_t room = 0; room < swarm->room_count; room++) {
        const struct client *first = 0;
        for (int32_t member = 0; member < swarm->rooms[room].count; member++) {
            const struct client *one = &swarm->clients[swarm->rooms[room].members[member]];
            if (one->is_deaf || one->state != INSIDE) continue;
            if (!first) first = one;
            // One more or less than another, or the same in another order.
            if (one->heard != first->heard || one->order != first->order) wrong->uneven++;
        }
    }
}

void swarm_hear(struct swarm *swarm, int32_t client, const void *bytes, int64_t count) {
    struct client *one = &swarm->clients[client];
    if (one->state == CLOSED) one->state = GREETING;
    (void)swarm_frames(swarm, one, bytes, (size_t)count);
}
