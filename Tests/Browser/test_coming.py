"""Knows how teachers come in: nothing is chosen for them, early or several at one tablet; what they are called; and what
they take with them."""

from playwright.sync_api import expect

from .boxes import stand
from .groups import SIAN, gather, two_groups, write_note
from .reading import unfold

MOST_STEPS = 6
SEEN_IN_CHAT = """() => {
  const box = document.querySelector('.chat-scroll').getBoundingClientRect();
  return [...document.querySelectorAll('.messages > li')].map((one) => one.getBoundingClientRect())
    .filter(({top, bottom}) => top >= box.top - 1 && bottom <= box.bottom + 1).length;
}"""


def test_nothing_is_chosen_for_anybody(stage):
    t = stage.t
    console = stage.coordinator().open()
    elin = stage.phone("Elin", "Ysgol Newydd").knock(stage.server.code)
    expect(elin.button("join.go")).to_be_visible()
    expect(elin.page.locator("input[name=mode]:checked")).to_have_count(0)
    # What is kept, and "count me only", are read before the button.
    stand(lambda notice, count, button: max(notice.bottom, count.bottom) <= button.top,
          elin.page.get_by_text(t("join.notice")), elin.page.locator("#count-only"), elin.button("join.go"))
    elin.page.get_by_label(t("join.name"), exact=True).fill(elin.name)
    elin.page.get_by_label(t("join.school"), exact=True).fill(elin.school)
    elin.come_in()
    expect(elin.page.locator("#mode-problem")).to_have_text(t("join.modeMissing"))
    stage.look("nothing chosen")
    elin.fill("room_device").come_in()
    elin.is_in()
    expect(console.person("Elin")).to_contain_text("Ysgol Newydd")


def test_who_comes_early_says_who_they_are(stage):
    t = stage.t
    console = stage.coordinator()
    elin = stage.phone("Elin", "Ysgol Newydd").knock(stage.server.code)
    elin.shows("gone.early.title")
    elin.fill("room_device")
    stage.look("early")
    elin.button("join.ready").click()
    expect(elin.page.get_by_role("heading", name=t("gone.ready.title", name="Elin"))).to_be_visible()
    waiting = console.page.locator(".console-lobby")
    expect(waiting).to_contain_text("Elin")
    expect(waiting).to_contain_text("Ysgol Newydd")
    expect(waiting.get_by_text(t("console.run.earlyHint"))).to_be_visible()
    expect(waiting.get_by_role("button")).to_have_count(0)
    expect(console.page.locator(".count[data-name=door]")).to_have_attribute("data-count", "1")
    stage.look("ready before the opening")
    # Somebody else who waits closes their page, and is gone from the list.
    dai = stage.phone("Dai", "Ysgol y Bryn").knock(stage.server.code)
    dai.shows("gone.early.title")
    dai.fill("remote").button("join.ready").click()
    expect(waiting).to_contain_text("Dai")
    dai.button("join.readyChange").click()
    dai.fill("remote").button("join.ready").click()
    expect(dai.page.get_by_role("heading", name=t("gone.ready.title", name="Dai"))).to_be_visible()
    dai.page.close()
    expect(waiting).not_to_contain_text("Dai")
    expect(waiting).to_contain_text("Elin")
    # Who is still typing when the door opens loses nothing.
    tom = stage.phone("Tom", "Ysgol y Bryn").knock(stage.server.code)
    tom.shows("gone.early.title")
    tom.fill("remote")
    console.open()
    elin.is_in()
    expect(console.person("Elin")).to_contain_text("Ysgol Newydd")
    expect(waiting).to_be_hidden()
    tom.button("join.go").click()
    tom.is_in()


def test_who_waits_comes_into_the_lobby_if_there_is_one(stage):
    console = stage.coordinator()
    console.option("lobby", True)
    elin = stage.phone("Elin", "Ysgol Newydd").knock(stage.server.code)
    elin.shows("gone.early.title")
    elin.fill("room_device").button("join.ready").click()
    waiting = console.page.locator(".console-lobby")
    expect(waiting).to_contain_text("Elin")
    console.open()
    elin.shows("gone.lobby.title")
    console.button("console.run.admitOf", name="Elin").click()
    elin.is_in()


def test_a_browser_without_cookies_is_told_before_it_comes_in(stage):
    t = stage.t
    console = stage.coordinator().open()
    elin = stage.phone("Elin", "Ysgol Newydd")
    elin.page.context.new_cdp_session(elin.page).send("Emulation.setDocumentCookieDisabled", {"disabled": True})
    elin.knock(stage.server.code)
    expect(elin.page.get_by_role("alert")).to_have_text(t("error.noCookies"))
    stage.look("no cookies")
    elin.fill("room_device").come_in()
    expect(elin.page.get_by_role("alert")).to_have_text(t("error.noCookies"))
    expect(elin.button("join.go")).to_be_visible()
    expect(console.person("Elin")).to_have_count(0)


def test_a_guest_and_a_lobby_say_what_will_happen(stage):
    t = stage.t
    console = stage.coordinator().open()
    guest = stage.page(True)
    guest.goto(console.copied("console.join.copyGuest"))
    expect(guest.get_by_text(t("join.guest"))).to_be_visible()
    console.option("lobby", True)
    late = stage.phone("Late", "Ysgol Newydd").knock(stage.server.code)
    said = late.page.get_by_text(t("join.lobby"))
    expect(said).to_be_visible()
    stand(lambda said, button: said.top < button.top, said, late.button("join.go"))


