"""Knows that people without a device are heard: who writes for their group answers and taps for them on their own phone,
by finger and by keyboard, and nothing of the one gets under the name of the other."""

import pytest
from playwright.sync_api import Locator, expect

from .lead import Lead
from .phone import Phone
from .test_kits import ITEM
from .texts import LANGUAGES

BOB, ANN = "Bob", "Ann"
CAI = "Caitlin Angharad Llewellyn-Featherstonehaugh"
QUESTION = "What was fiddly, and what will you do about it?"


@pytest.fixture
def meeting(stage):
    """Two phones; Bob sits with somebody who has no device and writes for their group. Kits are on the tables."""
    lead = Lead(stage.server)
    stage.leads.append(lead)
    code = lead.client.welcomes[-1]["links"]["code"]
    phones = [stage.phone(name, "Ysgol y Bryn").join(code, mode) for name, mode in ((BOB, "room_device"), (ANN, "remote"))]
    lead.bring(CAI)
    lead.do({"addSegment": {"plan": ITEM, "index": 0}})
    segment = next(one for one in lead.room["agenda"] if one["title"] == ITEM["title"])
    lead.do({"openSegment": {"segment": segment["id"]}})
    bob, cai, ann = (lead.person(name) for name in (BOB, CAI, ANN))
    draw = {"choice": "byHand", "seed": 0, "iterations": 0, "engine": "", "points": 0, "isEdited": False}
    lead.do({"formGroups": {"plan": {"draw": draw, "groups": [
        {"members": [bob, cai], "roles": {"scribe": bob}, "texts": {}},
        {"members": [ann], "roles": {}, "texts": {}}]}}})
    return lead, phones


def ask(lead: Lead, **fields: object) -> str:
    lead.do({"preparePrompt": {"plan": {"kind": "open", "text": QUESTION, "circle": "named"} | fields}})
    prompt = lead.room["prompts"][-1]["id"]
    lead.do({"openPrompt": {"prompt": prompt}})
    return prompt


def card(phone: Phone) -> Locator:
    return phone.now.locator(".prompt")


def whose(within: Locator, name: str) -> Locator:
    return within.locator(".for-whom").get_by_label(name, exact=True)


def text(phone: Phone) -> Locator:
    return card(phone).locator("textarea")


def bench(phone: Phone) -> Locator:
    return phone.now.locator(".bench")


def state(phone: Phone, name: str) -> Locator:
    return bench(phone).locator(f".bench-state[data-state={name}]")


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_writes_for_a_group_answers_for_somebody_without_a_device(stage, meeting):
    lead, (bob, ann) = meeting
    t = stage.t
    prompt = ask(lead)
    expect(whose(card(bob), t("prompts.whose.mine"))).to_be_checked()
    expect(card(ann)).to_be_visible()
    expect(card(ann).locator(".for-whom")).to_be_hidden()
    text(bob).fill("Mine: the clips")
    whose(card(bob), CAI).check()
    expect(text(bob)).to_have_value("")
    expect(card(bob)).to_contain_text(t("prompts.circleOf.named", name=CAI))
    text(bob).fill("Theirs: the wires")
    card(bob).get_by_label(t("prompts.hat"), exact=True).check()
    expect(card(bob).get_by_role("status")).to_have_text(t("prompts.saved"))
    stage.look("an answer is written for somebody")
    # By keyboard: the focus stays where one chooses.
    whose(card(bob), CAI).focus()
    bob.page.keyboard.press("ArrowUp")
    expect(whose(card(bob), t("prompts.whose.mine"))).to_be_focused()
    expect(text(bob)).to_have_value("Mine: the clips")
    expect(card(bob).get_by_label(t("prompts.hat"), exact=True)).not_to_be_checked()
    # What stands half written survives, each under its name.
    bob.page.reload()
    bob.is_in()
    expect(text(bob)).to_have_value("Mine: the clips")
    whose(card(bob), CAI).check()
    expect(text(bob)).to_have_value("Theirs: the wires")
    bob.button("prompts.handIn", card(bob)).click()
    expect(card(bob)).to_contain_text(t("prompts.handedIn"))
    expect(card(bob)).to_contain_text(t("prompts.asStudent"))
    whose(card(bob), t("prompts.whose.mine")).check()
    bob.button("prompts.handIn", card(bob)).click()
    expect(card(ann)).to_contain_text(t("prompts.answered", n=2, all=3))
    lead.do({"revealPrompt": {"prompt": prompt}})
    shown = card(ann).locator(".answer")
    theirs, mine = shown.filter(has_text="Theirs: the wires"), shown.filter(has_text="Mine: the clips")
    expect(theirs).to_contain_text(CAI)
    expect(theirs.locator(".answer-hat")).to_be_visible()
    expect(mine).to_contain_text(BOB)
    expect(mine.locator(".answer-hat")).to_be_hidden()
    expect(card(bob).locator(".for-whom")).to_be_hidden()
    expect(card(bob).locator(".answer-own:visible")).to_have_count(2)
    stage.look("both are shown")
    # What they want back is taken back for them.
    card(bob).locator(".answer").filter(has_text="Theirs: the wires").get_by_role(
        "button", name=t("prompts.takeBack")).click()
    expect(theirs).to_have_count(0)


def test_who_writes_for_a_group_taps_for_somebody_without_a_device(stage, meeting):
    lead, (bob, ann) = meeting
    t = stage.t
    state(bob, "opened").click()
    whose(bench(bob), CAI).check()
    expect(bench(bob)).to_contain_text(t("bench.whereOf", name=CAI))
    expect(bench(bob).locator(".bench-state[aria-pressed=true]")).to_have_count(0)
    state(bob, "working").focus()
    bob.page.keyboard.press("Enter")
    expect(state(bob, "working")).to_have_attribute("aria-pressed", "true")
    for phone in (bob, ann):
        expect(phone.now.locator(".bench-working")).to_have_text(t("bench.haveWorking", n=1, all=3))
    bench(bob).get_by_label(t("bench.note"), exact=True).fill("Holds with tape")
    bob.button("bench.noteSave", bench(bob)).click()
    whose(bench(bob), t("bench.whose.mine")).check()
    expect(state(bob, "opened")).to_have_attribute("aria-pressed", "true")
    expect(bench(bob).get_by_label(t("bench.note"), exact=True)).to_have_value("")
    # They ask to be seen, and somebody who has got there is asked to go to them.
    state(ann, "working").click()
    whose(bench(bob), CAI).check()
    expect(bench(bob).get_by_label(t("bench.note"), exact=True)).to_have_value("Holds with tape")
    bench(bob).get_by_role("button", name=t("bench.stuckOf", name=CAI)).click()
    expect(bench(bob)).to_contain_text(t("bench.comesOf", name=ANN, other=CAI))
    stage.look("somebody without a device is stuck")
    bench(bob).get_by_role("button", name=t("bench.helpedOf", name=ANN, other=CAI)).click()
    expect(state(bob, "building")).to_have_attribute("aria-pressed", "true")
    # What is asked anonymously is said to be answered by everybody for themselves.
    ask(lead, circle="anonymous")
    expect(card(bob)).to_contain_text(t("anonymous.notForCharges"))
    expect(card(ann).get_by_text(t("anonymous.notForCharges"))).to_be_hidden()
    expect(card(bob).locator(".for-whom")).to_have_count(0)
    stage.look("nobody answers anonymously for another")
