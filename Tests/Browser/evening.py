"""Knows an evening as it goes in any browser: in by the code, the talk, a server that stops, a network that lets no
WebSocket through, and what is copied."""

import pytest
from selenium.webdriver.common.keys import Keys

from Tests.EndToEnd.proxy import Weather

from .driven import Driven
from .network import Network
from .server import ROOT, Server

ADDRESS = "https://hwb.example/greenhouse?kit=1&page=2"


@pytest.fixture
def served(tmp_path):
    """A server behind a network that can be made bad, under an address that browsers take for a safe one; it serves the
    pages as they are written."""
    server = Server(tmp_path, resources=ROOT)
    network = Network(server, Weather(), host="127.0.0.1")
    server.start()
    yield server, network
    server.stop()
    network.end()


def open_meeting(desk: Driven, link: str) -> None:
    desk.open(link)
    desk.tap(".console-meeting.is-next .button.primary")
    desk.tap(".console-next", desk.t("console.run.open"))
    desk.until(lambda: desk.t("console.run.open") not in desk.see(".console-next").text)


def write(phone: Driven, text: str) -> None:
    phone.tap(".bar-chat")
    phone.type("chat.label", text)
    phone.tap(".composer-send")


def evening(served, desk: Driven, phone: Driven) -> None:
    server, network = served
    t = phone.t
    open_meeting(desk, server.links["coordinator"])

    # What the console copies is there to be pasted.
    desk.tap(".console-code-button")
    desk.press("console.join.copyCode")
    desk.see(".console-copied", t("console.join.copied"))
    desk.until(lambda: desk.clipboard() == server.code, "the code in the clipboard")
    desk.press("console.close")

    phone.open(server.url)
    phone.type("door.code", server.code)
    phone.type("join.name", "Siân")
    phone.type("join.school", "Ysgol Glan Môr")
    phone.tap("label[for=mode-remote]")
    phone.press("join.go")
    phone.see(".bar-hand")

    write(phone, f"Here: {ADDRESS}.")
    assert phone.read(".message-text a", "href", "rel") == (ADDRESS, "noopener noreferrer")
    desk.see(".console-message-text", ADDRESS)
    # Enter in the console's chat is sent, too.
    desk.type("console.run.chatWrite", "Thank you." + Keys.ENTER)
    phone.see(".message-text", "Thank you.")

    phone.reload()
    phone.see(".message-text", "Thank you.")
    server.stop()
    phone.see(".strip-link")
    write(phone, "Written while nobody listened.")
    server.start()
    phone.gone(".strip-link")
    desk.see(".console-message-text", "Written while nobody listened.")

    network.set(refuses_upgrades=True)
    network.cut()
    phone.until(lambda: network.passed("/api/line/open") >= 1)
    phone.gone(".strip-link")
    write(phone, "Without a socket.")
    desk.see(".console-message-text", "Without a socket.")
    phone.tap(".bar-more")
    phone.see(".more-way", t("more.line"))
