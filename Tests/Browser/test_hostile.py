"""Knows that nothing a person writes becomes code on any page: it is shown as it was written, and no policy is broken."""

import pytest
from playwright.sync_api import expect

# What other tools were broken by: markup, handlers, templates, addresses, directions, zero width.
STRINGS = (
    "<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "\"><svg onload=alert(1)>", "' onfocus='alert(1)",
    "javascript:alert(1)", "{{constructor.constructor('alert(1)')()}}", "${alert(1)}", "</textarea><b>x</b>",
    "<a href=//evil.example>go</a>", "&lt;b&gt;", "=1+1", "{count}", "__proto__",
)


@pytest.mark.parametrize("language", ["en"])
def test_no_text_becomes_code(stage):
    console = stage.coordinator().open()
    links = console.links()
    wall = stage.page(False)
    wall.goto(links["wall"])
    pages = [console.page, wall]
    opened: list[str] = []
    for page in pages:
        page.on("dialog", lambda dialog: (opened.append(dialog.message), dialog.dismiss()))
    phone = stage.phone("<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>")
    phone.page.on("dialog", lambda dialog: (opened.append(dialog.message), dialog.dismiss()))
    phone.join(links["code"])
    expect(console.person(phone.name)).to_contain_text(phone.school)
    phone.tab("chat")
    for count, text in enumerate(STRINGS, 1):
        phone.write(text)
        expect(console.messages).to_have_count(count)
    for place, text in enumerate(STRINGS):
        expect(console.messages.nth(place).locator(".console-message-text")).to_have_text(text)
        expect(phone.messages.nth(place).locator(".message-text")).to_have_text(text)
    phone.hand.click()
    expect(wall.locator(".wall-queue > li")).to_contain_text(phone.name)
    console.button("console.run.callNext").click()
    expect(wall.locator(".wall-speaker")).to_contain_text(phone.name)
    for page in (*pages, phone.page):
        expect(page.locator("script:not([src]), img[src='x'], svg[onload], [onerror], [onfocus]")).to_have_count(0)
    assert opened == []
