"""Every driver against a bad line: a little of it here, ten million bytes each in `make soak`."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from random import Random

import pytest
from every_wire import WIRE
from fuzz_trial import kept_by, tried
from fuzzing import DAMAGES, FUZZED, RESEALED, noise, spoken

from devices.registry import DRIVERS

A_LITTLE = 100_000
ALL = 10_000_000

every_name = pytest.mark.parametrize("name", FUZZED)


@every_name
def test_a_bad_line_brings_no_exception_no_nonsense_and_no_growth(name: str) -> None:
    found = tried(name, A_LITTLE)
    assert found.size >= A_LITTLE
    assert found.errors > 20
    assert found.recoveries >= 4


@pytest.mark.soak
@every_name
def test_ten_million_bytes_of_a_bad_line(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    begin = time.perf_counter()
    found = tried(name, ALL, seed=2)
    took_s = time.perf_counter() - begin
    assert found.size >= ALL
    assert found.swallowed <= found.recoveries / 100
    with capsys.disabled():
        print(f"\nfuzz {name}: {found} in {took_s:.0f} s")  # noqa: T201


@every_name
def test_the_noise_is_the_same_each_time_and_damages_most_of_what_it_plays(name: str) -> None:
    pieces = list(noise(name, 20_000, 5))
    assert pieces == list(noise(name, 20_000, 5))
    assert pieces != list(noise(name, 20_000, 6))
    frames = set(FUZZED[name][1].frames)
    assert len([piece for piece in pieces if piece not in frames]) > len(pieces) / 2


@pytest.mark.parametrize("name", RESEALED)
def test_a_frame_that_is_resealed_without_damage_is_the_frame(name: str) -> None:
    frames = WIRE[name].frames
    resealed = [RESEALED[name](frame, lambda inner: inner) for frame in frames]
    # A frame that has no check value gets one: live pressures of a PAR, records without SOH.
    assert len(set(resealed) & set(frames)) >= len(frames) / 2


@pytest.mark.parametrize("name", DRIVERS)
def test_the_noise_plays_what_the_virtual_monitor_says(name: str) -> None:
    said = spoken(name)
    assert said
    assert set(said) & set(itertools.islice(noise(name, 400_000, 1), 4000))


@pytest.mark.parametrize("damage", DAMAGES)
def test_each_kind_of_damage_changes_something(damage: Callable[..., bytes]) -> None:
    line = b"NIBP=4;121;75;92;80;;"
    assert any(damage(line, Random(seed)) != line for seed in range(9))


def test_what_a_conversation_keeps_is_counted() -> None:
    held = [bytes(50_000), {"text": "x" * 10_000}]
    assert 60_000 < kept_by(held) < 61_000
