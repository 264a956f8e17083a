// The sockets of a swarm: how its clients come, what they send, how they go.
#define _GNU_SOURCE
#include "include/system.h"
#include "swarm.h"
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

/// After so many connections the next come from another address of this machine: ports of ended ones rest for a minute.
enum { CONNECTIONS_AN_ADDRESS = 4000, ADDRESSES = 200, DEAF_BYTES = 4096, PIECE = 262144, AT_ONCE = 512 };

double swarm_now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

void bytes_add(struct bytes *bytes, const void *more, size_t count) {
    if (bytes->count + count > bytes->room) {
        bytes->room = (bytes->count + count) * 2;
        bytes->data = realloc(bytes->data, bytes->room);
    }
    memcpy(bytes->data + bytes->count, more, count);
    bytes->count += count;
}

void bytes_cut(struct bytes *bytes, size_t count) {
    bytes->count -= count;
    if (bytes->count) return (void)memmove(bytes->data, bytes->data + count, bytes->count);
    // Of five thousand clients none keeps what it needs once.
    free(bytes->data);
    *bytes = (struct bytes){0};
}

static void watch(struct swarm *swarm, struct client *client, int operation) {
    struct epoll_event event = {.events = EPOLLIN | (client->wants_to_write ? EPOLLOUT : 0)};
    event.data.u32 = (uint32_t)(client - swarm->clients);
    epoll_ctl(swarm->epoll, operation, client->fd, &event);
}

static void want(struct swarm *swarm, struct client *client, int wants) {
    if (client->wants_to_write == wants) return;
    client->wants_to_write = (int8_t)wants;
    watch(swarm, client, EPOLL_CTL_MOD);
}

static void flush(struct swarm *swarm, struct client *client) {
    if (client->out.count) {
        ssize_t count = send(client->fd, client->out.data, client->out.count, MSG_NOSIGNAL);
        if (count > 0) bytes_cut(&client->out, (size_t)count);
    }
    want(swarm, client, client->out.count > 0);
}

static void leave(struct swarm *swarm, struct client *client) {
    if (client->state == CLOSED) return;
    if (client->state == INSIDE && !client->is_deaf) swarm->rooms[client->room].inside--;
    close(client->fd);
    client->fd = -1;
    client->state = CLOSED;
    client->pieces.count = 0;
    bytes_cut(&client->in, client->in.count);
    bytes_cut(&client->out, client->out.count);
}

void swarm_closed(struct swarm *swarm, struct client *client) {
    leave(swarm, client);
    if (!client->is_entering) {
        swarm->wrong.closed++;
        return;
    }
    client->back = swarm_now() + 0.75 + 0.5 * (double)random() / (double)RAND_MAX;
    swarm->returning++;
}

