"""`staffroom groups` and `staffroom buddies`: files in, groups out, and every mistake named."""

import json
import random
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from Tests.EndToEnd.server import BINARY

SAMPLES = Path(__file__).resolve().parents[1] / "Data" / "matching"
RUN_SECONDS = 60
USAGE, DATA = 64, 65
ROSTER = (
    "\ufeffid,name,school,years,offers,needs,core,mode,bridge\r\n"
    'p1,"Khan, Amina",Ashton,7,"python; CAD ;python",SEND,Yes,room,y\r\n'
    'p2,"Ben ""B"" Lee",Beech,2,,python,No,remote,\r\n'
    "p3,Carys,Ashton,12,SEND,robotics,n,room,-\r\n"
    "p4,Dewi,Cwm,1,robotics,CAD,,remote,n\r\n"
)


def run(*arguments: object) -> subprocess.CompletedProcess:
    return subprocess.run([str(BINARY), *map(str, arguments)], capture_output=True, text=True, timeout=RUN_SECONDS)


def answer(*arguments: object) -> dict:
    done = run(*arguments)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def person(number: int, **more: object) -> dict:
    return {"id": f"p{number}", "name": f"Name {number}", "school": f"S{number % 5}", "mode": "room"} | more


def instance(count: int, **more: object) -> dict:
    people = [person(number) for number in range(count)]
    return {"format": "staffroom-match/1", "kind": "groups", "groups": {"size": 4}, "people": people} | more


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    def write(content: object, name: str = "input.json") -> Path:
        path = tmp_path / name
        path.write_bytes((content if isinstance(content, str) else json.dumps(content)).encode())
        return path
    return write


def everybody(groups: list[list[str]]) -> list[str]:
    return sorted(one for group in groups for one in group)


def test_the_same_seed_gives_the_same_bytes_in_whatever_order_people_come(write: Callable[..., Path]) -> None:
    sample = json.loads((SAMPLES / "groups-70-mixed.json").read_text())
    order = random.Random(5)
    shuffled = dict(sample, people=order.sample(sample["people"], len(sample["people"])))
    shuffled["history"] = order.sample(sample["history"], len(sample["history"]))
    arguments = ("--iterations", 300_000, "--explain")
    first = run("groups", write(sample), "--seed", 7, *arguments).stdout
    assert first and run("groups", write(sample), "--seed", 7, *arguments).stdout == first
    assert run("groups", write(shuffled), "--seed", 7, *arguments).stdout == first
    assert run("groups", write(sample), "--seed", 8, *arguments).stdout != first
    assert everybody(json.loads(first)["groups"]) == sorted(one["id"] for one in sample["people"])


def test_a_roster_of_a_spreadsheet(write: Callable[..., Path]) -> None:
    found = answer("groups", write(ROSTER, "roster.csv"), "--size", 2, "--explain")
    # In the room and remote: mixed, and only Amina has a device, so the others who are in the room stay together.
    assert everybody(found["groups"]) == ["p1", "p2", "p3", "p4"]
    told = [line for lines in found["explain"] for line in lines]
    assert any("Welcoming: Khan, Amina" in line for line in told)
    assert not any("Welcoming" in line and ("Lee" in line or "Carys" in line or "Dewi" in line) for line in told)
    assert found["gaps"] == []
    paired = answer("buddies", write(ROSTER, "roster.csv"), "--explain")
    assert everybody(paired["groups"]) == ["p1", "p2", "p3", "p4"]
    assert any("Khan, Amina offers python, which Ben \"B\" Lee asked for" in line
               for lines in paired["explain"] for line in lines) == (["p1", "p2"] in paired["groups"])


