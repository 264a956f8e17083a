"""The n-th write fails, a sync fails, the power is cut: nothing that was acknowledged is lost.

A seeded sample of what `Tests.Faults.injected` and `Tests.Faults.powercuts` play at length.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from Tests.EndToEnd import mutant
from Tests.Faults import injected, powercuts
from Tests.Faults.disk import CUT_CODE, Disk

SAMPLE_OF_EACH = 3
SAMPLE_OF_CUTS = 20
TRIES = 40


@pytest.mark.long
def test_the_nth_write_or_sync_fails(tmp_path: Path, seed: int, is_whole: bool) -> None:
    cases = injected.sample(seed, SAMPLE_OF_EACH)
    if is_whole:
        cases = [injected.Case(fault, n) for n in range(1, injected.MOST + 1) for fault in injected.FAULTS]
    told = injected.check(cases, tmp_path)
    assert sum(told.ends.values()) == len(cases)
    print(f"seed {seed}: {dict(told.ends)}, {told.acked} acknowledged, 0 lost")


@pytest.mark.long
def test_a_power_cut_loses_nothing(tmp_path: Path, seed: int, is_whole: bool) -> None:
    ledgers = powercuts.run(tmp_path, powercuts.CUTS if is_whole else SAMPLE_OF_CUTS, seed)
    for ledger in ledgers:
        assert ledger.lost == set(), f"lost {len(ledger.lost)} of {len(ledger.acked)} acknowledged, seed {seed}"
        assert ledger.twice == set(), f"stored twice: {len(ledger.twice)}, seed {seed}"
        assert len(ledger.acked) > ledger.kills
    print(f"seed {seed}: {powercuts.say(ledgers)}")


@pytest.mark.whole
@pytest.mark.parametrize("flag", [mutant.NORMAL, mutant.EARLY])
def test_a_power_cut_catches_who_does_not_wait_for_the_disk(tmp_path: Path, seed: int, flag: str) -> None:
    ledgers = powercuts.run(tmp_path, powercuts.CUTS, seed, binary=mutant.build(flag), stops_at_loss=True)
    assert any(ledger.lost for ledger in ledgers), f"{flag}: no loss in {powercuts.CUTS} cuts, the test is asleep"
    print(f"seed {seed}: {flag}: {powercuts.say(ledgers)}")


WRITER = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("PRAGMA journal_mode = WAL")
database.execute(f"PRAGMA synchronous = {sys.argv[2]}")
database.execute("CREATE TABLE IF NOT EXISTS row(number)")
for number in range(10_000):
    database.execute("INSERT INTO row VALUES (?)", [number])
    print(number, flush=True)
"""


@pytest.mark.parametrize("synchronous, loses", [("FULL", False), ("NORMAL", True), ("OFF", True)])
def test_the_power_cut_is_one(tmp_path: Path, seed: int, synchronous: str, loses: bool) -> None:
    """Plain SQLite, which is known to lose what no sync has confirmed and to keep what one has."""
    data = tmp_path / "data"
    disk = Disk(data, tmp_path / "page")
    data.mkdir()
    has_lost = False
    for number in range(TRIES):
        disk.cut(first=200 + number, seed=seed + number)
        made = subprocess.run([sys.executable, "-c", WRITER, str(data / "plain.db"), synchronous], text=True,
                              capture_output=True, env={**os.environ, **disk.environment}, timeout=60)
        assert made.returncode == CUT_CODE, made.stderr
        acked = made.stdout.split()
        reader = "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute('SELECT count(*) FROM row').fetchone()[0])"
        read = subprocess.run(
            [sys.executable, "-c", reader, str(data / "plain.db")], text=True, capture_output=True, timeout=60)
        has_lost = read.returncode != 0 or int(read.stdout) < len(acked)
        assert acked and (loses or not has_lost), (number, seed, len(acked), read.stdout, read.stderr)
        if has_lost or (not loses and number > TRIES // 8):
            break
        shutil.rmtree(data)
        data.mkdir()
    assert has_lost == loses, f"{synchronous}: seed {seed}"
