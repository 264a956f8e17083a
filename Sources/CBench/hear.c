// What a client of a swarm makes of what it hears.
#define _GNU_SOURCE
#include "swarm.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIND(text, count, key) find(text, count, key, sizeof key - 1)

/// The place right behind the first `key`.
static const uint8_t *find(const uint8_t *text, size_t count, const char *key, size_t key_count) {
    const uint8_t *place = memmem(text, count, key, key_count);
    return place ? place + key_count : 0;
}

static int64_t number(const uint8_t *place, const uint8_t *end) {
    int64_t number = 0;
    while (place < end && *place >= '0' && *place <= '9') number = number * 10 + (*place++ - '0');
    return number;
}

/// The text in quotes right behind `key`, which ends with the opening quote.
static void quoted(const uint8_t *text, size_t count, const char *key, char *into, size_t room) {
    const uint8_t *place = find(text, count, key, strlen(key));
    size_t length = 0;
    if (!place) return;
    while (place + length < text + count && place[length] != '"' && length + 1 < room) length++;
    memcpy(into, place, length);
    into[length] = 0;
}

static struct swarm_message *message(struct swarm *swarm, int64_t number) {
    return number >= swarm->base && number < swarm->base + swarm->sent ? &swarm->messages[number - swarm->base] : 0;
}

static void heard(struct swarm *swarm, struct client *client, int64_t number, int is_live) {
    // Those of an earlier swarm are in the room too.
    if (number < swarm->base) return;
    struct swarm_message *one = message(swarm, number);
    if (!one || one->room != client->room) {
        swarm->wrong.strange++;
        return;
    }
    client->heard++;
    client->order = (client->order ^ (uint64_t)(number + 1)) * 1099511628211u;
    if (client == &swarm->clients[swarm->rooms[client->room].members[0]]) one->heard++;
    if (!is_live) return;
    swarm->result.deliveries++;
    if (--one->remaining == 0) {
        one->until_all = (swarm_now() - one->sent) * 1e3;
        swarm->result.complete++;
        swarm_moved(swarm, one);
    }
}

static void marks(struct swarm *swarm, struct client *client, const uint8_t *text, size_t count, int is_live) {
    const uint8_t *end = text + count, *place = text;
    while ((place = FIND(place, (size_t)(end - place), "bench~"))) heard(swarm, client, number(place, end), is_live);
}

/// Told anew is told everything: what it heard before counts no more.
static void forget(struct swarm *swarm, struct client *client) {
    client->heard = 0;
    client->order = 0;
    if (client != &swarm->clients[swarm->rooms[client->room].members[0]]) return;
    for (int64_t index = 0; index < swarm->sent; index++)
        if (swarm->messages[index].room == client->room) swarm->messages[index].heard = 0;
}

static void welcomed(struct swarm *swarm, struct client *client, const uint8_t *text, size_t count) {
    const uint8_t *end = text + count, *place = text;
    if (FIND(text, count, "\"resumed\":true")) {
        swarm->resumed++;
        marks(swarm, client, text, count, 0);
    } else {
        if (client->through) swarm->anew++;
        forget(swarm, client);
        // The facts after the room come after it, wherever they stand.
        const uint8_t *room = FIND(text, count, "\"room\":");
        if (room) marks(swarm, client, room, (size_t)(end - room), 0);
        marks(swarm, client, text, room ? (size_t)(room - text) : count, 0);
    }
    while ((place = FIND(place, (size_t)(end - place), "\"sequence\":"))) {
        int64_t sequence = number(place, end);
        if (sequence > client->through) client->through = sequence;
    }
    client->hash[0] = 0;
    quoted(text, count, "\"hash\":\"", client->hash, sizeof client->hash);
    quoted(text, count, "\"epoch\":\"", swarm->rooms[client->room].epoch, sizeof swarm->rooms[0].epoch);
}

static void came_in(struct swarm *swarm, struct client *client) {
    if (client->state != GREETING) return;
    client->state = INSIDE;
    client->ready = swarm_now();
    if (!client->is_deaf) swarm->rooms[client->room].inside++;
    if (client->is_entering) {
        client->is_entering = 0;
        swarm->entering--;
    }
}

static void events(struct swarm *swarm, struct client *client, const uint8_t *text, size_t count) {
    const uint8_t *end = text + count, *place = text;
    int64_t last = client->through;
    while ((place = FIND(place, (size_t)(end - place), "\"sequence\":"))) {
        int64_t sequence = number(place, end);
        if (sequence <= last) swarm->wrong.disordered++;
        last = sequence;
    }
    if ((place = FIND(text, count, "\"through\":"))) {
        int64_t through = number(place, end);
        if (through < last || through <= client->through) swarm->wrong.disordered++;
        client->through = through;
        client->hash[0] = 0;
        // The mark stands at one of the two ends, and facts have none.
        quoted(text, count, "\"hash\":\"", client->hash, sizeof client->hash);
    }
    swarm->result.frames++;
    marks(swarm, client, text, count, 1);
}

static void answered(struct swarm *swarm, const uint8_t *text, size_t count, int is_refused) {
    const uint8_t *place = FIND(text, count, "\"id\":\"b");
    struct swarm_message *one = place ? message(swarm, number(place, text + count)) : 0;
    if (!one || one->until_acknowledged >= 0 || one->is_refused) {
        swarm->wrong.strange++;
        return;
    }
    if (is_refused) {
        one->is_refused = 1;
        swarm->result.refused++;
    } else {
        one->until_acknowledged = (swarm_now() - one->sent) * 1e3;
        swarm->result.acknowledged++;
    }
    swarm_moved(swarm, one);
}

static int begins(const uint8_t *text, size_t count, const char *with) {
    size_t length = strlen(with);
    return count >= length && memcmp(text, with, length) == 0;
}

static void text_heard(struct swarm *swarm, struct client *client, const uint8_t *text, size_t count) {
    swarm->last_news = swarm_now();
    swarm->bytes += (int64_t)count;
    swarm->result.bytes += (int64_t)count;
    if (begins(text, count, "{\"events\"")) return events(swarm, client, text, count);
    if (begins(text, count, "{\"ack\"")) return answered(swarm, text, count, 0);
    if (begins(text, count, "{\"nack\"")) return answered(swarm, text, count, 1);
    if (begins(text, count, "{\"welcome\"")) {
        welcomed(swarm, client, text, count);
        came_in(swarm, client);
    }
}

size_t swarm_frames(struct swarm *swarm, struct client *client, const uint8_t *bytes, size_t count) {
    size_t place = 0;
    while (count - place >= 2) {
        size_t length = bytes[place + 1] & 0x7F, head = 2, more = length == 126 ? 2 : length == 127 ? 8 : 0;
        if (count - place < head + more) break;
        if (more) length = 0;
        for (size_t index = 0; index < more; index++) length = length << 8 | bytes[place + head + index];
        head += more;
        if (count - place < head + length) break;
        const uint8_t *payload = bytes + place + head;
        int opcode = bytes[place] & 0x0F, is_last = bytes[place] & 0x80;
        place += head + length;
        if (opcode == 9) swarm_say(swarm, client, 10, payload, length);
        if (opcode == 8) {
            swarm_closed(swarm, client);
            return count;
        }
        if (opcode > 2) continue;
        if (is_last && !client->pieces.count) {
            text_heard(swarm, client, payload, length);
        } else {
            bytes_add(&client->pieces, payload, length);
            if (!is_last) continue;
            text_heard(swarm, client, client->pieces.data, client->pieces.count);
            client->pieces.count = 0;
        }
        if (client->state == CLOSED) return count;
    }
    return place;
}
