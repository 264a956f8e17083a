"""Knows the walk through a whole meeting on which every page and every important state is seen once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from .console import Console
from .phone import Phone
from .server import ROOT
from .stage import PEOPLE, Stage
from .wall import Wall

if TYPE_CHECKING:
    from .pictures import Album

NEWCOMER = ("Rhiannon", "Ysgol Uwchradd Bro Teifi")
TITLES = [one["title"] for one in json.loads((ROOT / "Config" / "sample.json").read_text())["segments"]]


def tour(album: Album, new: Stage, sample: Stage) -> None:
    """`new` has a server that nobody has used yet, `sample` one with the sample meeting."""
    first_day(album, new)
    console, wall, phone = before(album, sample)
    phones = coming_in(album, sample, console, phone)
    talk(album, console, wall, phones)
    hands_on(album, console, wall, phones)
    reflection(album, console, wall, phones)
    ending(album, sample, console, wall, phones)


def first_day(album: Album, stage: Stage) -> None:
    """A coordinator without an account, and then without a meeting."""
    t, page = stage.t, stage.page(True)
    page.goto(f"{stage.server.url}/coordinator.html")
    expect(page.get_by_role("heading", name=t("console.login.title"))).to_be_visible()
    album.take("console-sign-in", page)
    page.goto(stage.server.links["coordinator"])
    expect(page.get_by_role("heading", name=t("console.setup.title"))).to_be_visible()
    album.take("console-set-up", page)
    page.get_by_label(t("console.setup.name"), exact=True).fill("Elin")
    page.get_by_label(t("console.login.login"), exact=True).fill("elin")
    page.get_by_label(t("console.login.password"), exact=True).fill("glas fel y mor heddiw")
    page.get_by_role("button", name=t("console.setup.go"), exact=True).click()
    expect(page.get_by_role("heading", name=t("console.meetings.empty"))).to_be_visible()
    album.take("console-no-meetings", page)
    page.get_by_role("link", name=t("console.meetings.new")).first.click()
    expect(page.get_by_role("button", name=t("console.new.go"), exact=True)).to_be_visible()
    album.take("console-new", page)
    page.goto(f"{stage.server.url}/coordinator.html#network")
    expect(page.get_by_role("heading", name=t("console.network.title"), exact=True)).to_be_visible()
    album.take("console-network", page)


def before(album: Album, stage: Stage) -> tuple[Console, Wall, Phone]:
    """The meeting is planned; who comes early waits."""
    t = stage.t
    console = Console(stage.page(False), t).enter(stage.server.links["coordinator"])
    album.take("console-meetings", console.page)
    console.page.locator(".console-meeting.is-next a[href^='#prepare=']").click()
    expect(console.page.get_by_role("heading", name=t("console.prepare.agenda"), exact=True)).to_be_visible()
    album.take("console-prepare", console.page)
    console.page.locator("a[href^='#run=']").first.click()
    expect(console.next).to_have_text(t("console.run.open"))
    album.take("console-before", console.page)
    wall = Wall(stage.page(False)).enter(console.links()["wall"])
    album.take("wall-before", wall.page)
    phone = stage.phone(*NEWCOMER)
    phone.page.goto(stage.server.url)
    expect(phone.page.get_by_role("heading", name=t("door.title"))).to_be_visible()
    album.take("door", phone.page)
    phone.knock(stage.server.code).shows("gone.early.title")
    album.take("early", phone.page)
    return console, wall, phone


def coming_in(album: Album, stage: Stage, console: Console, phone: Phone) -> list[Phone]:
    """The meeting opens; three come in, and the fourth through the lobby."""
    t = stage.t
    console.open()
    phones = [stage.phone(name, school).join(stage.server.code, mode) for name, school, mode in PEOPLE]
    tables(album, stage, console)
    console.bar("console.run.options")
    console.page.get_by_role("dialog").get_by_label(t("console.options.lobby"), exact=True).check()
    album.take("console-options", console.page)
    console.button("console.close", console.page.get_by_role("dialog")).click()
    expect(phone.button("join.go")).to_be_visible()
    album.take("join-form", phone.page)
    phone.fill().come_in()
    phone.shows("gone.lobby.title")
    album.take("lobby", phone.page)
    expect(console.page.locator(".console-lobby")).to_be_visible()
    album.take("console-lobby", console.page)
    console.button("console.run.admitOf", name=phone.name).click()
    phone.is_in()
    album.take("now-between", phone.page)
    return [*phones, phone]


def tables(album: Album, stage: Stage, console: Console) -> None:
    """A device that two share, and somebody who has none."""
    t, tablet = stage.t, stage.phone("Table 2", "")
    tablet.knock(stage.server.code)
    tablet.page.get_by_label(t("join.mode.table_device"), exact=True).check()
    album.take("join-table", tablet.page)
    tablet.page.get_by_label(t("join.tableName"), exact=True).fill(tablet.name)
    tablet.come_in()
    tablet.is_in()
    add_at(tablet, "Una")
    album.take("table", tablet.page)
    tablet.button("table.who").click()
    album.take("table-seats", tablet.page)
    tablet.button("common.close", tablet.page.get_by_role("dialog")).click()
    console.button("checkIn.title").click()
    album.take("console-check-in", console.page)
    console.page.get_by_role("dialog").get_by_label(t("join.name"), exact=True).fill("Dai")
    console.button("checkIn.go", console.page.get_by_role("dialog")).click()
    expect(console.person("Dai")).to_be_visible()


def add_at(tablet: Phone, name: str) -> None:
    """Somebody sits down at a table."""
    tablet.button("table.who").click()
    dialog = tablet.page.get_by_role("dialog")
    dialog.get_by_label(tablet.t("join.name"), exact=True).fill(name)
    dialog.get_by_label(tablet.t("join.school"), exact=True).fill("Ysgol Glan Môr")
    tablet.button("table.add", dialog).click()
    expect(tablet.page.locator(".table-chip", has_text=name)).to_be_visible()


def go_on(index: int, console: Console, *others: Phone | Wall) -> None:
    """To the next part of the agenda, and all have seen it."""
    console.next.click()
    for shown in (console, *others):
        expect(shown.title).to_have_text(TITLES[index])


def talk(album: Album, console: Console, wall: Wall, phones: list[Phone]) -> None:
    """A talk with a conversation beside it, one who speaks and two who wait."""
    t = console.t
    sian, amir, mair, rhiannon = phones
    go_on(0, console, wall, rhiannon)
    album.take("wall-check-in", wall.page)
    rhiannon.tab("chat")
    album.take("chat-empty", rhiannon.page)
    go_on(1, console, wall, rhiannon)
    rhiannon.tab("now")
    album.take("now-talk", rhiannon.page)
    converse(console, phones)
    for number, phone in enumerate((mair, amir, sian), 1):
        phone.hand.click()
        expect(console.queue).to_have_count(number)
    console.button("console.run.callNext").click()
    expect(wall.speaker).to_contain_text(mair.name)
    expect(wall.queue).to_have_count(2)
    album.take("wall-talk", wall.page)
    album.take("console-talk", console.page)
    expect(mair.page.locator(".speaking-who")).to_have_text(t("speaking.you"))
    mair.tab("now")
    album.take("speaking", mair.page)
    expect(amir.hand).to_contain_text(t("bar.handPlace", count=1))
    amir.tab("now")
    album.take("hand-up", amir.page)
    rhiannon.tab("chat")
    album.take("chat", rhiannon.page)
    rhiannon.open_menu("only to measure")
    album.take("chat-menu", rhiannon.page)
    rhiannon.tab("more")
    album.take("more", rhiannon.page)
    rhiannon.page.locator(".strip-seat").click()
    expect(rhiannon.page.locator("#panel-people")).to_contain_text(sian.name)
    album.take("people", rhiannon.page)
    console.button("console.run.stopOf", name=mair.name).click()


def converse(console: Console, phones: list[Phone]) -> None:
    """A few messages with a reply and reactions; everybody has them in the end."""
    t = console.t
    sian, amir, mair, rhiannon = phones
    sian.write("Our moisture sensor rusts after a week. Yours too?")
    amir.tab("chat")
    amir.button("chat.reply", amir.open_menu("rusts after")).click()
    amir.write("Ours too: switch it on only to measure.")
    for phone, reaction in ((mair, "idea"), (sian, "thanks")):
        phone.tab("chat")
        menu = phone.open_menu("only to measure")
        menu.get_by_role("button", name=t(f"reaction.{reaction}"), exact=True).click()
    mair.write("Diolch! Year 8 will try that on Thursday.")
    rhiannon.write("Is there a spare kit at the back table?")
    for phone in phones:
        expect(phone.message("spare kit")).to_have_count(1)
        expect(phone.message("only to measure").locator(".reaction")).to_have_count(2)
    expect(console.message("spare kit")).to_have_count(1)


def hands_on(album: Album, console: Console, wall: Wall, phones: list[Phone]) -> None:
    """The pulse opens over the hands-on part; then it is closed."""
    sian, amir, mair, rhiannon = phones
    go_on(2, console, wall, *phones)
    for phone in phones:
        phone.tab("now")
        expect(phone.page.locator(".pulse")).to_be_visible()
    album.take("pulse", rhiannon.page)
    for phone, answer in ((sian, "got_it"), (amir, "lost"), (rhiannon, "nearly")):
        phone.answer(answer)
    expect(wall.ask).to_contain_text(console.t("wall.pulseCount", count=3))
    expect(console.page.locator(".console-pulse-counts strong").nth(2)).to_have_text("1")
    album.take("pulse-answered", rhiannon.page)
    album.take("wall-pulse", wall.page)
    console.panel("pulse")
    album.take("console-pulse", console.page)
    console.button("console.run.pulseClose").click()
    console.panel("chat")
    expect(wall.ask).to_be_hidden()
    expect(rhiannon.page.locator(".pulse")).to_be_hidden()
    album.take("now-hands-on", rhiannon.page)
    album.take("wall-hands-on", wall.page)


def reflection(album: Album, console: Console, wall: Wall, phones: list[Phone]) -> None:
    """The last parts; a guest asks how to join, and one has to go."""
    rhiannon = phones[3]
    go_on(3, console, wall, rhiannon)
    go_on(4, console, wall, rhiannon)
    album.take("now-reflection", rhiannon.page)
    console.page.locator(".console-code-button").click()
    expect(console.page.get_by_role("dialog")).to_be_visible()
    album.take("console-join", console.page)
    console.button("console.close", console.page.get_by_role("dialog")).click()
    rhiannon.tab("more")
    rhiannon.button("leave.open").click()
    expect(rhiannon.page.get_by_role("dialog")).to_be_visible()
    album.take("leave", rhiannon.page)
    rhiannon.button("leave.go", rhiannon.page.get_by_role("dialog")).click()
    rhiannon.shows("gone.left.title")
    album.take("gone", rhiannon.page)


def ending(album: Album, stage: Stage, console: Console, wall: Wall, phones: list[Phone]) -> None:
    """The meeting ends for all."""
    sian = phones[0]
    console.button("console.run.endAsks").click()
    album.take("console-end", console.page)
    console.confirm("console.run.end")
    expect(console.title).to_have_text(stage.t("console.run.endedTitle"))
    sian.shows("gone.ended.title")
    expect(wall.title).to_have_text(stage.t("wall.ended"))
    album.take("over", sian.page)
    album.take("wall-over", wall.page)
    album.take("console-over", console.page)
    console.page.goto(f"{stage.server.url}/coordinator.html#past={stage.server.meeting}")
    console.page.get_by_role("heading", name=stage.t("figures.all"), exact=True).click()
    album.take("console-past", console.page)
    late = stage.phone("Late", "Ysgol Newydd").knock(stage.server.code)
    late.shows("gone.over.title")
    album.take("too-late", late.page)
