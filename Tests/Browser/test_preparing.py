"""A coordinator plans: from a template, as a copy of the last meeting, with advice beside the agenda; and rehearses."""

import json
import time

from playwright.sync_api import expect

from Tests.EndToEnd.pace import allowed

from .console import Console
from .preparing import Hands, card, choose_source, field, is_prepared, shelf
from .server import ROOT
from .stage import POCKET

SAMPLE = json.loads((ROOT / "Config" / "sample.json").read_text())
TEMPLATES = sorted(path.stem for path in (ROOT / "Config" / "agendas").glob("*.json"))
MOST_SECONDS = 300.0
TITLE = "Spring meeting: motors"


def desk(stage, **more) -> Console:
    return Console(stage.page(False, **more), stage.t).enter(stage.server.links["coordinator"])


def test_copy_edit_three_things_open(stage):
    """From the list to an open meeting in under five minutes, for a person and for the pages."""
    begun = time.monotonic()
    console = desk(stage)
    hands = Hands(console)
    hands.click(card(console, SAMPLE["title"]).locator(".console-card-more"))
    hands.click(console.page.get_by_role("menuitem", name=stage.t("console.shelf.copy"), exact=True))
    title = field(console, "console.new.name")
    expect(title).to_have_value(SAMPLE["title"])
    expect(console.page.locator(".console-starter li")).to_have_count(len(SAMPLE["segments"]))
    stage.look("a copy is being planned")
    # One: its title. Two: its day.
    hands.type(title, TITLE)
    hands.set(field(console, "console.new.date"), "2027-03-18")
    hands.click(console.button("console.new.go"))
    is_prepared(console, TITLE)
    expect(console.page.locator(".console-segment")).to_have_count(len(SAMPLE["segments"]))
    # Three: an item of the agenda.
    hands.click(console.button("console.prepare.editOf", title=SAMPLE["segments"][1]["title"]))
    sheet = console.page.get_by_role("dialog")
    hands.type(field(console, "console.prepare.segmentTitle", sheet), "Motors in ten minutes")
    hands.click(console.button("console.save", sheet))
    expect(console.page.locator(".console-segment").nth(1)).to_contain_text("Motors in ten minutes")
    stage.look("a copy is prepared")
    hands.click(console.page.get_by_role("link", name=stage.t("console.prepare.run"), exact=True))
    hands.seconds += 2
    console.open()
    expect(console.title).to_have_text(TITLE)
    assert hands.seconds < MOST_SECONDS and time.monotonic() - begun < allowed(MOST_SECONDS)
    stage.phone("Elin", "Ysgol Newydd").join(console.links()["code"])
    expect(console.person("Elin")).to_contain_text("Ysgol Newydd")
    console.page.goto(f"{stage.server.url}/coordinator.html#meetings")
    expect(card(console, SAMPLE["title"])).to_be_visible()


def test_every_template_and_its_advice(stage):
    t, console = stage.t, desk(stage)
    page = console.page
    page.get_by_role("link", name=t("console.meetings.new"), exact=True).first.click()
    choice = field(console, "console.new.from")
    assert len(TEMPLATES) == 6
    for name in TEMPLATES:
        choose_source(console, f"template {name}")
        expect(page.locator(".console-advice")).to_have_text(t("console.advice.good"))
        own = json.loads((ROOT / "Config" / "agendas" / f"{name}.json").read_text())
        expect(page.locator(".console-starter-title").first).to_have_text(own["segments"][0]["title"][t.language])
    assert choice.locator("optgroup").count() == 2
    stage.look("a template")
    choose_source(console, "template kit-launch")
    field(console, "console.new.name").fill("Launch")
    field(console, "console.new.date").fill("2027-03-28")
    field(console, "console.new.time").fill("01:30")
    field(console, "console.zone.label").select_option("Europe/London")
    console.button("console.new.go").click()
    # That night the clocks go forward at one.
    expect(page.get_by_text(t("console.zone.gap"))).to_be_visible()
    stage.look("a time that does not exist")
    field(console, "console.new.time").fill("16:30")
    console.button("console.new.go").click()
    is_prepared(console, "Launch")

    # The video loses its hands-on part, and says so where it stands.
    titles = [one["title"][t.language]
              for one in json.loads((ROOT / "Config/agendas/kit-launch.json").read_text())["segments"]]
    expect(page.locator(".console-finding")).to_have_count(0)
    row = page.locator(".console-segment").filter(has=page.get_by_role("heading", name=titles[2], exact=True))
    row.get_by_role("button", name=t("console.prepare.down", title=titles[2]), exact=True).click()
    video = page.locator(".console-segment").nth(1)
    expect(video.locator(".console-finding").first).to_be_visible()
    expect(video).to_contain_text(t("finding.videoWithoutHandsOn"))
    expect(page.locator(".console-advice")).to_have_text(t("console.advice.count", count=1))
    stage.look("advice beside an item")
    row.press("Alt+ArrowUp") if row.get_attribute("tabindex") else row.get_by_role("button").first.press("Alt+ArrowUp")
    expect(page.locator(".console-finding")).to_have_count(0)
    expect(page.locator(".console-advice")).to_have_text(t("console.advice.good"))

    with page.expect_download() as download:
        page.get_by_role("link", name=t("console.prepare.calendar"), exact=True).click()
    file = open(download.value.path(), newline="").read()
    assert "DTSTART:20270328T153000Z\r\n" in file and "ATTENDEE" not in file


