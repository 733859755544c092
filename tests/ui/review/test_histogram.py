"""How the values of many sessions are spread, drawn and said."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.ui.page_examples import in_a_window
from ui.review.clinic_figures import Measure, Spread
from ui.review.histogram import Histogram
from ui.theme import DARK

SPREAD = Spread(212, 138.4, 148.2, 158.6, 100.0, 10.0, (1, 4, 9, 40, 80, 50, 20, 6, 2))


def test_it_says_how_many_and_where_the_middle_is(qtbot: QtBot) -> None:
    made = Histogram(DARK, Measure.PEAK_SBP)
    qtbot.addWidget(made)
    made.show_spread(SPREAD)
    assert made.accessibleName() == (
        "Peak SBP, mmHg: 212 values, median 148, quartiles 138 and 159"
    )


def test_too_few_are_said_in_words(qtbot: QtBot) -> None:
    made = Histogram(DARK, Measure.ANSWER)
    qtbot.addWidget(made)
    made.show_spread(None)
    assert made.accessibleName() == "Alarm to answer, s: from fewer than 5 sessions"


def test_figures_have_the_digits_of_their_measure_and_a_true_minus(qtbot: QtBot) -> None:
    dose, rise = Histogram(DARK, Measure.DOSE), Histogram(DARK, Measure.RISE_SBP)
    qtbot.addWidget(dose)
    qtbot.addWidget(rise)
    assert (dose.text(0.5), dose.edge_text(0.1 * 3)) == ("0.50", "0.3")
    assert (rise.text(-4.2), rise.edge_text(-10.0)) == ("−4", "−10")


def test_it_is_painted_with_bars_and_without(qtbot: QtBot) -> None:
    made = Histogram(DARK, Measure.PEAK_SBP)
    window = in_a_window(made, 400, 150)
    qtbot.addWidget(window)
    empty = made.grab().toImage()
    made.show_spread(SPREAD)
    full = made.grab().toImage()
    assert empty != full
    made.growth = 1.28
    made.show_spread(Spread(5, 1.0, 1.0, 1.0, 0.0, 10.0, (5,)))
    assert made.grab().toImage() != full
    window.hide()
