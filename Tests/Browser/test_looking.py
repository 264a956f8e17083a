"""Knows that looking at a page finds what cannot be read, each time, also among texts that are like others."""

from .checks import barriers

PAGE = """<!doctype html><html lang="en"><head><title>Looked at</title><style>
  p {{ color: #111; background: #fff; }} .pale {{ color: #ccc; }} .dark {{ background: #222; }} {more}
</style></head><body><main><h1>Looked at</h1><p>One.</p><p>Two.</p>{body}</main></body></html>"""


def found(page, body: str, more: str = "") -> list[str]:
    page.set_content(PAGE.format(body=body, more=more))
    return [one for one in barriers(page) if "color-contrast" in one]


def test_a_text_that_cannot_be_read_is_found_each_time(browser):
    context = browser.new_context()
    page = context.new_page()
    assert found(page, "<p>Three.</p>") == []
    for _ in range(2):
        (one,) = found(page, "<p>Three.</p><p class='pale'>Pale.</p>")
        assert "Pale." in one
    # The same letters on another ground: the ground may be further out, or only lie there.
    (one,) = found(page, "<section style='background: #fff'><span style='color: #111'>Fine.</span></section>"
                         "<section class='dark'><span style='color: #111'>Dark.</span></section>")
    assert "Dark." in one
    (one,) = found(page, "<span style='color: #111'>Fine.</span>"
                         "<div style='position: relative'><div class='dark under'></div><span class='over'>Over.</span></div>",
                   ".under { position: absolute; inset: 0; } .over { position: relative; color: #111; }")
    assert "Over." in one
    context.close()
