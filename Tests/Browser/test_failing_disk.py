"""Knows that a server that cannot save says so on the pages, in words, and that nothing that was typed is lost."""

import errno

import pytest
from playwright.sync_api import expect

from Tests.Faults.disk import SYNC, WRITE, Disk

from .server import Server

ENDED = 70


@pytest.fixture
def disk(tmp_path):
    return Disk(tmp_path / "data", tmp_path / "page")


@pytest.fixture
def server(tmp_path, disk):
    """On a disk that fails when it is told to."""
    made = Server(tmp_path)
    made.environment = disk.environment
    with made as running:
        yield running


def test_a_full_disk_keeps_what_is_written_on_the_phone(stage, disk):
    console, (sian, amir, mair), _ = stage.gather()
    console.next.click()
    sian.write("Before it was full.")
    expect(amir.message("Before it was full.")).to_have_count(1)
    disk.fail(WRITE, errno.ENOSPC)
    sian.write("While it is full.")
    link = sian.page.locator(".strip-link")
    expect(link).to_have_text(stage.t("connection.unsaved", count=1))
    expect(sian.page.locator(".message.is-pending")).to_have_count(1)
    console.next.click()
    expect(console.page.locator(".console-link")).to_have_text(stage.t("connection.storageFailed"))
    stage.look("the disk is full")
    # A page that is loaded anew shows the meeting, and has kept what waits.
    sian.page.reload()
    expect(sian.message("Before it was full.")).to_have_count(1)
    expect(sian.page.locator(".message.is-pending")).to_have_count(1)
    disk.heal()
    for shown in (sian, amir, mair, console):
        expect(shown.message("While it is full.")).to_have_count(1)
    expect(sian.page.locator(".message.is-pending")).to_have_count(0)
    expect(link).to_be_hidden()
    expect(console.page.locator(".console-link")).to_have_text(stage.t("connection.online"))


def test_a_server_that_ends_for_its_disk_is_come_back_to(stage, server, disk):
    console, (sian, amir, _), _ = stage.gather()
    console.next.click()
    stage.complaints.is_network_cut = True
    disk.fail(SYNC, errno.EIO, times=1)
    sian.write("When the disk did not answer.")
    assert server.ended() == ENDED
    expect(sian.page.locator(".strip-link")).to_have_text(stage.t("connection.unsaved", count=1))
    expect(amir.page.locator(".strip-link")).to_have_text(stage.t("connection.storageFailed"))
    server.start()
    for shown in (sian, amir, console):
        expect(shown.message("When the disk did not answer.")).to_have_count(1)
    sian.is_in()
    amir.is_in()
