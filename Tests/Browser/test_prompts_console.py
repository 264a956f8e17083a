"""Prompts as a lead works with them: asked in two taps, answered on phones in silence, shown at once, put together and
brought to the wall; prepared with the agenda; and without a mouse."""

import json

from playwright.sync_api import Locator, expect

from .console import Console
from .keyboard import Keyboard
from .preparing import field
from .reading import text_of
from .server import ROOT
from .stage import PEOPLE

DECK = json.loads((ROOT / "Config" / "prompts" / "check-in.json").read_text())
CARDS = next(one for one in DECK["prompts"] if one["kind"] == "cards")
ANSWERS = (("Cress in three pots", "A lamp that knows"), ("Beans on the sill",), ("Nothing with screens",))
GROWS = "Things that grow"
OWN, WORDS = "How sure are you?", ("not at all", "very")


def place(console: Console) -> Locator:
    """The place for prompts, by its key."""
    console.page.keyboard.press("4")
    shown = console.page.locator(".console-prompts")
    expect(shown).to_be_visible()
    return shown


def card(console: Console, text: str) -> Locator:
    return console.page.locator(".prompt-card").filter(has_text=text)


def test_asked_in_two_taps_and_shown_at_once(stage):
    t = stage.t
    question = CARDS["text"][t.language]
    console, phones, wall = stage.gather()
    page, keys = console.page, Keyboard(console.page)
    console.step()
    here = place(console)
    here.locator(".prompt-decks select").select_option("check-in")
    here.get_by_role("button", name=question, exact=True).click()
    here.locator(".prompt-ask").click()

    # Everybody reads who will see it before they write; the wall says what to do.
    expect(here.locator(".prompt-question")).to_have_text(question)
    expect(here.locator(".prompt-question")).to_be_focused()
    expect(here.locator(".prompt-circle")).to_have_text(t("asking.seen.first_names"))
    expect(wall.title).to_have_text(question)
    expect(wall.page.locator(".wall-note")).to_have_text(t("wall.prompt.first_names"))
    expect(wall.page.locator(".wall-aside")).to_contain_text(t("prompts.answered", n=0, all=len(PEOPLE)))
    for phone in phones:
        expect(phone.now.locator(".prompt-text")).to_have_text(question)
        expect(phone.now.get_by_text(t("prompts.circle.first_names"), exact=True)).to_be_visible()
    stage.look("people write")

    # Written in silence: nobody but the writer sees a word of it, all see how many.
    for phone, texts in zip(phones, ANSWERS, strict=True):
        for at, text in enumerate(texts):
            phone.now.locator(".prompt-cards textarea").nth(at).fill(text)
        phone.button("prompts.handIn", phone.now).click()
        expect(phone.button("prompts.change", phone.now)).to_be_visible()
    everybody = t("prompts.answered", n=len(PEOPLE), all=len(PEOPLE))
    expect(here.locator(".prompt-answered")).to_have_text(everybody)
    expect(console.count("prompts")).to_contain_text(t("asking.count", all=len(PEOPLE)))
    expect(wall.page.locator(".wall-aside")).to_contain_text(everybody)
    assert ANSWERS[0][0] not in wall.page.content() + page.content() + phones[1].page.content()

    console.button("asking.reveal", here).click()
    expect(here.locator(".prompt-card")).to_have_count(sum(map(len, ANSWERS)))
    expect(phones[1].now.locator(".answer")).to_have_count(len(PEOPLE))
    expect(wall.page.locator(".wall-screen")).to_have_attribute("data-mode", "answers")
    expect(wall.page.locator(".wall-answer-card")).to_have_count(0)
    amir = phones[0].now.locator(".answer").filter(has_text=ANSWERS[1][0])
    amir.locator(".answer-star").click()
    expect(card(console, ANSWERS[1][0]).locator(".answer-star .numbers")).to_have_text("1")
    console.button("asking.toWall", card(console, ANSWERS[1][0])).click()
    expect(wall.page.locator(".wall-answer-card")).to_have_text([f"{ANSWERS[1][0]} Amir"])

    # Put together without a mouse: from card to card by arrows, chosen, named.
    first = here.locator(".prompt-card input").first
    keys.to(first)
    for text in (ANSWERS[0][0], ANSWERS[1][0]):
        keys.to(first, "ArrowUp")
        keys.to(card(console, text).locator("input"), "ArrowDown")
        page.keyboard.press("Space")
    expect(here.locator(".prompt-gather-line .numbers")).to_have_text(t("asking.chosen", count=2))
    name = here.get_by_label(t("asking.clusterName"), exact=True)
    name.focus()
    page.keyboard.type(GROWS)
    page.keyboard.press("Enter")
    cluster = here.locator(".prompt-cluster").filter(has=page.get_by_role("heading", name=GROWS, exact=True))
    expect(cluster.locator(".prompt-card")).to_have_count(2)
    expect(phones[2].now.locator(".answer-cluster:visible")).to_have_text([GROWS, GROWS])
    # And by hand.
    card(console, ANSWERS[0][1]).locator(".prompt-card-text").drag_to(cluster.locator("h3"))
    expect(cluster.locator(".prompt-card")).to_have_count(3)
    console.button("asking.toWall", cluster.locator(".part-head")).click()
    expect(wall.page.locator(".wall-cluster:visible")).to_have_text([GROWS])
    expect(wall.page.locator(".wall-answer-card")).to_have_count(3)
    stage.look("answers are put together")


