// Rooms as arrays; who goes gives their place to the last.
#include "halls.h"
#include <stdlib.h>

static struct hall *halls;
static int hall_count;

struct hall *hall_of(const struct seat *seat) { return &halls[seat->room]; }

void hall_join(struct seat *seat, int room) {
    while (hall_count <= room) {
        halls = realloc(halls, (size_t)(hall_count + 1) * sizeof *halls);
        halls[hall_count++] = (struct hall){0};
    }
    struct hall *hall = &halls[room];
    if (hall->count == hall->places) {
        hall->places = hall->places * 2 + 16;
        hall->members = realloc(hall->members, (size_t)hall->places * sizeof *hall->members);
    }
    seat->room = room;
    seat->place = hall->count;
    hall->members[hall->count++] = seat;
}

void hall_leave(struct seat *seat) {
    if (seat->room < 0) return;
    struct hall *hall = hall_of(seat);
    hall->members[seat->place] = hall->members[--hall->count];
    hall->members[seat->place]->place = seat->place;
}
