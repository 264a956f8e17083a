"""Knows how groups come from lists and go beside the call: drafts, lists, Zoom's file, table cards, the wall."""

from playwright.sync_api import expect

from .board import NAMES, Board
from .clipboard import copied
from .reading import text_of, until
from .texts import called
from .wall import Wall


def test_a_draft_from_a_list_waits_for_those_who_come(stage, crowd):
    """Before the meeting only names are known; whoever comes in under one of them finds the seat."""
    t, console = stage.t, stage.coordinator()
    page = console.page
    console.page.goto(f"{stage.server.url}/coordinator.html#prepare={stage.server.meeting}")
    page.locator("summary", has_text=t("forming.prepare")).click()
    console.button("forming.paste").click()
    sheet = page.get_by_role("dialog")
    console.button("lists.read", sheet).click()
    expect(sheet.get_by_text(t("forming.listEmpty"))).to_be_visible()
    sheet.get_by_label(t("forming.listLabel"), exact=True).fill("Amir\nBethan\n\nCarys; Dewi")
    console.button("lists.read", sheet).click()
    expect(sheet.get_by_text(t("lists.summary", people=("forming.countPeople", {"count": 4}), here=0,
                              expected=4))).to_be_visible()
    stage.look("a list is pasted")
    console.button("forming.listGo", sheet).click()
    board = Board(console)
    board.are_planned([["Amir", "Bethan"], ["Carys", "Dewi"]])
    board.planned("Dewi").click()
    console.button("board.moveTo", page.locator(".console-forming")).click()
    page.get_by_role("menuitem", name=t("common.group", n=1), exact=True).click()
    stage.look("groups are prepared")
    console.button("forming.draftSave").click()
    sheet = page.get_by_role("dialog")
    sheet.get_by_label(t("forming.draftName"), exact=True).fill("First talk")
    console.button("console.save", sheet).click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.goto(f"{stage.server.url}/coordinator.html#run={stage.server.meeting}")
    console.open()
    crowd.join("Amir")
    crowd.join("carys")
    expect(page.locator(".console-person")).to_have_count(3)
    board.enter()
    board.open_fold("forming.drafts", ".forming-side")
    row = page.locator(".draft-row")
    expect(row).to_contain_text("First talk")
    console.button("forming.draftOpenOf", title="First talk").click()
    board.are_planned([["Amir", "Bethan", "Dewi"], ["Carys"]])
    board.form()
    expect(board.member("Amir")).not_to_contain_text(t("board.expected"))
    expect(board.member("Bethan")).to_contain_text(t("board.expected"))
    expect(board.tile(2).locator(".member", has_text="carys")).not_to_contain_text(t("board.expected"))
    crowd.join("Bethan")
    kept = board.tile(1).locator(".member", has_text="Bethan")
    expect(kept).not_to_contain_text(t("board.expected"))
    expect(page.locator(".latecomers li")).to_have_text(t("board.late.expected", name="Bethan", group=called(1)))
    stage.look("seats that are kept")


def test_what_one_takes_beside_the_call(stage, crowd, board):
    page, t = board.page, stage.t
    links = page.locator(".forming-texts").get_by_label(t("forming.link"), exact=True)
    links.fill("https://meet.example.org/{meeting}-{group}")
    links.press("Tab")
    board.choose("mix")
    board.task("Find what broke.")
    board.form()
    board.open_fold("export.title", ".live-side")
    stage.look("what one can take along")
    groups, code = board.running(), stage.server.code.lower()

    text = copied(page, board.console.button("export.copy").click)
    expect(page.get_by_text(t("common.copied"), exact=True)).to_be_visible()
    for n, names in enumerate(groups, 1):
        assert t("common.group", n=n) in text and all(name in text for name in names)
    assert t("board.taskIs", task="Find what broke.") in text

    board.console.button("export.zoom").click()
    sheet = page.get_by_role("dialog")
    addresses = sheet.get_by_label(t("export.zoomLabel"), exact=True)
    addresses.fill("Amir, amir@example.org\nbethan, bethan@example.org\nMair <mair@example.org>")
    board.console.button("lists.read", sheet).click()
    missing = [name for group in groups for name in group if name not in ("Amir", "Bethan", "Mair")]
    expect(sheet.locator(".forming-warning")).to_contain_text(missing[0])
    stage.look("a file for Zoom")
    with page.expect_download() as download:
        board.console.button("export.zoomGo", sheet).click()
    rows = download.value.path().read_text().splitlines()
    assert rows[0] == "Pre-assign Room Name,Email Address" and len(rows) == 4
    for name in ("Amir", "Bethan", "Mair"):
        number = next(n for n, group in enumerate(groups, 1) if name in group)
        assert f"{t('common.group', n=number)},{name.lower()}@example.org" in rows
    board.console.button("console.close", sheet).click()
    kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert "amir@example.org" not in kept and "{group}" in kept

    board.console.button("export.cards").click()
    cards = page.locator(".table-card")
    expect(cards).to_have_count(len(groups))
    expect(cards.filter(has_text=f"https://meet.example.org/{code}-").first).to_be_visible()
    stage.look("table cards")
    page.emulate_media(media="print")
    expect(cards.first).to_be_visible()
    expect(page.locator(".console-run")).to_be_hidden()
    expect(board.console.button("export.print")).to_be_hidden()
    page.emulate_media(media="screen")


