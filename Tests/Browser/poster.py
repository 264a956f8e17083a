"""Knows the picture of the README: the console in a talk and with groups at work, a phone and the wall, from an album."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Browser

if TYPE_CHECKING:
    from .pictures import Album

WIDE, TALL = 1366, 1000
# What is shown, in which size, and where: left, top, width.
SHOWN = (
    ("console-talk", "desk", "left: 36px; top: 36px; width: 900px"),
    ("chat", "phone", "left: 988px; top: 36px; width: 290px; border: 8px solid #1d2422; border-radius: 26px"),
    ("board-at-work", "desk", "left: 36px; top: 594px; width: 640px"),
    ("wall-talk", "desk", "left: 704px; top: 604px; width: 626px"),
)

PAGE = """<!doctype html><meta charset="utf-8"><title>Staffroom</title><style>
body {{ margin: 0; width: {wide}px; height: {tall}px; background: #d9d0bf; position: relative; overflow: hidden; }}
img {{ position: absolute; display: block; border-radius: 12px; box-shadow: 0 2px 4px #0002, 0 12px 40px #0003; }}
</style>{images}"""


def poster(browser: Browser, album: Album, target: Path) -> None:
    """Lays them beside each other on a quiet ground and saves that as a picture."""
    page = browser.new_page(viewport={"width": WIDE, "height": TALL})
    images = "".join(f'<img alt="" style="{style}" src="{data(album.path(state, size))}">'
                     for state, size, style in SHOWN)
    page.set_content(PAGE.format(wide=WIDE, tall=TALL, images=images))
    page.wait_for_function("[...document.images].every((one) => one.complete && one.naturalWidth > 0)")
    page.screenshot(path=target)
    page.close()


def data(path: Path) -> str:
    return "data:image/png;base64," + base64.b64encode(path.read_bytes()).decode()
