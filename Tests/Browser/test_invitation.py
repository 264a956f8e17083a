"""The invitation says what the meeting has now, in both languages, and leads to the call; what is printed is paper."""

from playwright.sync_api import expect

from .clipboard import copied
from .preparing import SAMPLE, desk, field, is_prepared
from .texts import Texts


def test_the_invitation_follows_and_is_copied_in_both_languages(stage):
    t, console = stage.t, desk(stage)
    page = console.page
    page.goto(f"{stage.server.url}/coordinator.html#prepare={stage.server.meeting}")
    is_prepared(console, SAMPLE["title"])
    field(console, "invite.place").fill("Neuadd Ysgol Glan Môr")
    field(console, "invite.callLink").fill("zoom 8842210")
    console.button("console.save", page.locator(".is-invite")).click()
    expect(page.get_by_text(t("invite.callLinkWrong"), exact=True)).to_be_visible()
    field(console, "invite.callLink").fill("https://call.example/j/8842210")
    console.button("console.save", page.locator(".is-invite")).click()
    sheet = page.locator(".plan-sheet")
    expect(sheet).to_contain_text("Neuadd Ysgol Glan Môr")
    expect(sheet).to_contain_text("https://call.example/j/8842210")
    expect(sheet).to_contain_text(stage.server.code)
    stage.look("an invitation with everything")

    other = Texts("en" if t.language == "cy" else "cy")
    for texts, key in ((t, "invite.copy"), (other, "invite.copyEn" if t.language == "cy" else "invite.copyCy")):
        text = copied(page, console.button(key, page.locator(".plan-invitation")).click)
        expect(page.locator(".plan-invitation").get_by_text(t("console.join.copied"), exact=True).first).to_be_visible()
        assert text.startswith(SAMPLE["title"])
        assert texts("invite.room", place="Neuadd Ysgol Glan Môr") in text
        assert f"{texts('invite.call')}\nhttps://call.example/j/8842210" in text
        assert f"{texts('invite.phone')}\nhttp" in text and stage.server.code in text
    # Whoever has come in is led to the call by one tap; a wall shows the place alone.
    page.goto(f"{stage.server.url}/coordinator.html#run={stage.server.meeting}")
    console.open()
    phone = stage.phone("Siân", "Ysgol Glan Môr").join(stage.server.code)
    way = phone.page.get_by_role("link", name=t("now.call"), exact=True)
    expect(way).to_have_attribute("href", "https://call.example/j/8842210")
    expect(way).to_have_attribute("rel", "noopener noreferrer")
    expect(phone.page.get_by_text(t("now.place", place="Neuadd Ysgol Glan Môr"), exact=True)).to_be_visible()
    stage.look("the way to the call on a phone")
    page.goto(f"{stage.server.url}/coordinator.html#prepare={stage.server.meeting}")
    with page.expect_download() as download:
        page.get_by_role("link", name=t("console.prepare.calendar"), exact=True).click()
    file = open(download.value.path(), newline="").read().replace("\r\n ", "")
    assert "LOCATION:Neuadd Ysgol Glan Môr" in file and "https://call.example/j/8842210" in file


def test_poster_and_agenda_are_paper(stage):
    """What is printed is read on paper: no form, no button, nothing that is only for the screen."""
    t, console = stage.t, desk(stage)
    page = console.page
    page.add_init_script("window.print = () => { window.printed = (window.printed ?? 0) + 1; }")
    page.goto(f"{stage.server.url}/coordinator.html?#prepare={stage.server.meeting}")
    is_prepared(console, SAMPLE["title"])
    for key, words in (("invite.poster", [SAMPLE["title"], stage.server.code, t("paper.scan")]),
                       ("invite.agenda", [one["title"] for one in SAMPLE["segments"]])):
        console.button(key).click()
        paper = page.locator(".paper")
        expect(paper).to_be_hidden()
        page.emulate_media(media="print")
        for text in words:
            expect(paper).to_contain_text(text)
        expect(paper).to_be_visible()
        expect(page.locator("button:visible, input:visible, textarea:visible, select:visible")).to_have_count(0)
        page.emulate_media(media="screen")
    page.wait_for_function("window.printed === 2")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".paper")).to_have_count(0)
    # The browser's own menu prints the agenda too.
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".paper.is-agenda-paper")).to_have_count(1)
