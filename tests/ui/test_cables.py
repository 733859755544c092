"""The devices of one session: their sources, their ports, and how a session finds them again."""

from __future__ import annotations

import os
import sys
import tty
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from helpers import wait_until
from hypothesis import given
from hypothesis import strategies as st
from pictures import baseline, said

from data.capture_file import CaptureWriter
from devices.registry import DRIVERS
from devices.session import Parity
from monitor.commands import AllowCuff
from monitor.events import Heard, LinkChanged
from monitor.outcomes import Refused
from ui.black_box import wires_in
from ui.cables import (
    Cables,
    asked_anew,
    line_at,
    plugs_again,
    plugs_for,
    sources_of,
    want_reachable,
)
from ui.requests import DeviceRequest, Refusal, WrongEntry

CUFF = DeviceRequest("/dev/cuff", "dinamap")
OXIMETER = DeviceRequest("/dev/oximeter", "nonin-df7")


@given(st.lists(st.sampled_from(list(DRIVERS)), max_size=6))
def test_no_two_devices_have_the_same_source(names: list[str]) -> None:
    sources = sources_of(DRIVERS[name] for name in names)
    assert len(set(sources)) == len(names)
    facts = [
        plug.facts
        for plug in plugs_for(
            [DeviceRequest(str(n), name) for n, name in enumerate(names)] or [CUFF]
        )
    ]
    assert len({one.label for one in facts}) == len(facts)


def test_the_second_of_a_kind_is_told_apart() -> None:
    driver = DRIVERS["ivy-450c"]
    assert sources_of([driver, DRIVERS["dinamap"], driver, driver]) == [
        "device:ivy-450c",
        "device:dinamap",
        "device:ivy-450c#2",
        "device:ivy-450c#3",
    ]


def test_the_order_in_which_devices_are_asked_for_is_their_priority() -> None:
    plugs = plugs_for([OXIMETER, CUFF])
    assert [(plug.url, plug.facts.source) for plug in plugs] == [
        ("/dev/oximeter", "device:nonin-df7"),
        ("/dev/cuff", "device:dinamap"),
    ]


@pytest.mark.parametrize(
    ("devices", "words"),
    [
        ([], "No monitor was chosen"),
        ([CUFF, replace(OXIMETER, url=CUFF.url)], "/dev/cuff was given for two monitors"),
        ([replace(CUFF, driver="dinamapp")], "did you mean 'dinamap'"),
    ],
)
def test_devices_that_cannot_be_are_refused(devices: list[DeviceRequest], words: str) -> None:
    with pytest.raises(WrongEntry, match=words):
        plugs_for(devices)


def test_a_cuff_may_be_started_only_where_it_was_asked_for_and_can_be() -> None:
    asked = [replace(device, may_start_cuff=True) for device in (CUFF, OXIMETER)]
    assert [plug.facts.may_start_cuff for plug in plugs_for(asked)] == [True, False]
    assert [plug.facts.can_start_cuff for plug in plugs_for([CUFF, OXIMETER])] == [True, False]
    assert not any(plug.facts.may_start_cuff for plug in plugs_for([CUFF, OXIMETER]))


def test_the_speed_of_a_line_brings_the_settings_that_belong_to_it() -> None:
    s5 = DRIVERS["ge-s5"]
    assert line_at(s5, None) == s5.line
    fast = line_at(s5, 115200)
    assert (fast.baud, fast.parity, fast.rtscts) == (115200, Parity.EVEN, True)
    assert line_at(s5, 4800) == replace(s5.line, baud=4800)
    (plug,) = plugs_for([DeviceRequest("/dev/x", "par-nibp2010", baud=19200)])
    assert plug.line.baud == 19200


# ---- a session that goes on

KNOWN = tuple(plug.facts for plug in plugs_for([OXIMETER, CUFF]))


@pytest.mark.parametrize(
    "devices",
    [
        (OXIMETER, CUFF),
        (CUFF, OXIMETER),
        (replace(OXIMETER, driver=""), replace(CUFF, driver="")),
        (replace(OXIMETER, driver=""), CUFF),
        (CUFF, replace(OXIMETER, driver="")),
    ],
)
def test_a_session_finds_its_devices_again_in_any_order(
    devices: tuple[DeviceRequest, ...],
) -> None:
    plugs = plugs_again("s-1", KNOWN, devices)
    assert [(plug.url, plug.facts) for plug in plugs] == [
        ("/dev/oximeter", KNOWN[0]),
        ("/dev/cuff", KNOWN[1]),
    ]