@pytest.mark.parametrize(("old", "new", "place"), [
    (",7,", ",many,", 'line 2, column 4 (years): expected a whole number from 0 to 100, not "many"'),
    ("Yes", "perhaps", 'line 2, column 7 (core): expected yes or no, not "perhaps"'),
    ("room,-", "hall,-", 'line 4, column 8 (mode): expected room or remote, not "hall"'),
    ("p4,Dewi", "p1,Dewi", "line 5, column 1 (id): expected somebody who is not in line 2 already"),
    ("mode,bridge", "mode,mode", "line 1, column 9 (mode): expected each column once"),
    ("p3,Carys", 'p3,"Carys', 'line 4, column 2 ("): expected a closing quote'),
    ("robotics,CAD,,remote,n", "robotics,CAD,,remote,n,x", "line 5, column 10"),
])
def test_a_mistake_in_a_roster_is_named(write: Callable[..., Path], old: str, new: str, place: str) -> None:
    assert ROSTER.count(old) == 1
    done = run("groups", write(ROSTER.replace(old, new), "roster.csv"))
    assert (done.returncode, done.stdout) == (DATA, "")
    assert place in done.stderr


@pytest.mark.parametrize(("change", "place"), [
    ({"people": [person(1), person(2, years="x")]}, "people[1].years: expected a whole number from 0 to 100"),
    ({"people": [person(1, mode="hall")]}, "people[0].mode: expected room or remote"),
    ({"people": []}, "people: expected at least one"),
    ({"groups": {}}, 'groups: expected {"size": N} or {"count": N}'),
    ({"mode_rule": "often"}, "mode_rule: expected any, mixed or separate"),
    ({"format": "other/2"}, "format: expected staffroom-match/1"),
    ({"weights": {"luck": 3}}, "weights.luck: expected the name of a weight"),
    ({"pins": {"p1": "first"}}, "pins.p1: expected a whole number from 0 to 10000"),
    ({"pins": {"p99": 0}}, "pins.p99: expected the id of one of the people"),
    ({"pins": [1]}, "pins: expected an object of names and numbers"),
    ({"kind": "rebalance", "current": [["p1"]], "size_bounds": [1, 3], "frozen": [1]},
     "frozen[0]: expected the position of a group of current"),
    ({"kind": "rebalance", "current": []}, "size_bounds: expected two numbers, the smaller first"),
])
def test_a_mistake_in_a_file_is_named_by_its_place(write: Callable[..., Path], change: dict, place: str) -> None:
    done = run("groups", write(instance(8, **change)))
    assert (done.returncode, done.stdout) == (DATA, "")
    assert place in done.stderr


@pytest.mark.parametrize(("change", "sentence"), [
    ({"together": [["p0", "p1", "p2"], ["p2", "p3", "p4"]]},
     "together and group size clash: Name 0, Name 1, Name 2, Name 3, Name 4 are 5, a group has at most 4"),
    ({"together": [["p0", "p1"]], "apart": [["p1", "p0"]]},
     "together and apart clash: Name 0 and Name 1 have to be apart, but together joins Name 0, Name 1"),
    ({"apart": [["p0", "p1", "p2"]]}, "apart and the number of groups clash: Name 0, Name 1, Name 2 all have"),
    ({"pins": {"p0": 0, "p1": 0}, "apart": [["p0", "p1"]]},
     "pins and apart clash: Name 0, Name 1 have to be apart, but are pinned to group 1"),
    ({"pins": {"p0": 0, "p1": 1}, "together": [["p0", "p1"]]}, "pins and together clash: Name 0 is pinned to group 1"),
    ({"pins": {"p0": 5}}, "pins and the number of groups clash: Name 0 is pinned to group 6, there are 2 groups"),
    ({"people": [person(0), person(0), person(1)]}, "Name 0 is in the roster twice"),
])
def test_what_clashes_is_refused_with_the_rules_and_the_names(
    write: Callable[..., Path], change: dict, sentence: str,
) -> None:
    done = run("groups", write(instance(8, **change)))
    assert (done.returncode, done.stdout) == (DATA, "")
    assert f"refused: {sentence}" in done.stderr


def test_pins_and_locked_groups_stay(write: Callable[..., Path]) -> None:
    rules = {"pins": {"p0": 2, "p4": 0, "p5": 0, "p6": 0}, "locked": [0]}
    groups = answer("groups", write(instance(15, **rules)), "--iterations", 50_000)["groups"]
    assert groups[0] == ["p4", "p5", "p6"] and "p0" in groups[2]
    assert everybody(groups) == sorted(f"p{number}" for number in range(15))


