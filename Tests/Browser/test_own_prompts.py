"""Knows the prompts that a network keeps for itself, and one of them asked anonymously from the console."""

from playwright.sync_api import expect

from .preparing import field
from .reading import texts_of
from .test_prompts_console import place

KEPT, CHANGED = "What went wrong first?", "What went wrong first, and what then?"
ASKED = "What would you not say aloud?"
ANSWERS = tuple(f"Said by nobody {number}" for number in range(5))


def test_a_network_keeps_prompts_and_asks_them_again(stage, crowd):
    t = stage.t
    console = stage.coordinator()
    page = console.page
    page.goto(f"{stage.server.url}/coordinator.html#network")
    deck = page.locator(".own-deck")
    expect(deck).to_contain_text(t("asking.deckOwnNone"))
    console.button("asking.add", deck).click()
    form = page.get_by_role("dialog", name=t("asking.form"), exact=True)
    field(console, "asking.text", form).fill(KEPT)
    stage.look("a prompt of one's own is written")
    console.button("asking.save", form).click()
    expect(deck.locator(".plan-prompt-text")).to_have_text([KEPT])
    deck.get_by_role("button", name=t("asking.changeOf", text=KEPT), exact=True).click()
    field(console, "asking.text", form).fill(CHANGED)
    console.button("asking.save", form).click()
    expect(deck.locator(".plan-prompt-text")).to_have_text([CHANGED])
    stage.look("a prompt of one's own is kept")

    # It stands first among the decks, and what is asked now can be kept, too.
    page.goto(f"{stage.server.url}/coordinator.html#run={stage.server.meeting}")
    console.open()
    guests = [crowd.join(f"Teacher {number}") for number in range(len(ANSWERS))]
    console.next.click()
    here = place(console)
    expect(here.locator(".prompt-decks option").first).to_have_text(t("asking.deckOwn"))
    expect(here.get_by_role("button", name=CHANGED, exact=True)).to_be_visible()
    console.button("asking.own", here).click()
    own = here.get_by_role("form", name=t("asking.form"), exact=True)
    field(console, "asking.text", own).fill(ASKED)
    field(console, "asking.circle", own).select_option("anonymous")
    own.get_by_label(t("asking.keepForUs"), exact=True).check()
    console.button("asking.ask", own).click()
    expect(here.locator(".prompt-circle")).to_have_text(t("asking.seen.anonymous"))
    expect(here.get_by_role("button", name=ASKED, exact=True)).to_be_visible()

    # Nobody is named, and there is one thing to do.
    for number, (guest, text) in enumerate(zip(guests, ANSWERS, strict=True)):
        prompt = guest.until_told("promptOpened")["prompt"]
        guest.do({"answerAnonymously": {"prompt": prompt, "answer": {"texts": [text], "numbers": []},
                                        "token": f"the secret of teacher {number}"}})
    expect(here.locator(".prompt-answered")).to_have_text(t("anonymous.answered", count=len(ANSWERS)))
    here.get_by_role("button", name=CHANGED, exact=True).click()
    expect(here.locator(".prompt-ask")).to_be_visible()
    expect(page.locator(".button.primary:visible")).to_have_count(1)
    stage.look("an anonymous prompt is asked")
    console.button("asking.reveal", here).click()
    console.confirm("asking.reveal")
    cards = here.locator(".prompt-card")
    expect(cards).to_have_count(len(ANSWERS))
    assert sorted(texts_of(cards.locator(".prompt-card-text"), len(ANSWERS))) == sorted(ANSWERS)
    for guest in guests:
        expect(cards.filter(has_text=guest.name)).to_have_count(0)
    stage.look("anonymous answers are shown")

    page.goto(f"{stage.server.url}/coordinator.html#network")
    expect(deck.locator(".plan-prompt-text")).to_have_text([CHANGED, ASKED])
    deck.get_by_role("button", name=t("asking.dropOf", text=CHANGED), exact=True).click()
    console.confirm("asking.drop")
    expect(deck.locator(".plan-prompt-text")).to_have_text([ASKED])
