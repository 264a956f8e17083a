"""Knows how a lead looks at other draws that are as good, turns what counts, and is told when nothing can be different."""

from playwright.sync_api import expect

from .board import Board


def line(board: Board):
    return board.page.locator(".forming-draw")


def kept_apart(groups: list[list[str]]) -> set[frozenset[str]]:
    return {frozenset(group) for group in groups}


def test_another_draw_is_another_one_and_says_how_it_differs(stage, crowd, board):
    t = stage.t
    board.choose("mix")
    expect(line(board)).to_be_hidden()
    seen = [kept_apart(board.seats())]
    for turn in (2, 3, 4):
        board.again()
        expect(line(board)).to_contain_text(f" {turn} ")
        expect(line(board)).not_to_contain_text(t("forming.draw.only"))
        now = kept_apart(board.seats())
        assert now not in seen, "a draw came twice"
        seen.append(now)
    stage.look("another draw")
    # Nobody has said where they teach, so that by phase is the same as a mix, and the page says why.
    board.choose("mix")
    expect(line(board)).to_be_hidden()
    board.choose("samePhase")
    expect(line(board)).to_contain_text(t("forming.draw.same", choice=t("forming.choice.mix")))
    expect(line(board)).to_contain_text(t("forming.hint.teaching"))
    stage.look("the same groups by another choice")


def test_where_there_is_one_draw_the_page_says_so_and_what_would_help(stage, crowd):
    t = stage.t
    console = stage.coordinator().open()
    for name in ("Ann", "Bob", "Cai"):
        crowd.join(name)
    expect(console.page.locator(".console-person")).to_have_count(4)
    board = Board(console).enter()
    board.choose("mix")
    board.again()
    expect(line(board)).to_contain_text(t("forming.draw.only"))
    expect(line(board)).to_contain_text(t("forming.hint.oneGroup"))
    stage.look("only one draw")


def test_what_counts_is_turned_by_keyboard_and_says_what_came_of_it(stage, crowd, board):
    page, t = board.page, stage.t
    board.choose("mix")
    mix = page.locator("#leaning-mix")
    effect = page.locator("#leaning-mix-effect")
    expect(effect).to_contain_text(t("forming.effect.noSameSchool"))
    expect(page.locator("#leaning-needs-effect")).to_have_text(t("forming.effect.noOffers"))
    expect(page.locator("#leaning-strangers-effect")).to_have_text(t("forming.effect.noHistory"))
    expect(mix).to_have_attribute("aria-valuetext", t("forming.level.normal"))
    mix.focus()
    with page.expect_request(lambda request: '"mix":"strong"' in (request.post_data or "")):
        page.keyboard.press("ArrowRight")
    expect(mix).to_have_attribute("aria-valuetext", t("forming.level.strong"))
    with page.expect_request(lambda request: '"mix":"ignore"' in (request.post_data or "")):
        page.keyboard.press("Home")
    expect(mix).to_have_attribute("aria-valuetext", t("forming.level.ignore"))
    expect(effect).not_to_have_text("")
    stage.look("what counts")
