"""Knows the same evening in Firefox."""

import pytest

from .evening import evening, served  # noqa: F401
from .firefox import Firefox
from .texts import Texts

DESK = (1366, 768)


@pytest.fixture
def firefoxes(language):
    """Opens browsers and closes them all."""
    opened: list[Firefox] = []

    def one(*size) -> Firefox:
        opened.append(Firefox(Texts(language), *size))
        return opened[-1]
    yield one
    for browser in opened:
        browser.end()


def test_an_evening_in_firefox(served, firefoxes):  # noqa: F811
    evening(served, firefoxes(DESK), firefoxes())
