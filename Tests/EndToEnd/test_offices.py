"""The pack in the programs of those who get it: nothing in it runs when a spreadsheet opens it, all text comes back as
it was written, and R computes its figures. Installs nothing; what is missing is said.

    .build/venv/bin/python -m pytest -rs -p no:cacheprovider --whole Tests/EndToEnd/test_offices.py
"""

from __future__ import annotations

import csv
import io
import math
import shutil
import subprocess
import xml.etree.ElementTree as Tree
from pathlib import Path

import pytest

from Tests.EndToEnd.client import Client
from Tests.EndToEnd.pack import changed, check, check_in_r, command, export, unpack
from Tests.EndToEnd.planning import Planner
from Tests.EndToEnd.room import device, lead, run
from Tests.EndToEnd.server import Server

pytestmark = pytest.mark.whole

OPEN_SECONDS = 300
SPREADSHEET_DIGITS = 1e-13
"""A spreadsheet writes numbers with fifteen digits."""
TITLE = '=1+1, "Siân" 😀'
HOSTILE = [
    "=1+1", "+1+1", "-1+1", "@SUM(1+1)", "  =1+1", "\u00a0=1+1", "\u3000=1+1", "\u200b=1+1", "＝1+1", "＋1+1",
    "=1+1\n=2+2", "words\n=1+1", '"=1+1"', '",=1+1,"', "x;=1+1;y", "x\t=1+1", "'=1+1", "''", '"', ",", "=",
    "=cmd|'/c calc'!A1", '=DDE("soffice";"x";"y")', "{=1+1}", "of:=1+1", 'O"Neil', "Siân 👩🏽‍🏫", "a\u0301, e\u0301",
]
"""What somebody might write who wishes that a spreadsheet runs it, and what only looks as if."""

# Fields by commas, texts in quotes, UTF-8; without and with "detect special numbers".
SETTINGS = {"as it comes": "CSV:44,34,76,1", "numbers and days recognised": "CSV:44,34,76,1,,0,false,true"}


def needs(program: str, package: str) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is missing: apt-get install --no-install-recommends {package}")


async def hold(server: Server, cookie: str) -> None:
    """A meeting of hostile names, one of whom lets hostile words be quoted."""
    host = await lead(server, cookie=cookie)
    await host.do({"retitle": {"title": TITLE}})
    people: list[Client] = []
    for name, school in [("=1+1", "=2+2"), ('O"Neil', '"school", of'), ("Siân", "@SUM(1)"), ("+Will", "-1"),
                         ("😀", ",")]:
        ticket = server.join(name, school=school, tier="quotable")
        people.append(await device(server, ticket).connect())
    for text in HOSTILE:
        await people[0].do({"postMessage": {"text": text}})
    for one in people:
        await one.do({"raiseHand": {}})
    await host.do({"endMeeting": {}})


@pytest.fixture(scope="module")
def packs(tmp_path_factory) -> dict[str, Path]:
    """The pack of that meeting in both forms, unpacked, and its minutes."""
    folder = tmp_path_factory.mktemp("offices")
    with Server(folder) as server:
        desk = Planner(server)
        run(hold(server, desk.cookie))
        (series,) = desk.post("/api/series/make", {"name": "=1+1", "meeting": server.meeting}).body["series"]
        forms = {"plain": (), "spreadsheet": ("--spreadsheet",)}
        made = {name: unpack(export(server.data, series["id"], folder / f"{name}.zip", *more), folder / name)
                for name, more in forms.items()}
        minutes = command("minutes", server.data, server.meeting, "--form", "csv", "--readers", "leads")
        assert minutes.returncode == 0, minutes.stderr
        made["minutes"] = folder / "minutes"
        made["minutes"].mkdir()
        (made["minutes"] / "minutes.csv").write_text(minutes.stdout, newline="")
    return made


class Cell:
    """What a spreadsheet has in one place: a text, a number or a truth, and whether it would be computed."""

    TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
    TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
    OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"

    def __init__(self, cell: Tree.Element):
        self.is_formula = f"{self.TABLE}formula" in cell.attrib
        self.number = cell.get(f"{self.OFFICE}value")
        self.truth = cell.get(f"{self.OFFICE}boolean-value")
        self.text = "\n".join(self._text(line) for line in cell.iter(f"{self.TEXT}p"))

    def _text(self, line: Tree.Element) -> str:
        said = line.text or ""
        for part in line:
            if part.tag == f"{self.TEXT}s":
                said += " " * int(part.get(f"{self.TEXT}c", 1))
            elif part.tag == f"{self.TEXT}tab":
                said += "\t"
            else:
                said += self._text(part)
            said += part.tail or ""
        return said

    def holds(self, written: str) -> bool:
        if self.truth is not None:
            return self.truth == written.lower()
        if self.number is not None:
            return math.isclose(float(written), float(self.number), rel_tol=SPREADSHEET_DIGITS)
        return self.text == written

    def __repr__(self) -> str:
        return f"{'formula ' if self.is_formula else ''}{self.number or self.text!r}"


