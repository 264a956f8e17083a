"""Knows whose turn it is: each journey is walked once, half of them in each language, and the next day the other way
round. What has a long form besides says so with `turns`; the option `--whole` takes everything at once."""

import os
import time
import zlib

import pytest

from .texts import LANGUAGES

VARIABLE = "STAFFROOM_TURN"
DAY_SECONDS = 86_400


def first_turn() -> None:
    """The day, unless it is given: the same for all workers of one run, and repeated by giving it again."""
    os.environ.setdefault(VARIABLE, str(int(time.time()) // DAY_SECONDS))


def turns(names: str, values: list):
    """Like `parametrize`, but one of the values in turn."""
    return pytest.mark.turns(names, values)


def turn(metafunc) -> None:
    """Gives a test the language, and what it has marked, of today."""
    chosen: set[str] = set()
    for mark in metafunc.definition.iter_markers("parametrize"):
        names = mark.args[0].split(",") if isinstance(mark.args[0], str) else mark.args[0]
        chosen |= {name.strip() for name in names}
    for mark in metafunc.definition.iter_markers("turns"):
        names = [name.strip() for name in mark.args[0].split(",")]
        chosen |= set(names)
        _give(metafunc, mark.args[0], mark.args[1], [name for name in names if name == "language"])
    if "language" in metafunc.fixturenames and "language" not in chosen:
        _give(metafunc, "language", list(LANGUAGES), ["language"])


def _give(metafunc, names: str, values: list, indirect: list[str]) -> None:
    if not metafunc.config.getoption("--whole"):
        name = f"{metafunc.module.__name__.rsplit('.')[-1]}.{metafunc.function.__name__}"
        number = zlib.crc32(name.encode()) + int(os.environ[VARIABLE])
        values = [values[number % len(values)]]
    metafunc.parametrize(names, values, indirect=indirect)
