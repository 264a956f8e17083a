"""Real meetings, played through the sockets: the log must hold exactly what happened, in order."""

import json
from pathlib import Path

import pytest

from Tests.EndToEnd import recording
from Tests.EndToEnd.player import play_file

FILES = sorted((Path(__file__).parents[1] / "Data" / "recordings").glob("ccg-*.jsonl"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_log_holds_exactly_the_meeting(path: Path, tmp_path: Path) -> None:
    kinds = [json.loads(line)["type"] for line in path.read_text().splitlines()]
    numbers = play_file(path, tmp_path)
    assert numbers["people"] == kinds.count("attendee")
    assert numbers["connects"] == kinds.count("connect") + numbers["impliedConnects"]
    assert numbers["hands"] + numbers["alreadyUp"] == kinds.count("hand_up")
    assert numbers["lowered"] + numbers["alreadyDown"] == kinds.count("hand_down")
    assert numbers["called"] + numbers["calledNobody"] == kinds.count("called")
    assert numbers["speechLines"] == kinds.count("speech")
    assert numbers["messages"] == kinds.count("chat")


def test_three_files_are_there() -> None:
    assert len(FILES) == 3


@pytest.mark.parametrize("words", [1, 2, 7, 300])
@pytest.mark.parametrize("spare", [0, 1, 40])
def test_a_text_is_as_long_as_asked(words: int, spare: int) -> None:
    made = recording.text(words, 2 * words - 1 + spare)
    assert (len(made.split()), len(made)) == (words, 2 * words - 1 + spare)


def test_hard_cases_are_played(tmp_path: Path) -> None:
    """Acting before connecting, a hand raised twice, lowered when down, called on in one's own turn and by nobody."""
    lines = [
        {"type": "meeting", "id": "hard", "clock": True},
        {"type": "attendee", "p": "a", "mode": "room"}, {"type": "attendee", "p": "b"}, {"type": "attendee", "p": "c"},
        {"type": "chat", "t": 1, "p": "a", "words": 2, "chars": 9}, {"type": "connect", "t": 2, "p": "a"},
        {"type": "hand_up", "t": 3, "p": "a"}, {"type": "hand_up", "t": 4, "p": "a"},
        {"type": "hand_up", "t": 5, "p": "a", "named": True}, {"type": "hand_down", "t": 6, "p": "a"},
        {"type": "hand_down", "t": 7, "p": "a"}, {"type": "called", "t": 8, "p": "a"},
        {"type": "called", "t": 9, "p": "a"}, {"type": "called", "t": 10, "p": None},
        {"type": "speech", "t": 11, "p": "b", "words": 0, "chars": 0}, {"type": "connect", "t": 12, "p": "b"},
    ]
    path = tmp_path / "hard.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)))
    numbers = play_file(path, tmp_path / "run")
    assert numbers["people"] == 3 and numbers["impliedConnects"] == 2 and numbers["rejoins"] == 2
    assert (numbers["hands"], numbers["alreadyUp"], numbers["alreadyDown"]) == (1, 2, 1)
    assert (numbers["called"], numbers["calledNobody"]) == (2, 1)


def test_a_meeting_without_a_clock_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "no-clock.jsonl"
    path.write_text('{"type":"meeting","id":"x","clock":false}\n')
    with pytest.raises(recording.NotPlayable):
        recording.load(path)
