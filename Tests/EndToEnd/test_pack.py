"""The evaluator's pack: the same again byte for byte, valid for those who read such packs, its figures computed again
from its tables alone, and nobody's name in it."""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import re
import shutil
import stat
from pathlib import Path

import pytest
from frictionless import Package

from Tests.Browser.unsaid import unsaid
from Tests.EndToEnd.client import Client
from Tests.EndToEnd.grouping import form
from Tests.EndToEnd.pack import changed, check, check_in_r, command, export, files, pseudonyms, rows, unpack
from Tests.EndToEnd.planning import Planner
from Tests.EndToEnd.room import device, lead, run
from Tests.EndToEnd.server import Server

RECORDINGS = Path(__file__).resolve().parents[1] / "Data" / "recordings"
PLAYED = sorted(RECORDINGS.glob("*.jsonl"))
TITLE = '=1+1, "Siân" 😀'
QUOTED = '=2+3, "so" we said\nand Canary-Siân of canary@example.org agreed that it helped at length'


@pytest.fixture(scope="module")
def season(tmp_path_factory) -> Path:
    """A data folder with recorded meetings of several series."""
    data = tmp_path_factory.mktemp("season") / "data"
    played = command("replay", data, *PLAYED)
    assert played.returncode == 0, played.stderr
    return data


def test_recordings_join_the_series_that_they_name(season: Path):
    named = {}
    for file in PLAYED:
        with file.open() as lines:
            frame = json.loads(next(lines))
        named.setdefault(frame["series"], []).append(frame["id"])
    listed = dict(line.split("\t")[::-1] for line in command("series", season).stdout.splitlines())
    assert set(listed) == set(named)
    for name, meetings in named.items():
        pack = files(export(season, listed[name], season.parent / "series.zip"))
        assert {row["title_public"] for row in rows(pack["meetings.csv"])} == set(meetings)
        assert {row["series"] for row in rows(pack["meetings.csv"])} == {listed[name]}


def test_the_same_release_is_the_same_file_and_another_one_shares_no_pseudonym(season: Path):
    first = export(season, "all", season.parent / "first.zip")
    assert stat.S_IMODE((season.parent / "first.zip").stat().st_mode) == 0o600
    assert export(season, "all", season.parent / "again.zip") == first
    other = export(season, "all", season.parent / "other.zip", "--new-release")
    assert export(season, "all", season.parent / "other-again.zip") == other
    assert len(pseudonyms(first)) > 40 and not pseudonyms(first) & pseudonyms(other)
    manifests = [json.loads(files(pack)["manifest.json"]) for pack in (first, other)]
    assert manifests[1]["previous"] == manifests[0]["release"] and manifests[0]["key"] != manifests[1]["key"]
    assert stat.S_IMODE((season / "staffroom.packs").stat().st_mode) == 0o600


def test_its_tables_are_valid_and_give_its_figures(season: Path, tmp_path: Path):
    pack = export(season, "all", tmp_path / "all.zip")
    folder = unpack(pack, tmp_path / "all")
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "note"])[:5]
    done = check(folder)
    assert done.returncode == 0, done.stdout[-3000:]
    figures = int(done.stdout.split()[-4])
    assert figures == len(rows(files(pack)["metrics.csv"])) > 100
    # Somebody who changes a number is found out: by the hash, and by what is computed.
    table = folder / "metrics.csv"
    changed = next(row["value"] for row in rows(table.read_text()) if row["value"])
    table.write_text(table.read_text().replace(f",{changed},", f",{changed}1,", 1))
    done = check(folder)
    assert done.returncode == 1
    assert "metrics.csv is not the file that was shipped" in done.stdout and "computed as" in done.stdout


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed: apt-get install r-base-core")
def test_its_script_for_r_gives_its_figures_and_finds_a_changed_one(season: Path, tmp_path: Path):
    folder = unpack(export(season, "all", tmp_path / "all.zip"), tmp_path / "all")
    done = check_in_r(folder)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr
    figures, differences = int(done.stdout.split()[-4]), int(done.stdout.split()[-2])
    assert figures > 200 and differences == 0
    changed(folder, "gini_made")
    done = check_in_r(folder)
    assert done.returncode == 1 and "gini made" in done.stdout and done.stdout.split()[-2] == "1"


