"""Who takes part, as leads see it; and what is kept of oneself, on the phone: seen, put right, complained
about, and what coordinators see of that."""

from playwright.sync_api import expect

from .stage import PEOPLE
from .test_prompts_console import ANSWERS, CARDS, place

NAMES = [name for name, _, _ in PEOPLE]


def test_leads_see_who_takes_part(stage):
    t = stage.t
    console, phones, _ = stage.gather()
    console.next.click()
    console.panel("part")
    panel = console.page.locator("#talk-part")
    quiet = t("console.takingPart.quiet", names="{}")
    expect(panel).to_contain_text(quiet.format(", ".join(sorted(NAMES))))

    # One act is enough, whatever it is.
    phones[0].write("Prynhawn da")
    expect(panel).to_contain_text(quiet.format(", ".join(sorted(NAMES[1:]))))
    phones[1].hand.click()
    expect(panel).to_contain_text(quiet.format(NAMES[2]))
    rows = panel.get_by_label(t("console.takingPart.meeting"), exact=True).locator("tbody tr")
    expect(rows.nth(0).locator("td")).to_have_text(["2", "1", "0"])
    expect(rows.nth(1).locator("td")).to_have_text(["1", "1", "0"])

    # What is open is counted by place, and by nothing else of a person.
    here = place(console)
    here.locator(".prompt-decks select").select_option("check-in")
    here.get_by_role("button", name=CARDS["text"][t.language], exact=True).click()
    here.locator(".prompt-ask").click()
    phones[2].now.locator(".prompt-cards textarea").nth(0).fill(ANSWERS[0][0])
    phones[2].button("prompts.handIn", phones[2].now).click()
    expect(phones[2].button("prompts.change", phones[2].now)).to_be_visible()
    console.page.keyboard.press("1")
    console.panel("part")
    expect(panel).to_contain_text(t("console.takingPart.sum", offered=3, done=1, unseen=0))
    expect(panel.get_by_text(quiet.split("{}")[0])).to_be_hidden()
    stage.look("who takes part")

    # It goes with the end of the meeting.
    console.button("console.run.endAsks").click()
    console.confirm("console.run.end")
    expect(panel).not_to_contain_text(quiet.split("{}")[0])
    expect(panel.get_by_text(t("console.takingPart.none"), exact=True)).to_have_count(1)


def test_ones_own_record_is_seen_put_right_and_complained_about(stage):
    t = stage.t
    console = stage.coordinator().open()
    code = console.links()["code"]
    name, school, mode = PEOPLE[0]
    phone = stage.phone(name, school).join(code, mode)
    console.next.click()
    phone.write("Bore da")
    phone.tab("more")
    card = phone.page.locator("#panel-more .own-record")
    phone.button("own.open", card).click()
    expect(card).to_contain_text(t("own.act.chat.post", count=1))
    stage.look("what is kept of me")

    # Put right beside the record, and taken back.
    phone.button("own.wrong", card).click()
    sheet = phone.page.get_by_role("dialog")
    sheet.get_by_label(t("own.notMe"), exact=True).check()
    phone.button("own.say", sheet).click()
    expect(card).to_contain_text(t("own.corrected"))
    expect(card).to_contain_text(t("own.nothing"))
    phone.button("own.takeBack", card).click()
    expect(card).to_contain_text(t("own.act.chat.post", count=1))

    # A file of one's own.
    with phone.page.expect_download() as saved:
        phone.button("own.json", card).click()
    assert saved.value.suggested_filename == "own-data.json"

    # Whoever complains sees until when it is acknowledged; the coordinator says what came of it.
    phone.button("own.complain", card).click()
    sheet = phone.page.get_by_role("dialog")
    phone.button("own.send", sheet).click()
    expect(sheet.get_by_text(t("own.wordsMissing"), exact=True)).to_be_visible()
    sheet.get_by_label(t("own.words"), exact=True).fill("Too much is kept")
    stage.look("complaining")
    phone.button("own.send", sheet).click()
    expect(card).to_contain_text("Too much is kept")

    page = console.page
    page.goto(page.url.split("#")[0] + "#ledger")
    expect(page.locator(".console-ledger")).to_contain_text("Too much is kept")
    console.button("ledger.acknowledge").click()
    expect(console.button("ledger.acknowledge")).to_be_hidden()
    page.get_by_label(t("ledger.outcome"), exact=True).fill("It was put right")
    stage.look("the ledger")
    console.button("ledger.settle").click()
    expect(page.locator(".console-ledger")).to_contain_text("It was put right")
    expect(page.get_by_role("cell", name=t("ledger.look.ledger"), exact=True)).to_have_count(1)
    phone.button("own.open", card).click()
    phone.button("own.open", card).click()
    expect(card).to_contain_text("It was put right")
