"""Settings as an operator meets them: in the program, in its environment, on its command line, and where its files are."""

import json
import os
import shutil
import signal
import subprocess
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

import pytest

from Tests.EndToEnd import room
from Tests.EndToEnd.server import BINARY, ROOT, NotStarted, Server, free_port

SETTINGS = 78


def run(*arguments: object, **given: object) -> subprocess.CompletedProcess:
    return subprocess.run([BINARY, *map(str, arguments)], capture_output=True, text=True, timeout=60, **given)


@pytest.mark.parametrize("settings, word", [
    ({"port": 99_999}, "port"), ({"maxConnections": 0}, "maxConnections"), ({"commandsPerSecond": -1}, "commandsPerSecond"),
    ({"publicURL": "https://a.example/x"}, "publicURL"), ({"trustedProxies": ["nginx"]}, "trustedProxies"),
    ({"listen": "here"}, "listen"), ({"metricsAddress": "x"}, "metricsAddress"),
])
def test_a_wrong_setting_ends_with_78_and_its_place(tmp_path: Path, settings: dict, word: str) -> None:
    file = tmp_path / "mine.json"
    file.write_text(json.dumps(settings))
    # Every command that reads settings says the same, and so does the server.
    for command in (["settings"], ["verify"], ["serve", "--sample"]):
        done = run(*command, "--config", file, "--data", tmp_path / "data")
        assert done.returncode == SETTINGS and done.stdout == "", (command, done)
        assert word in done.stderr and str(file) in done.stderr, done.stderr
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("name, value", [
    ("STAFFROOM_X", "1"), ("STAFFROOM_PORT", "99999"), ("STAFFROOM_PORTS", "8080"), ("STAFFROOM_MAX_CONNECTIONS", "none"),
])
def test_a_wrong_variable_ends_with_78_and_its_name(tmp_path: Path, name: str, value: str) -> None:
    for command in (["settings"], ["serve", "--data", tmp_path / "data"]):
        done = run(*command, env=os.environ | {name: value})
        assert done.returncode == SETTINGS and name in done.stderr, done
    assert not (tmp_path / "data").exists()


def test_the_command_line_is_checked_like_all_others(tmp_path: Path) -> None:
    done = run("serve", "--port", "99999", "--data", tmp_path / "data")
    assert done.returncode == SETTINGS and "port" in done.stderr and "command line" in done.stderr


@pytest.mark.parametrize("written, origin", [
    ("HTTP://Staffroom.Example:{port}/", "http://staffroom.example:{port}"),
    ("http://[::1]:{port}", "http://[::1]:{port}"),
    ("HTTPS://STAFFROOM.EXAMPLE:443", "https://staffroom.example"),
    ("http://other.example:80", "http://other.example"),
])
def test_browsers_come_in_by_the_public_address_however_it_is_written(tmp_path: Path, written: str, origin: str) -> None:
    port = free_port()
    with Server(tmp_path, settings={"publicURL": written.format(port=port)}, port=port) as server:
        own = origin.format(port=port)
        assert server.announcement["url"] == own
        assert server.announcement["coordinator"].startswith(f"{own}/")

        async def body() -> None:
            lead = await room.lead(server)
            join = {"code": server.code, "name": "Nia", "mode": "remote", "tier": "pseudonymous"}
            assert server.post("/api/join", join, headers={"Origin": own}).status == 200
            # Also beside the proxy, on the machine itself.
            assert server.post("/api/join", join, headers={"Origin": f"http://127.0.0.1:{port}"}).status == 200
            assert server.post("/api/join", join, headers={"Origin": own + "1"}).status == 403
            ticket = server.join("Gwen")
            client = room.device(server, ticket)
            client.origin = own
            await client.connect()
            await client.leave()
            await lead.leave()

        room.run(body())


@pytest.mark.parametrize("proxies, forwarded, told", [
    (["127.0.0.1"], "203.0.113.{n}", True), (["127.0.0.0/8"], "203.0.113.{n}:4711", True),
    (["127.0.0.1", "fd00::/8"], "[2001:db8:{n}::1]:80, fd00::5", True), ([], "203.0.113.{n}", False),
])
def test_behind_a_proxy_wrong_codes_count_for_whoever_sent_them(tmp_path: Path, proxies: list, forwarded: str,
                                                               told: bool) -> None:
    with Server(tmp_path, settings={"trustedProxies": proxies}) as server:
        def guess(n: int) -> int:
            header = {"X-Forwarded-For": forwarded.format(n=n)}
            return server.post("/api/door", {"code": "QQQQQQ"}, headers=header).status

        with ThreadPoolExecutor(40) as pool:
            answers = [pool.submit(guess, 1) for _ in range(40)]
            # Ten are judged at once and ten wait; who comes while all places are taken is told to come again.
            assert any(answer.result() == 429 for answer in as_completed(answers))
            # Another address has its own budget, where the proxy is believed.
            assert guess(2) == (404 if told else 429)
        assert answers[0].result() == 404


