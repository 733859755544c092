from __future__ import annotations

from dataclasses import replace

import pytest
from helpers import in_chunks
from hypothesis import given
from hypothesis import strategies as st
from line_driver import heart_rate, line_driver
from served import monitor

from devices.probe_evidence import Account, account, best, without_echo
from devices.registry import DRIVERS
from monitor.vitals import VitalSign

LINE = line_driver()


def made(name: str, explained: int, unexplained: int = 0, errors: int = 0) -> Account:
    driver = replace(LINE, name=name)
    return Account(driver, 1, explained, unexplained, errors, (), cuff_result=False)


def names(accounts: tuple[Account, ...]) -> list[str]:
    return [one.driver.name for one in accounts]


def test_whole_frames_explain_their_bytes_and_show_their_last_value() -> None:
    told = account(LINE, heart_rate(80) + heart_rate(81))
    assert (told.frames, told.explained, told.unexplained, told.errors) == (2, 16, 0, 0)
    assert told.values == ((VitalSign.HR, 81.0),)
    assert told.understands
    assert not told.cuff_result


def test_what_a_driver_complains_about_is_not_explained() -> None:
    told = account(LINE, b"what is this?\r\n" + heart_rate(80))
    assert (told.explained, told.unexplained, told.errors) == (8, 15, 1)
    assert not told.understands


def test_half_a_frame_at_the_end_is_held_against_nobody() -> None:
    told = account(LINE, heart_rate(80) + b"HR 08")
    assert (told.explained, told.unexplained) == (8, 0)


def test_a_check_value_that_fits_by_chance_is_no_evidence() -> None:
    contec = DRIVERS["contec-cms50"]
    frame = bytes.fromhex("01 E0 85 B3 96 C1 E1 FF FF")
    told = account(contec, bytes(range(1, 128)) * 20 + frame)
    assert told.frames >= 1
    assert not told.understands


def test_a_cuff_result_is_told() -> None:
    cuff = monitor("omron-hbp9030")()
    heard = b"".join(cuff.due(float(second)) for second in range(10))
    told = account(DRIVERS["omron-hbp9030"], heard)
    assert told.cuff_result
    assert [sign for sign, _ in told.values] == [VitalSign.SBP, VitalSign.DBP]


def test_our_own_questions_are_taken_out() -> None:
    assert without_echo(b"ab?ab??", [b"?", b"??"]) == b"abab"
    berry = DRIVERS["berry-pm6750"]
    sent = [message for message, _ in berry.sends]
    assert account(berry, b"".join(sent)).frames > 0
    assert account(berry, b"".join(sent), sent).frames == 0


def test_who_explains_more_wins_then_who_complains_less() -> None:
    assert names(best([made("a", 10), made("b", 20)])) == ["b"]
    assert names(best([made("a", 20, 4, 4), made("b", 20)])) == ["b"]
    assert names(best([made("a", 20, 0, 1), made("b", 20)])) == ["b"]


def test_equals_are_all_named_and_who_does_not_understand_is_not() -> None:
    assert names(best([made("a", 20), made("b", 20), made("c", 5, 50)])) == ["a", "b"]
    assert best([made("c", 5, 50)]) == ()
    assert best([]) == ()


@pytest.mark.parametrize("name", DRIVERS)
@given(data=st.binary(max_size=400))
def test_any_bytes_make_an_account_of_no_more_than_them(name: str, data: bytes) -> None:
    told = account(DRIVERS[name], data)
    assert 0 <= told.explained + told.unexplained <= len(data)


@given(st.lists(st.sampled_from([heart_rate(80), b"OK\r\n", b"?\r\n"]), max_size=30))
def test_the_account_is_that_of_the_frames(lines: list[bytes]) -> None:
    data = b"".join(lines)
    assert data == b"".join(in_chunks(data, 7))
    told = account(LINE, data)
    assert told.errors == lines.count(b"?\r\n")
    assert told.explained == sum(len(line) for line in lines if line != b"?\r\n")
