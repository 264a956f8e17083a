"""Knows that every page in every important state fits and can be read: in one language, one scheme and two of the sizes
today and in the others tomorrow."""

import pytest

from .pictures import WALKS, make
from .turns import turns


@pytest.mark.long
@pytest.mark.parametrize("walk", WALKS)
@turns("language, scheme, sizes", [("en", "light", ("phone", "desk")), ("cy", "dark", ("tall", "wide")),
                                   ("cy", "light", ("phone", "desk")), ("en", "dark", ("tall", "wide"))])
def test_every_page_fits_and_can_be_read(browser, tmp_path, walk, language, scheme, sizes):
    album = make(browser, tmp_path / "pictures", tmp_path, language, scheme, [walk], sizes)
    assert not album.found, "\n".join(album.found)
    assert len(list(album.folder.iterdir())) == len(sizes) * len(album.states) > 0