def test_three_at_one_tablet_in_six_steps(stage):
    t = stage.t
    console = stage.coordinator().open()
    tablet = stage.phone("Table 2", "").knock(stage.server.code)
    page, steps = tablet.page, 0
    for step in (
            lambda: page.get_by_label(t("join.mode.table_device"), exact=True).check(),
            lambda: page.get_by_label(t("join.tableName"), exact=True).fill("Table 2"),
            lambda: page.get_by_label(t("table.who"), exact=True).fill("Una\nNed, Dai"),
            tablet.come_in):
        step()
        steps += 1
    assert steps <= MOST_STEPS
    tablet.is_in()
    for name in ("Una", "Ned", "Dai"):
        expect(page.locator(".table-chip", has_text=name)).to_be_visible()
        expect(console.person(name)).to_be_visible()
    stage.look("three at one tablet")
    page.reload()
    tablet.is_in()
    expect(page.locator(".table-chip")).to_have_count(5)


def test_one_puts_ones_own_name_right(stage):
    t = stage.t
    console, (sian, amir, mair), wall = stage.gather()
    sian.tab("more")
    sian.button("more.rename").click()
    dialog = sian.page.get_by_role("dialog")
    stage.look("another name")
    dialog.get_by_label(t("join.name"), exact=True).fill("Siân Haf")
    dialog.get_by_label(t("join.school"), exact=True).fill("Ysgol y Môr")
    sian.button("common.save", dialog).click()
    expect(sian.page.locator(".me-name")).to_have_text("Siân Haf · Ysgol y Môr")
    expect(console.person("Siân Haf")).to_contain_text("Ysgol y Môr")
    amir.page.locator(".strip-seat").click()
    expect(amir.page.locator("#panel-people")).to_contain_text("Siân Haf")


def test_the_chat_has_room_for_what_is_said(stage):
    t = stage.t
    console, (sian, amir, mair), wall = stage.gather()
    said = [(amir, "Is there a Welsh worksheet?"), (mair, "Yes, on the shelf."), (mair, "The second page is best."),
            (amir, "Thanks. Where is the kit list?"), (mair, "https://hwb.example/greenhouse, I think."),
            (amir, "Ours jumps until you press it in."), (mair, "javascript:alert(1) is no link.")]
    for count, (phone, text) in enumerate(said, 1):
        phone.write(text)
        expect(sian.messages).to_have_count(count)
    sian.tab("chat")
    sian.page.wait_for_function(f"({SEEN_IN_CHAT})() >= 6")
    # One row on top, and no words of one person under two names.
    stand(lambda strip: strip.height <= 48, sian.page.locator(".strip"))
    names = sian.page.locator(".message:not(.is-more) .message-name")
    expect(names).to_have_text([phone.name for index, (phone, _) in enumerate(said) if index != 2])
    link = sian.message("greenhouse").get_by_role("link")
    expect(link).to_have_attribute("href", "https://hwb.example/greenhouse")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    expect(sian.message("javascript").get_by_role("link")).to_have_count(0)
    menu = sian.open_menu("worksheet")
    for code in ("agree", "thanks", "idea", "question", "celebrate"):
        expect(menu.get_by_text(t(f"reaction.{code}"), exact=True)).to_be_visible()
    menu.get_by_role("button", name=t("reaction.thanks"), exact=True).click()
    expect(amir.message("worksheet").locator(".reaction")).to_contain_text(t("reaction.thanks"))
    stage.look("a chat")


def test_what_one_takes_along(stage):
    t = stage.t
    lead, (sian, amir, mair) = gather(stage)
    mair.write("The kit list: https://hwb.example/kit")
    two_groups(lead)
    write_note(sian, "Dry is above 700 for us.", is_report=True)
    lead.do({"endGroups": {}})
    lead.do({"endMeeting": {}})
    for phone in (sian, amir, mair):
        phone.shows("gone.ended.title")
        expect(phone.page.get_by_role("link", name="https://hwb.example/kit")).to_be_visible()
    expect(sian.page.locator(".keepsakes")).to_contain_text("Dry is above 700 for us.")
    expect(sian.page.locator(".keepsakes")).to_contain_text(SIAN)
    # Those of another group find it among what all groups brought back.
    back = unfold(mair.page.locator(".keepsakes .harvest"))
    expect(back.get_by_text("Dry is above 700 for us.")).to_be_visible()
    stage.look("what one takes along")
    # Who comes by later finds it again.
    page = stage.watch(sian.page.context.new_page())
    page.goto(stage.server.url)
    page.get_by_role("button", name=t("gone.over.look"), exact=True).click()
    expect(page.locator(".keepsakes")).to_contain_text("Dry is above 700 for us.")


def test_two_of_one_name_are_told_apart(stage):
    t = stage.t
    console, (sian, amir, mair), wall = stage.gather()
    other = stage.phone(SIAN, "Hillside Primary").join(stage.server.code)
    sian.write("Which page is it?")
    other.write("The second.")
    first, second = (t("common.nameOfSchool", name=SIAN, school=one.school) for one in (sian, other))
    amir.tab("chat")
    expect(amir.message("Which page").locator(".message-name")).to_have_text(first)
    expect(amir.message("The second").locator(".message-name")).to_have_text(second)
    amir.open_menu("The second").get_by_role("button", name=t("chat.reply"), exact=True).click()
    expect(amir.page.locator(".composer-about")).to_have_text(t("chat.replying", name=second))
    amir.write("Thank you.")
    expect(mair.message("Thank you.").locator(".message-quote")).to_have_text(
        t("chat.quote", name=second, text="The second."))
    other.hand.click()
    mair.tab("now")
    expect(mair.page.locator(".speaking")).to_contain_text(second)