static void open_client(struct swarm *swarm, struct client *client) {
    int yes = 1, few = DEAF_BYTES;
    client->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    client->state = CONNECTING;
    client->wants_to_write = 1;
    if (client->fd < 0) return swarm_closed(swarm, client);
    setsockopt(client->fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    setsockopt(client->fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &yes, sizeof yes);
    if (client->is_deaf) setsockopt(client->fd, SOL_SOCKET, SO_RCVBUF, &few, sizeof few);
    uint32_t number = (uint32_t)(swarm->made++ / CONNECTIONS_AN_ADDRESS % ADDRESSES);
    struct sockaddr_in own = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(0x7F000301u + number)};
    struct sockaddr_in server = {
        .sin_family = AF_INET, .sin_port = htons((uint16_t)swarm->port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    bind(client->fd, (struct sockaddr *)&own, sizeof own);
    if (connect(client->fd, (struct sockaddr *)&server, sizeof server) && errno != EINPROGRESS)
        return swarm_closed(swarm, client);
    watch(swarm, client, EPOLL_CTL_ADD);
}

static void greet(struct swarm *swarm, struct client *client) {
    char text[512], from[256] = "";
    if (swarm->floor_bytes) {
        snprintf(text, sizeof text, "j%d", client->room);
    } else {
        if (client->resumes && client->through)
            snprintf(from, sizeof from, ",\"epoch\":\"%s\",\"sequence\":%lld,\"hash\":\"%s\"",
                     swarm->rooms[client->room].epoch, (long long)client->through, client->hash);
        snprintf(text, sizeof text, "{\"hello\":{\"protocol\":1,\"meeting\":\"%s\",\"as\":\"teacher\"%s}}", client->meeting,
                 from);
    }
    client->state = GREETING;
    swarm_say(swarm, client, 1, text, strlen(text));
}

static void connected(struct swarm *swarm, struct client *client) {
    char text[1024];
    int code = 0;
    socklen_t size = sizeof code;
    getsockopt(client->fd, SOL_SOCKET, SO_ERROR, &code, &size);
    if (code) return swarm_closed(swarm, client);
    client->state = UPGRADING;
    snprintf(text, sizeof text,
             "GET /socket HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
             "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
             "Sec-WebSocket-Protocol: staffroom.1\r\nCookie: %s\r\n\r\n",
             swarm->port, client->cookie);
    bytes_add(&client->out, text, strlen(text));
    flush(swarm, client);
}

/// The end of the answer to the handshake; -1 when it is none that lets in.
static ssize_t upgraded(const uint8_t *bytes, size_t count) {
    const uint8_t *end = memmem(bytes, count, "\r\n\r\n", 4);
    if (!end) return 0;
    return count > 12 && memcmp(bytes, "HTTP/1.1 101", 12) == 0 ? end + 4 - bytes : -1;
}

static void read_client(struct swarm *swarm, struct client *client) {
    while (client->state != CLOSED) {
        size_t before = client->in.count, taken = 0;
        if (swarm->buffer_room < before + PIECE) {
            swarm->buffer_room = (before + PIECE) * 2;
            swarm->buffer = realloc(swarm->buffer, swarm->buffer_room);
        }
        if (before) memcpy(swarm->buffer, client->in.data, before);
        ssize_t count = recv(client->fd, swarm->buffer + before, PIECE, 0);
        if (count <= 0) {
            if (count == 0 || (errno != EAGAIN && errno != EINTR)) swarm_closed(swarm, client);
            return;
        }
        size_t all = before + (size_t)count;
        if (client->state == UPGRADING) {
            ssize_t end = upgraded(swarm->buffer, all);
            if (end < 0) return swarm_closed(swarm, client);
            taken = (size_t)end;
            if (end) greet(swarm, client);
        }
        if (client->state >= GREETING) taken += swarm_frames(swarm, client, swarm->buffer + taken, all - taken);
        if (client->state == CLOSED) return;
        bytes_cut(&client->in, before);
        if (taken < all) bytes_add(&client->in, swarm->buffer + taken, all - taken);
        if (client->is_deaf && client->state == INSIDE) {
            epoll_ctl(swarm->epoll, EPOLL_CTL_DEL, client->fd, 0);
            return;
        }
        // The kernel had no more than that.
        if (count < PIECE) return;
    }
}

void swarm_say(struct swarm *swarm, struct client *client, uint8_t opcode, const void *text, size_t count) {
    // A mask of zeros is one too.
    uint8_t head[14] = {0x80 | opcode};
    size_t size = 2;
    if (client->fd < 0) return;
    if (count < 126) {
        head[1] = 0x80 | (uint8_t)count;
    } else {
        head[1] = 0x80 | 126;
        head[2] = (uint8_t)(count >> 8);
        head[3] = (uint8_t)count;
        size = 4;
    }
    bytes_add(&client->out, head, size + 4);
    bytes_add(&client->out, text, count);
    flush(swarm, client);
}

void swarm_turn(struct swarm *swarm, int milliseconds) {
    struct epoll_event happened[AT_ONCE];
    int count = epoll_wait(swarm->epoll, happened, AT_ONCE, milliseconds);
    for (int index = 0; index < count; index++) {
        struct client *client = &swarm->clients[happened[index].data.u32];
        if (client->state == CLOSED) continue;
        if (client->state == CONNECTING) connected(swarm, client);
        else if (happened[index].events & EPOLLOUT) flush(swarm, client);
        if (client->state > CONNECTING) read_client(swarm, client);
    }
}

double swarm_enter(struct swarm *swarm, int32_t first, int32_t count, int32_t at_once, int32_t resumes,
                   double limit_seconds, double *each) {
    double began = swarm_now(), looked = began;
    int32_t next = first;
    swarm->entering = swarm->returning = 0;
    while (next < first + count || swarm->entering) {
        double now = swarm_now();
        if (now - began > limit_seconds) break;
        while (next < first + count && swarm->entering < at_once) {
            struct client *client = &swarm->clients[next++];
            client->resumes = (int8_t)resumes;
            if (client->state != CLOSED) continue;
            client->is_entering = 1;
            swarm->entering++;
            open_client(swarm, client);
        }
        if (swarm->returning && now - looked > 0.01) {
            looked = now;
            swarm->returning = 0;
            for (int32_t index = first; index < next; index++) {
                struct client *client = &swarm->clients[index];
                if (client->state != CLOSED || !client->is_entering) continue;
                if (client->back <= now) open_client(swarm, client);
                else swarm->returning++;
            }
        }
        swarm_turn(swarm, 2);
    }
    for (int32_t index = first; index < first + count; index++) {
        swarm->clients[index].is_entering = 0;
        if (each) each[index - first] = swarm->clients[index].ready - began;
    }
    return swarm->entering || next < first + count ? -1 : swarm_now() - began;
}

void swarm_leave(struct swarm *swarm, int32_t first, int32_t count) {
    for (int32_t index = first; index < first + count; index++) leave(swarm, &swarm->clients[index]);
}

int32_t swarm_is_inside(const struct swarm *swarm, int32_t client) { return swarm->clients[client].state == INSIDE; }

int64_t swarm_kernel_bytes(const struct swarm *swarm, int32_t client) {
    struct sockaddr_in own = {0};
    socklen_t size = sizeof own;
    int fd = swarm->clients[client].fd;
    if (fd < 0 || getsockname(fd, (struct sockaddr *)&own, &size)) return 0;
    return bench_kernel_bytes(swarm->port, ntohl(own.sin_addr.s_addr), ntohs(own.sin_port));
}
