// What the kernel is asked: on which core to run, and how much memory a connection has in it.
#define _GNU_SOURCE
#include "system.h"
#include <arpa/inet.h>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <netinet/in.h>
#include <sched.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int bench_pin(int core) {
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(core, &set);
    return sched_setaffinity(0, sizeof set, &set);
}

int bench_unpin(void) {
    cpu_set_t set;
    CPU_ZERO(&set);
    for (int core = 0; core < CPU_SETSIZE; core++) CPU_SET(core, &set);
    return sched_setaffinity(0, sizeof set, &set);
}

/// What the kernel answers of one connection; 0 when it knows none.
static int64_t answered(int socket) {
    char buffer[8192];
    ssize_t count = recv(socket, buffer, sizeof buffer, 0);
    struct nlmsghdr *head = (struct nlmsghdr *)buffer;
    if (count <= 0 || !NLMSG_OK(head, (size_t)count) || head->nlmsg_type != SOCK_DIAG_BY_FAMILY) return 0;
    struct inet_diag_msg *message = NLMSG_DATA(head);
    char *place = (char *)(message + 1), *end = buffer + head->nlmsg_len;
    while (place + sizeof(struct nlattr) <= end) {
        struct nlattr attribute;
        memcpy(&attribute, place, sizeof attribute);
        if (attribute.nla_len < sizeof attribute) return 0;
        if (attribute.nla_type == INET_DIAG_SKMEMINFO) {
            uint32_t sizes[SK_MEMINFO_VARS] = {0};
            size_t bytes = attribute.nla_len - sizeof attribute;
            memcpy(sizes, place + sizeof attribute, bytes < sizeof sizes ? bytes : sizeof sizes);
            return (int64_t)sizes[SK_MEMINFO_WMEM_QUEUED] + sizes[SK_MEMINFO_RMEM_ALLOC];
        }
        place += NLA_ALIGN(attribute.nla_len);
    }
    return 0;
}

int64_t bench_kernel_bytes(int server_port, uint32_t client_address, int client_port) {
    struct {
        struct nlmsghdr head;
        struct inet_diag_req_v2 wish;
    } ask = {
        .head = {.nlmsg_len = sizeof ask, .nlmsg_type = SOCK_DIAG_BY_FAMILY, .nlmsg_flags = NLM_F_REQUEST},
        .wish = {.sdiag_family = AF_INET, .sdiag_protocol = IPPROTO_TCP, .idiag_states = ~0u,
                 .idiag_ext = 1 << (INET_DIAG_SKMEMINFO - 1)}};
    ask.wish.id.idiag_sport = htons((uint16_t)server_port);
    ask.wish.id.idiag_dport = htons((uint16_t)client_port);
    ask.wish.id.idiag_src[0] = htonl(INADDR_LOOPBACK);
    ask.wish.id.idiag_dst[0] = htonl(client_address);
    ask.wish.id.idiag_cookie[0] = ask.wish.id.idiag_cookie[1] = INET_DIAG_NOCOOKIE;
    int made = socket(AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC, NETLINK_SOCK_DIAG);
    if (made < 0) return -1;
    int64_t bytes = send(made, &ask, sizeof ask, 0) == (ssize_t)sizeof ask ? answered(made) : -1;
    close(made);
    return bytes;
}
