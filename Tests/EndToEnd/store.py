"""Reads the store from outside, as plain SQLite: the log, the commands it remembers, the texts.

The server is not running then; a copy is read, so that looking changes nothing for its next start.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

DATABASE = "staffroom.db"

# What facts keep from an audience altogether, by what they declare (`told`).
HIDDEN = {
    "lead": {"tierSet"},
    "participant": {"tierSet", "personWaited", "personDenied", "leaveTaken", "speechNoted", "helpCalled", "helpOffered",
                    "helpDeclined", "helpGiven", "helpClosed", "kitReviewed"},
}


@dataclass(frozen=True)
class Stored:
    """One row of the log with what is left of its erasable parts."""

    sequence: int
    at: int
    actor: str | None
    kind: str
    fields: dict


@dataclass(frozen=True)
class Book:
    """All of one meeting."""

    entries: list[Stored]
    commands: dict[tuple[str, str], int]
    """Sequence by actor and id of the command."""

    def of(self, *kinds: str) -> list[Stored]:
        return [entry for entry in self.entries if entry.kind in kinds]

    def visible(self, audience: str, after: int, through: int) -> list[int]:
        """The sequences that somebody of that audience must have got."""
        hidden = HIDDEN[audience]
        return [e.sequence for e in self.entries if after < e.sequence <= through and e.kind not in hidden]


def read(data: Path, meeting: str) -> Book:
    """The meeting's book; its sequences are checked to be gap-free from 1."""
    with tempfile.TemporaryDirectory(prefix="staffroom-read-") as folder:
        for suffix in ("", "-wal"):
            source = data / (DATABASE + suffix)
            if source.exists():
                shutil.copy(source, Path(folder) / (DATABASE + suffix))
        with closing(sqlite3.connect(Path(folder) / DATABASE)) as database:
            assert database.execute("PRAGMA quick_check").fetchone() == ("ok",)
            return _book(database, meeting)


def _book(database: sqlite3.Connection, meeting: str) -> Book:
    personal: dict[int, dict] = {}
    for sequence, part in database.execute("SELECT sequence, json FROM personal WHERE stream = ?", (meeting,)):
        personal.setdefault(sequence, {}).update(json.loads(part))
    rows = database.execute(
        "SELECT sequence, at, actor, kind, body FROM event WHERE stream = ? ORDER BY sequence", (meeting,))
    entries = [
        Stored(sequence, at, actor, kind, json.loads(body) | personal.get(sequence, {}))
        for sequence, at, actor, kind, body in rows
    ]
    assert [e.sequence for e in entries] == list(range(1, len(entries) + 1)), "the log has gaps"
    # With its event, behind eight bytes of a hash; or by itself, where it is to be forgotten or has no event of its own.
    rows = database.execute("""
        SELECT actor, CAST(substr(command, 9) AS TEXT), sequence FROM event WHERE stream = ?1 AND command IS NOT NULL
        UNION ALL SELECT actor, id, sequence FROM command WHERE stream = ?1""", (meeting,)).fetchall()
    return Book(entries, {(actor, identifier): sequence for actor, identifier, sequence in rows})
