// Rooms of a floor: who sits in which, whatever else is known of them.
#pragma once

/// Stands first in what a floor knows of a connection.
struct seat {
    /// -1 outside of all rooms.
    int room, place;
};

struct hall {
    struct seat **members;
    int count, places;
};

struct hall *hall_of(const struct seat *seat);
void hall_join(struct seat *seat, int room);
void hall_leave(struct seat *seat);
