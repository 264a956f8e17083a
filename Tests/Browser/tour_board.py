"""Knows the walk through groups on the console and the wall: put together, at work, brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from .board import NAMES, Board
from .crowd import Crowd
from .wall import Wall

if TYPE_CHECKING:
    from .pictures import Album
    from .stage import Stage

TASK = "Find what broke last term, and what you did about it."


def board_tour(album: Album, stage: Stage) -> None:
    """A meeting of its own, with twelve people who have no page."""
    crowd = Crowd(stage.server)
    try:
        board = gathered(album, stage, crowd)
        planning(album, board)
        working(album, stage, crowd, board)
        board.end()
        album.take("board-harvest", board.page)
    finally:
        crowd.end()


def gathered(album: Album, stage: Stage, crowd: Crowd) -> Board:
    console = stage.coordinator().open()
    for index, name in enumerate(NAMES):
        crowd.join(name, f"Ysgol {index % 5}", "remote" if index % 3 == 0 else "room_device")
    expect(console.page.locator(".console-person")).to_have_count(len(NAMES) + 1)
    console.next.click()
    return Board(console).enter()


def planning(album: Album, board: Board) -> None:
    page, console, t = board.page, board.console, board.t
    album.take("board-start", page)
    console.button("forming.paste").click()
    page.get_by_role("dialog").get_by_label(t("forming.listLabel"), exact=True).fill("Amir\nBethan\n\nCarys; Zofia")
    console.button("lists.read", page.get_by_role("dialog")).click()
    expect(page.get_by_role("heading", name=t("lists.preview"))).to_be_focused()
    album.take("board-list", page)
    console.button("console.close", page.get_by_role("dialog")).click()
    board.choose("mix")
    board.task(TASK)
    for group in (0, 1):
        board.columns.nth(group).locator(".member").first.click()
    album.take("board-chosen", page)
    console.button("board.unchoose", page.locator(".console-forming")).click()
    console.button("forming.editOf", n=1).click()
    album.take("board-edit", page)
    console.button("console.close", page.get_by_role("dialog")).click()
    board.form()


def working(album: Album, stage: Stage, crowd: Crowd, board: Board) -> None:
    page, console = board.page, board.console
    groups = [[crowd.guests[name] for name in names] for names in board.running()]
    groups[0][0].do({"writeCard": {"text": "The sensor is slow below 10 lux.", "isReport": False}})
    groups[0][1].do({"writeCard": {"text": "Average five readings.", "isReport": True}})
    groups[1][0].do({"signal": {"signal": "help"}})
    groups[2][0].do({"signal": {"signal": "moreTime"}})
    groups[2][1].leave()
    crowd.join("Zofia", "Ysgol Newydd")
    expect(page.locator(".latecomers li")).to_have_count(1)
    page.locator(".console-live .console-write textarea").fill("Two more minutes, then everybody back.")
    page.keyboard.press("Enter")
    expect(page.locator(".message-all .quiet")).to_be_visible()
    for group in (0, 1):
        board.tile(group + 1).locator(".member").first.click()
    album.take("board-at-work", page)
    console.button("board.unchoose", page.locator(".console-live")).click()
    board.tile(1).locator(".tile-open").click()
    album.take("board-notes", page)
    console.button("console.close", page.get_by_role("dialog")).click()
    wall = Wall(stage.page(False)).enter(console.links()["wall"])
    expect(wall.page.locator(".wall-card")).not_to_have_count(0)
    album.take("wall-groups", wall.page)
