"""Knows the walk through prompts: asked on the console, written on phones, shown, put together, on the wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import Page, expect

from .board import NAMES
from .crowd import Crowd
from .wall import Wall

if TYPE_CHECKING:
    from .pictures import Album
    from .stage import Stage

QUESTION = "What will you try with your class before we meet again?"
ANSWERS = (
    "Year 5 grow cress in three pots and decide which number means “thirsty”.",
    "I will let them break it first, and then read the error together.",
    "Same build, but the plant speaks Welsh.",
    "A weekend log: one line an hour, then guess which night was warm.",
    "Borrow six boards from Owain before I promise anything to anybody.",
    "Start with the drawing of what it should do. No screens for ten minutes.",
    "Give the quiet table the radio.",
)
WORD = "One word for this afternoon"
WORDS = ("curious", "tired", "curious", "hopeful", "full", "curious", "hopeful")
GROWS = "Things that grow"


def prompts_tour(album: Album, stage: Stage) -> None:
    """A meeting of its own, with seven people who have no page and one who has."""
    crowd = Crowd(stage.server)
    try:
        walk(album, stage, crowd)
    finally:
        crowd.end()


def walk(album: Album, stage: Stage, crowd: Crowd) -> None:
    t = stage.t
    console = stage.coordinator().open()
    page, links = console.page, console.links()
    wall = Wall(stage.page(False)).enter(links["wall"])
    for name in NAMES[: len(ANSWERS)]:
        crowd.join(name, "Ysgol Glan Môr")
    phone = stage.phone("Siân", "Ysgol Glan Môr").join(links["code"])
    console.next.click()
    page.keyboard.press("4")
    here = page.locator(".console-prompts")
    here.locator(".prompt-decks .prompt-choice-name").first.click()
    album.take("prompts-choose", page)

    ask(page, t, QUESTION)
    expect(wall.title).to_have_text(QUESTION)
    answer(crowd, QUESTION, ANSWERS)
    expect(here.locator(".prompt-answered")).to_have_text(t("prompts.answered", n=len(ANSWERS), all=len(ANSWERS) + 1))
    album.take("prompts-open", page)
    album.take("prompts-phone", phone.page)
    album.take("prompts-wall-open", wall.page)

    reveal(console, here)
    expect(here.locator(".prompt-card")).to_have_count(len(ANSWERS))
    for place in (0, 1):
        here.locator(".prompt-card input").nth(place).check()
    here.get_by_label(t("asking.clusterName"), exact=True).fill(GROWS)
    album.take("prompts-chosen", page)
    console.button("asking.putTogether", here).click()
    cluster = here.locator(".prompt-cluster").filter(has=page.get_by_role("heading", name=GROWS, exact=True))
    console.button("asking.toWall", cluster.locator(".part-head")).click()
    others = here.locator(".prompt-cluster").last.locator(".prompt-card")
    for place in range(len(ANSWERS) - 2):
        console.button("asking.toWall", others.nth(place)).click()
    expect(wall.page.locator(".wall-answer-card").first).to_be_visible()
    album.take("prompts-shown", page)
    album.take("prompts-phone-shown", phone.page)
    album.take("prompts-wall-cards", wall.page)

    ask(page, t, WORD, "word")
    expect(wall.title).to_have_text(WORD)
    answer(crowd, WORD, WORDS)
    expect(here.locator(".prompt-answered").first).to_have_text(
        t("prompts.answered", n=len(WORDS), all=len(WORDS) + 1))
    reveal(console, here)
    expect(wall.page.locator(".wall-cloud span")).to_have_count(len(set(WORDS)))
    album.take("prompts-words", page)
    album.take("prompts-wall-words", wall.page)


def ask(page: Page, t, text: str, kind: str = "open") -> None:
    """One of one's own, now."""
    page.get_by_role("button", name=t("asking.own"), exact=True).click()
    form = page.get_by_role("form", name=t("asking.form"), exact=True)
    form.get_by_label(t("asking.text"), exact=True).fill(text)
    form.get_by_label(t("asking.kind"), exact=True).select_option(kind)
    form.get_by_role("button", name=t("asking.ask"), exact=True).click()
    expect(form).to_have_count(0)


def answer(crowd: Crowd, question: str, texts: tuple[str, ...]) -> None:
    """Everybody in the crowd hands in a text."""
    for guest, text in zip(crowd.guests.values(), texts, strict=True):
        asked = crowd.run(guest.client.event("promptOpened", text=question))["event"]["promptOpened"]
        guest.do({"saveResponse": {"prompt": asked["prompt"], "answer": {"texts": [text], "numbers": []},
                                   "isHandedIn": True}})


def reveal(console, here) -> None:
    """One person has not answered: it asks first."""
    console.button("asking.reveal", here.locator(".prompt-asked").first).click()
    console.confirm("asking.reveal")
