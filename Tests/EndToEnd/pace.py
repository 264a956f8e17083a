"""Knows what a promise of time means on the machine as it is now."""

import os


def allowed(promise: float) -> float:
    """The promise on a machine with nothing else to do; as many times that as processes want each processor now."""
    return promise * max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
