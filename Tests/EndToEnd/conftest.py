"""Fixtures of the end-to-end tests: one fresh server for a test, and its seed."""

import os
import random
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from Tests.EndToEnd.server import BINARY, Server  # noqa: E402


def pytest_configure(config) -> None:
    config.addinivalue_line("markers", "whole: a long form, which only --whole takes")
    if not BINARY.exists():
        pytest.exit(f"{BINARY} is missing: swift build comes first", returncode=4)


def pytest_collection_modifyitems(config, items: list) -> None:
    """Long forms are commands beside the test command."""
    if not config.getoption("--whole"):
        long = [item for item in items if item.get_closest_marker("whole")]
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in long]


@pytest.fixture
def is_whole(request) -> bool:
    return request.config.getoption("--whole")


@pytest.fixture
def server(tmp_path: Path):
    with Server(tmp_path) as running:
        yield running


@pytest.fixture
def seed() -> int:
    """Given by STAFFROOM_SEED, or new; every failure shows what is printed here."""
    drawn = int(os.environ.get("STAFFROOM_SEED", random.randrange(1_000_000)))
    print(f"STAFFROOM_SEED={drawn}")
    return drawn