def opened(folder: Path, settings: str, to: Path) -> dict[str, list[list[Cell]]]:
    """What LibreOffice makes of every table of a folder."""
    tables = sorted(folder.glob("*.csv"))
    done = subprocess.run(
        ["soffice", f"-env:UserInstallation={(to / 'profile').as_uri()}", "--headless", f"--infilter={settings}",
         "--convert-to", "fods", "--outdir", str(to), *map(str, tables)],
        capture_output=True, text=True, timeout=OPEN_SECONDS)
    found = {}
    for table in tables:
        file = to / f"{table.stem}.fods"
        assert file.exists(), done.stdout + done.stderr
        rows = []
        for row in Tree.parse(file).getroot().iter(f"{Cell.TABLE}table-row"):
            cells: list[Cell] = []
            for cell in row.iter(f"{Cell.TABLE}table-cell"):
                cells += [Cell(cell)] * int(cell.get(f"{Cell.TABLE}number-columns-repeated", 1))
            rows += [cells] * int(row.get(f"{Cell.TABLE}number-rows-repeated", 1))
        found[table.name] = rows
    return found


def cells(folder: Path, name: str) -> list[list[str]]:
    """A table as it was written."""
    text = (folder / name).read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def column(folder: Path, name: str, which: str) -> list[str]:
    head, *rows = cells(folder, name)
    return [row[head.index(which)] for row in rows]


@pytest.mark.parametrize("settings", SETTINGS)
@pytest.mark.parametrize("form", ["spreadsheet", "minutes"])
def test_nothing_runs_when_a_spreadsheet_opens_it(packs: dict[str, Path], form: str, settings: str, tmp_path: Path):
    needs("soffice", "libreoffice-calc")
    found = opened(packs[form], SETTINGS[settings], tmp_path)
    run_ones = [(name, cell) for name, rows in found.items() for row in rows for cell in row if cell.is_formula]
    assert not run_ones, run_ones[:20]
    assert len(found) > (10 if form == "spreadsheet" else 0)


def test_every_text_comes_back_as_it_was_written(packs: dict[str, Path], tmp_path: Path):
    needs("soffice", "libreoffice-calc")
    for name, rows in opened(packs["spreadsheet"], SETTINGS["as it comes"], tmp_path).items():
        written = cells(packs["spreadsheet"], name)
        assert len(rows) >= len(written), name
        for own, there in zip(written, rows, strict=False):
            there = there + [Cell(Tree.Element("none"))] * (len(own) - len(there))
            other = [(text, cell) for text, cell in zip(own, there, strict=False) if not cell.holds(text)]
            assert not other, (name, other[:5])
    # Without the sign that keeps a cell from being run it is what was said.
    plain, said = (column(packs[form], "content.csv", "text") for form in ("plain", "spreadsheet"))
    assert [one if one in plain else one.removeprefix("'") for one in said] == plain and len(plain) == len(HOSTILE)
    assert column(packs["plain"], "meetings.csv", "title_public") == [TITLE]


def test_the_other_form_would_run(packs: dict[str, Path], tmp_path: Path):
    """So that the test above is known to see a formula."""
    needs("soffice", "libreoffice-calc")
    found = opened(packs["plain"], SETTINGS["as it comes"], tmp_path)
    assert any(cell.is_formula for row in found["content.csv"] for cell in row)


@pytest.mark.parametrize("form", ["plain", "spreadsheet"])
def test_r_computes_the_figures(packs: dict[str, Path], form: str, tmp_path: Path):
    needs("Rscript", "r-base-core")
    folder = shutil.copytree(packs[form], tmp_path / form)
    assert check(folder).returncode == 0
    done = check_in_r(folder)
    assert done.returncode == 0 and " 0 differences" in done.stdout, done.stdout + done.stderr
    changed(folder, "sum_acts")
    done = check_in_r(folder)
    assert done.returncode == 1 and "sum acts" in done.stdout, done.stdout + done.stderr