def test_prepared_with_the_agenda_by_keyboard_and_asked_in_its_item(stage, crowd):
    t = stage.t
    console = stage.coordinator()
    page, keys = console.page, Keyboard(console.page)
    sheet = console.edit_agenda()
    row = sheet.locator(".console-segment").first
    title = text_of(row.locator("h3"))
    keys.press(console.button("console.prepare.editOf", sheet, title=title))
    keys.press(console.button("asking.add", sheet))
    adding = page.get_by_role("dialog", name=t("asking.addTo", title=title))
    keys.press(console.button("asking.own", adding))
    keys.type(field(console, "asking.text", adding), OWN)
    field(console, "asking.kind", adding).select_option("scale")
    keys.press(console.button("asking.add", adding))
    expect(adding).to_contain_text(t("asking.choicesWrong", least=2, most=2))
    keys.to(field(console, "asking.choices", adding))
    page.keyboard.type(WORDS[0])
    page.keyboard.press("Enter")
    page.keyboard.type(WORDS[1])
    stage.look("a prompt is written")
    keys.press(console.button("asking.add", adding))
    expect(adding).to_have_count(0)
    expect(sheet.locator(".plan-prompt-text")).to_have_text([OWN])

    # One from a deck, which goes again; the other one reads differently.
    keys.press(console.button("asking.add", sheet))
    adding.locator(".prompt-decks select").select_option("check-in")
    chosen = DECK["prompts"][0]["text"][t.language]
    keys.press(adding.get_by_role("button", name=chosen, exact=True))
    keys.press(console.button("asking.choose", adding))
    expect(sheet.locator(".plan-prompt-text")).to_have_text([OWN, chosen])
    stage.look("an item has prompts")
    keys.press(sheet.get_by_role("button", name=t("asking.removeOf", text=chosen), exact=True))
    expect(sheet.locator(".plan-prompt-text")).to_have_text([OWN])
    keys.press(sheet.get_by_role("button", name=t("asking.changeOf", text=OWN), exact=True))
    changing = page.get_by_role("dialog", name=t("asking.form"), exact=True)
    keys.type(field(console, "asking.text", changing), " " + title)
    keys.press(console.button("asking.save", changing))
    text = f"{OWN} {title}"
    expect(sheet.locator(".plan-prompt-text")).to_have_text([text])
    keys.press(console.button("plan.done", sheet))
    expect(row.locator(".plan-asked")).to_have_text(t("asking.promptsOf", count=1))
    keys.press(console.button("console.close", sheet))

    # Its item offers it, with one tap.
    console.open()
    guest = crowd.join("Siân")
    expect(page.locator(".prompt-offer")).to_be_hidden()
    console.next.click()
    expect(page.locator(".prompt-offer-text")).to_have_text(text)
    expect(page.locator(".console-flow-row").first).to_contain_text(
        t("asking.kindWith", count=1, kind=("kind.check-in", {})))
    stage.look("a prompt is offered")
    keys.press(console.button("asking.ask", page.locator(".prompt-offer")))
    prompt = guest.until_told("promptOpened")["prompt"]
    expect(page.locator(".prompt-offer")).to_contain_text(t("prompts.answered", n=0, all=1))
    keys.press(console.button("asking.toPrompts", page.locator(".prompt-offer")))
    here = page.locator(".console-prompts")
    expect(here.locator(".prompt-question")).to_be_focused()
    keys.press(console.button("asking.minuteMore", here))
    keys.press(console.button("asking.close", here))
    keys.press(console.button("asking.openAgain", here))
    guest.do({"saveResponse": {"prompt": prompt, "answer": {"texts": [], "numbers": [5]}, "isHandedIn": False}})
    # Whoever still writes is asked about.
    keys.press(console.button("asking.reveal", here))
    keys.press(console.button("common.cancel", page.get_by_role("dialog")))
    guest.do({"saveResponse": {"prompt": prompt, "answer": {"texts": [], "numbers": [4]}, "isHandedIn": True}})
    expect(here.locator(".prompt-answered")).to_have_text(t("prompts.answered", n=1, all=1))
    keys.press(console.button("asking.reveal", here))
    expect(here.locator(".bars tr")).to_have_text([f"1 {WORDS[0]} 0", "2 0", "3 0", "4 1", f"5 {WORDS[1]} 0"])
    keys.press(console.button("asking.fold", here))
    expect(here.locator(".bars")).to_be_hidden()
    stage.look("answers are put away")
