"""Knows the picture of the README: the wall with a phone beside it, from two pictures of an album."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Browser

if TYPE_CHECKING:
    from .pictures import Album

WIDE, TALL = 1366, 640
BACK = "wall-talk"
FRONT = "chat"

PAGE = """<!doctype html><meta charset="utf-8"><title>Staffroom</title><style>
body {{ margin: 0; width: {wide}px; height: {tall}px; background: #d9d0bf; position: relative; overflow: hidden; }}
img {{ position: absolute; display: block; box-shadow: 0 2px 4px #0002, 0 12px 40px #0003; }}
.back {{ left: 36px; top: 53px; width: 950px; border-radius: 12px; }}
.front {{ right: 36px; top: 30px; width: 308px; border: 8px solid #1d2422; border-radius: 26px; }}
</style><img class="back" src="{back}" alt=""><img class="front" src="{front}" alt="">"""


def poster(browser: Browser, album: Album, target: Path) -> None:
    """Lays both beside each other on a quiet ground and saves that as a picture."""
    page = browser.new_page(viewport={"width": WIDE, "height": TALL})
    page.set_content(PAGE.format(wide=WIDE, tall=TALL, back=data(album.path(BACK, "desk")),
                                 front=data(album.path(FRONT, "phone"))))
    page.wait_for_function("[...document.images].every((one) => one.complete && one.naturalWidth > 0)")
    page.screenshot(path=target)
    page.close()


def data(path: Path) -> str:
    return "data:image/png;base64," + base64.b64encode(path.read_bytes()).decode()
