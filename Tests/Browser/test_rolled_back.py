"""Knows what people see after the server's machine lost the end of the log: the meeting as it is stored, and a line that
says so, to those who had more; whoever was not there is told nothing."""

import pytest
from playwright.sync_api import expect

from Tests.EndToEnd.cut import Cut

from .stage import PEOPLE

SIAN = PEOPLE[0][0]
TRIES = 20
"""Every few seconds the log is marked and folded in; then the cut is tried again."""


def test_whoever_had_what_is_lost_is_told(stage):
    server, words = stage.server, stage.t("connection.rolledBack")
    console, (sian, amir, _), wall = stage.gather()
    stage.complaints.is_network_cut = True
    for number in range(TRIES):
        sian.write(f"Kept {number}.")
        expect(amir.message(f"Kept {number}.")).to_have_count(1)
        cut = Cut(server)
        amir.write(f"Lost {number}.")
        for one in (sian, amir, console):
            expect(one.message(f"Lost {number}.")).to_have_count(1)
        server.kill()
        if cut.holds():
            cut.make()
            break
        server.start()
    else:
        pytest.fail("the log was marked at every try")
    server.start()
    for one in (sian, amir, console):
        expect(one.page.locator(".restored")).to_contain_text(words)
        expect(one.page.locator(".restored").get_by_text(words)).to_be_visible()
        expect(one.message(f"Kept {number}.")).to_have_count(1)
        expect(one.message(f"Lost {number}.")).to_have_count(0)
    expect(wall.page.get_by_text(words)).to_have_count(0)
    expect(sian.page.get_by_text(stage.t("connection.restored"))).to_be_hidden()
    stage.look("rolled-back")

    sian.button("common.close", sian.page.locator(".restored")).click()
    expect(sian.page.locator(".restored")).to_be_hidden()
    sian.write("And on it goes.")
    expect(console.message("And on it goes.")).to_contain_text(SIAN)
    sian.page.reload()
    sian.is_in()
    expect(sian.page.locator(".restored")).to_be_hidden()
