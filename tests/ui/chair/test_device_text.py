"""What is said of a device: nothing that is not known, and who gives which sign."""

from __future__ import annotations

from dataclasses import replace

import pytest
from device_line_examples import CUFF, FRAME, MONITOR, OXIMETER
from hypothesis import given
from hypothesis import strategies as st

from devices.registry import DRIVERS
from monitor.vitals import VitalSign
from ui.chair.device_text import (
    BYTES_A_ROW,
    clock_text,
    error_text,
    facts,
    maker,
    may_be_taken,
    readable,
    skew_text,
    stand_by_text,
    tab_text,
    tail_rows,
    taken_text,
)
from ui.words import SENTENCES


def test_the_counts_the_round_trip_and_the_clock_are_said_in_words() -> None:
    assert dict(facts(MONITOR)) == {
        "Bytes": "1\u202f234\u202f567",
        "Frames": "8\u202f123",
        "Bad frames": "3",
        "Last frame": "0.3 s ago",
        "Round trip": "42 ms",
        "Its clock": "2 min 10 s behind",
    }


def test_what_is_not_known_is_no_figure() -> None:
    unknown = replace(OXIMETER, last_frame_age_s=None)
    said = dict(facts(unknown))
    assert said["Last frame"] == "none yet"
    assert said["Round trip"] == "it only talks"
    assert said["Its clock"] == "not told"
    assert error_text(unknown) == ""


@pytest.mark.parametrize(
    ("skew_s", "words"),
    [
        (0.0, "right"),
        (-4.0, "right"),
        (48.4, "48 s ahead"),
        (-120.0, "2 min behind"),
        (3_900.0, "1 h 5 min ahead"),
        (-3 * 86_400.0, "3 days behind"),
    ],
)
def test_the_clock_of_the_monitor_is_told_against_ours(skew_s: float, words: str) -> None:
    assert clock_text(skew_s) == words


@given(st.floats(0, 1e9))
def test_every_difference_of_clocks_has_words(seconds: float) -> None:
    assert skew_text(seconds)[0].isdigit()


@pytest.mark.parametrize("name", sorted(DRIVERS))
def test_every_driver_has_a_short_name(name: str) -> None:
    assert SENTENCES[f"maker-{name}"]
    assert maker(DRIVERS[name].source) == SENTENCES[f"maker-{name}"]


def test_a_second_one_of_a_kind_has_its_number_and_a_stranger_his_own_name() -> None:
    assert maker("device:nonin-df7#2") == "Nonin 2"
    assert maker("simulated") == "simulated"
    assert tab_text(OXIMETER) == ("Nonin", "silent")


def test_the_signs_of_a_cuff_are_one_word() -> None:
    assert taken_text(CUFF) == "Taken from here: NIBP"
    assert taken_text(MONITOR) == "Taken from here: HR, NIBP, RR"


def test_what_is_taken_from_another_monitor_stands_by_here() -> None:
    lines = (MONITOR, OXIMETER)
    assert stand_by_text(MONITOR, lines) == "Stands by: Pulse, SpO₂"
    assert stand_by_text(OXIMETER, lines) == ""
    assert stand_by_text(MONITOR, (MONITOR,)) == ""


def test_only_what_several_give_can_be_taken_and_never_a_cuff() -> None:
    lines = (MONITOR, OXIMETER, replace(CUFF, signs=((VitalSign.SBP, False),)))
    assert may_be_taken(MONITOR, lines) == (VitalSign.PULSE, VitalSign.SPO2)
    assert may_be_taken(OXIMETER, lines) == ()
    assert may_be_taken(lines[2], lines) == ()
    assert may_be_taken(MONITOR, (MONITOR,)) == ()


def test_raw_bytes_stand_in_rows_of_one_direction() -> None:
    rows = tail_rows(MONITOR.tail, 20)
    assert [way for way, _ in rows] == ["rx", "rx", "rx", "tx", "rx", "rx"]
    assert b"".join(data for way, data in rows if way == "tx") == b"?N\r\n"
    assert b"".join(data for way, data in rows if way == "rx") == FRAME * 2 + b"Hello" + FRAME


@given(
    st.lists(st.tuples(st.sampled_from(["rx", "tx"]), st.binary(max_size=99)), max_size=20),
    st.integers(0, 12),
)
def test_the_newest_bytes_are_in_the_last_rows(tail: list[tuple[str, bytes]], most: int) -> None:
    rows = tail_rows(tail, most)
    assert len(rows) <= most
    assert all(0 < len(data) <= BYTES_A_ROW for _, data in rows)
    shown = b"".join(data for _, data in rows)
    assert b"".join(data for _, data in tail).endswith(shown)


@given(st.integers(0, 255))
def test_every_byte_is_one_sign_that_can_be_read(byte: int) -> None:
    assert len(readable(byte)) == 1
    assert readable(byte).isprintable()
