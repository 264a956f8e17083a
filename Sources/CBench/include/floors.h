// Floors: the least that SQLite and libwebsockets need for the same work, in C, with nothing of ours around it.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// What a loop over rows took: processor of the calling thread, and the clock on the wall.
struct floor_cost {
    int64_t rows;
    double processor_seconds;
    double wall_seconds;
};

/// Inserts rows of so many bytes into a new file (WAL, FULL), so many to a transaction. Returns SQLite's code, 0 is well.
/// Of so many rooms in turn, each row is found by its room and its number there; of 0 the rows are only behind each other.
/// `times`, if it is there, gets the milliseconds of each transaction.
int floor_inserts(
    const char *path, int64_t rows, int64_t bytes, int64_t rows_a_transaction, int64_t rooms, struct floor_cost *cost,
    double *times);

/// Writes so many bytes behind the others, and asks for them to be on the disk: the milliseconds of each. 0 is well.
int floor_syncs(const char *path, int64_t count, int64_t bytes, double *times);

/// Steps through all rows of a query and touches every byte of them. Returns SQLite's code, 0 is well.
int floor_scan(const char *path, const char *sql, struct floor_cost *cost);

/// The whole number that a query gives in its first row, or -1.
int64_t floor_number(const char *path, const char *sql);

/// Serves WebSockets on a free port of the loopback address and answers each message with a text of so many bytes.
/// `listening` is told the port. Returns only when it cannot serve.
int floor_answers(int64_t bytes, void (*listening)(int port));

/// The same with rooms: `j7` goes into room 7 and is answered with so many bytes; all else is sent to everybody in the
/// room. Of bare libwebsockets with direct writes, and of a bare epoll loop.
int floor_direct(int64_t bytes, void (*listening)(int port));
int floor_epoll(int64_t bytes, void (*listening)(int port));

/// Writes the answer of so many bytes to whoever comes in; how many there are.
size_t floor_welcome(unsigned char *into, size_t bytes);
