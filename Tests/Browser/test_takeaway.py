"""What somebody takes with them: said on the phone once the meeting is over, kept as one file that opens from the file
system with the network off, sent to oneself by the device's own sheet."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from .checks import barriers, problems
from .groups import AMIR, SIAN, gather, two_groups, write_note
from .stage import POCKET

HOSTILE = "<img src=x onerror=\"document.title='run'\"> https://hwb.example/kit"
DAY = (date.today() + timedelta(days=14)).isoformat()
ACTION = "grow beans on two windowsills"
# A device whose sheet takes files, and what it was given.
SHEET = """window.shared = [];
navigator.canShare = ({ files }) => files.every(({ type }) => type === 'text/html');
navigator.share = async ({ files }) => { window.shared.push(await files[0].text()); };"""


def say_action(phone, what: str, show_to: str = "") -> None:
    form = phone.page.locator(".action-form:visible")
    form.get_by_label(phone.t("takeaway.what"), exact=True).fill(what)
    form.get_by_label(phone.t("takeaway.by"), exact=True).fill("")
    form.get_by_label(phone.t("takeaway.showTo"), exact=True).fill(show_to)
    phone.button("takeaway.save", form).click()


@pytest.mark.parametrize("language", ["en", "cy"], indirect=True)
def test_it_is_one_file_that_opens_with_the_network_off(stage, tmp_path):
    t = stage.t
    lead, (sian, amir, mair) = gather(stage)
    sian.page.add_init_script(SHEET)
    sian.page.reload()
    sian.is_in()
    two_groups(lead)
    write_note(sian, "Dry is above 700 for us.")
    write_note(mair, "What only Mair's group knows.")
    lead.do({"endGroups": {}})
    mair.write(HOSTILE)
    lead.do({"endMeeting": {}})
    sian.shows("gone.ended.title")
    kept = sian.page.locator(".keepsakes")
    expect(kept).to_contain_text(SIAN)
    # An empty wish says what is missing, beside the field.
    sian.button("takeaway.save").click()
    expect(sian.page.get_by_text(t("rejection.textMissing"), exact=True)).to_be_visible()
    say_action(sian, ACTION, AMIR)
    said = t("takeaway.actionTo", what=ACTION, name=AMIR)
    expect(kept.locator(".action-sentence")).to_have_text(said)
    # It is in nobody else's page.
    amir.shows("gone.ended.title")
    expect(amir.page.locator(".action-form")).to_be_visible()
    expect(amir.page.locator("body")).not_to_contain_text(ACTION)
    stage.look("what one takes along, said")

    with sian.page.expect_download() as download:
        sian.button("takeaway.keep").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    expect(sian.page.get_by_text(t("takeaway.kept", name=file.name), exact=True)).to_be_visible()
    sian.button("takeaway.send").click()
    sian.page.wait_for_function("() => window.shared.length === 1")
    assert sian.page.evaluate("window.shared[0]") == file.read_text(encoding="utf-8")

    away = stage.context(True)
    away.set_offline(True)
    page = stage.watch(away.new_page())
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    body = page.locator("body")
    for text in (said, "Dry is above 700 for us.", "https://hwb.example/kit", AMIR, SIAN):
        expect(body).to_contain_text(text)
    expect(body).not_to_contain_text("What only Mair's group knows.")
    expect(page.get_by_role("link", name="https://hwb.example/kit")).to_have_attribute(
        "href", "https://hwb.example/kit")
    expect(page.locator("html")).to_have_attribute("lang", t.language)
    expect(page.locator("script, img")).to_have_count(0)
    assert page.title() != "run"
    assert asked == [file.as_uri()]
    assert barriers(page) + problems(page, page.viewport_size["width"] <= POCKET["width"]) == []

    # A day goes into their own calendar.
    sian.button("takeaway.change").click()
    sian.page.get_by_label(t("takeaway.by"), exact=True).fill(DAY)
    sian.button("takeaway.save").click()
    with sian.page.expect_download() as download:
        sian.button("takeaway.calendar").click()
    assert f"DTSTART;VALUE=DATE:{DAY.replace('-', '')}\n" in download.value.path().read_text(encoding="utf-8")
    # It can be said anew, and found again by whoever comes by later.
    sian.button("takeaway.change").click()
    say_action(sian, "grow oats")
    expect(kept.locator(".action-sentence")).to_have_text(t("takeaway.action", what="grow oats"))
    later = stage.watch(sian.page.context.new_page())
    later.goto(stage.server.url)
    later.get_by_role("button", name=t("gone.over.look"), exact=True).click()
    expect(later.locator(".action-sentence")).to_have_text(t("takeaway.action", what="grow oats"))
    later.get_by_role("button", name=t("takeaway.drop"), exact=True).click()
    expect(later.locator(".action-form")).to_be_visible()
