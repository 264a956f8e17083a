// Thousands of clients in one process, in C: they come in, write, and check what they hear. What they cost is nobody's
// figure, but a slow client would measure itself.
#pragma once
#include <stdint.h>

struct swarm;

/// One message of a swarm, times in milliseconds; below 0 what has not happened.
struct swarm_message {
    int32_t room;
    int32_t sender;
    /// Members who have not heard it yet.
    int32_t remaining;
    /// How often the first member of its room heard it.
    int32_t heard;
    double sent;
    double until_acknowledged;
    double until_all;
    int8_t is_refused;
};

/// What is asked of a swarm.
struct swarm_load {
    /// In all rooms together.
    int64_t messages;
    /// How many messages of each room are under way at a time, the next when one is through; 0: by the clock.
    /// Members write in turn; or, where acknowledgements are waited for, so many members each after their own.
    int32_t window;
    /// A message is through when it is acknowledged; else when all have it.
    int32_t waits_for_acknowledgement;
    /// By the clock: how often each room writes. Rooms begin at random places of the first period.
    double period_seconds;
    /// After which it is given up.
    double limit_seconds;
};

/// What came of it.
struct swarm_result {
    /// The place of the first message of this load among all.
    int64_t first;
    int64_t sent, acknowledged, refused, complete, deliveries, frames, bytes;
    double seconds;
};

/// What was not as promised, since the swarm was made.
struct swarm_wrong {
    int64_t lost, doubled, disordered, uneven, closed, strange;
};

/// Clients of ours; or, with `floor_bytes`, of a floor, which sends to all in a room what it gets, and is sent texts of so
/// many bytes. `more_bytes` make each message longer.
struct swarm *_Nullable swarm_new(int port, int64_t floor_bytes, int64_t more_bytes);
void swarm_free(struct swarm *_Nonnull swarm);

/// One more client, that is not connected yet; its place.
int32_t swarm_add(
    struct swarm *_Nonnull swarm, int32_t room, const char *_Nonnull meeting, const char *_Nonnull cookie);
/// It reads nothing from its welcome on.
void swarm_deafen(struct swarm *_Nonnull swarm, int32_t client);

/// Lets clients in, so many under way at a time; whoever is closed comes back about a second later. Seconds until the last
/// is in, or -1. `each`, if it is there, gets the seconds of each.
double swarm_enter(
    struct swarm *_Nonnull swarm, int32_t first, int32_t count, int32_t at_once, int32_t resumes, double limit_seconds,
    double *_Nullable each);
/// They are gone, without a farewell.
void swarm_leave(struct swarm *_Nonnull swarm, int32_t first, int32_t count);
/// Waits until nothing has come for so long; 0 when that does not happen.
int32_t swarm_settle(struct swarm *_Nonnull swarm, double quiet_seconds, double limit_seconds);
/// Writes, and waits until all have heard everything.
void swarm_run(struct swarm *_Nonnull swarm, struct swarm_load load, struct swarm_result *_Nonnull result);

/// All messages until now.
const struct swarm_message *_Nullable swarm_messages(const struct swarm *_Nonnull swarm);
/// Bytes of messages that all clients have heard until now.
int64_t swarm_bytes(const struct swarm *_Nonnull swarm);
/// How many resumed, and how many were told the room anew, since the swarm was made.
int64_t swarm_resumed(const struct swarm *_Nonnull swarm);
int64_t swarm_told_anew(const struct swarm *_Nonnull swarm);
/// Bytes that the kernel holds for a client at the server's end; 0 when it is not connected, -1 when nobody tells.
int64_t swarm_kernel_bytes(const struct swarm *_Nonnull swarm, int32_t client);
/// Whether a client is in the room.
int32_t swarm_is_inside(const struct swarm *_Nonnull swarm, int32_t client);
/// Compares what all have heard.
void swarm_check(const struct swarm *_Nonnull swarm, struct swarm_wrong *_Nonnull wrong);

/// For tests: a client hears bytes as if they came from the server.
void swarm_hear(struct swarm *_Nonnull swarm, int32_t client, const void *_Nonnull bytes, int64_t count);