def table(data: Path, series: str) -> dict:
    """The figures of a series by their names, then by whom and of what they are."""
    done = command("series", data, series, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def few(part: int, every: int) -> bool:
    """Of fewer than five, or all but fewer than five."""
    return any(0 < count < 5 for count in (part, every - part, every))


def test_a_series_says_who_comes_again_as_its_pack_does(season: Path):
    for line in command("series", season).stdout.splitlines():
        series, name = line.split("\t")
        pack = files(export(season, series, season.parent / "again.zip"))
        order = [row["meeting"] for row in sorted(rows(pack["meetings.csv"]), key=lambda row: row["start_utc"])]
        came = {meeting: set() for meeting in order}
        for row in rows(pack["participations.csv"]):
            if row["attended"] == "true" and row["role"] == "participant":
                came[row["meeting"]].add(row["person"])
        told = table(season, name)
        measures = told["measures"]
        assert [one["id"] for one in told["meetings"]] == order and told["name"] == name
        people = set().union(*came.values())
        assert measures["people"]["no_lead"]["value"] == len(people)
        for one, other in itertools.pairwise(order):
            kept = measures["retention"][f"{one}: no_lead"]
            again, of = len(came[one] & came[other]), len(came[one])
            if few(again, of):
                assert kept["value"] is None and kept["note"] == "suppressed" and "numerator" not in kept
            else:
                assert (kept["numerator"], kept["denominator"]) == (again, of) and kept["low"] < again / of < kept["high"]
        times = {person: [n for n, meeting in enumerate(order) if person in came[meeting]] for person in people}
        kinds = dict.fromkeys(("core", "occasional", "one_off", "new"), 0)
        for own in times.values():
            core = len(own) >= max(3, len(order) / 2)
            kind = "new" if own[0] == len(order) - 1 else "core" if core else "one_off" if len(own) == 1 else "occasional"
            kinds[kind] += 1
        is_of_few = any(0 < count < 5 for count in kinds.values())
        for kind, count in kinds.items():
            assert measures[kind]["no_lead"]["value"] == (None if is_of_few else count), (name, kind, kinds)
        for language, words in (("en", "Kaplan–Meier, n ="), ("cy", "cyfarfod")):
            said = command("series", season, series, "--language", language).stdout
            assert words in said and f"{len(people)}" in said
            assert not re.search(r"[{}]|series\.|nil|Optional", said), said
            assert unsaid(language, said) == []


def test_what_there_is_not_is_said(season: Path, tmp_path: Path):
    out = tmp_path / "x.zip"
    for arguments, words in [
        (("nonsense", "--out", out), "unknownSeries"),
        (("all", "--out", season / "staffroom.db"), "file of the data folder"),
        (("all", "--out", tmp_path / "none" / "x.zip"), "cannot be written"),
        (("all", "--network", "Nobody", "--out", out), "unknownNetwork"),
    ]:
        done = command("export", season, *arguments)
        assert done.returncode in (65, 75) and words in done.stderr, (arguments, done.stderr)
    assert not out.exists()


async def hold(server: Server, cookie: str) -> dict[str, Client]:
    """A meeting of people whose names are canaries; one of them lets words be quoted."""
    host = await lead(server, cookie=cookie)
    await host.do({"retitle": {"title": TITLE}})
    people = {}
    for name, school, tier in [
        ("Canary-Siân", "Ysgol Canary", "quotable"), ('Canary-O"Neil', "Canary, Primary", "pseudonymous"),
        ("=CANARY+1", "@canary school", "pseudonymous"), ("Canary-Will", "Ysgol Canary", "count_only"),
        ("Canary 😀", "Ysgol Canary", "contactable"), ("Canary-Mair", "Fourth", "pseudonymous"),
    ]:
        ticket = server.join(name, school=school, tier=tier)
        people[name] = await device(server, ticket).connect()
        people[name].person = ticket.person
    quoted, other = people["Canary-Siân"], people['Canary-O"Neil']
    await quoted.do({"postMessage": {"text": QUOTED}})
    first = (await host.event("messagePosted", text=QUOTED))["event"]["messagePosted"]["message"]
    await other.do({"postMessage": {"text": "canary words of nobody who lets them be quoted, long enough", "re": first}})
    for one in people.values():
        await one.do({"raiseHand": {}})
    await form(host, [quoted.person, other.person], [people["=CANARY+1"].person, people["Canary-Mair"].person])
    await other.do({"writeCard": {"text": "canary card", "isReport": True}})
    await host.do({"endGroups": {}})
    await host.do({"endMeeting": {}})
    return people


def test_nobody_is_named_and_what_is_quoted_comes_back_as_it_was_written(server: Server, tmp_path: Path):
    desk = Planner(server)
    people = run(hold(server, desk.cookie))
    # A sample is in a pack where somebody put it into a series.
    nothing = command("export", server.data, "all", "--out", tmp_path / "none.zip")
    assert nothing.returncode == 65 and "nothingToExport" in nothing.stderr
    (series,) = desk.post("/api/series/make", {"name": "Canaries", "meeting": server.meeting}).body["series"]
    pack = export(server.data, series["id"], tmp_path / "live.zip")
    told = files(pack)
    everything = "\n".join(told.values())
    assert "canary" not in everything.lower()
    for client in people.values():
        assert client.person not in everything
    assert [row["title_public"] for row in rows(told["meetings.csv"])] == [TITLE]
    (words,) = rows(told["content.csv"])
    assert words["text"] == '=2+3, "so" we said\nand [name] of [address] agreed that it helped at length'
    counts = {row["reason"]: row["n"] for row in rows(told["missing.csv"]) if row["what"] == "people"}
    assert (counts["attended"], counts["counted_only"], counts["led"]) == ("5", "1", "1")
    # What one who is counted only did would be told of them alone.
    assert counts["counted_only"] == "1" and all(row["person"] for row in rows(told["events.csv"]))
    folder = unpack(pack, tmp_path / "live")
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "note"])[:5]
    done = check(folder)
    assert done.returncode == 0, done.stdout[-3000:]
    # As close as was chosen: without words, or without any row of a person.
    for depth, left in (("pseudonyms", {"content.csv"}), ("counts", {f"{name}.csv" for name in (
            "content", "people", "participations", "attendance", "opportunities", "events", "exchanges", "groups",
            "group_members", "ties", "survey")})):
        other = export(server.data, series["id"], tmp_path / f"{depth}.zip", "--depth", depth)
        assert export(server.data, series["id"], tmp_path / f"{depth}.zip", "--depth", depth) == other
        assert set(told) - set(files(other)) == left and set(files(other)) <= set(told)
        assert json.loads(files(other)["manifest.json"])["depth"] == depth
        assert not pseudonyms(other) or depth == "pseudonyms"
        far = unpack(other, tmp_path / depth)
        report = Package(str(far / "datapackage.json")).validate()
        assert report.valid, report.flatten(["type", "note"])[:5]
        assert check(far).returncode == 0
    sheet = files(export(server.data, series["id"], tmp_path / "sheet.zip", "--spreadsheet"))
    assert sheet["meetings.csv"].startswith("\ufeff")
    assert [row["title_public"] for row in rows(sheet["meetings.csv"])] == ["'" + TITLE]
    assert [row["text"] for row in rows(sheet["content.csv"])] == ["'" + words["text"]]
    for language, words in (("en", "6 attended"), ("cy", "Roedd 6 yno")):
        said = command("report", server.data, server.meeting, "--language", language).stdout
        assert words in said and unsaid(language, said) == [] and not re.search(r"[{}]| report\.", said), said
    # It is in the ledger, with its hash, and no backup has the key.
    (release,) = desk.get("/api/packs").body["packs"]
    assert release["handOuts"][0]["hash"] == hashlib.sha256(pack).hexdigest()
    assert [out["depth"] for out in release["handOuts"][:4]] == ["words", "pseudonyms", "pseudonyms", "counts"]
    backup = tmp_path / "backup.db"
    assert command("backup", server.data, backup).returncode == 0
    key = json.loads(told["manifest.json"])["key"]
    secret = json.loads((server.data / "staffroom.packs").read_text())[key]
    kept = backup.read_bytes()
    for form in (bytes(secret), json.dumps(secret, separators=(",", ":")).encode(), base64.b64encode(bytes(secret))):
        assert form not in kept
