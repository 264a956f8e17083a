// A bare SQLite loop and a bare scan.
#include "floors.h"
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static double seconds(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void begin(struct floor_cost *cost) {
    cost->rows = 0;
    cost->processor_seconds = -seconds(CLOCK_THREAD_CPUTIME_ID);
    cost->wall_seconds = -seconds(CLOCK_MONOTONIC);
}

static void end(struct floor_cost *cost) {
    cost->processor_seconds += seconds(CLOCK_THREAD_CPUTIME_ID);
    cost->wall_seconds += seconds(CLOCK_MONOTONIC);
}

/// All rows, or the first code that is not what it should be.
static int insert_all(sqlite3 *db, sqlite3_stmt *insert, const char *body, int64_t rows, int64_t bytes, int64_t group,
                      int64_t rooms, double *times) {
    double began = 0;
    for (int64_t row = 0; row < rows; row++) {
        if (times && row % group == 0) began = seconds(CLOCK_MONOTONIC);
        if (row % group == 0 && group > 1) {
            int code = sqlite3_exec(db, "BEGIN IMMEDIATE", 0, 0, 0);
            if (code != SQLITE_OK) return code;
        }
        if (rooms) {
            char room[32];
            int length = snprintf(room, sizeof room, "meeting/%020lld", (long long)(row % rooms));
            sqlite3_bind_text(insert, 2, room, length, SQLITE_TRANSIENT);
            sqlite3_bind_int64(insert, 3, row / rooms + 1);
        }
        sqlite3_bind_blob64(insert, 1, body, (sqlite3_uint64)bytes, SQLITE_STATIC);
        int code = sqlite3_step(insert);
        if (code != SQLITE_DONE) return code;
        sqlite3_reset(insert);
        if (group > 1 && (row % group == group - 1 || row == rows - 1)) {
            code = sqlite3_exec(db, "COMMIT", 0, 0, 0);
            if (code != SQLITE_OK) return code;
        }
        if (times && (row % group == group - 1 || row == rows - 1))
            times[row / group] = (seconds(CLOCK_MONOTONIC) - began) * 1e3;
    }
    return SQLITE_OK;
}

int floor_inserts(const char *path, int64_t rows, int64_t bytes, int64_t rows_a_transaction, int64_t rooms,
                  struct floor_cost *cost, double *times) {
    sqlite3 *db = 0;
    sqlite3_stmt *insert = 0;
    char *body = malloc((size_t)bytes + 1);
    memset(body, 'x', (size_t)bytes);
    int code = sqlite3_open(path, &db);
    if (code == SQLITE_OK)
        code = sqlite3_exec(db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0;",
                            0, 0, 0);
    if (code == SQLITE_OK)
        code = sqlite3_exec(db,
                            rooms ? "CREATE TABLE event(id INTEGER PRIMARY KEY, stream TEXT NOT NULL, sequence INTEGER NOT"
                                    " NULL, body BLOB NOT NULL, UNIQUE (stream, sequence)) STRICT"
                                  : "CREATE TABLE event(id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT",
                            0, 0, 0);
    if (code == SQLITE_OK)
        code = sqlite3_prepare_v2(db,
                                  rooms ? "INSERT INTO event(body, stream, sequence) VALUES (?, ?, ?)"
                                        : "INSERT INTO event(body) VALUES (?)",
                                  -1, &insert, 0);
    if (code == SQLITE_OK) {
        begin(cost);
        code = insert_all(db, insert, body, rows, bytes, rows_a_transaction, rooms, times);
        end(cost);
        cost->rows = rows;
    }
    sqlite3_finalize(insert);
    sqlite3_close(db);
    free(body);
    return code;
}

int floor_syncs(const char *path, int64_t count, int64_t bytes, double *times) {
    char *body = calloc(1, (size_t)bytes);
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600), code = file < 0;
    for (int64_t index = 0; index < count && !code; index++) {
        double began = seconds(CLOCK_MONOTONIC);
        code = write(file, body, (size_t)bytes) != bytes || fdatasync(file);
        times[index] = (seconds(CLOCK_MONOTONIC) - began) * 1e3;
    }
    close(file);
    free(body);
    return code;
}

int floor_scan(const char *path, const char *sql, struct floor_cost *cost) {
    sqlite3 *db = 0;
    sqlite3_stmt *query = 0;
    volatile unsigned char touched = 0;
    int code = sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, 0);
    if (code == SQLITE_OK) code = sqlite3_prepare_v2(db, sql, -1, &query, 0);
    if (code == SQLITE_OK) {
        int columns = sqlite3_column_count(query);
        begin(cost);
        while ((code = sqlite3_step(query)) == SQLITE_ROW) {
            for (int column = 0; column < columns; column++) {
                const unsigned char *bytes = sqlite3_column_blob(query, column);
                int count = sqlite3_column_bytes(query, column);
                for (int index = 0; index < count; index++) touched ^= bytes[index];
            }
            cost->rows++;
        }
        end(cost);
        if (code == SQLITE_DONE) code = SQLITE_OK;
    }
    sqlite3_finalize(query);
    sqlite3_close(db);
    return code;
}

int64_t floor_number(const char *path, const char *sql) {
    sqlite3 *db = 0;
    sqlite3_stmt *query = 0;
    int64_t number = -1;
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, 0) == SQLITE_OK
        && sqlite3_prepare_v2(db, sql, -1, &query, 0) == SQLITE_OK && sqlite3_step(query) == SQLITE_ROW)
        number = sqlite3_column_int64(query, 0);
    sqlite3_finalize(query);
    sqlite3_close(db);
    return number;
}
