"""Knows how a coordinator erases somebody: found by name, told what goes and what stays, done by a second step with
the keyboard; every other page shows at once what is left."""

from playwright.sync_api import expect

from .boxes import stand
from .reading import text_of


def test_a_coordinator_erases_somebody_and_every_page_forgets_them(stage):
    t = stage.t
    console, (sian, amir, _), _ = stage.gather()
    sian.write("The moisture sensor rusts after a week.")
    expect(console.messages).to_have_count(1)
    words = amir.page.get_by_text("The moisture sensor rusts after a week.", exact=True)
    expect(words.first).to_be_attached()
    page = console.page.context.new_page()
    page.goto(f"{stage.server.url}/coordinator.html#meetings")
    page.get_by_role("link", name=t("console.people.title"), exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(t("console.people.title"))
    page.get_by_label(t("console.people.find"), exact=True).fill("sian")
    rows = page.locator(".console-people-list li")
    expect(rows).to_have_count(1)
    name = text_of(rows.locator(".console-people-name"))
    erase = page.get_by_role("button", name=t("console.people.eraseOf", name=name), exact=True)
    # What is hit with a mouse on a desk.
    stand(lambda button: button.height >= 32, erase)
    erase.focus()
    page.keyboard.press("Enter")
    sheet = page.get_by_role("dialog")
    really = sheet.get_by_role("button", name=t("console.people.really"), exact=True)
    expect(sheet.get_by_text(t("console.people.staysText"), exact=True)).to_be_visible()
    expect(really).to_be_enabled()
    stand(lambda button: button.height >= 32, really)
    # Whoever opens it by mistake is on the button that does nothing.
    expect(sheet.get_by_role("button", name=t("console.people.keep"), exact=True)).to_be_focused()
    stage.pages.append(page)
    stage.look("a person about to be erased")
    page.keyboard.press("Enter")
    expect(sheet).to_have_count(0)
    expect(erase).to_be_focused()
    page.keyboard.press("Enter")
    expect(really).to_be_enabled()
    really.focus()
    page.keyboard.press("Enter")
    expect(sheet).to_have_count(0)
    expect(rows).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    # On the other phone the words are gone and a sentence stands in their place; nobody is called by that name.
    expect(words).to_have_count(0)
    expect(amir.page.get_by_text(t("chat.erased"), exact=True).first).to_be_attached()
    expect(console.page.get_by_text(name, exact=True)).to_have_count(0)
    expect(sian.page.locator("input[name=name]")).to_be_visible()
    # Whoever signs in is not erased from here.
    page.get_by_label(t("console.people.find"), exact=True).fill("")
    mine = rows.filter(has_text=text_of(console.page.locator("#who")).split()[-1])
    mine.get_by_role("button").click()
    expect(sheet.get_by_text(t("console.people.hasAccount"), exact=True)).to_be_visible()
    expect(really).to_be_disabled()
