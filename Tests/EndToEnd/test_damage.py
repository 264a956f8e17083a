"""Damage anywhere in a data folder: all that changes an event or a text is found, and nothing wrong is served."""

import random
from pathlib import Path

from Tests.EndToEnd import room
from Tests.EndToEnd.damage import DATABASE, KEY, LOG, MARKS, REFUSED, Damage, Trial, Verdict

DAMAGES = 200
FEW_DAMAGES = 12
"""Of other places each time, because the seed is another each time."""
LEAST_CHANGED = 60
RUN_SECONDS = 1_800.0
NO_KEY = 78


def check(verdict: Verdict, texts: dict[str, str]) -> None:
    """What has to hold of any damage."""
    assert verdict.verified == 0 or verdict.verified in REFUSED, f"verify crashed: {verdict}"
    assert verdict.started == 0 or verdict.started in REFUSED, f"the start crashed: {verdict}"
    assert verdict.found or not verdict.changed, f"an event or a text was changed and nobody noticed: {verdict}"
    if verdict.served is not None:
        wrong = {key: text for key, text in verdict.served.items() if texts.get(key) != text}
        assert not wrong, f"served what was never said: {wrong}, {verdict}"
        if not verdict.findings.get("damages"):
            assert verdict.served.keys() == texts.keys(), f"not all is served, and verify is content: {verdict}"
    if verdict.damage.file == KEY:
        assert verdict.verified == verdict.started == NO_KEY, f"another key was taken: {verdict}"
    if verdict.damage.file in (KEY, MARKS):
        assert not verdict.findings.get("damages"), f"the log is blamed for what lies beside it: {verdict}"


def test_damages_that_change_an_event_or_a_text_are_found(tmp_path: Path, seed: int, is_whole: bool) -> None:
    chance = random.Random(seed)
    trial = Trial(tmp_path)
    verdicts: list[Verdict] = []

    async def body() -> None:
        await trial.make()
        # One that certainly changes a text: otherwise nothing might.
        place = (trial.data / DATABASE).read_bytes().find(b"gair gair")
        assert place > 0
        damages = [Damage(DATABASE, "flip", place * 8)]
        wanted = DAMAGES if is_whole else FEW_DAMAGES
        while len(verdicts) < wanted:
            damage = damages.pop() if damages else Damage.draw(trial.data, chance)
            verdict = await trial.ask(damage)
            if verdict:
                verdicts.append(verdict)
                check(verdict, trial.texts)

    room.run(body(), RUN_SECONDS)
    changed = [verdict for verdict in verdicts if verdict.changed]
    assert changed
    if is_whole:
        assert len(changed) >= LEAST_CHANGED, f"only {len(changed)} changed anything: the test is asleep, seed {seed}"
        assert {verdict.damage.file for verdict in verdicts} == {DATABASE, LOG, MARKS, KEY}
    print(
        f"seed {seed}: {len(verdicts)} damages, {len(changed)} changed an event or a text, all of them found; "
        f"{sum(v.started != 0 for v in changed)} at the start, {sum(v.verified != 0 for v in changed)} by verify")
