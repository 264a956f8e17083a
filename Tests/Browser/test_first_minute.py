"""A newcomer's first minute, without a shell: from the printed link to an open rehearsed meeting with people in it; then
what somebody does with the account, and the way out that never locks out."""

import pytest
from playwright.sync_api import expect

from .console import Console
from .reading import value_of
from .server import Server
from .test_account import LOGIN, PASSWORD, label, sign_in

MOST_TAPS = 6
MADE_UP = 12
# Counts what a finger does on the page; following the printed link is the first tap.
COUNT_TAPS = """addEventListener('click', (event) => {
  if (event.isTrusted) sessionStorage.taps = Number(sessionStorage.taps ?? 1) + 1;
}, true);"""


@pytest.fixture
def is_new():
    return True


@pytest.fixture
def server(tmp_path, is_new):
    """As it is on the first day, or with the sample."""
    with Server(tmp_path, has_sample=not is_new) as running:
        yield running


def taps(page) -> int:
    return int(page.evaluate("sessionStorage.taps ?? 1"))


def rehearse(stage, console: Console) -> None:
    """From the list of meetings into an open rehearsal with people in it."""
    console.button("rehearsal.start").click()
    console.open()
    # Made-up teachers come late and lose their connection as people do.
    expect(console.page.locator(".console-person").nth(MADE_UP // 2)).to_be_visible()


def test_a_first_minute_of_a_newcomer(stage):
    page = stage.page(False)
    page.add_init_script(COUNT_TAPS)
    page.goto(stage.server.links["coordinator"])
    console = Console(page, stage.t)
    for key, text in (("console.setup.name", "Ffion"), ("console.login.login", LOGIN),
                      ("console.login.password", PASSWORD)):
        # From field to field by the keyboard.
        label(stage, page, key).focus()
        page.keyboard.type(text)
    console.button("console.setup.go").click()
    expect(page.get_by_role("heading", name=stage.t("steps.title"), exact=True)).to_be_visible()
    stage.look("the first steps")
    page.goto(f"{stage.server.url}/coordinator.html#meetings")
    # Whoever has planned nothing yet is offered a rehearsal all the same.
    rehearse(stage, console)
    assert taps(page) <= MOST_TAPS
    stage.look("a first rehearsal")


@pytest.mark.parametrize("is_new", [False])
def test_a_first_minute_with_the_sample(stage):
    page = stage.page(False)
    page.add_init_script(COUNT_TAPS)
    page.goto(stage.server.links["coordinator"])
    console = Console(page, stage.t)
    rehearse(stage, console)
    assert taps(page) <= MOST_TAPS


@pytest.mark.parametrize("is_new", [False])
def test_signing_out_of_the_sample_locks_nobody_out(stage):
    t, page = stage.t, stage.page(False)
    page.goto(stage.server.links["coordinator"])
    console = Console(page, t)
    expect(page.get_by_role("heading", name=t("console.meetings.title"), exact=True)).to_be_visible()
    console.button("console.signOut").click()
    expect(page.get_by_text(t("account.passwordFirst"), exact=True)).to_be_visible()
    stage.look("a password before signing out")
    label(stage, page, "console.login.password").fill("short")
    console.button("account.passwordGo").click()
    expect(page.get_by_text(t("console.setup.passwordShort", n=5))).to_be_visible()
    label(stage, page, "console.login.password").fill(PASSWORD)
    console.button("account.passwordGo").click()
    expect(page.get_by_text(t("account.passwordDone"), exact=True)).to_be_visible()
    login = value_of(label(stage, page, "console.login.login"))
    console.button("console.signOut").click()
    expect(page.get_by_role("heading", name=t("console.login.title"), exact=True)).to_be_visible()
    label(stage, page, "console.login.login").fill(login)
    label(stage, page, "console.login.password").fill(PASSWORD)
    console.button("console.login.go").click()
    expect(page.get_by_role("heading", name=t("console.meetings.title"), exact=True)).to_be_visible()


def test_another_password_and_a_second_coordinator(stage):
    t, page = stage.t, stage.page(False)
    page.goto(stage.server.links["coordinator"])
    console = Console(page, t)
    for key, text in (("console.setup.name", "Ffion"), ("console.login.login", LOGIN),
                      ("console.login.password", PASSWORD)):
        label(stage, page, key).fill(text)
    console.button("console.setup.go").click()
    page.get_by_role("link", name=t("account.title"), exact=True).click()
    label(stage, page, "account.current").fill("not the password")
    label(stage, page, "account.next").fill("a curlew on the sand")
    console.button("account.passwordGo").click()
    expect(page.get_by_text(t("account.currentWrong"), exact=True)).to_be_visible()
    label(stage, page, "account.current").fill(PASSWORD)
    console.button("account.passwordGo").click()
    expect(page.get_by_text(t("account.passwordDone"), exact=True)).to_be_visible()
    console.button("account.secondGo").click()
    link = value_of(label(stage, page, "account.secondLink"))
    stage.look("a link for a second coordinator")

    other = stage.page(False)
    other.goto(link)
    for key, text in (("console.setup.name", "Gwen"), ("console.login.login", "gwen"),
                      ("console.login.password", "an otter at low tide")):
        label(stage, other, key).fill(text)
    Console(other, t).button("console.setup.go").click()
    expect(other.locator("#who")).to_have_text(t("console.signedInAs", name="Gwen"))
    console.button("console.signOut").click()
    expect(page.get_by_role("heading", name=t("console.login.title"), exact=True)).to_be_visible()
    sign_in(stage, page, "a curlew on the sand")
    expect(page.get_by_role("heading", name=t("console.meetings.title"), exact=True)).to_be_visible()
