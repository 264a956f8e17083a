"""Backups under load, restored: nothing lost, nothing twice, nothing out of order, and everybody can tell."""

from pathlib import Path

import pytest

from Tests.EndToEnd import room
from Tests.EndToEnd.drills import Drills
from Tests.EndToEnd.server import Server

BACKUPS = 30
FEW_BACKUPS = 4
"""At other instants each time, because the seed is another each time."""
RUN_SECONDS = 900.0


@pytest.mark.long
def test_backups_under_load_restore_what_was_acknowledged(tmp_path: Path, seed: int, is_whole: bool) -> None:
    count = BACKUPS if is_whole else FEW_BACKUPS
    with Server(tmp_path) as server:
        drills = Drills(server, seed)
        room.run(drills.run(count), RUN_SECONDS)
    assert len(drills.drills) == count
    print(f"seed {seed}: {count} backups restored, {[drill.length for drill in drills.drills]} entries, 0 lost, 0 twice")
