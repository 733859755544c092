"""Vials and pumps of a day, in rows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from data.day_book import LedgerLine, PumpLine
from ui.clinic_day.closing_facts import UNKNOWN, ledger_rows, ledger_words, pump_rows
from ui.words import say

MG = st.floats(0.0, 500.0).map(lambda mg: round(mg, 1))


def test_what_is_missing_stands_in_its_row_and_in_the_sum() -> None:
    lines = (LedgerLine("L1", "", 80, 70, 10), LedgerLine("A2", "0042", 50, 41, 0))
    assert ledger_rows(lines) == (
        ("L1", "80.0", "70.0", "10.0", "0.0"),
        (say("day-lot-vial", "A2", "0042"), "50.0", "41.0", "0.0", "9.0"),
        (say("day-sum"), "130.0", "111.0", "10.0", "9.0"),
    )
    assert ledger_words(lines) == say("day-ledger-missing", "9.0")


def test_one_vial_has_no_sum_and_a_nameless_one_says_so() -> None:
    assert ledger_rows([LedgerLine("", "", 50, 50, 0)])[0][0] == say("day-lot-none")
    assert len(ledger_rows([LedgerLine("L1", "", 50, 50, 0)])) == 1


def test_a_surplus_of_one_lot_never_hides_what_another_lacks() -> None:
    lines = (LedgerLine("L1", "", 50, 40, 0), LedgerLine("L2", "", 50, 60, 0))
    assert ledger_rows(lines)[-1][-1] == "0.0"
    assert say("day-ledger-missing", "10.0") in ledger_words(lines)
    assert say("day-ledger-over", "10.0") in ledger_words(lines)


@given(MG, MG)
def test_what_comes_out_even_says_so(given_mg: float, wasted_mg: float) -> None:
    line = LedgerLine("L1", "", given_mg + wasted_mg, given_mg, wasted_mg)
    assert ledger_words([line]) == say("day-ledger-right")
    assert ledger_rows([line])[0][-1] == "0.0"


def test_a_pump_whose_volume_nobody_entered_leaves_no_sum() -> None:
    rows = pump_rows([PumpLine("s-1", "1", 4.1, 4.15), PumpLine("s-2", "2", 4.0, None)])
    assert rows == (
        ("#1", "4.10", "4.15"),
        ("#2", "4.00", say("day-pump-untold")),
        (say("day-sum"), "8.10", UNKNOWN),
    )
    assert pump_rows([PumpLine("s-1", "1", None, 4.0)]) == (("#1", UNKNOWN, "4.00"),)
