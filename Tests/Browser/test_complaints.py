"""Knows that no page can complain without failing its test, and that the first line says of what, where and when."""

import pytest

from .complaints import PageComplained
from .reading import until
from .server import Server
from .stage import Stage


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """Nobody does anything there."""
    with Server(tmp_path_factory.mktemp("complaints")) as running:
        yield running


@pytest.mark.parametrize(("language", "act", "words"), [
    ("en", "setTimeout(() => { throw new TypeError('made for this test'); })", "TypeError: made for this test"),
    ("en", "import('/nowhere.test')", "TypeError: Failed to fetch dynamically imported module"),
    ("en", "console.error('something is wrong')", "something is wrong"),
], ids=["error", "rejection", "console"])
def test_a_complaint_is_said_at_once(browser, server, capsys, language, act, words):
    stage = Stage(browser, server, language)
    page = stage.page(False)
    page.goto(server.url)
    page.evaluate(f"() => {{ {act} }}")
    until(page, lambda: stage.complaints.all, "nothing was said")
    with pytest.raises(PageComplained) as raised:
        stage.end()
    said = str(raised.value).splitlines()[0]
    assert said.startswith(words) and server.url in said and "after " in said, said
    assert f"A page complains: {said}" in capsys.readouterr().out
