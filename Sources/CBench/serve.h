// How a floor of bare libwebsockets serves.
#pragma once
#include <libwebsockets.h>

/// On a free port of the loopback address, which `listening` is told. Returns only when it cannot.
int floor_serve(const struct lws_protocols *protocols, void (*listening)(int port));
