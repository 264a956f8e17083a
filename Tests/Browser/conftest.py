"""Knows what the tests in a browser share: one Chromium, a server of its own for each test, the languages in turn."""

import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from .board import NAMES, Board  # noqa: E402
from .crowd import Crowd  # noqa: E402
from .reading import TIMEOUT_MILLISECONDS  # noqa: E402
from .server import Server  # noqa: E402
from .stage import Stage, launch  # noqa: E402
from .turns import first_turn, turn  # noqa: E402

expect.set_options(timeout=TIMEOUT_MILLISECONDS)


def pytest_configure(config):
    config.addinivalue_line("markers", "turns(names, values): one of the values in turn, all of them with --whole")
    first_turn()


def pytest_generate_tests(metafunc):
    """A journey has words of one language today and of the other tomorrow; `--whole` has both at once."""
    turn(metafunc)


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def language(request):
    """Given by `pytest_generate_tests`, or by a test that is about one language."""
    return request.param


@pytest.fixture
def server(tmp_path):
    with Server(tmp_path) as running:
        yield running


@pytest.fixture
def stage(browser, server, language):
    stage = Stage(browser, server, language)
    yield stage
    stage.end()


@pytest.fixture
def crowd(server):
    crowd = Crowd(server)
    yield crowd
    crowd.end()


@pytest.fixture
def board(stage, crowd):
    """A meeting with twelve people, eight in the room, at its first part; the console shows the groups."""
    console = stage.coordinator().open()
    for index, name in enumerate(NAMES):
        crowd.join(name, f"Ysgol {index % 5}", "remote" if index % 3 == 0 else "room_device")
    expect(console.page.locator(".console-person")).to_have_count(len(NAMES) + 1)
    console.step()
    return Board(console).enter()
