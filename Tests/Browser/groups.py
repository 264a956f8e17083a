"""Knows how groups are formed for a test, and what a teacher's page shows of them."""

from playwright.sync_api import Locator, expect

from .lead import Lead
from .phone import Phone
from .stage import PEOPLE, Stage
from .texts import called

SIAN, AMIR, MAIR = (name for name, _, _ in PEOPLE)
TASK = "Make the lamp react to light. Note what surprised you."
DAY_MINUTES = 24 * 60
CALL = "https://meet.example.org/abc"
# The goal is one second on a quiet machine. Other browsers run beside this one, so what fails is being far from it.
AT_ONCE_MILLISECONDS = 3_000

# Notes when group, task and time were first seen together, by the clock of this machine.
WATCH = """(task) => {
  window.groupSeen = null;
  const look = () => {
    const shown = (place) => [...document.querySelectorAll(place)].filter((one) => one.checkVisibility());
    if (window.groupSeen || !shown('.group-task').some((one) => one.textContent === task)) return;
    if (!shown('.strip-time').length || !shown('.group-member').length) return;
    window.groupSeen = Date.now();
  };
  new MutationObserver(look).observe(document.body,
    {subtree: true, childList: true, characterData: true, attributes: true});
}"""

# Keeps what was said of the time that is left, for whoever looks later.
CUES = """() => {
  window.cues = [];
  new MutationObserver(() => {
    const cue = document.querySelector('.news[data-kind=time]:not([hidden]) .news-text');
    if (cue && window.cues.at(-1) !== cue.textContent) window.cues.push(cue.textContent);
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
}"""


def gather(stage: Stage, *, minutes: int = 0) -> tuple[Lead, list[Phone]]:
    """An open meeting at its hands-on part, for so many minutes already, with a lead without a page and three phones."""
    lead = Lead(stage.server)
    stage.leads.append(lead)
    lead.open_part("hands-on")
    if minutes:
        stage.server.move_clock(minutes / DAY_MINUTES)
        lead.come_back()
    return lead, [stage.phone(name, school).join(stage.server.code, mode) for name, school, mode in PEOPLE]


def two_groups(lead: Lead) -> None:
    """Siân and Amir over a bridge, Mair at a table of her own."""
    lead.form({"members": [SIAN, AMIR], "table": 3, "bridge": SIAN, "roles": {"scribe": AMIR}, "texts": {"link": CALL}},
              {"members": [MAIR], "table": 4}, task=TASK)


def shows_place(phone: Phone, number: int, table: int | None = None) -> None:
    """The strip says where one is."""
    place = (phone.t("group.titleTable", group=called(number), table=table) if table
             else phone.t("common.group", n=number))
    expect(phone.title).to_have_text(place)


def watch(*phones: Phone) -> None:
    for phone in phones:
        phone.page.evaluate(WATCH, TASK)


def seen_after(phone: Phone, tapped: float) -> float:
    """Milliseconds from the tap until all of it stood there."""
    expect(phone.page.locator(".group-task")).to_have_text(TASK)
    phone.page.wait_for_function("window.groupSeen !== null")
    return phone.page.evaluate("window.groupSeen") - tapped


def notes(phone: Phone) -> Locator:
    return phone.page.locator(".notes > .note")


def note(phone: Phone, text: str) -> Locator:
    return notes(phone).filter(has=phone.page.locator(".note-text", has_text=text))


def write_note(phone: Phone, text: str, is_report: bool = False) -> None:
    phone.page.get_by_label(phone.t("cards.label"), exact=True).fill(text)
    if is_report:
        phone.page.get_by_label(phone.t("cards.report"), exact=True).check()
    phone.button("cards.send").click()


def signal(phone: Phone, name: str) -> Locator:
    return phone.page.locator(f"[data-signal={name}]")


def write_to_group(phone: Phone, text: str) -> None:
    phone.page.get_by_label(phone.t("chat.placeholderGroup"), exact=True).fill(text)
    phone.button("chat.send", phone.page.locator(".chat-box")).click()
