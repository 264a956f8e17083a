// What the bench needs of the system and Swift's Glibc does not bring.
#pragma once
#include <stddef.h>
#include <sys/epoll.h>

/// Where `part` first stands in `whole`; nil when nowhere.
const void *_Nullable bench_find(
    const void *_Nonnull whole, size_t whole_bytes, const void *_Nonnull part, size_t part_bytes);
