"""Knows the walk through a hands-on item: kits on phones, on the console and on the wall, somebody who is stuck, what is
said of the kit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from .test_kits import STEPS, prepare, tap

if TYPE_CHECKING:
    from .pictures import Album
    from .stage import Stage


def bench_tour(album: Album, stage: Stage) -> None:
    """Three phones: one that got there, one that is stuck, one whose kit is in the box."""
    t = stage.t
    console, (sian, amir, mair), wall = prepare(stage)
    tap(amir, "in_box")
    tap(mair, "working")
    mair.button("bench.goOn", n=2).click()
    expect(mair.page.locator(".bench-step.is-here")).to_contain_text(STEPS[1])
    album.take("bench-phone", mair.page)
    sian.button("bench.stuck").click()
    expect(sian.page.locator(".bench-coming")).to_contain_text(mair.name)
    album.take("bench-stuck", sian.page)
    expect(mair.page.locator(".bench-asker")).to_contain_text(sian.name)
    album.take("bench-asked", mair.page)
    console.page.keyboard.press("3")
    expect(console.page.locator(".bench-call")).to_contain_text(sian.name)
    album.take("bench-console", console.page)
    album.take("bench-wall", wall.page)
    mair.button("bench.weDidIt").click()
    expect(mair.page.locator(".bench-asker")).to_have_count(0)
    mair.page.locator(".bench-review > summary").click()
    mair.page.get_by_label(t("bench.hat.student"), exact=True).check()
    for name, number in (("fiddly", 4), ("frustrating", 2)):
        mair.page.locator(f"[name=bench-{name}][value='{number}']").check()
    mair.page.get_by_label(t("bench.adapt"), exact=True).fill("Longer wires")
    mair.page.locator(".bench-review").scroll_into_view_if_needed()
    album.take("bench-review", mair.page)
    mair.button("bench.reviewSave").click()
    expect(console.page.locator(".bench-adaptions")).to_contain_text("Longer wires")
    album.take("bench-said", console.page)
