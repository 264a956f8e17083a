"""Who may not read a data folder is told so, and is told nothing false about what is in it."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from Tests.EndToEnd.server import BINARY, Server
from Tests.EndToEnd.test_headway import RECORDING
from Tests.EndToEnd.test_integrity import COMMAND_SECONDS, DATABASE, KEY, LOG, MARKS, say, staffroom

LATER = 75


class Other:
    """Another user of this machine, as whom commands are run; where one is not the superuser, oneself without rights."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.is_other = os.geteuid() == 0
        self.options = {}
        if self.is_other:
            nobody = pwd.getpwnam("nobody")
            self.options = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
            # A copy that anybody may run, wherever the sources lie.
            self.program = folder / "staffroom"
            shutil.copy(BINARY, self.program)
            self.program.chmod(0o755)

    def run(self, *arguments: object) -> subprocess.CompletedProcess:
        program = self.program if self.is_other else BINARY
        return subprocess.run(
            [str(program), *map(str, arguments)], cwd="/", capture_output=True, text=True, timeout=COMMAND_SECONDS,
            env={"PATH": os.environ["PATH"], "HOME": "/"}, **self.options)


@pytest.fixture
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that everybody can look into, also above it."""
    folder = Path(os.environ.get("TMPDIR", "/tmp")) / f"staffroom-open-{os.getpid()}-{time.monotonic_ns()}"
    folder.mkdir(mode=0o755)
    yield folder
    for path in [folder, *folder.rglob("*")]:
        if path.is_dir():
            path.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.parametrize("hidden", ["folder", DATABASE, MARKS, KEY, LOG])
def test_the_wrong_user_is_told_so_and_nothing_else(world: Path, hidden: str) -> None:
    with Server(world) as server:
        say(server, 3)
        other = Other(world)
        if other.is_other and hidden != "folder":
            # All but the one is everybody's: only that one stands in the way.
            server.data.chmod(0o777)
            for path in server.data.iterdir():
                path.chmod(0o666)
        blocked = server.data if hidden == "folder" else server.data / hidden
        blocked.chmod(0o600 if other.is_other and hidden != "folder" else 0o700 if other.is_other else 0)
        shutil.copy(RECORDING, world / "recording.jsonl")
        (world / "recording.jsonl").chmod(0o644)
        commands = [["verify"], ["backup", world / "kept.db"]]
        if other.is_other:
            # Oneself would only put one's own rights in order.
            commands += [["report"], ["replay", world / "recording.jsonl"], ["account", "list"], ["verify", "--new-key"]]
        for command in commands:
            done = other.run(*command, "--data", server.data)
            assert done.returncode == LATER, (command, done)
            assert "may not read and write it" in done.stderr, (command, done)
            owner = pwd.getpwuid(server.data.stat().st_uid).pw_name
            assert f"belongs to {owner}" in done.stderr, (command, done)
            for false in ("damaged", "there is no file", "wrong:", "altered", "is gone"):
                assert false not in done.stdout + done.stderr.replace("says nothing about", ""), (command, done)
        assert not (world / "kept.db").exists()
        server.data.chmod(0o700)
        for path in server.data.iterdir():
            path.chmod(0o600)
        assert staffroom("verify", "--data", server.data).returncode == 0


@pytest.mark.parametrize("command", ["verify", "restore"])
def test_a_backup_of_another_user_is_not_said_to_be_missing_or_damaged(world: Path, command: str) -> None:
    with Server(world) as server:
        file = world / "kept.db"
        assert staffroom("backup", "--data", server.data, file).returncode == 0
        other = Other(world)
        file.chmod(0o600 if other.is_other else 0)
        open_to_all = world / "target"
        open_to_all.mkdir()
        open_to_all.chmod(0o777)
        for arguments in ([command, file], [command, file, "--data", open_to_all]):
            done = other.run(*arguments, *(["--data", open_to_all / "data"] if "--data" not in arguments else []))
            assert done.returncode == LATER and "may not read and write it" in done.stderr, done
            assert str(file) in done.stderr
        file.chmod(0o600)
        assert staffroom("verify", file).returncode == 0


@pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser can work in another's folder")
def test_what_the_superuser_does_leaves_a_folder_to_its_owner(world: Path) -> None:
    nobody = pwd.getpwnam("nobody")
    with Server(world) as server:
        say(server, 3)
        assert server.stop()[0] == 0
        for path in [server.data, *server.data.iterdir()]:
            os.chown(path, nobody.pw_uid, nobody.pw_gid)
        file = world / "kept.db"
        for command in (["verify"], ["backup", file], ["report"], ["account", "list"],
                        ["restore", "--force", file], ["verify", "--new-key"], ["replay", RECORDING]):
            done = staffroom(*command, "--data", server.data)
            assert done.returncode == 0, (command, done)
            strange = [path for path in [server.data, *server.data.rglob("*")] if path.stat().st_uid != nobody.pw_uid]
            assert not strange, (command, strange)
        other = Other(world)
        done = other.run("verify", "--data", server.data)
        assert done.returncode == 0, done
