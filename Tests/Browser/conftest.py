"""Knows what the tests in a browser share: one Chromium, a server of its own for each test, both languages."""

import pytest
from playwright.sync_api import expect, sync_playwright

from .server import Server
from .stage import TIMEOUT_MILLISECONDS, Stage, launch
from .texts import LANGUAGES

expect.set_options(timeout=TIMEOUT_MILLISECONDS)


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture
def server(tmp_path):
    server = Server(tmp_path).start()
    yield server
    server.stop()


@pytest.fixture
def stage(browser, server, language):
    stage = Stage(browser, server, language)
    yield stage
    stage.end()