def test_a_session_may_go_on_with_less_but_not_with_another_monitor() -> None:
    (plug,) = plugs_again("s-1", KNOWN, (CUFF,))
    assert plug.facts == KNOWN[1]
    for wrong in (
        (DeviceRequest("/dev/a", "ge-s5"),),
        (OXIMETER, replace(OXIMETER, url="/dev/b")),
        (OXIMETER, CUFF, DeviceRequest("/dev/c", "")),
    ):
        with pytest.raises(WrongEntry, match="session s-1; it goes on with nonin-df7, dinamap"):
            plugs_again("s-1", KNOWN, wrong)
    with pytest.raises(WrongEntry):
        plugs_again("s-1", KNOWN, ())


def test_whether_a_cuff_may_be_started_is_asked_anew() -> None:
    source = KNOWN[1].source
    before = frozenset({source})
    without = plugs_again("s-1", KNOWN, (OXIMETER, CUFF))
    with_it = plugs_again("s-1", KNOWN, (OXIMETER, replace(CUFF, may_start_cuff=True)))
    assert asked_anew(without, before, "AK") == [AllowCuff(source, allowed=False, by="AK")]
    assert asked_anew(with_it, frozenset(), "AK") == [AllowCuff(source, allowed=True, by="AK")]
    assert asked_anew(with_it, before, "AK") == asked_anew(without, frozenset(), "AK") == []


# ---- on real ports

needs_pty = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")


@pytest.fixture
def ports() -> Iterator[tuple[str, str]]:
    """Two ports on which nobody speaks."""
    pairs = [os.openpty() for _ in range(2)]
    for _line, port in pairs:
        tty.setraw(port)
    yield os.ttyname(pairs[0][1]), os.ttyname(pairs[1][1])
    for pair in pairs:
        for end in pair:
            os.close(end)


@needs_pty
def test_the_port_that_cannot_be_opened_is_named(ports: tuple[str, str], tmp_path: Path) -> None:
    there = replace(CUFF, url=ports[0])
    want_reachable(plugs_for([there, replace(OXIMETER, url=ports[1])]))
    missing = str(tmp_path / "missing")
    with pytest.raises(Refusal, match="missing"):
        want_reachable(plugs_for([there, replace(OXIMETER, url=missing)]))


@needs_pty
def test_the_links_of_a_session_begin_and_end_together(
    ports: tuple[str, str], tmp_path: Path
) -> None:
    heard: list[Heard] = []
    path = tmp_path / "s.capture"
    plugs = plugs_for([replace(CUFF, url=ports[0]), replace(OXIMETER, url=ports[1])])
    with closing(
        Cables(plugs, CaptureWriter(path), lambda _at, events: heard.extend(events), frozenset())
    ) as cables:
        assert [line.state for line in cables.lines()] == ["waiting", "waiting"]
        cables.start()
        wait_until(lambda: len(heard) == 2, timeout_s=10.0, what="two silences")
        assert {one.source for one in heard if isinstance(one, LinkChanged)} == {
            "device:dinamap",
            "device:nonin-df7",
        }
        cables.stop()
        cables.join()
    assert [wire.source for wire in wires_in(path, None)] == ["device:dinamap", "device:nonin-df7"]


@needs_pty
def test_what_people_allowed_is_on_the_panel(ports: tuple[str, str], tmp_path: Path) -> None:
    plugs = plugs_for([replace(CUFF, url=ports[0])])
    published = said(baseline())
    on = AllowCuff("device:dinamap", allowed=True, by="AK")
    refused = (Refused("allow-cuff", "cuff-cannot"),)
    with closing(
        Cables(plugs, CaptureWriter(tmp_path / "s.capture"), lambda *_: None, frozenset())
    ) as cables:
        seen = []
        for event, outcomes in (
            (on, refused),
            (on, ()),
            (replace(on, source="device:ge-s5"), ()),
            (replace(on, allowed=False), ()),
        ):
            cables.follow(replace(published, event=event, outcomes=outcomes))
            seen.append(cables.lines()[0].may_start_cuff)
        cables.accept("device:nobody")
    assert seen == [False, True, True, False]
