"""Knows how the pages of a hall bear a prompt that everybody answers: `python -m Tests.Browser.prompt_load`. So many bare
clients answer within so many seconds while a console, a phone and a wall are open. It prints the longest task of each
page in each act, and how long the last of all waited; nothing here fails because a machine is slow."""

import argparse
import asyncio
import time

from playwright.sync_api import expect

from Tests.EndToEnd.prompting import saving

from .crowd import Crowd
from .load import hall, tell, watch
from .stage import Stage
from .tour_prompts import QUESTION, ask, reveal
from .wall import Wall


def text(number: int, characters: int) -> str:
    return (f"Answer {number}: we grow cress in three pots and decide which number means thirsty. " * 9)[:characters]


async def answered(crowd: Crowd, prompt: str, seconds: float, characters: int) -> list[float]:
    """All answer, spread over the time; how long each waited for the acknowledgement."""
    begun = time.monotonic()
    people = list(crowd.guests.values())

    async def one(number: int) -> float:
        await asyncio.sleep(max(0.0, begun + seconds * number / len(people) - time.monotonic()))
        sent = time.monotonic()
        await people[number].client.do(saving(prompt, text(number, characters)))
        return time.monotonic() - sent

    return await asyncio.gather(*(one(number) for number in range(len(people))))


def walk(stage: Stage, crowd: Crowd, people: int, seconds: float, characters: int) -> None:
    t = stage.t
    console = stage.coordinator().open()
    links = console.links()
    wall = Wall(stage.page(False)).enter(links["wall"])
    phone = stage.phone("Siân", "Ysgol Glan Môr").join(links["code"])
    for number in range(people):
        crowd.join(f"Teacher {number}", f"Ysgol {number % 40}")
    console.next.click()
    console.page.keyboard.press("4")
    here = console.page.locator(".console-prompts")
    pages = {"console": console.page, "phone": phone.page, "wall": wall.page}
    watch(pages)
    ask(console.page, t, QUESTION)
    first = next(iter(crowd.guests.values()))
    prompt = first.until_told("promptOpened")["prompt"]
    expect(phone.now.locator(".prompt-text")).to_have_text(QUESTION)
    tell("asked", pages)

    waited = crowd.run(answered(crowd, prompt, seconds, characters))
    expect(here.locator(".prompt-answered")).to_have_text(t("prompts.answered", n=people, all=people + 1))
    tell("answered", pages, longestAcknowledgement=round(max(waited), 3))

    shown = time.monotonic()
    reveal(console, here)
    crowd.last_heard("responseRevealed")
    expect(here.locator(".prompt-answered")).to_have_text(t("asking.answeredShown", count=people))
    expect(here.locator(".prompt-card").first).to_be_visible()
    tell("shown", pages, seconds=round(time.monotonic() - shown, 3))

    card = here.locator(".prompt-card").first
    console.button("asking.toWall", card).click()
    expect(wall.page.locator(".wall-answer-card")).to_have_count(1)
    card.locator("input").check()
    here.locator(".prompt-card input").nth(1).check()
    here.get_by_label(t("asking.clusterName"), exact=True).fill("Cress")
    console.button("asking.putTogether", here).click()
    expect(here.get_by_role("heading", name="Cress", exact=True)).to_be_visible()
    tell("put together", pages)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m Tests.Browser.prompt_load", description=__doc__)
    parser.add_argument("--people", type=int, default=250)
    parser.add_argument("--seconds", type=float, default=20, help="within which all have answered")
    parser.add_argument("--characters", type=int, default=600, help="of an answer")
    wanted = parser.parse_args()
    with hall() as (stage, crowd):
        walk(stage, crowd, wanted.people, wanted.seconds, wanted.characters)


if __name__ == "__main__":
    main()
