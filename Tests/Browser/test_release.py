"""Knows what a release serves: few files with names that never change, one language at a time, a page that was opened
before also without a network, and never old pages from a server that has new ones."""

import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, Response, expect

from .pages import bundle, bundled
from .reading import until
from .release import release
from .server import ROOT
from .slow_line import door

MOST_REQUESTS = 12
FOR_EVER = "public, max-age=31536000, immutable"
# The page as it stands here is kept, with its own script, by a worker that is at work.
IS_KEPT = """async () => {
  if (navigator.serviceWorker.controller?.state !== "activated") return false;
  const found = await (await caches.open("staffroom.pages")).match(location.pathname);
  const script = document.querySelector("script[type=module]").getAttribute("src");
  return found !== undefined && (await found.text()).includes(script);
}"""
KEPT = "async () => (await (await caches.open('staffroom.pages')).keys()).map(({ url }) => url)"


@pytest.fixture
def made() -> Path:
    return bundled()


@pytest.fixture
def server(tmp_path, made):
    with release(tmp_path, made) as running:
        yield running


def answers(page: Page) -> list[Response]:
    found: list[Response] = []
    page.on("response", lambda answer: found.append(answer))
    return found


def names(found: list[Response]) -> list[str]:
    return [one.url.split("/hashed/")[1] for one in found if "/hashed/" in one.url]


def test_the_door_takes_few_requests_and_the_second_time_hardly_any(browser, server):
    first, again = door(browser, server.url)
    assert first.requests <= MOST_REQUESTS
    assert again.requests <= 2


def test_a_whole_meeting_works_with_what_a_release_serves(stage):
    console, phones, wall = stage.gather()
    phones[0].write("Bore da")
    for phone in phones[1:]:
        phone.tab("chat")
        expect(phone.message("Bore da")).to_be_visible()
    expect(console.person(phones[0].name)).to_be_visible()
    expect(wall.page.locator("#main h1, #main h2").first).to_be_visible()


def test_hashed_files_are_kept_for_ever_and_pages_are_asked_for(stage):
    page = stage.page(True)
    found = answers(page)
    page.goto(stage.server.url)
    expect(page.get_by_label(stage.t("door.code"), exact=True)).to_be_editable()
    assert len(names(found)) >= 4
    for one in found:
        if "/hashed/" in one.url:
            assert one.headers["cache-control"] == FOR_EVER, one.url
        elif one.request.resource_type == "document":
            assert one.headers["cache-control"] == "no-cache" and one.headers["etag"]


def test_the_other_language_comes_when_it_is_chosen(stage):
    other = "cy" if stage.t.language == "en" else "en"
    page = stage.page(True)
    found = answers(page)
    page.goto(stage.server.url)
    expect(page.get_by_label(stage.t("door.code"), exact=True)).to_be_editable()
    assert not [name for name in names(found) if name.startswith(other)]
    page.get_by_role("button", name=stage.t(f"language.{other}"), exact=True).click()
    expect(page.get_by_label(_texts(other)["door.code"], exact=True)).to_be_editable()
    came = [name for name in names(found) if name.startswith(other)]
    assert len(came) == len({*came}) == len([name for name in names(found) if name.startswith(stage.t.language)])


def test_a_language_that_does_not_come_changes_nothing_and_is_said(stage):
    other = "cy" if stage.t.language == "en" else "en"
    stage.complaints.is_network_cut = True
    page = stage.page(True)
    page.goto(stage.server.url)
    field = page.get_by_label(stage.t("door.code"), exact=True)
    expect(field).to_be_editable()
    button = page.get_by_role("button", name=stage.t(f"language.{other}"), exact=True)
    page.context.set_offline(True)
    button.click()
    expect(page.locator(".toast")).to_have_text(stage.t("error.offline"))
    expect(field).to_be_editable()
    expect(button).to_have_attribute("aria-pressed", "false")
    page.context.set_offline(False)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")


def test_a_page_that_was_opened_survives_a_reload_without_a_network(stage):
    stage.complaints.is_network_cut = True
    console = stage.coordinator().open()
    phone = stage.phone("Elin", "Ysgol Newydd").join(stage.server.code)
    pages = [phone.page, console.page]
    for page in pages:
        page.wait_for_function(IS_KEPT)
    stage.server.kill()
    for _ in range(2):
        for page in pages:
            page.reload()
    expect(phone.page.get_by_role("status").or_(phone.page.locator("main")).first).to_be_attached()
    expect(phone.page.locator("#app")).not_to_be_empty()
    expect(console.page.locator("#main")).not_to_be_empty()
    stage.server.start()
    phone.is_in()
    phone.write("Back again")
    expect(phone.message("Back again")).to_be_visible()


def test_nobody_gets_old_pages_from_a_server_that_has_new_ones(tmp_path, stage):
    stage.complaints.is_network_cut = True
    page = stage.page(True)
    brand = page.locator(".brand")
    page.goto(stage.server.url)
    expect(brand).to_have_text("Staffroom")
    page.wait_for_function(IS_KEPT)
    stage.server.stop()
    page.reload()
    expect(brand).to_have_text("Staffroom")

    stage.server.settings["resources"] = str(bundle(tmp_path / "next", _changed(tmp_path / "sources")))
    stage.server.start()
    page.reload()
    expect(brand).to_have_text("Staffroom anew")
    page.wait_for_function(IS_KEPT)
    stage.server.stop()
    page.reload()
    expect(brand).to_have_text("Staffroom anew")
    until(page, lambda: len([url for url in page.evaluate(KEPT) if url.endswith(".js") and "/index-" in url]) == 1,
          "what belongs to no page any more has gone")


def test_sources_say_that_they_are_sources(tmp_path, made):
    from Tests.EndToEnd.server import Server

    for resources, is_source in ((made, False), (ROOT, True)):
        with Server(tmp_path / resources.name, settings={"resources": str(resources)}) as running:
            assert ('"kind":"servesSources"' in running.log()) == is_source


def _texts(language: str) -> dict:
    return json.loads((ROOT / "Web" / "locales" / f"{language}.json").read_text())


def _changed(folder: Path) -> Path:
    """The sources with another name of the app."""
    for name in ("Config", "Web"):
        shutil.copytree(ROOT / name, folder / name)
    for language in ("en", "cy"):
        file = folder / "Web" / "locales" / f"{language}.json"
        file.write_text(json.dumps(_texts(language) | {"app.name": "Staffroom anew"}))
    return folder
