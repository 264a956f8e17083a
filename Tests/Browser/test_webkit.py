"""Knows the same evening in WebKit, the browser of every iPhone: in by the code, the talk, a server that stops, a network
that lets no WebSocket through, and what is copied."""

import re

import pytest

from .evening import evening, open_meeting, served  # noqa: F401
from .texts import Texts
from .webkit import Screen, WebKit

DESK = (1366, 768)


@pytest.fixture(scope="session")
def screen():
    with Screen() as screen:
        yield screen


@pytest.fixture
def webkits(screen, language):
    """Opens browsers and closes them all."""
    opened: list[WebKit] = []

    def one(*size) -> WebKit:
        opened.append(WebKit(screen, Texts(language), *size))
        return opened[-1]
    yield one
    for browser in opened:
        browser.end()


def test_an_evening_in_webkit(served, webkits):  # noqa: F811
    evening(served, webkits(DESK), webkits())


def test_links_of_buddies_in_webkit(served, webkits):  # noqa: F811
    server, _ = served
    phone, desk = webkits(), webkits(DESK)
    open_meeting(desk, server.links["coordinator"])
    phone.open(server.links["meetings"][0]["join"])
    phone.type("join.name", "Siân")
    phone.type("join.school", "Ysgol Glan Môr")
    phone.tap("label[for=mode-remote]")
    phone.press("join.go")
    phone.see(".bar-hand")
    phone.open(f"{server.url}/buddies.html")
    phone.type("buddies.form.contact", "sian@example.org")
    phone.tap("select[name=phase] option[value=secondary]")
    phone.tap("select[name=band] option[value='3-5']")
    phone.press("buddies.form.go")
    phone.press("buddies.own.link")

    own = re.compile(rf"{re.escape(server.url)}/buddies\.html#k=[\w-]+")
    links = []
    for key, done in (("buddies.own.copy", "common.copied"), ("buddies.own.renew", "buddies.own.renewed")):
        phone.press(key)
        phone.see(".buddy-own .hint", phone.t(done))
        links.append(phone.until(lambda: (shown := phone.read(".buddy-own input[readonly]", "value")[0]) not in links
                                 and shown, "another link"))
        assert own.fullmatch(links[-1])
        phone.until(lambda: phone.clipboard() == links[-1], "the link in the clipboard")
    assert links[0] != links[1]

    # The coordinator gives somebody theirs.
    desk.open(f"{server.url}/coordinator.html#buddies")
    desk.reload()
    for key, done in (("console.buddies.copyLink", "common.copied"), ("console.buddies.newLink", "console.buddies.newLinkDone")):
        desk.press(key)
        desk.see(".console-panel [role=status]", desk.t(done))
        desk.until(lambda: desk.read(".console-link", "value")[0] == desk.clipboard(), "the link in the clipboard")
        assert own.fullmatch(desk.clipboard())