def test_running_groups_keep_their_places_and_frozen_ones_their_people(write: Callable[..., Path]) -> None:
    current = [["p0", "gone", "left"], ["p1", "p2", "p3", "p4"], ["p5", "p6", "p7", "p8"]]
    asked = instance(10, kind="rebalance", current=current, size_bounds=[2, 5], frozen=[1])
    for one in asked["people"]:
        one["core"] = True
    found = answer("groups", write(asked), "--explain")
    assert set(current[1]) <= set(found["groups"][1])
    assert everybody(found["groups"]) == sorted(f"p{number}" for number in range(10))
    assert len(found["joined"]) == 1 and found["joined"][0].startswith("Name 9 joins group ")


def test_rounds_without_anybody_meeting_twice(write: Callable[..., Path]) -> None:
    ids = [f"p{number}" for number in range(15)]
    asked = {"format": "staffroom-match/1", "kind": "golfer", "ids": ids, "groups": {"size": 3}, "rounds": 5}
    rounds = answer("groups", write(asked), "--seed", 1)["rounds"]
    pairs = [(a, b) for groups in rounds for group in groups for a in group for b in group if a < b]
    assert len(rounds) == 5 and len(pairs) == len(set(pairs))
    assert all(everybody(groups) == sorted(ids) for groups in rounds)
    two = answer("groups", write(instance(12, rounds=2)), "--iterations", 20_000)["rounds"]
    assert [len(groups) for groups in two] == [3, 3]


def test_buddies_say_why_and_name_others_to_the_coordinator_only(write: Callable[..., Path]) -> None:
    people = [
        person(0, school="A", offers=["CAD"], needs=["python"], phase="primary"),
        person(1, school="B", offers=["python"], needs=["CAD"], phase="primary"),
        person(2, school="C", phase="FE"), person(3, school="D", phase="secondary"),
        person(4, school="E", lat=51.5, lon=-3.2, max_km=1),
    ]
    asked = {"kind": "buddies", "people": people, "blocks": [["p0", "p2"]]}
    found = answer("buddies", write(asked), "--explain")
    assert found["groups"] == [["p0", "p1"], ["p2", "p3"]]
    assert "Name 1 offers python, which Name 0 asked for" in found["explain"][0][0]
    assert found["reasons"] == {"p4": "nobodyWithinReach"}
    assert found["unmatched"] == ["Name 4: nobody who takes part is within reach"]
    assert found["nextBest"][0][0] == "Next best for Name 0: Name 3"
    welsh = answer("buddies", write(asked), "--explain", "--language", "cy")
    assert "y ddau: cynradd" in welsh["explain"][0][0]
    assert "(addysg bellach, uwchradd)" in welsh["explain"][1][0]
    # What is not asked for is not told.
    assert list(answer("buddies", write(asked))) == ["groups"]


@pytest.mark.parametrize("arguments", [
    ("--iterations", "5", "--seconds", "1"), ("--iterations", "-1"), ("--seconds", "0"), ("--size", "0"),
    ("--language", "fr"), ("--seed", "x"),
])
def test_wrong_arguments_are_named(write: Callable[..., Path], arguments: tuple[str, ...]) -> None:
    done = run("groups", write(instance(8)), *arguments)
    assert (done.returncode, done.stdout) == (USAGE, "")
    assert any(word.lstrip("-") in done.stderr for word in arguments)


@pytest.mark.parametrize(("command", "content", "sentence"), [
    ("groups", "{", "this is not JSON"), ("buddies", "[1", "this is not JSON"),
    ("groups", {"kind": "buddies", "people": [person(1), person(2)]}, "this file is for staffroom buddies"),
    ("buddies", {"kind": "golfer", "ids": ["a", "b"], "groups": {"size": 2}}, "this file is for staffroom groups"),
])
def test_a_file_for_another_purpose_is_refused(
    write: Callable[..., Path], command: str, content: object, sentence: str,
) -> None:
    done = run(command, write(content))
    assert (done.returncode, done.stdout) == (DATA, "")
    assert sentence in done.stderr


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    done = run("groups", tmp_path / "nowhere.json")
    assert done.returncode == DATA and "nowhere.json cannot be read" in done.stderr
