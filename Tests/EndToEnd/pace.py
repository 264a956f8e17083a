"""Knows what time means on the machine as it is now: promises, and waiting for what comes by itself."""

import asyncio
import os
import time
from collections.abc import Callable

# How long a test waits for what must come; no promise.
DEADLINE_SECONDS = 60.0
LOOK_AGAIN_SECONDS = 0.02


def allowed(promise: float) -> float:
    """The promise on a machine with nothing else to do; as many times that as processes want each processor now."""
    return promise * max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def wait(holds: Callable[[], object], what: str) -> None:
    """For what comes by itself and is told to nobody; fails if it does not come."""
    deadline = time.monotonic() + DEADLINE_SECONDS
    while not holds():
        assert time.monotonic() < deadline, f"no {what}"
        time.sleep(LOOK_AGAIN_SECONDS)


async def arrives(holds: Callable[[], object], said: Callable[[], object]) -> None:
    """The same where others go on meanwhile; `said` is how it is instead."""
    deadline = time.monotonic() + DEADLINE_SECONDS
    while not holds():
        assert time.monotonic() < deadline, said()
        await asyncio.sleep(LOOK_AGAIN_SECONDS)
