"""A window is only tried where somebody can see it; else one sentence says what to do."""

from __future__ import annotations

import contextlib
import socket
import sys
from collections.abc import Iterator

import pytest

from ui.cli import run
from ui.displays import FIRST_PORT, can_show

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is asked")
LAST = 59_000
"""A number that no display of a person has; its port is one that a program may listen on."""


@contextlib.contextmanager
def listening(family: socket.AddressFamily, place: str | tuple[str, int]) -> Iterator[None]:
    with socket.socket(family, socket.SOCK_STREAM) as server:
        server.bind(place)
        server.listen()
        yield


def test_without_a_display_there_is_no_window() -> None:
    assert not can_show({})
    assert not can_show({"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""})


def test_whoever_chose_how_it_is_drawn_or_has_wayland_is_believed() -> None:
    assert can_show({"QT_QPA_PLATFORM": "offscreen"})
    assert can_show({"WAYLAND_DISPLAY": "wayland-0"})
    assert can_show({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": f":{LAST}"})


@pytest.mark.parametrize("display", [f":{LAST}", f":{LAST}.0", f"unix:{LAST}", ":65535"])
def test_a_display_of_this_computer_that_nobody_answers_for_is_none(display: str) -> None:
    assert not can_show({"DISPLAY": display})


@pytest.mark.parametrize("display", ["elsewhere:0", "10.0.0.7:0.0", "/private/tmp/x:0"])
def test_one_of_another_computer_is_believed(display: str) -> None:
    assert can_show({"DISPLAY": display})


@pytest.mark.parametrize("display", [f":{LAST}", f":{LAST}.0", f"unix:{LAST}"])
def test_one_that_listens_is_found_whatever_screen_of_it_is_named(display: str) -> None:
    with listening(socket.AF_UNIX, f"\0/tmp/.X11-unix/X{LAST}"):
        assert can_show({"DISPLAY": display})
    assert not can_show({"DISPLAY": display})


def test_one_that_listens_at_its_port_is_found() -> None:
    with listening(socket.AF_INET, ("127.0.0.1", FIRST_PORT + LAST)):
        assert can_show({"DISPLAY": f":{LAST}"})


@pytest.mark.parametrize("arguments", [[], ["demo"], ["train"]])
def test_a_command_with_a_window_says_so_in_a_sentence(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", f":{LAST}")
    assert run(arguments) == 1
    said = capsys.readouterr().err
    assert "no display" in said
    assert said.count("\n") == 1
