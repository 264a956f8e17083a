"""A person with a name, words and an address that stand nowhere else, and the search for them in everything there is."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from Tests.EndToEnd.server import BINARY, ROOT, Server

NAME = "Zebedee Quuxley"
SCHOOL = "Ysgol Quuxley-under-Canary"
ADDRESS = "zebedee.quuxley@canary.example.org"
COMMAND_SECONDS = 120


def word(where: str) -> str:
    """Something the person wrote there, and nobody else anywhere."""
    return f"quuxword-{where}"


NEEDLES = [text.encode() for text in ("quux", "Quux", "QUUX", "zebedee", "Zebedee", "canary.example")]


def staffroom(*arguments: object) -> subprocess.CompletedProcess:
    """The program with a command, run to its end, without a terminal."""
    return subprocess.run([str(BINARY), *map(str, arguments)], cwd=ROOT, capture_output=True, text=True,
                          stdin=subprocess.DEVNULL, timeout=COMMAND_SECONDS)


def good(*arguments: object) -> str:
    """What a command says that has to succeed."""
    done = staffroom(*arguments)
    assert done.returncode == 0, (arguments, done.returncode, done.stdout, done.stderr)
    return done.stdout


def held(text: str | bytes) -> list[str]:
    """What of the person stands in a text."""
    raw = text.encode() if isinstance(text, str) else text
    return [needle.decode() for needle in NEEDLES if needle in raw]


def files(*places: Path) -> list[Path]:
    """Every file of these folders, and these files."""
    found = [place for place in places if place.is_file()]
    for place in places:
        found += [path for path in place.rglob("*") if path.is_file()]
    return found


def found_in(*places: Path) -> dict[str, list[str]]:
    """Where the person is still to be read, and what of them."""
    return {str(path): hits for path in files(*places) if (hits := held(path.read_bytes()))}


def is_nowhere(server: Server, backup: Path, *ids: str) -> None:
    """Nothing of the person is in any file, in a backup taken now, in the figures, in the log of the process; the
    chain is whole, and the identifiers are still there."""
    good("backup", "--force", "--data", server.data, backup)
    left = found_in(server.data, backup, server.log_path)
    assert left == {}, left
    assert held(good("report", "--json", "--data", server.data)) == []
    checked = json.loads(good("verify", "--json", "--data", server.data))
    assert checked["good"] is True, checked
    good("verify", backup)
    for person in ids:
        # Beside a server it may still be in the write-ahead log alone.
        assert any(person.encode() in path.read_bytes() for path in files(server.data))
