// What the bench needs of the system and Swift's Glibc does not bring.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <sys/epoll.h>

/// Where `part` first stands in `whole`; nil when nowhere.
const void *_Nullable bench_find(
    const void *_Nonnull whole, size_t whole_bytes, const void *_Nonnull part, size_t part_bytes);

/// Keeps the calling thread, and what it starts from now on, on one core; 0 is well.
int bench_pin(int core);
/// On all of them.
int bench_unpin(void);

/// Bytes that the kernel holds at the server's end of a connection of the loopback address; -1 when it does not tell.
int64_t bench_kernel_bytes(int server_port, uint32_t client_address, int client_port);
