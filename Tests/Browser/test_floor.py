"""Knows that a page says in both languages when the browser is too old for it, or when it falls over while it comes in."""

import pytest
from playwright.sync_api import expect

from .reading import TIMEOUT_MILLISECONDS
from .server import ROOT, Server
from .turns import turns

PAGES = ["/", "/buddies.html", "/coordinator.html", "/wall.html"]
# One thing each that the browsers just below the floor do not have.
MISSING = {
    "modules": "Object.defineProperty(Document.prototype, 'createElement', { value: function (name) {"
               " return { nodeName: name }; } })",
    "hasOwn": "delete Object.hasOwn",
    "at": "delete Array.prototype.at",
    "layers": "delete window.CSSLayerBlockRule",
    "dialog": "delete HTMLDialogElement.prototype.showModal",
}


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    """Serves the pages as they are written, of which single files do not come here; nobody does anything there."""
    with Server(tmp_path_factory.mktemp("floor"), resources=ROOT) as running:
        yield running


@pytest.fixture
def page(browser):
    """A page nobody listens to: it is meant to fail."""
    context = browser.new_context()
    context.set_default_timeout(TIMEOUT_MILLISECONDS)
    yield context.new_page()
    context.close()


def says(page, name: str) -> None:
    """The words stand there in both languages, and only these."""
    expect(page.locator(f"#{name} [lang=cy]")).to_be_visible()
    expect(page.locator(f"#{name} [lang=en]")).to_be_visible()
    for version in ("Safari 15.4", "Chrome 99", "Samsung Internet 18", "Firefox 98"):
        expect(page.locator(f"#{name}")).to_contain_text(version)
    for other in {"old", "fell"} - {name}:
        expect(page.locator(f"#{other}")).to_be_hidden()


@turns("address", PAGES)
@pytest.mark.parametrize("missing", MISSING)
def test_an_old_browser_is_told(page, sources, address, missing):
    page.add_init_script(MISSING[missing])
    page.goto(sources.url + address)
    says(page, "old")


@pytest.mark.parametrize("address", PAGES)
def test_a_script_that_cannot_be_read_is_told(page, sources, address):
    page.route("**/shared/texts/i18n.js", lambda route: route.fulfill(
        content_type="text/javascript", body="export const language = () => { of which };"))
    page.goto(sources.url + address)
    says(page, "fell")


@turns("address", PAGES)
@pytest.mark.parametrize("file", ["limits.json", "locales/en*.json"])
def test_texts_that_do_not_come_are_told_and_asked_for_again(page, sources, address, file):
    page.route(f"**/{file}", lambda route: route.abort())
    page.goto(sources.url + address)
    says(page, "fell")
    page.unroute(f"**/{file}")
    expect(page.locator("#app > *, #main > *").first).to_be_visible()
    expect(page.locator("#fell")).to_be_hidden()


@pytest.mark.parametrize("language", ["en"])
def test_what_fails_after_the_door_is_told_and_taken_back(stage):
    """The words of iOS 15.3: the door was there, and behind it the page hung."""
    stage.coordinator().open()
    elin = stage.phone("Elin", "Ysgol Newydd").knock(stage.server.code).fill("room_device")
    stage.complaints.is_network_cut = True
    stage.complaints.provoke(".at is not a function")
    elin.page.evaluate("window.realAt = Array.prototype.at; delete Array.prototype.at;")
    errors: list[str] = []
    elin.page.on("pageerror", lambda error: errors.append(error.message))
    elin.come_in()
    expect(elin.page.locator("#fell [lang=cy]")).to_be_visible()
    expect(elin.page.locator("#fell [lang=en]")).to_be_visible()
    assert errors
    elin.page.get_by_role("link", name="Load it again.").click()
    elin.is_in()
    expect(elin.page.locator("#fell")).to_be_hidden()


@pytest.mark.parametrize("language", ["en"])
def test_a_page_that_is_in_says_nothing_of_it(stage):
    console, (sian, *_), wall = stage.gather()
    stage.complaints.provoke("of another kind")
    for page in (console.page, sian.page, wall.page):
        with page.expect_event("pageerror"):
            page.evaluate("setTimeout(() => { throw new Error('of another kind'); })")
        for name in ("old", "fell"):
            expect(page.locator(f"#{name}")).to_be_hidden()
