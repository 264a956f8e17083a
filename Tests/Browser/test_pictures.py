"""Knows that every page in every important state fits and can be read: in both sizes; in one language and scheme today
and in the other tomorrow."""

import pytest

from .pictures import WALKS, make
from .turns import turns


@pytest.mark.long
@pytest.mark.parametrize("walk", WALKS)
@turns("language, scheme", [("en", "light"), ("cy", "dark")])
def test_every_page_fits_and_can_be_read(browser, tmp_path, walk, language, scheme):
    album = make(browser, tmp_path / "pictures", tmp_path, language, scheme, [walk])
    assert not album.found, "\n".join(album.found)
    assert len(list(album.folder.iterdir())) == 2 * len(album.states) > 0
