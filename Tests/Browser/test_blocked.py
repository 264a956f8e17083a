"""Knows a network that lets no WebSocket through: the same meeting, and back to a socket when it can. And knows a phone
that was locked: it is back in its seat before anybody notices."""

import time

import pytest
from playwright.sync_api import expect

from Tests.EndToEnd.pace import allowed
from Tests.EndToEnd.proxy import Weather

from .console import Console
from .network import Network
from .phone import Phone
from .reading import until
from .server import ROOT, Server
from .stage import PEOPLE, Stage
from .test_together import sample_segments

SIAN, AMIR, MAIR = (name for name, _, _ in PEOPLE)
BACK_SECONDS = 2.0
# Of the megabyte for 90 minutes; the end-to-end tests count what comes behind it, and leave as much for this.
COMING_IN_BYTES = 440_000
WAYS = pytest.mark.parametrize("refuses_upgrades", [False, True], ids=["socket", "line"])


@pytest.fixture
def blocked(tmp_path, request):
    """A server and a network that lets no WebSocket through; with other pages than usual if a test says so."""
    server = Server(tmp_path, resources=getattr(request, "param", None))
    network = Network(server, Weather(refuses_upgrades=True))
    server.start()
    yield server, network
    server.stop()
    network.end()


@pytest.fixture
def stage(browser, blocked, language):
    stage = Stage(browser, blocked[0], language)
    # What Chromium says about the sockets that are refused is what this is about.
    stage.complaints.is_network_cut = True
    yield stage
    stage.end()


def test_the_same_meeting_without_a_socket(stage, blocked):
    _, network = blocked
    console, (sian, amir, mair), wall = stage.gather()
    assert network.proxy.refused > 0
    assert network.passed("/api/line/open") >= 5

    console.next.click()
    for shown in (console, sian, amir, mair, wall):
        expect(shown.title).to_have_text(sample_segments()[0]["title"])
    sian.write("The moisture sensor rusts after a week.")
    amir.tab("chat")
    for shown in (sian, amir, console):
        expect(shown.message("rusts after a week")).to_have_count(1)
    amir.hand.click()
    expect(console.queue).to_have_count(1)
    console.button("console.run.callNext").click()
    expect(wall.speaker).to_contain_text(AMIR)
    stage.look("blocked")

    # A lost network in between: everything that was said comes, once.
    network.cut()
    mair.write("And the batteries?")
    for shown in (sian, amir, mair, console):
        expect(shown.message("And the batteries?")).to_have_count(1)


def test_a_socket_takes_over_when_it_can(stage, blocked):
    _, network = blocked
    console = stage.coordinator().open()
    links = console.links()
    phone = stage.phone(*PEOPLE[0][:2]).join(links["code"])
    phone.tab("more")
    note = phone.page.locator(".more-way")
    expect(note).to_have_text(stage.t("more.line"))
    stage.look("on a line")

    # Out of the school and into another network, which lets everything through.
    network.set()
    phone.page.context.set_offline(True)
    phone.page.context.set_offline(False)
    expect(note).to_be_hidden()
    assert network.passed("/socket") > network.proxy.refused
    phone.write("Over the socket now.")
    expect(console.message("Over the socket now.")).to_have_count(1)
    expect(phone.message("Over the socket now.")).to_have_count(1)
    until(phone.page, lambda: network.passed("/api/line/close") == 1, "the line was not closed")
    console.page.get_by_label(stage.t("console.run.chatWrite"), exact=True).fill("Both ways.")
    console.button("console.run.chatSend").click()
    expect(phone.message("Both ways.")).to_have_count(1)


# As they are written, the pages are larger than what a release serves.
@pytest.mark.parametrize("blocked", [ROOT], indirect=True, ids=["sources"])
def test_coming_in_leaves_room_for_the_meeting(stage, blocked):
    server, network = blocked
    direct = network.direct
    Console(stage.page(False), stage.t).enter(server.links["coordinator"].replace(server.url, direct)).run().open()
    assert network.proxy.bytes == 0
    phone = stage.phone(*PEOPLE[0][:2]).join(server.code)
    phone.tab("more")
    expect(phone.page.locator(".more-way")).to_be_visible()
    print(f"the page and coming in by line: {network.proxy.bytes / 1000:.0f} kB")
    assert network.proxy.bytes < COMING_IN_BYTES


@pytest.mark.long
@pytest.mark.parametrize(
    ("language", "refuses_upgrades"), [("cy", False), ("en", True)], ids=["cy-socket", "en-line"], indirect=["language"])
def test_a_meeting_in_bad_weather(stage, blocked, refuses_upgrades):
    _, network = blocked
    network.set(refuses_upgrades=refuses_upgrades)
    console, phones, wall = stage.gather()
    network.set(refuses_upgrades=refuses_upgrades, delay_seconds=0.4, stalls=0.03, resets=0.03)
    network.cut()
    sian, amir, mair = phones
    console.next.click()
    for shown in (console, *phones, wall):
        expect(shown.title).to_have_text(sample_segments()[0]["title"])
    for index in range(3):
        for phone in phones:
            phone.write(f"{phone.name} says {index}")
    amir.hand.click()
    expect(console.queue).to_have_count(1)
    console.button("console.run.callNext").click()
    expect(wall.speaker).to_contain_text(AMIR)
    texts = [f"{phone.name} says {index}" for index in range(3) for phone in phones]
    for phone in phones:
        expect(phone.messages).to_have_count(len(texts))
        for text in texts:
            expect(phone.message(text)).to_have_count(1)
    expect(console.messages).to_have_count(len(texts))

    # Somebody comes late, from the first byte of the page on in that weather. Without resets: no browser asks
    # again for a module of a page, and packets that are lost do not reset anything.
    network.set(refuses_upgrades=refuses_upgrades, delay_seconds=0.4, stalls=0.03)
    late = stage.phone("Tomos", "Ysgol Bro Hafren")
    late.join(stage.server.code)
    late.tab("chat")
    expect(late.messages).to_have_count(len(texts))
    assert network.proxy.stalled > 0


@WAYS
def test_a_locked_phone_is_back_in_its_seat(stage, blocked, refuses_upgrades):
    server, network = blocked
    network.set(refuses_upgrades=refuses_upgrades)
    # The others do not use the phone's network.
    direct = network.direct
    console = Console(stage.page(False), stage.t).enter(
        server.links["coordinator"].replace(server.url, direct)).run().open()
    other = Phone(stage.page(True), stage.t, direct, *PEOPLE[1][:2]).join(server.code)
    phone = stage.phone(*PEOPLE[0][:2]).join(server.code)
    phone.tab("chat")
    # It is no page any more that has just come: the one connection is that of the meeting.
    network.settled(1)

    # Locked: the network forgets the phone's connections, and tells neither side.
    network.forget()
    other.write("Said to a locked phone.")
    expect(console.message("Said to a locked phone.")).to_have_count(1)

    expect(phone.message("Said to a locked phone.")).to_have_count(0)
    woken = time.monotonic()
    phone.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(phone.message("Said to a locked phone.")).to_have_count(1)
    phone.is_in()
    seconds = time.monotonic() - woken
    print(f"back in the seat {seconds:.2f} s after waking")
    assert seconds < allowed(BACK_SECONDS)
    phone.write("I am back.")
    expect(console.message("I am back.")).to_have_count(1)
