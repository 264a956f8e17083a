"""Fifty pages on a jittery network with wrong clocks show the same segment and the same countdown."""

import asyncio
import json
import random
import time
from pathlib import Path

from Tests.EndToEnd import room
from Tests.EndToEnd.client import Client
from Tests.EndToEnd.jitter import Pages
from Tests.EndToEnd.pace import allowed
from Tests.EndToEnd.server import Server

PAGES = 50
JITTER_SECONDS = 0.2
WRONG_MILLISECONDS = 60_000
PONGS = 4
"""Exchanges that a page makes soon after its welcome."""
LOOKS = 4
LONGEST_PAUSE_SECONDS = 0.15
SAME_SEGMENT_MILLISECONDS = 500
SAME_COUNTDOWN_MILLISECONDS = 250
EXTENSIONS = (60, 300, -60)


class Measured:
    """The worst that was seen, over all changes and looks."""

    def __init__(self) -> None:
        self.changes = self.looks = 0
        self.apart = self.countdowns = self.from_right = self.uncorrected = 0.0


async def change(lead: Client, pages: Pages, wish: dict, seed: int, measured: Measured) -> str:
    """One act of the lead, followed until every page shows it; what they show is returned."""
    heard: list[tuple[int, float]] = []
    lead.on_message = lambda _: heard.append((lead.sequence, time.time() * 1000))
    sequence = await lead.do(wish)
    await pages.until(lambda: all(saw and saw[-1]["sequence"] >= sequence for saw in pages.saw), f"sight of {wish}")
    shown = {saw[-1]["shown"] for saw in pages.saw}
    assert len(shown) == 1, (seed, wish, shown)
    times = [next(s["at"] for s in saw if s["sequence"] >= sequence) for saw in pages.saw]
    times.append(next(at for reached, at in heard if reached >= sequence))
    apart = max(times) - min(times)
    assert apart <= allowed(SAME_SEGMENT_MILLISECONDS), f"{wish} was seen {apart:.0f} ms apart (seed {seed})"
    measured.changes += 1
    measured.apart = max(measured.apart, apart)
    return shown.pop()


async def compare(pages: Pages, seed: int, measured: Measured) -> None:
    """The countdowns of all pages at one instant."""
    looks = (await pages.look())["pages"]
    left = [look["left"] for look in looks]
    spread = max(left) - min(left)
    error = max(abs(look["left"] - look["right"]) for look in looks)
    assert spread <= allowed(SAME_COUNTDOWN_MILLISECONDS), f"countdowns are {spread:.0f} ms apart (seed {seed})"
    assert error <= allowed(SAME_COUNTDOWN_MILLISECONDS), f"a countdown is {error:.0f} ms wrong (seed {seed})"
    raw = [look["uncorrected"] for look in looks]
    measured.looks += 1
    measured.countdowns = max(measured.countdowns, spread)
    measured.from_right = max(measured.from_right, error)
    measured.uncorrected = max(measured.uncorrected, max(raw) - min(raw))


async def follow(server: Server, seed: int) -> Measured:
    """The lead goes through the agenda, back and on, and gives more time; the pages follow."""
    chance, measured = random.Random(seed), Measured()
    wrong = [chance.randint(-WRONG_MILLISECONDS, WRONG_MILLISECONDS) for _ in range(PAGES - 2)]
    lead = await room.lead(server)
    async with Pages(server, seed, JITTER_SECONDS) as pages:
        for number, offset in enumerate([-WRONG_MILLISECONDS, WRONG_MILLISECONDS, *wrong]):
            pages.add(server.join(f"Page {number}"), offset)
        await pages.until(lambda: min(pages.pongs) >= PONGS, "pongs for everybody")
        agenda = lead.welcomes[-1]["room"]["agenda"]
        acts = [{"openNext": {}} for _ in agenda]
        acts[3:3] = [{"openPrevious": {}}, {"openSegment": {"segment": agenda[2]["id"]}}]
        shown: list[str] = []
        for act in acts:
            shown.append(await change(lead, pages, act, seed, measured))
            opened = json.loads(shown[-1])[0]
            more = {"adjustTimebox": {"segment": opened, "seconds": chance.choice(EXTENSIONS)}}
            shown.append(await change(lead, pages, more, seed, measured))
            for _ in range(LOOKS):
                # The instant is what is random here; nothing waits for this to pass.
                await asyncio.sleep(chance.uniform(0, LONGEST_PAUSE_SECONDS))
                await compare(pages, seed, measured)
        assert len(set(shown)) == len(shown) == 2 * len(acts), (seed, shown)
    await lead.leave()
    return measured


def test_wrong_clocks_count_down_together(tmp_path: Path, seed: int) -> None:
    with Server(tmp_path) as server:
        measured = room.run(follow(server, seed))
    # Without the estimate the same countdowns would be two minutes apart.
    assert measured.uncorrected >= 2 * WRONG_MILLISECONDS - 1
    print(
        f"seed {seed}: {PAGES} pages, {measured.changes} changes seen within {measured.apart:.0f} ms, "
        f"{measured.looks} looks at countdowns within {measured.countdowns:.0f} ms "
        f"(uncorrected {measured.uncorrected:.0f} ms), at most {measured.from_right:.0f} ms wrong")
