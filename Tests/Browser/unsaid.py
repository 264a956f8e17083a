"""Knows what no page and no report says of people, by the same lists as the tests of the catalogues (Tests/Data/unsaid)."""

import re
from pathlib import Path

LISTS = Path(__file__).parents[1] / "Data" / "unsaid"


def unsaid(language: str, text: str) -> list[str]:
    """What a text says all the same."""
    lines = [line for line in (LISTS / f"{language}.txt").read_text().splitlines() if line and not line.startswith("#")]
    for line in lines:
        if line.startswith("= "):
            text = text.replace(line[2:], "")
    wordings = [line for line in lines if not line.startswith("= ")]
    return [wording for wording in wordings if re.search(_pattern(wording), text, re.IGNORECASE)]


def _pattern(wording: str) -> str:
    """A whole word, or with a star the beginning of one."""
    return r"(?<!\w)" + re.escape(wording.rstrip("*")) + ("" if wording.endswith("*") else r"(?!\w)")
