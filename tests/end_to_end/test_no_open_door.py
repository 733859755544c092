"""Nothing listens on the network unless somebody asks for it, and then on this computer only."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator

import psutil
import pytest
from helpers import ROOT, wait_until
from real_program import PATIENCE_S, Running, needs_pty

IMPOSSIBLE_PORT = 65_536


def family(running: Running) -> list[psutil.Process]:
    """The program and every process that it started."""
    program = psutil.Process(running.process.pid)
    return [program, *program.children(recursive=True)]


def listening(running: Running) -> Iterator[tuple[str, int]]:
    """Address and port of every socket at which somebody could call."""
    for process in family(running):
        for door in process.net_connections(kind="inet"):
            # A datagram has no state: a bound socket without a partner takes any.
            if door.status == psutil.CONN_LISTEN or (not door.raddr and door.laddr):
                yield door.laddr.ip, door.laddr.port


def sounds(running: Running) -> bool:
    """The window has come as far as its sound process, which it starts last."""
    return any("annunciator" in " ".join(one.cmdline()) for one in family(running)[1:])


@pytest.mark.parametrize("command", [(), ("demo",)], ids=["window", "demo"])
def test_the_window_and_its_sound_process_listen_to_nobody(
    command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setenv("CHAIRSIDE_PASSPHRASE", "a passphrase of a test")
    with Running(*command) as running:
        wait_until(lambda: sounds(running), PATIENCE_S, "the sound process")
        assert list(listening(running)) == []
        running.kill()


def test_a_simulated_monitor_on_tcp_can_be_called_from_this_computer_only() -> None:
    with Running("simulate", "--driver", "ivy-450c", "--tcp", 0) as running:
        url = running.until_said("socket://")
        assert "127.0.0.1" in url
        doors = list(listening(running))
        assert [address for address, _ in doors] == ["127.0.0.1"]
        assert 0 < doors[0][1] < IMPOSSIBLE_PORT
        running.stop()


@needs_pty
def test_a_simulated_monitor_on_a_pseudo_terminal_listens_to_nobody() -> None:
    with Running("simulate", "--driver", "ivy-450c", "--pty") as running:
        running.until_said("/")
        assert list(listening(running)) == []
        running.stop()


def test_only_a_simulated_monitor_has_a_door_in_its_code() -> None:
    opened = re.compile(
        r"create_server|\.bind\(|\.listen\(\d|QTcpServer|QLocalServer|http\.server"
    )
    found = {
        path.relative_to(ROOT).as_posix()
        for folder in ("monitor", "devices", "data", "ui")
        for path in (ROOT / folder).rglob("*.py")
        if opened.search(path.read_text(encoding="utf-8"))
    }
    assert found == {"devices/simulated/wire/outlets.py"}


def test_the_look_for_open_doors_finds_one() -> None:
    """A check that cannot fail would be none."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        own = psutil.Process().net_connections(kind="inet")
        assert door.getsockname()[1] in {
            one.laddr.port for one in own if one.status == psutil.CONN_LISTEN
        }
