// Floors: the least that SQLite and libwebsockets need for the same work, in C, with nothing of ours around it.
#pragma once
#include <stdint.h>

/// What a loop over rows took: processor of the calling thread, and the clock on the wall.
struct floor_cost {
    int64_t rows;
    double processor_seconds;
    double wall_seconds;
};

/// Inserts rows of so many bytes into a new file (WAL, FULL), so many to a transaction. Returns SQLite's code, 0 is well.
int floor_inserts(const char *path, int64_t rows, int64_t bytes, int64_t rows_a_transaction, struct floor_cost *cost);

/// Steps through all rows of a query and touches every byte of them. Returns SQLite's code, 0 is well.
int floor_scan(const char *path, const char *sql, struct floor_cost *cost);

/// The whole number that a query gives in its first row, or -1.
int64_t floor_number(const char *path, const char *sql);

/// Serves WebSockets on a free port of the loopback address and answers each message with a text of so many bytes.
/// `listening` is told the port. Returns only when it cannot serve.
int floor_answers(int64_t bytes, void (*listening)(int port));