def test_rules_are_private_and_kept(stage, crowd, board):
    page, t = board.page, stage.t
    board.choose("mix")
    apart, other = board.seats()[0][:2]
    for name in (apart, other):
        board.planned(name).click()
    board.console.button("board.moreOf", page.locator(".console-forming")).click()
    page.get_by_role("menuitem", name=t("forming.rules.makeApart"), exact=True).click()
    board.console.button("forming.rules").click()
    sheet = page.get_by_role("dialog")
    rule = board.console.button("forming.rules.removeOf", sheet, names=f"{apart}, {other}")
    expect(rule).to_be_visible()
    where = sheet.get_by_label(t("forming.rules.whereOf", names=f"{apart}, {other}"), exact=True)
    evening, item = (text_of(where.locator("option").nth(place)) for place in (0, 1))
    assert evening == t("forming.rules.evening")
    # It counts in the new place before it goes from the old one: for a moment there are two.
    expect(where.locator("option:checked")).to_have_text([evening])
    where.select_option(index=1)
    expect(where.locator("option:checked")).to_have_text([item])
    expect(where).to_be_focused()
    stage.look("a private rule")
    # Of the item that is not open nothing holds now.
    where.select_option(index=0)
    expect(where.locator("option:checked")).to_have_text([evening])
    board.console.button("console.close", sheet).click()
    for _ in range(3):
        board.again()
        both = board.columns.filter(has=board.planned_exactly(apart)).filter(has=board.planned_exactly(other))
        expect(both).to_have_count(0)
    board.form()
    for guest in crowd.guests.values():
        said = str(guest.client.entries) + str(guest.client.welcomes)
        assert "pairRules" not in said and "pairRulesSet" not in said


def test_topics_are_edited_in_the_network_and_in_the_meeting(stage, crowd):
    t, console = stage.t, stage.coordinator().open()
    page = console.page
    console.bar("console.run.options")
    sheet = page.get_by_role("dialog")
    sheet.locator("summary", has_text=t("forming.topics")).click()
    console.button("forming.topics.add", sheet).click()
    row = sheet.locator(".topic-row").last
    expect(row.locator("input[lang=en]")).to_be_focused()
    page.keyboard.type("Loops")
    row.locator("input[lang=cy]").fill("Dolenni cod")
    console.button("forming.topics.save", sheet).click()
    expect(sheet.get_by_text(t("console.saved"), exact=True)).to_be_visible()
    stage.look("topics in a meeting")
    console.button("console.close", sheet).click()
    giver, taker, *_ = [crowd.join(name, mode="remote") for name in NAMES[:4]]
    giver.do({"setOffers": {"topics": ["loops"]}})
    taker.do({"setNeeds": {"topics": ["loops"]}})
    board = Board(console).enter()
    board.choose("expertise")
    board.size(2)
    expect(board.columns).to_have_count(2)
    until(page, lambda: sorted([giver.name, taker.name]) in board.seats(), "they are not together")
    column = board.columns.filter(has_text=giver.name)
    column.locator("summary").click()
    topic = "Loops" if stage.t.language == "en" else "Dolenni cod"
    expect(column).to_contain_text(t("matching.help", skill=topic, names=giver.name, others=taker.name))
    giver.do({"setOffers": {"topics": []}})
    board.console.button("forming.again").click()
    expect(page.locator(".forming-warning", has_text=t("forming.gaps", topics=topic))).to_be_visible()
    # Nobody has led here before: too few are none too.
    expect(page.locator(".forming-warning", has_text=t("forming.fewFacilitators", count=0, groups=2))).to_be_visible()
    stage.look("a gap")

    page.goto(f"{stage.server.url}/coordinator.html#network")
    console.button("forming.topics.add").click()
    expect(page.locator(".topic-row input[lang=en]").last).to_be_focused()
    page.keyboard.type("Robots")
    console.button("console.save").click()
    expect(page.get_by_text(t("console.saved"), exact=True)).to_be_visible()
    page.reload()
    names = page.locator(".topic-row input[lang=en]")
    expect(names.last).to_have_value("Robots")
    stage.look("topics of the network")


def test_the_wall_shows_where_everybody_sits(stage, crowd, board):
    links = board.console.links()
    board.choose("separate")
    board.form()
    wall = Wall(stage.page(False)).enter(links["wall"])
    cards = wall.page.locator(".wall-card")
    expect(cards).to_have_count(len(board.running()))
    for n, names in enumerate(board.running()):
        for name in names:
            expect(cards.nth(n)).to_contain_text(name)
    wall.page.wait_for_function(
        "parseFloat(getComputedStyle(document.querySelector('.wall-names')).fontSize) / innerHeight * 1080 * 0.72 >= 24")
    stage.look("the wall shows the groups")
    board.end()
    expect(wall.page.locator(".wall-groups")).to_be_hidden()
