"""Knows ports that a server can leave and come back to: none that the system gives to a connection meanwhile, and each
worker's its own."""

from __future__ import annotations

import itertools
import os
import random
import socket
from collections.abc import Iterator
from pathlib import Path

RANGE = Path("/proc/sys/net/ipv4/ip_local_port_range")
# What Linux begins with where it does not say so.
USUAL_FIRST = 32_768
LEAST_PORT = 1_024
PORTS = 16_000
WORKERS = 8


def _own() -> Iterator[int]:
    """This worker's, from some place on, so that two runs on one machine seldom meet."""
    given = int(RANGE.read_text().split()[0]) if RANGE.exists() else USUAL_FIRST
    first = max(given, LEAST_PORT + PORTS)
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % WORKERS
    share = PORTS // WORKERS
    begin = first - PORTS + worker * share
    return itertools.islice(itertools.cycle(range(begin, begin + share)), random.randrange(share), None)


_ports = _own()


def free_port() -> int:
    """A port nobody listens on now, and that this process has not given out before."""
    for port in _ports:
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise AssertionError("unreachable: it goes round and round")
