"""What the system says about its output, in the words of its own tools."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from helpers import wait_until
from hypothesis import given
from hypothesis import strategies as st

from devices.mixer import MixerWatch, Output, ask_system, output_state

SINK = "@DEFAULT_SINK@"
LOUD = (
    "Volume: front-left: 27525 /  42% / -22.61 dB,   front-right: 27525 /  42% / -22.61 dB\n"
    "        balance 0.00\n"
)
NOTHING = "Volume: front-left: 0 /   0% / -inf dB,   front-right: 0 /   0% / -inf dB\n"
ALSA = """Simple mixer control 'Master',0
  Capabilities: pvolume pswitch
  Playback channels: Front Left - Front Right
  Limits: Playback 0 - 65536
  Mono:
  Front Left: Playback {0} [{1}%] [{2}]
  Front Right: Playback {0} [{1}%] [{2}]
"""
MONO = "  Mono: Playback 55 [63%] [-18.00dB] [off]\n"


def pulse(sink: str, mute: str, volume: str) -> dict[tuple[str, ...], str]:
    return {
        ("pactl", "get-default-sink"): sink,
        ("pactl", "get-sink-mute", SINK): mute,
        ("pactl", "get-sink-volume", SINK): volume,
    }


def answers(told: dict[tuple[str, ...], str]) -> Callable[[Sequence[str]], str | None]:
    return lambda command: told.get(tuple(command))


@pytest.mark.parametrize(
    ("told", "state"),
    [
        (pulse("alsa_output.pci\n", "Mute: no\n", LOUD), Output.AUDIBLE),
        (pulse("alsa_output.pci\n", "Mute: yes\n", LOUD), Output.MUTED),
        (pulse("alsa_output.pci\n", "Mute: no\n", NOTHING), Output.MUTED),
        (pulse("auto_null\n", "Mute: no\n", LOUD), Output.ABSENT),
        (pulse("alsa_output.pci\n", "Mute: no\n", "no volume"), Output.UNKNOWN),
        ({("pactl", "get-sink-volume", SINK): LOUD}, Output.UNKNOWN),
        ({("pactl", "get-sink-mute", SINK): "Mute: yes\n"}, Output.MUTED),
        ({}, Output.UNKNOWN),
    ],
)
def test_what_pulseaudio_says(told: dict[tuple[str, ...], str], state: Output) -> None:
    assert output_state("PulseAudio", answers(told)) is state


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (ALSA.format(45000, 69, "on"), Output.AUDIBLE),
        (ALSA.format(45000, 69, "off"), Output.MUTED),
        (ALSA.format(0, 0, "on"), Output.MUTED),
        (MONO, Output.MUTED),
        (MONO.replace("off", "on"), Output.AUDIBLE),
        ("amixer: Unable to find simple control 'Master',0\n", Output.UNKNOWN),
        ("", Output.UNKNOWN),
    ],
)
def test_what_alsa_says(answer: str, state: Output) -> None:
    assert output_state("ALSA", answers({("amixer", "sget", "Master"): answer})) is state


@pytest.mark.parametrize("backend", ["Null", "JACK", "WASAPI", "Core Audio", ""])
def test_other_outputs_are_not_asked(backend: str) -> None:
    def never(command: Sequence[str]) -> str | None:
        raise AssertionError(f"{command} was asked")

    assert output_state(backend, never) is Output.UNKNOWN


@given(
    st.sampled_from(["PulseAudio", "ALSA"]),
    st.none() | st.text().filter(lambda text: "%" not in text),
)
def test_an_answer_that_is_not_plain_is_never_a_muted_output(
    backend: str, answer: str | None
) -> None:
    assert output_state(backend, lambda _command: answer) is Output.UNKNOWN


# ---- the tools themselves

posix = pytest.mark.skipif(os.name != "posix", reason="needs programs that are shell scripts")
linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has these tools")


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs that is looked into first."""
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    return tmp_path


def install(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="ascii")
    path.chmod(0o755)


@posix
def test_a_tool_is_asked_in_the_language_that_we_read(tools: Path) -> None:
    install(tools, "pactl", 'echo "$LC_ALL $*"')
    assert ask_system(("pactl", "get-sink-mute", SINK)) == f"C get-sink-mute {SINK}\n"


@posix
def test_a_tool_that_fails_or_is_missing_says_nothing(tools: Path) -> None:
    install(tools, "pactl", "echo 'Mute: yes'; exit 1")
    assert ask_system(("pactl", "get-sink-mute", SINK)) is None
    assert ask_system(("no-such-tool-anywhere",)) is None


@posix
def test_a_tool_that_hangs_is_not_waited_for(tools: Path) -> None:
    install(tools, "pactl", "exec sleep 60")
    began = time.monotonic()
    assert ask_system(("pactl", "get-default-sink")) is None
    assert time.monotonic() - began < 10.0


@linux
def test_the_watch_notices_a_mute_and_its_end(tools: Path) -> None:
    switch = tools / "switch"
    switch.write_text("Mute: no", encoding="ascii")
    install(
        tools,
        "pactl",
        f'case "$1" in get-sink-mute) cat {switch};; get-sink-volume) echo "/ 40% /";;'
        " *) echo sink;; esac",
    )
    watch = MixerWatch(every_s=0.02)
    assert watch.state is Output.UNKNOWN
    watch.follow("PulseAudio")
    wait_until(lambda: watch.state is Output.AUDIBLE)
    switch.write_text("Mute: yes", encoding="ascii")
    wait_until(lambda: watch.state is Output.MUTED)
    watch.follow("Null")
    assert watch.state is Output.UNKNOWN, "what was known was about another output"
    watch.close()
    assert watch.state is Output.UNKNOWN


def test_a_watch_that_never_began_can_be_closed() -> None:
    MixerWatch().close()
