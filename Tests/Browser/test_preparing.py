"""A coordinator plans: from a template, as a copy of the last meeting, with advice beside the agenda; and rehearses."""

import json
import re
import time

from playwright.sync_api import expect

from Tests.EndToEnd.pace import allowed

from .console import Console
from .dates import clocks_forward, ordinary
from .preparing import SAMPLE, Hands, card, choose_source, desk, field, is_prepared, shelf
from .server import ROOT
from .stage import POCKET

TEMPLATES = sorted(path.stem for path in (ROOT / "Config" / "agendas").glob("*.json"))
MOST_SECONDS = 300.0
TITLE = "Spring meeting: motors"


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
    hands.set(field(console, "console.new.date"), ordinary().isoformat())
    hands.click(console.button("console.new.go"))
    is_prepared(console, TITLE)
    expect(console.page.locator(".console-segment")).to_have_count(len(SAMPLE["segments"]))
    # Three: an item of the agenda.
    hands.click(console.button("console.prepare.editOf", title=SAMPLE["segments"][1]["title"]))
    form = console.page.get_by_role("form", name=stage.t("console.prepare.editTitle"), exact=True)
    hands.type(field(console, "console.prepare.segmentTitle", form), "Motors in ten minutes")
    hands.click(console.button("plan.done", form))
    expect(console.page.locator(".console-segment").nth(1)).to_contain_text("Motors in ten minutes")
    stage.look("a copy is prepared")
    hands.click(console.page.get_by_role("link", name=stage.t("console.prepare.run"), exact=True))
    hands.seconds += 4
    console.open(is_its_day=False)
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
    expect(choice.locator("optgroup")).to_have_count(2)
    choose_source(console, "blank")
    expect(page.locator(".console-starter li")).to_have_count(0)
    stage.look("a template")
    choose_source(console, "template kit-launch")
    field(console, "console.new.name").fill("Launch")
    night = clocks_forward()
    field(console, "console.new.date").fill(night.isoformat())
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
    row.get_by_role("button", name=t("plan.moreOf", title=titles[2]), exact=True).click()
    page.get_by_role("menuitem", name=t("plan.down"), exact=True).click()
    video = page.locator(".console-segment").nth(1)
    expect(video.locator(".console-finding").first).to_be_visible()
    expect(video).to_contain_text(t("finding.videoWithoutHandsOn"))
    expect(page.locator(".console-advice")).to_have_text(t("console.advice.count", count=1))
    stage.look("advice beside an item")
    row.get_by_role("button").first.press("Alt+ArrowUp")
    expect(page.locator(".console-finding")).to_have_count(0)
    expect(page.locator(".console-advice")).to_have_text(t("console.advice.good"))

    with page.expect_download() as download:
        page.get_by_role("link", name=t("console.prepare.calendar"), exact=True).click()
    file = open(download.value.path(), newline="").read()
    assert f"DTSTART;TZID=Europe/London:{night:%Y%m%d}T163000\r\n" in file and "ATTENDEE" not in file


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
    expect(console.next).to_be_visible()
    expect(console.page).to_have_url(re.compile("#run="))
    meeting = console.page.url.split("#run=")[1]
    console.page.goto(f"{stage.server.url}/coordinator.html#prepare={meeting}")
    expect(console.page.locator(".console-note.is-rehearsal")).to_have_text(t("plan.rehearsalNote"))
    # People are on their way already: they come once.
    console.button("plan.sendPeople").click()
    expect(console.page.get_by_text(t("plan.sent"), exact=True)).to_be_visible()
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


def test_the_agenda_is_edited_in_place(stage):
    """Before, after, twice, with a speaker and a note of the lead's own; what is typed stays whatever others do."""
    t, console = stage.t, desk(stage)
    page = console.page
    page.goto(f"{stage.server.url}/coordinator.html#prepare={stage.server.meeting}")
    is_prepared(console, SAMPLE["title"])
    titles = [one["title"] for one in SAMPLE["segments"]]
    rows = page.locator(".console-segment h3")
    expect(rows).to_have_text(titles)

    def more(title: str, item: str) -> None:
        page.get_by_role("button", name=t("plan.moreOf", title=title), exact=True).click()
        page.get_by_role("menuitem", name=t(f"plan.{item}"), exact=True).click()

    more(titles[2], "insertBefore")
    form = page.get_by_role("form", name=t("console.prepare.addTitle"), exact=True)
    expect(field(console, "console.prepare.segmentTitle", form)).to_be_focused()
    field(console, "console.prepare.segmentTitle", form).fill("Tea in the hall")
    field(console, "console.prepare.kind", form).select_option("break")
    field(console, "plan.speaker", form).fill("Gwen")
    field(console, "plan.leadNote", form).fill("Kettle on at four")
    stage.look("an item is added between two")
    other = Console(stage.watch(page.context.new_page()), t)
    other.page.goto(f"{stage.server.url}/coordinator.html#prepare={stage.server.meeting}")
    is_prepared(other, SAMPLE["title"])
    field(other, "console.new.name").fill("Circuits")
    other.button("console.save", other.page.locator(".is-invite")).click()
    is_prepared(console, "Circuits")
    expect(field(console, "console.prepare.segmentTitle", form)).to_have_value("Tea in the hall")
    console.button("console.prepare.addGo", form).click()
    expect(rows).to_have_text([*titles[:2], "Tea in the hall", *titles[2:]])
    tea = page.locator(".console-segment").nth(2)
    expect(tea).to_contain_text(t("plan.with", name="Gwen"))
    more("Tea in the hall", "duplicate")
    expect(rows).to_have_text([*titles[:2], "Tea in the hall", "Tea in the hall", *titles[2:]])
    page.get_by_role("button", name=t("console.prepare.editOf", title="Tea in the hall"), exact=True).first.click()
    form = page.get_by_role("form", name=t("console.prepare.editTitle"), exact=True)
    expect(field(console, "plan.leadNote", form)).to_have_value("Kettle on at four")
    page.keyboard.press("Escape")
    expect(form).to_have_count(0)
