"""An acknowledged contribution survives kill -9, and a repeated one is stored once."""

from pathlib import Path

import pytest

from Tests.EndToEnd import mutant, room
from Tests.EndToEnd.hasty import Hasty
from Tests.EndToEnd.kills import IN_FLIGHT, Killing, Ledger
from Tests.EndToEnd.server import Server

KILLS = 100
FEW_KILLS = 25
"""Of other instants each time, because the seed is another each time."""
MEETINGS = 3
"""In the long form, one after the other: a room keeps what a hundred rounds write."""
RUN_SECONDS = 900.0


@pytest.mark.long
def test_many_kills_lose_nothing(tmp_path: Path, seed: int, is_whole: bool) -> None:
    kills = KILLS if is_whole else FEW_KILLS
    for part in range(MEETINGS if is_whole else 1):
        folder = tmp_path / str(part)
        folder.mkdir()
        one_meeting(folder, seed + part, kills)


def one_meeting(folder: Path, seed: int, kills: int) -> None:
    """So many kills in one meeting."""
    with Server(folder) as server:
        killing = Killing(server, seed)

        async def body() -> Ledger:
            ledger = await killing.run(kills, stops_at_loss=False, most=KILLS)
            await killing.check_logs()
            return ledger

        ledger = room.run(body(), RUN_SECONDS)
    assert ledger.kills >= kills
    assert min(ledger.in_flight) >= IN_FLIGHT
    assert ledger.lost == set(), f"lost {len(ledger.lost)} of {len(ledger.acked)} acknowledged, seed {seed}"
    assert ledger.twice == set(), f"stored twice: {len(ledger.twice)}, seed {seed}"
    # Otherwise no retry was ever a repeat, and nothing would have been stored twice anyway.
    assert ledger.stored_unacked > 0, f"no kill fell between commit and answer, seed {seed}"
    print(
        f"seed {seed}: {ledger.kills} kills, {len(ledger.acked)} acked, 0 lost, 0 twice, "
        f"{ledger.stored_unacked} stored but unacked at a kill, {ledger.seconds:.0f} s")


def test_answering_before_the_server_has_it_is_caught(tmp_path: Path, seed: int) -> None:
    with Server(tmp_path) as server:

        async def body() -> Ledger:
            async with Hasty(server.port) as way:
                return await Killing(server, seed, way.port).run(KILLS, stops_at_loss=True)

        ledger = room.run(body(), RUN_SECONDS)
    assert ledger.lost, f"{ledger.kills} kills behind a hasty answer and no loss: the test is asleep, seed {seed}"
    print(f"seed {seed}: the hasty way lost {len(ledger.lost)} at kill {ledger.kills}")


@pytest.mark.whole
def test_answering_before_the_commit_is_caught(tmp_path: Path, seed: int) -> None:
    with Server(tmp_path, binary=mutant.build(mutant.EARLY)) as server:
        killing = Killing(server, seed)
        ledger = room.run(killing.run(KILLS, stops_at_loss=True), RUN_SECONDS)
    assert ledger.lost, f"{ledger.kills} kills of the mutant and no loss: the test is asleep, seed {seed}"
    print(f"seed {seed}: the mutant lost {len(ledger.lost)} at kill {ledger.kills}")
