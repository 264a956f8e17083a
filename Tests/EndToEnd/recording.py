"""Knows recordings of meetings: one JSON object a line, with a clock. Says what a room's log must hold of one.

It folds the file by itself, so that the log is compared with the file and not with what the player happened to do.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

LONGEST_FILE_BYTES = 50_000_000
MODES = {"room": "room_device", "remote": "remote"}
ACTS = ("speech", "chat", "hand_up", "hand_down", "called")


class NotPlayable(Exception):
    """The file is not a recording with a clock, or breaks the format; the sentence says where."""


@dataclass
class Expected:
    """The facts of a file in the product's words; people by the file's names."""

    people: list[str] = field(default_factory=list)
    modes: dict[str, str] = field(default_factory=dict)
    presences: Counter = field(default_factory=Counter)
    implied: list[str] = field(default_factory=list)
    """Who acted before their first connect record, so that they had to be connected for it."""
    raised: list[str] = field(default_factory=list)
    lowered: list[str] = field(default_factory=list)
    called: list[str] = field(default_factory=list)
    speech: list[tuple[str, int, int]] = field(default_factory=list)
    messages: list[tuple[str, int, int]] = field(default_factory=list)
    raised_already: list[str] = field(default_factory=list)
    """Hands raised again while up: the product says `alreadySo`."""
    down_already: list[str] = field(default_factory=list)
    """Hands lowered that were not up any more, because who speaks has had their turn: `alreadySo` too."""
    unresolved: int = 0
    """`called` without a person: there is nobody to call on."""

    @property
    def rejoins(self) -> int:
        return sum(self.presences.values()) - len(self.presences)


def load(path: Path | str) -> list[dict]:
    """The records of a file, checked for what the player relies on."""
    path = Path(path)
    if path.stat().st_size > LONGEST_FILE_BYTES:
        raise NotPlayable(f"{path}: larger than {LONGEST_FILE_BYTES} bytes")
    records = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        record = json.loads(line)
        if not isinstance(record, dict) or "type" not in record:
            raise NotPlayable(f"{path}:{number}: no type")
        if record["type"] in ACTS + ("connect",) and not isinstance(record.get("t"), (int, float)):
            raise NotPlayable(f"{path}:{number}: no time")
        records.append(record)
    if not records or records[0]["type"] != "meeting" or not records[0].get("clock"):
        raise NotPlayable(f"{path}: the first record is not a meeting with a clock")
    # A stable sort: records of one moment stay in the order of the file.
    return sorted(records, key=lambda record: record.get("t", -1.0))


def expect(records: list[dict]) -> Expected:
    """What the log must hold, by a fold over the records."""
    facts = Expected()
    up: set[str] = set()
    for record in records:
        kind, person = record["type"], record.get("p")
        if person is None:
            facts.unresolved += kind == "called"
            continue
        if person not in facts.modes:
            facts.people.append(person)
            facts.modes[person] = "unknown"
        if kind == "attendee":
            facts.modes[person] = MODES.get(record.get("mode"), "unknown")
        elif kind == "connect":
            facts.presences[person] += 1
        elif kind in ("speech", "chat", "hand_up", "hand_down") and not facts.presences[person]:
            if not (kind == "hand_up" and record.get("named")):
                facts.presences[person] += 1
                facts.implied.append(person)
        if kind == "hand_up":
            (facts.raised_already if person in up else facts.raised).append(person)
            up.add(person)
        elif kind == "hand_down":
            (facts.lowered if person in up else facts.down_already).append(person)
            up.discard(person)
        elif kind == "called":
            facts.called.append(person)
            up.discard(person)
        elif kind == "speech":
            facts.speech.append((person, record["words"], record["chars"]))
            up.discard(person)
        elif kind == "chat":
            facts.messages.append((person, record["words"], record["chars"]))
    facts.presences = Counter({person: n for person, n in facts.presences.items() if n})
    return facts


def text(words: int, characters: int) -> str:
    """A text of so many words and so many characters: all words are one letter but the last."""
    words = max(1, words)
    return "a " * (words - 1) + "a" * max(1, characters - 2 * (words - 1))
