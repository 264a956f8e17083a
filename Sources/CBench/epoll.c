// A bare epoll loop that speaks just enough WebSocket: what one of a room says is sent to all of it. The kernel's limit.
#define _GNU_SOURCE
#include "floors.h"
#include "halls.h"
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { AT_ONCE = 512, PIECE = 65536 };

struct visitor {
    struct seat seat;
    int fd, is_open;
    unsigned char *in;
    size_t count;
};
static struct visitor **visitors;
static int visitor_places;
static unsigned char *out, *answer;
static size_t out_room, answer_bytes;

static void gone(struct visitor *visitor) {
    hall_leave(&visitor->seat);
    close(visitor->fd);
    visitors[visitor->fd] = 0;
    free(visitor->in);
    free(visitor);
}

/// All of it: whoever does not read holds up everybody, which is why a floor is no server.
static void send_all(int fd, const unsigned char *bytes, size_t count) {
    while (count) {
        ssize_t sent = send(fd, bytes, count, MSG_NOSIGNAL);
        if (sent < 0) {
            struct pollfd wait = {.fd = fd, .events = POLLOUT};
            if (poll(&wait, 1, 1000) <= 0) return;
            continue;
        }
        bytes += sent;
        count -= (size_t)sent;
    }
}

static size_t frame(const unsigned char *text, size_t count) {
    if (out_room < count + 10) {
        out_room = (count + 10) * 2;
        out = realloc(out, out_room);
    }
    size_t head = 2;
    out[0] = 0x81;
    if (count < 126) {
        out[1] = (unsigned char)count;
    } else if (count < 65536) {
        out[1] = 126, out[2] = (unsigned char)(count >> 8), out[3] = (unsigned char)count;
        head = 4;
    } else {
        out[1] = 127;
        for (int index = 0; index < 8; index++) out[2 + index] = (unsigned char)(count >> (56 - 8 * index));
        head = 10;
    }
    memcpy(out + head, text, count);
    return head + count;
}

static void said(struct visitor *visitor, unsigned char *text, size_t count) {
    if (count && text[0] == 'j') {
        hall_join(&visitor->seat, atoi((char *)text + 1));
        size_t size = frame(answer, answer_bytes);
        send_all(visitor->fd, out, size);
    } else if (visitor->seat.room >= 0) {
        size_t size = frame(text, count);
        struct hall *hall = hall_of(&visitor->seat);
        for (int index = 0; index < hall->count; index++) send_all(((struct visitor *)hall->members[index])->fd, out, size);
    }
}

static size_t frames(struct visitor *visitor) {
    size_t place = 0;
    while (visitor->count - place >= 6) {
        unsigned char *at = visitor->in + place;
        size_t length = at[1] & 0x7F, head = 2;
        if (length == 126) length = (size_t)at[2] << 8 | at[3], head = 4;
        if (visitor->count - place < head + 4 + length) break;
        unsigned char *mask = at + head, *text = mask + 4;
        for (size_t index = 0; index < length; index++) text[index] ^= mask[index & 3];
        place += head + 4 + length;
        said(visitor, text, length);
    }
    return place;
}

static void ready(struct visitor *visitor) {
    static const char upgrade[] = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                  "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"
                                  "Sec-WebSocket-Protocol: staffroom.1\r\n\r\n";
    visitor->in = realloc(visitor->in, visitor->count + PIECE);
    ssize_t count = recv(visitor->fd, visitor->in + visitor->count, PIECE - 1, 0);
    if (count <= 0) return gone(visitor);
    visitor->count += (size_t)count;
    size_t taken = 0;
    if (!visitor->is_open) {
        unsigned char *end = memmem(visitor->in, visitor->count, "\r\n\r\n", 4);
        if (!end) return;
        visitor->is_open = 1;
        send_all(visitor->fd, (const unsigned char *)upgrade, sizeof upgrade - 1);
        taken = (size_t)(end + 4 - visitor->in);
        memmove(visitor->in, visitor->in + taken, visitor->count -= taken);
    }
    taken = frames(visitor);
    memmove(visitor->in, visitor->in + taken, visitor->count -= taken);
}

static void accept_all(int listener, int epoll) {
    int fd, yes = 1;
    while ((fd = accept4(listener, 0, 0, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0) {
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        while (visitor_places <= fd) {
            visitors = realloc(visitors, (size_t)(visitor_places + 1024) * sizeof *visitors);
            memset(visitors + visitor_places, 0, 1024 * sizeof *visitors);
            visitor_places += 1024;
        }
        visitors[fd] = calloc(1, sizeof **visitors);
        visitors[fd]->fd = fd;
        visitors[fd]->seat.room = -1;
        struct epoll_event event = {.events = EPOLLIN, .data.fd = fd};
        epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event);
    }
}

int floor_epoll(int64_t bytes, void (*listening)(int port)) {
    struct sockaddr_in own = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof own;
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), epoll = epoll_create1(EPOLL_CLOEXEC);
    if (bind(listener, (struct sockaddr *)&own, sizeof own) || listen(listener, SOMAXCONN)) return 1;
    getsockname(listener, (struct sockaddr *)&own, &size);
    answer = malloc((size_t)bytes + 64);
    answer_bytes = floor_welcome(answer, (size_t)bytes);
    struct epoll_event event = {.events = EPOLLIN, .data.fd = listener}, happened[AT_ONCE];
    epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &event);
    listening(ntohs(own.sin_port));
    for (;;) {
        int count = epoll_wait(epoll, happened, AT_ONCE, -1);
        for (int index = 0; index < count; index++) {
            int fd = happened[index].data.fd;
            if (fd == listener) accept_all(listener, epoll);
            else if (fd < visitor_places && visitors[fd]) ready(visitors[fd]);
        }
    }
}

size_t floor_welcome(unsigned char *into, size_t bytes) {
    static const char head[] = "{\"welcome\":{\"resumed\":false,\"room\":\"", tail[] = "\",\"sequence\":1}}";
    if (bytes < sizeof head + sizeof tail) bytes = sizeof head + sizeof tail;
    memset(into, 'x', bytes);
    memcpy(into, head, sizeof head - 1);
    memcpy(into + bytes - (sizeof tail - 1), tail, sizeof tail - 1);
    return bytes;
}