def check_start(program: Path | str, work: Path, cwd: Path, path: str) -> None:
    """It finds what it serves and starts, called like this from there."""
    with subprocess.Popen(
            [program, "serve", "--sample", "--port", "0", "--data", work / "data"], cwd=cwd,
            env=os.environ | {"PATH": path}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            assert process.stdout and json.loads(process.stdout.readline())["url"]
        finally:
            process.terminate()
            assert process.wait(60) == 0


def test_the_program_finds_its_files_by_path(tmp_path: Path) -> None:
    """Called by its name only, by a link, from a folder that has nothing to do with it."""
    links = tmp_path / "bin"
    links.mkdir()
    (links / "staffroom").symlink_to(BINARY)
    for folder in (BINARY.parent, links):
        check_start("staffroom", tmp_path, cwd=tmp_path, path=f"{folder}:{os.environ['PATH']}")


def test_an_installed_program_finds_share(tmp_path: Path) -> None:
    program = tmp_path / "opt" / "bin" / "staffroom"
    program.parent.mkdir(parents=True)
    shutil.copy2(BINARY, program)
    share = tmp_path / "opt" / "share" / "staffroom"
    share.mkdir(parents=True)
    for folder in ("Web", "Config"):
        shutil.copytree(ROOT / folder, share / folder, ignore=shutil.ignore_patterns("node_modules"))
    check_start(program, tmp_path, cwd=Path("/"), path=os.environ["PATH"])


def test_sighup_drains(server: Server) -> None:
    async def body() -> None:
        await room.lead(server)
        nia, _ = await room.teacher(server, "Nia")
        assert server.process
        server.process.send_signal(signal.SIGHUP)
        await nia.gone()
        assert nia.closed[0] == 1012

    room.run(body())
    assert server.process and server.process.wait(60) == 0
    assert '"kind":"stopping"' in server.log()


def test_sighup_does_nothing_where_it_is_ignored(tmp_path: Path) -> None:
    process = subprocess.Popen(
        ["nohup", BINARY, "serve", "--sample", "--port", "0", "--data", tmp_path / "data"], cwd=ROOT,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        assert process.stdout and process.stderr
        url = json.loads(process.stdout.readline())["url"]
        process.send_signal(signal.SIGHUP)
        done = subprocess.run(["curl", "-sS", f"{url}/health"], capture_output=True, text=True)
        assert json.loads(done.stdout)["status"] == "ok" and process.poll() is None
    finally:
        process.terminate()
        assert process.wait(60) == 0
        process.stdout.close()
        process.stderr.close()


def test_account_add_names_the_server_as_it_runs(tmp_path: Path) -> None:
    """The port was given on the command line of the server only; it is free, and nobody could guess it."""
    with Server(tmp_path) as server:
        done = run("account", "add", "--role", "evaluator", "eve", "--data", server.data)
        assert done.returncode == 0, done.stderr
        link = done.stdout.strip()
        assert link.startswith(server.announcement["url"] + "/") and "#" in link
        token = link.split("=", 1)[1]
        assert server.post("/api/account/peek", {"token": token}).status == 200
        # What is said on the command line counts more.
        done = run("account", "reset", "eve", "--data", server.data, "--public-url", "HTTPS://A.example/")
        assert done.stdout.startswith("https://a.example/"), done


def test_config_start_keeps_its_data_where_git_does_not_look() -> None:
    words = (ROOT / "Config" / "start").read_text()
    assert "--data .data" in words
    done = subprocess.run(["git", "check-ignore", ".data/staffroom.db"], cwd=ROOT, capture_output=True, text=True)
    if done.returncode == 128:
        pytest.skip("this is no checkout of git")
    assert done.returncode == 0, done


def test_not_started_says_where_to_look(tmp_path: Path) -> None:
    with pytest.raises(NotStarted) as refused:
        Server(tmp_path, settings={"resources": str(tmp_path)}).start()
    assert refused.value.code == SETTINGS and "resources" in refused.value.log
