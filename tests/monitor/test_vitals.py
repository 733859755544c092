"""The table of signs: complete, and its codes are real ones."""

from __future__ import annotations

import itertools

import pytest

from monitor.vitals import CUFF_SIGNS, JUDGED, SIGNS, Quality, VitalSign

NAMES_ON_DISK = "hr pulse nibp_pulse sbp dbp map spo2 rr perfusion temp abp_sys abp_dia abp_mean"


def luhn(digits: str) -> int:
    """The check digit of a LOINC code (LOINC Users' Guide, appendix C: Mod 10)."""
    doubled = "".join(
        str(int(digit) * 2) if place % 2 == 0 else digit
        for place, digit in enumerate(reversed(digits))
    )
    return -sum(int(digit) for digit in doubled) % 10


def test_every_sign_has_a_row() -> None:
    assert set(SIGNS) == set(VitalSign)


def test_the_names_on_disk_never_change() -> None:
    assert " ".join(VitalSign) == NAMES_ON_DISK


@pytest.mark.parametrize("sign", VitalSign)
def test_the_check_digit_of_every_loinc_code_is_right(sign: VitalSign) -> None:
    number, check = SIGNS[sign].loinc.split("-")
    assert int(check) == luhn(number)


def test_every_mdc_code_is_of_the_partition_of_measurements_and_stands_once() -> None:
    codes = [facts.mdc_code for facts in SIGNS.values()]
    assert {code // 65536 for code in codes} == {2}
    assert len(set(codes)) == len(codes)
    assert len({facts.mdc for facts in SIGNS.values()}) == len(codes)


@pytest.mark.parametrize("sign", VitalSign)
def test_a_range_includes_its_ends_and_nothing_beyond(sign: VitalSign) -> None:
    facts = SIGNS[sign]
    assert facts.low < facts.high
    assert facts.plausible(facts.low)
    assert facts.plausible(facts.high)
    assert not facts.plausible(facts.low - 0.1)
    assert not facts.plausible(facts.high + 0.1)
    assert not facts.plausible(float("nan"))


def test_diastolic_lies_below_mean_below_systolic_in_what_is_plausible() -> None:
    for cuff in (("dbp", "map", "sbp"), ("abp_dia", "abp_mean", "abp_sys")):
        rows = [SIGNS[VitalSign(name)] for name in cuff]
        for below, above in itertools.pairwise(rows):
            assert below.low <= above.low
            assert below.high <= above.high


def test_what_is_doubtful_is_never_judged() -> None:
    assert {Quality.GOOD, Quality.UNCONFIRMED} == JUDGED


def test_the_cuff_s_pulse_is_a_cuff_sign_and_no_stream() -> None:
    assert [str(sign) for sign in CUFF_SIGNS] == ["sbp", "dbp", "map", "nibp_pulse"]
