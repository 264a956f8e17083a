"""Knows what all tests in Python have in common: the option for long forms, and that the longest begin first."""

import itertools
import os


def pytest_addoption(parser) -> None:
    parser.addoption("--whole", action="store_true",
                     help="the long forms: both languages, all recordings, all kills, the mutant that has to be built")


def pytest_configure(config) -> None:
    config.addinivalue_line("markers", "long: takes long, mostly by waiting, so it begins while there is other work")


def pytest_collection_modifyitems(items: list) -> None:
    """Each worker begins with its share of the tests in their order, so some of the long ones stand first in each."""
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    long = [item for item in items if item.get_closest_marker("long")]
    rest = iter([item for item in items if item not in long])
    ordered = []
    for worker in range(workers):
        own = long[worker::workers]
        share = len(items) * (worker + 1) // workers - len(items) * worker // workers
        ordered += [*own, *itertools.islice(rest, max(0, share - len(own)))]
    items[:] = [*ordered, *rest]