def test_preparing_on_a_phone(stage):
    console = desk(stage, viewport=POCKET)
    stage.look("the list on a phone")
    console.page.goto(f"{stage.server.url}/coordinator.html#new")
    choose_source(console, "template technicians-day")
    stage.look("planning on a phone")
    console.page.goto(f"{stage.server.url}/coordinator.html#network")
    expect(field(console, "console.network.name")).not_to_have_value("")
    stage.look("the network on a phone")
    console.page.goto(f"{stage.server.url}/coordinator.html#prepare={stage.server.meeting}")
    is_prepared(console, SAMPLE["title"])
    stage.look("preparing on a phone")


def test_archive_delete_and_the_network(stage):
    t, console = stage.t, desk(stage)
    page = console.page
    shelf(console, SAMPLE["title"], "archive")
    console.confirm("console.shelf.archive")
    expect(card(console, SAMPLE["title"])).to_have_count(0)
    page.get_by_text(t("console.meetings.archived", n=1), exact=True).click()
    stage.look("an archived meeting")
    page.get_by_role("button", name=t("console.shelf.reopenOf", title=SAMPLE["title"]), exact=True).click()
    expect(card(console, SAMPLE["title"])).to_be_visible()
    shelf(console, SAMPLE["title"], "delete")
    console.confirm("console.shelf.delete")
    expect(page.get_by_role("heading", name=t("console.meetings.empty"))).to_be_visible()
    held = []
    page.route("**/api/network", lambda route: held.append(route), times=1)
    with page.expect_request("**/api/network"):
        page.get_by_role("link", name=t("console.network.title"), exact=True).click()
    # What is typed before the answer is here would be written over.
    expect(field(console, "console.network.name")).to_be_disabled()
    held.pop().continue_()
    field(console, "console.network.name").fill("Rhwydwaith y Gogledd")
    field(console, "console.network.contact").fill("Ffion, 01248 000000")
    console.button("console.save").click()
    expect(page.locator("#network")).to_have_text("Rhwydwaith y Gogledd")
    stage.look("the network")
    page.reload()
    expect(field(console, "console.network.contact")).to_have_value("Ffion, 01248 000000")


def test_a_rehearsal_is_marked_everywhere(stage):
    t, console = stage.t, desk(stage)
    badge = t("rehearsal.badge")
    shelf(console, SAMPLE["title"], "rehearse")
    expect(console.page.locator(".console-note.is-rehearsal")).to_contain_text("staffroom rehearse")
    stage.look("preparing a rehearsal")
    console.page.get_by_role("link", name=t("console.prepare.run"), exact=True).click()
    console.open()
    expect(console.page.locator(".console-bar .is-rehearsal")).to_have_text(badge)
    links = console.links()
    phone = stage.phone("Siân", "Ysgol Glan Môr").join(links["code"])
    expect(phone.page.locator(".strip-rehearsal")).to_have_text(badge)
    wall = stage.page(False)
    wall.goto(links["wall"])
    expect(wall.locator(".wall-rehearsal")).to_have_text(badge)
    stage.look("a rehearsal")
    console.page.goto(f"{stage.server.url}/coordinator.html#meetings")
    expect(card(console, SAMPLE["title"])).to_have_count(2)
    expect(console.page.locator(".console-meeting .is-rehearsal")).to_have_count(1)
