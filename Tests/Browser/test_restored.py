"""Knows what people see after a backup was restored: the meeting as it was then, and a line that says so until closed."""

import subprocess

from playwright.sync_api import expect

from Tests.EndToEnd.server import BINARY, ROOT

from .stage import PEOPLE

SIAN = PEOPLE[0][0]
COMMAND_SECONDS = 120


def staffroom(*arguments) -> None:
    subprocess.run([BINARY, *arguments], cwd=ROOT, check=True, capture_output=True, timeout=COMMAND_SECONDS)


def test_everybody_is_told(stage, tmp_path):
    server, words = stage.server, stage.t("connection.restored")
    console, (sian, amir, _), wall = stage.gather()
    sian.write("Before the backup.")
    expect(console.message("Before the backup.")).to_contain_text(SIAN)
    data, file = server.data, tmp_path / "kept.db"
    staffroom("backup", "--data", data, file)
    amir.write("After the backup.")
    expect(sian.message("After the backup.")).to_have_count(1)
    expect(sian.page.get_by_text(words)).to_have_count(1)
    expect(sian.page.locator(".restored")).to_be_hidden()

    stage.complaints.is_network_cut = True
    server.kill()
    staffroom("restore", "--force", "--data", data, file)
    server.start()
    for one in (sian, amir, console):
        expect(one.page.locator(".restored")).to_contain_text(words)
        expect(one.page.locator(".restored")).to_be_visible()
    for one in (sian, console):
        expect(one.message("Before the backup.")).to_have_count(1)
        expect(one.message("After the backup.")).to_have_count(0)
    expect(wall.page.get_by_text(words)).to_have_count(0)
    stage.look("restored")

    sian.button("common.close", sian.page.locator(".restored")).click()
    expect(sian.page.locator(".restored")).to_be_hidden()
    sian.page.reload()
    sian.is_in()
    expect(sian.page.locator(".restored")).to_be_hidden()
    sian.write("And on it goes.")
    expect(console.message("And on it goes.")).to_contain_text(SIAN)
