"""Many who write at once: both talks stay at their end while it comes, and move nobody who reads further up."""

import asyncio

from playwright.sync_api import Locator, expect

from .crowd import Crowd
from .reading import until

PEOPLE = 40
NEAR_PIXELS = 4
FROM_END = "place => place.scrollHeight - place.scrollTop - place.clientHeight"
UP = "place => { place.scrollTop = 0; }"


def burst(crowd: Crowd, name: str) -> None:
    async def all_at_once() -> None:
        await asyncio.gather(*(
            guest.client.do({"postMessage": {"text": f"{name} {number}"}})
            for number, guest in enumerate(crowd.guests.values())))

    crowd.run(all_at_once())


def is_at_end(place: Locator) -> bool:
    return place.evaluate(FROM_END) < NEAR_PIXELS


def test_both_talks_stay_at_their_end_and_move_nobody_who_reads_further_up(stage, crowd):
    console = stage.coordinator().open()
    phone = stage.phone("Siân", "Ysgol Glan Môr").join(console.links()["code"])
    for number in range(PEOPLE):
        crowd.join(f"Teacher {number}")
    phone.tab("chat")
    talks = {console: ".console-chat .console-scroll", phone: ".chat-scroll"}
    newest = {console: ".console-newest", phone: ".chat-newer"}
    for name in ("Cress", "Beans"):
        burst(crowd, name)
        for page, talk in talks.items():
            place = page.page.locator(talk)
            expect(place.get_by_text(name)).to_have_count(PEOPLE)
            until(page.page, lambda: is_at_end(place), f"{talk} is at its end")
            expect(page.page.locator(newest[page])).to_be_hidden()
    for page, talk in talks.items():
        page.page.locator(talk).evaluate(UP)
        until(page.page, lambda: page.page.locator(talk).evaluate(FROM_END) > NEAR_PIXELS, "it is further up")
    burst(crowd, "Peas")
    for page, talk in talks.items():
        place = page.page.locator(talk)
        expect(place.get_by_text("Peas")).to_have_count(PEOPLE)
        expect(page.page.locator(newest[page])).to_be_visible()
        assert place.evaluate("place => place.scrollTop") == 0
        page.page.locator(newest[page]).click()
        until(page.page, lambda: is_at_end(place), f"{talk} is at its end again")
