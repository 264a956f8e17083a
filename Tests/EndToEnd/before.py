"""Knows the data folder "before": a real one, made by an early version, kept as text, and read by every later one.

`rebuild` makes a folder of the text again, `dump` makes the text of a folder. What the folder has to say is in
before_said.py, how it came about in make_before.py.
"""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from Tests.EndToEnd.server import PLENTY, Server, free_port

TEXT = Path(__file__).resolve().parents[1] / "Data" / "before"
DATABASE, KEY = "staffroom.db", "secret.key"
ERASURES = "staffroom.erasures"
LISTS = ("staffroom.marks", ERASURES)
"""Files of lines beside the database."""
URL = "http://staffroom.example"
SINCE = {"parts", "salt", "words_hash", "command"}
"""Columns that came later; in rows of then there is nothing in them."""
PRAGMAS = ("user_version", "application_id", "page_size", "auto_vacuum")

ROOM_KINDS = set("""
meetingPlanned meetingRetitled meetingScheduled optionsSet recordingBegan meetingOpened meetingEnded meetingReopened
roomLocked roomUnlocked
personJoined personWaited personDenied personRemoved personReturnedToLobby personRenamed
modeSet tierSet presenceBegan presenceEnded personCheckedIn personSeated leaveTaken
leadAppointed leadDismissed scribeAppointed scribeDismissed
segmentAdded segmentEdited segmentMoved segmentRemoved segmentOpened segmentEnded segmentSkipped timeboxSet
pulseOpened pulseAnswered pulseClosed
messagePosted messageCorrected messageWithdrawn messageHidden reactionAdded reactionRemoved
handRaised handLowered handCalled turnStarted speechNoted turnEnded viewOpened
questionAsked questionSupported questionAnswered questionHidden
topicsSet offersSet needsSet teachingSet pairRulesSet draftSaved draftDropped
groupsFormed groupOpened peopleMoved groupEdited groupsEnded groupVisited groupSignalled announcementMade
cardWritten cardEdited cardMoved cardWithdrawn cardStarred cardUnstarred
""".split())
NETWORK_KINDS = set("""
buddyOptedIn buddyOptedOut buddyBlocked buddyUnblocked buddiesProposed buddyAccepted buddyDeclined buddiesMade
buddyGoalSet buddyNoteWritten buddyNoteRemoved buddyDateSet buddyPaused buddyCheckedIn buddyLeft buddiesEnded
""".split())


def literal(value: object) -> str:
    """A value as SQL; bytes that are text stay readable."""
    if value is None or isinstance(value, (int, float)):
        return "NULL" if value is None else repr(value)
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    try:
        text = value.decode()
    except UnicodeDecodeError:
        return f"X'{value.hex()}'"
    return f"CAST({literal(text)} AS BLOB)" if text.isprintable() else f"X'{value.hex()}'"


def dump(data: Path) -> str:
    """The database as SQL: what has no rows is there too, and each row is one line or as many as its texts have."""
    with closing(sqlite3.connect(data / DATABASE)) as database:
        lines = [f"PRAGMA {name} = {database.execute(f'PRAGMA {name}').fetchone()[0]};" for name in PRAGMAS]
        lines.append("BEGIN;")
        schema = database.execute(
            "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, rowid").fetchall()
        assert all(not name.startswith("sqlite_") for _, name, _ in schema), schema
        for kind, name, sql in schema:
            lines.append(sql + ";")
            if kind == "table":
                lines += [f"INSERT INTO {name} VALUES({','.join(map(literal, row))});"
                          for row in database.execute(f"SELECT * FROM {name}")]
        return "\n".join([*lines, "COMMIT;", ""])


def rows(data: Path) -> dict[str, list[tuple]]:
    """Every row of every table, to compare two databases: in the columns of then."""
    with closing(sqlite3.connect(data / DATABASE)) as database:
        names = [name for name, in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]

        def columns(table: str) -> str:
            return ",".join(row[1] for row in database.execute(f"PRAGMA table_info({table})") if row[1] not in SINCE)

        return {name: sorted(database.execute(f"SELECT {columns(name)} FROM {name}"), key=repr) for name in names}


def keep(data: Path) -> None:
    """Writes the folder down as text."""
    TEXT.mkdir(parents=True, exist_ok=True)
    (TEXT / "store.sql").write_text(dump(data))
    (TEXT / f"{KEY}.hex").write_text((data / KEY).read_bytes().hex() + "\n")
    for name in LISTS:
        (TEXT / name).unlink(missing_ok=True)
        if (data / name).exists():
            (TEXT / name).write_bytes((data / name).read_bytes())


def rebuild(data: Path) -> None:
    """Makes the folder of its text."""
    data.mkdir(mode=0o700, parents=True)
    with closing(sqlite3.connect(data / DATABASE, isolation_level=None)) as database:
        database.executescript((TEXT / "store.sql").read_text())
    (data / KEY).write_bytes(bytes.fromhex((TEXT / f"{KEY}.hex").read_text()))
    for name in LISTS:
        if (TEXT / name).exists():
            (data / name).write_bytes((TEXT / name).read_bytes())
    for path in data.iterdir():
        path.chmod(0o600)


def kinds(data: Path) -> set[str]:
    """The kinds of facts in the log."""
    with closing(sqlite3.connect(data / DATABASE)) as database:
        return {kind for kind, in database.execute("SELECT DISTINCT kind FROM event")}


def load(name: str) -> dict:
    """One of the JSON files beside the text of the folder."""
    return json.loads((TEXT / f"{name}.json").read_text())


def write(name: str, content: dict) -> None:
    """One value a line down to the third level: a difference is a line, and the file stays small."""
    (TEXT / f"{name}.json").write_text(lines(content, 3) + "\n")


def lines(value: object, depth: int, indent: str = "") -> str:
    if depth == 0 or not value or not isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    inner = indent + " "
    if isinstance(value, list):
        return "[\n" + ",\n".join(inner + lines(one, depth - 1, inner) for one in value) + f"\n{indent}]"
    pairs = (f"{inner}{json.dumps(key)}: {lines(one, depth - 1, inner)}" for key, one in sorted(value.items()))
    return "{\n" + ",\n".join(pairs) + f"\n{indent}}}"


def server(folder: Path, at: int) -> Server:
    """A server on a folder whose clock goes on from a moment, under the address that the links were made with.

    A clock can be moved by ten years: the folder is to be made anew, by the version of then, before they are over.
    """
    made = Server(folder, settings=PLENTY | {"publicURL": URL}, port=free_port())
    # Whole seconds: one more, so that the clock is never before what is stored.
    made.clock_offset = at // 1_000 + 1 - int(time.time())
    return made
