"""Knows how the pages of a hall bear a burst: `python -m Tests.Browser.burst_load`. So many bare clients are in the
meeting; while a console, a phone and a wall are open on processors that are slowed down, some of them write at once. It
prints the longest task of each page; nothing here fails because a machine is slow."""

import argparse
import asyncio

from playwright.sync_api import Page, expect

from .crowd import Crowd
from .load import hall, tell, watch
from .stage import Stage
from .wall import Wall


def slow(page: Page, times: float) -> None:
    """As if its processor took so many times as long."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": times})


async def burst(crowd: Crowd, events: int) -> None:
    people = list(crowd.guests.values())[:events]
    await asyncio.gather(*(
        one.client.do({"postMessage": {"text": f"Burst {number}: three pots of cress, one in the dark."}})
        for number, one in enumerate(people)))


def walk(stage: Stage, crowd: Crowd, people: int, events: int, times: float) -> None:
    console = stage.coordinator().open()
    links = console.links()
    wall = Wall(stage.page(False)).enter(links["wall"])
    phone = stage.phone("Siân", "Ysgol Glan Môr").join(links["code"])
    for number in range(people):
        crowd.join(f"Teacher {number}", f"Ysgol {number % 40}")
    console.next.click()
    phone.tab("chat")
    pages = {"console": console.page, "phone": phone.page, "wall": wall.page}
    for page in pages.values():
        slow(page, times)
    watch(pages)
    for _ in range(3):
        crowd.run(burst(crowd, events))
    for page in (console, phone):
        expect(page.message(f"Burst {events - 1}:").last).to_be_visible()
    tell(f"{events} messages at once, three times", pages, slowed=times)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m Tests.Browser.burst_load", description=__doc__)
    parser.add_argument("--people", type=int, default=250)
    parser.add_argument("--events", type=int, default=50, help="messages at once")
    parser.add_argument("--slowed", type=float, default=4, help="how many times as long the pages' processor takes")
    wanted = parser.parse_args()
    with hall() as (stage, crowd):
        walk(stage, crowd, wanted.people, wanted.events, wanted.slowed)


if __name__ == "__main__":
    main()
