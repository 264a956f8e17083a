"""Knows an anonymous prompt on a phone: what is true of it is said before one types, the draft is on this device only, and
it says what became of the answers: shown without names, or to nobody."""

import pytest
from playwright.sync_api import expect

from .crowd import Crowd
from .lead import Lead
from .phone import Phone

QUESTION = "What would you not say aloud?"
MINE = "I have never soldered anything"


@pytest.fixture
def meeting(stage):
    """A phone, and a lead and others who have no page."""
    lead = Lead(stage.server)
    stage.leads.append(lead)
    code = lead.client.welcomes[-1]["links"]["code"]
    return lead, stage.phone("Siân", "Ysgol Glan Môr").join(code)


def ask(lead: Lead) -> str:
    plan = {"kind": "open", "text": QUESTION, "circle": "anonymous"}
    lead.do({"preparePrompt": {"plan": plan}})
    prompt = lead.room["prompts"][-1]["id"]
    lead.do({"openPrompt": {"prompt": prompt}})
    return prompt


def card(phone: Phone):
    return phone.now.locator(".prompt").filter(has=phone.page.get_by_role("heading", name=QUESTION, exact=True))


def others_answer(crowd: Crowd, prompt: str, count: int) -> list[str]:
    """So many others answer and go."""
    texts = [f"Said by nobody {number}" for number in range(count)]
    for number, text in enumerate(texts):
        guest = crowd.join(f"Other {number}")
        token = f"the secret of other {number}"
        guest.do({"answerAnonymously": {"prompt": prompt, "answer": {"texts": [text], "numbers": []}, "token": token}})
        guest.leave()
    return texts


def send(phone: Phone, text: str, key: str = "anonymous.send") -> None:
    card(phone).get_by_role("textbox").fill(text)
    phone.button(key, card(phone)).click()
    expect(card(phone)).to_contain_text(phone.t("anonymous.sent"))


def shown(phone: Phone, text: str):
    return card(phone).locator(".answers").get_by_text(text, exact=True)


@pytest.mark.parametrize("language", ["cy"])
def test_a_phone_says_what_is_true_before_one_types_and_what_became_of_it(stage, meeting, crowd):
    lead, phone = meeting
    prompt = ask(lead)
    for key in ("anonymous.nobody", "anonymous.until", "anonymous.device"):
        expect(card(phone)).to_contain_text(stage.t(key))
    expect(card(phone)).to_contain_text(stage.t("anonymous.few", n=5))
    expect(card(phone)).to_contain_text(stage.t("anonymous.counting", n=5))
    stage.look("before one types")

    # What is half written is here after a reload, and on no other device of the same person.
    card(phone).get_by_role("textbox").fill(MINE[:12])
    phone.page.reload()
    phone.is_in()
    expect(card(phone).get_by_role("textbox")).to_have_value(MINE[:12])
    other = stage.phone("Siân", "Ysgol Glan Môr")
    link = phone.link()
    phone.tab("now")
    other.page.goto(link)
    other.button("join.back").click()
    other.is_in()
    expect(card(other).get_by_role("textbox")).to_have_value("")

    send(phone, "Something else")
    # The other device is refused, and says why; when it comes back it knows.
    card(other).get_by_role("textbox").fill("Twice")
    phone.button("anonymous.send", card(other)).click()
    expect(card(other)).to_contain_text(stage.t("rejection.answeredElsewhere"))
    other.page.reload()
    other.is_in()
    expect(card(other)).to_contain_text(stage.t("anonymous.elsewhere"))
    expect(card(other).get_by_role("textbox")).to_have_count(0)

    # It can be changed where it was written.
    phone.button("prompts.change", card(phone)).click()
    send(phone, MINE, "prompts.handInAgain")
    texts = others_answer(crowd, prompt, 4)
    expect(card(phone)).to_contain_text(stage.t("anonymous.answered", count=5))
    stage.look("five have answered")

    lead.do({"closePrompt": {"prompt": prompt}})
    expect(card(phone)).to_contain_text(stage.t("anonymous.sealed"))
    lead.do({"revealPrompt": {"prompt": prompt}})
    for one in (phone, other):
        for text in [*texts, MINE]:
            expect(shown(one, text)).to_have_count(1)
    expect(shown(phone, "Something else")).to_have_count(0)
    stage.look("all is shown")


def test_fewer_than_five_are_shown_to_nobody_and_the_phone_says_so(stage, meeting, crowd):
    lead, phone = meeting
    prompt = ask(lead)
    send(phone, MINE)
    texts = others_answer(crowd, prompt, 3)
    lead.do({"revealPrompt": {"prompt": prompt}})
    expect(card(phone)).to_contain_text(stage.t("anonymous.tooFew", n=5))
    for text in [*texts, MINE]:
        expect(shown(phone, text)).to_have_count(0)
    stage.look("too few")
