"""What a scanner types and what a hand types are told apart, whatever comes in between."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.scanner import GAP_S, LEAST, MOST, Heard, Wedge

LABELS = st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=LEAST, max_size=80)
QUICK = st.floats(0.0, GAP_S * 0.98)
SLOW = st.floats(GAP_S * 1.02, 5.0)


def typed(wedge: Wedge, text: str, gaps: list[float], at: float) -> tuple[list[str], float]:
    """What each key said about the burst before it, and when the last one came."""
    before = []
    for number, character in enumerate(text):
        at += gaps[number % len(gaps)]
        before.append(wedge.feed(character, at))
    return before, at


@given(LABELS, st.lists(QUICK, min_size=1, max_size=8), SLOW)
def test_what_is_typed_quickly_and_ended_by_enter_is_a_scan(label, gaps, start):
    wedge = Wedge()
    before, at = typed(wedge, label, gaps, start)
    assert not any(before)
    assert wedge.end(at + gaps[0]) == (Heard.SCAN, label)
    assert wedge.rest() == (Heard.NOTHING, "")


@given(LABELS, st.lists(SLOW, min_size=1, max_size=8))
def test_what_a_hand_types_is_never_a_scan_and_no_key_is_lost(label, gaps):
    wedge = Wedge()
    before, at = typed(wedge, label, gaps, 0.0)
    assert "".join(before) + wedge.text == label
    assert wedge.end(at + gaps[0]) == (Heard.NOTHING, "")
    assert wedge.rest() == (Heard.KEY, label[-1])


@given(LABELS, QUICK, SLOW)
def test_a_scan_after_a_key_of_a_hand_takes_nothing_of_it(label, quick, slow):
    wedge = Wedge()
    wedge.feed("7", 0.0)
    before, at = typed(wedge, label, [quick], slow)
    first = before[0] if quick + slow > GAP_S else "7"
    assert first == "7"
    assert wedge.end(at) == (Heard.SCAN, label)


@given(st.text("0123456789", min_size=2, max_size=LEAST - 1), QUICK)
def test_a_short_burst_is_nobodys(digits, quick):
    wedge = Wedge()
    _, at = typed(wedge, digits, [quick], 1.0)
    assert wedge.end(at) == (Heard.STRAY, digits)


def test_a_burst_that_nothing_ends_does_nothing():
    wedge = Wedge()
    typed(wedge, "20417", [0.001], 1.0)
    assert wedge.rest() == (Heard.STRAY, "20417")


def test_enter_that_comes_too_late_ends_nothing():
    wedge = Wedge()
    _, at = typed(wedge, "20417", [0.001], 1.0)
    assert wedge.end(at + 2 * GAP_S)[0] is Heard.NOTHING


def test_what_is_endless_is_no_label_and_takes_no_memory():
    wedge = Wedge()
    _, at = typed(wedge, "8" * 5000, [0.001], 1.0)
    assert len(wedge.text) == MOST + 1
    assert wedge.end(at)[0] is Heard.STRAY


def test_a_clock_that_goes_back_begins_a_new_burst():
    wedge = Wedge()
    wedge.feed("1", 100.0)
    assert wedge.feed("2", 50.0) == "1"
