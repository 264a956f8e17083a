"""Knows evaluators' packs from outside: made by the command, read as anybody would read them."""

from __future__ import annotations

import csv
import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

from Tests.EndToEnd.erasing import staffroom

RUN_SECONDS = 120
PSEUDONYM = re.compile(r"(?<![0-9A-Za-z])[0-9A-HJKMNP-TV-Z]{13}(?![0-9A-Za-z])")


def command(name: str, data: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    return staffroom(name, *arguments, "--data", data)


def export(data: Path, series: str, out: Path, *more: str) -> bytes:
    done = command("export", data, series, "--out", out, *more)
    assert done.returncode == 0, done.stderr
    return out.read_bytes()


def files(pack: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(pack)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def unpack(pack: bytes, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(pack)) as archive:
        archive.extractall(folder)
    return folder


def check(folder: Path) -> subprocess.CompletedProcess[str]:
    """The script in the pack itself, by nothing but what is in the pack."""
    return subprocess.run([sys.executable, "-I", str(folder / "check.py"), str(folder)], capture_output=True, text=True,
                          timeout=RUN_SECONDS)


def pseudonyms(pack: bytes) -> set[str]:
    return set(PSEUDONYM.findall("\n".join(files(pack).values())))


def check_in_r(folder: Path) -> subprocess.CompletedProcess[str]:
    """The other script in the pack, where R is installed; in the plainest of locales, as on somebody's server."""
    return subprocess.run(["Rscript", "--vanilla", str(folder / "check.R"), str(folder)], capture_output=True,
                          text=True, timeout=RUN_SECONDS, env={**os.environ, "LC_ALL": "C"})


def changed(folder: Path, metric: str) -> None:
    """Somebody changes the first figure of that name, of those who could be seen and did not lead, by hand."""
    table = folder / "metrics.csv"
    lines = table.read_text().splitlines(keepends=True)
    place = next(n for n, line in enumerate(lines) if line.startswith(f"{metric},") and ",observable_no_lead," in line)
    cells = lines[place].split(",")
    cells[4] = f"{float(cells[4]) + 1:g}"
    table.write_text("".join([*lines[:place], ",".join(cells), *lines[place + 1:]]))
