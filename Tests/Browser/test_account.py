"""Knows how a coordinator gets an account, signs in and out, and loses nothing when the login expires meanwhile."""

import re

import pytest
from playwright.sync_api import Page, expect

from .console import Console
from .server import Server

LOGIN, PASSWORD = "ffion@example.org", "heron by the estuary"
TITLE = "Autumn network meeting: circuits"


@pytest.fixture
def server(tmp_path):
    """As it is on the first day: no sample, nobody has an account."""
    with Server(tmp_path, has_sample=False) as running:
        yield running


def label(stage, page, key):
    return page.get_by_label(stage.t(key), exact=True)


def set_up(stage) -> Console:
    """The first account, by the one-time link."""
    console = Console(stage.page(False), stage.t)
    console.page.goto(stage.server.links["coordinator"])
    label(stage, console.page, "console.setup.name").fill("Ffion")
    label(stage, console.page, "console.login.login").fill(LOGIN)
    label(stage, console.page, "console.login.password").fill(PASSWORD)
    console.button("console.setup.go").click()
    expect(console.page.get_by_role("heading", name=stage.t("console.meetings.title"), exact=True)).to_be_visible()
    return console


def sign_in(stage, page: Page, password: str, within=None) -> None:
    place = within or page
    label(stage, place, "console.login.login").fill(LOGIN)
    label(stage, place, "console.login.password").fill(password)
    place.get_by_role("button", name=stage.t("console.login.go"), exact=True).click()


def plan(stage, console: Console) -> None:
    """From the list of meetings to a new one, which is then prepared."""
    console.page.get_by_role("link", name=stage.t("console.meetings.new"), exact=True).first.click()
    label(stage, console.page, "console.new.name").fill(TITLE)
    console.button("console.new.go").click()
    expect(console.page.get_by_role("heading", name=TITLE, exact=True)).to_be_visible()


def test_the_first_account(stage):
    page = stage.page(False)
    page.goto(stage.server.links["coordinator"])
    console = Console(page, stage.t)
    console.button("console.setup.go").click()
    expect(page).not_to_have_url(re.compile("setup="))
    expect(page.get_by_text(stage.t("console.setup.nameMissing"))).to_be_visible()
    label(stage, page, "console.setup.name").fill("Ffion")
    label(stage, page, "console.login.login").fill(LOGIN)
    label(stage, page, "console.login.password").fill("short")
    console.button("console.setup.go").click()
    expect(page.get_by_text(stage.t("console.setup.passwordShort", n=5))).to_be_visible()
    stage.look("a password that is too short")
    page.reload()
    label(stage, page, "console.setup.name").fill("Ffion")
    label(stage, page, "console.login.login").fill(LOGIN)
    label(stage, page, "console.login.password").fill(PASSWORD)
    console.button("console.setup.go").click()
    expect(page.get_by_role("heading", name=stage.t("console.meetings.title"), exact=True)).to_be_visible()
    expect(page.locator("#who")).to_have_text(stage.t("console.signedInAs", name="Ffion"))
    stage.look("no meeting yet")

    other = stage.page(False)
    other.goto(stage.server.links["coordinator"])
    expect(other.get_by_role("heading", name=stage.t("console.setup.unknown"), exact=True)).to_be_visible()
    stage.look("a link that has been used")

    plan(stage, console)
    page.get_by_role("link", name=stage.t("console.prepare.run"), exact=True).click()
    console.open(is_its_day=False)
    code = console.links()["code"]
    stage.phone("Elin", "Ysgol Newydd").join(code)
    expect(console.person("Elin")).to_contain_text("Ysgol Newydd")


def test_signing_out_and_in(stage):
    console = set_up(stage)
    page = console.page
    # Nobody goes away in the belief that they are signed out.
    stage.complaints.is_network_cut = True
    page.context.set_offline(True)
    console.button("console.signOut").click()
    expect(page.locator("header").get_by_role("alert")).to_have_text(stage.t("console.people.offline"))
    expect(page.get_by_role("heading", name=stage.t("console.meetings.title"), exact=True)).to_be_visible()
    stage.look("signing out without a network")
    page.context.set_offline(False)
    console.button("console.signOut").click()
    expect(page.get_by_role("heading", name=stage.t("console.login.title"), exact=True)).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name=stage.t("console.login.title"), exact=True)).to_be_visible()
    sign_in(stage, page, "not the password")
    expect(page.get_by_role("alert").filter(has_text=stage.t("console.login.wrong"))).to_be_visible()
    expect(label(stage, page, "console.login.login")).to_have_value(LOGIN)
    stage.look("a wrong password")
    sign_in(stage, page, PASSWORD)
    expect(page.get_by_role("heading", name=stage.t("console.meetings.title"), exact=True)).to_be_visible()
    page.reload()
    expect(page.locator("#who")).to_have_text(stage.t("console.signedInAs", name="Ffion"))


def test_an_expired_login_keeps_a_new_meeting(stage):
    console = set_up(stage)
    page = console.page
    page.get_by_role("link", name=stage.t("console.meetings.new"), exact=True).first.click()
    label(stage, page, "console.new.name").fill(TITLE)
    page.context.clear_cookies()
    console.button("console.new.go").click()
    again = page.get_by_role("dialog")
    expect(again.get_by_role("heading")).to_have_text(stage.t("console.login.again"))
    stage.look("asked to sign in again")
    expect(label(stage, page, "console.new.name")).to_have_value(TITLE)
    page.keyboard.press("Escape")
    expect(again).to_have_count(0)
    expect(label(stage, page, "console.new.name")).to_have_value(TITLE)
    console.button("console.new.go").click()
    sign_in(stage, page, PASSWORD, again)
    expect(page.get_by_role("heading", name=TITLE, exact=True)).to_be_visible()


def test_an_expired_login_keeps_what_is_being_prepared(stage):
    console = set_up(stage)
    plan(stage, console)
    page = console.page
    console.button("console.prepare.add").click()
    sheet = page.get_by_role("form", name=stage.t("console.prepare.addTitle"), exact=True)
    label(stage, sheet, "console.prepare.segmentTitle").fill("Show and tell")
    label(stage, sheet, "plan.task").fill("Two minutes each.")
    page.context.clear_cookies()
    stage.complaints.is_network_cut = True
    stage.server.kill()
    expect(page.locator(".console-connection")).to_have_attribute("data-state", "reconnecting")
    # Sent into nowhere; it is stored once somebody is signed in again.
    console.button("console.prepare.addGo", sheet).click()
    stage.server.start()

    again = page.get_by_role("dialog", name=stage.t("console.login.again"), exact=True)
    expect(again).to_be_visible()
    stage.look("asked to sign in again, over the form")
    sign_in(stage, page, "not the password", again)
    expect(again.get_by_role("alert").filter(has_text=stage.t("console.login.wrong"))).to_be_visible()
    sign_in(stage, page, PASSWORD, again)
    expect(again).to_have_count(0)
    expect(sheet).to_have_count(0)
    expect(page.locator(".console-segment", has_text="Show and tell")).to_have_count(1)
    expect(page.locator(".console-segment", has_text="Two minutes each.")).to_have_count(1)
