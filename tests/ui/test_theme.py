"""The family is loaded once, and a width that is remembered is the one that is measured."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication

from ui.app import application
from ui.theme import FAMILY, LOADED, font, load_fonts, width_of

NORMAL = QFont.Weight.Normal
weights = st.sampled_from([NORMAL, QFont.Weight.Medium, QFont.Weight.DemiBold])


@given(st.text(max_size=30), st.integers(8, 80), weights)
def test_a_remembered_width_is_the_one_that_is_measured(
    text: str, size_px: int, weight: QFont.Weight
) -> None:
    application()
    measured = QFontMetricsF(font(size_px, weight)).horizontalAdvance(text)
    assert [width_of(text, size_px, weight) for _ in range(2)] == [measured, measured]


def test_with_the_family_all_that_was_measured_in_another_one_is_forgotten(
    qapp: QApplication,
) -> None:
    application()
    width_of("120/80", 20, NORMAL)
    qapp.setProperty(LOADED, False)
    load_fonts()
    assert width_of.cache_info().currsize == 0
    assert QFontInfo(font(20)).family() == FAMILY


def test_asked_for_again_nothing_is_loaded_and_nothing_forgotten(qapp: QApplication) -> None:
    application()
    width_of("120/80", 20, NORMAL)
    known = width_of.cache_info().currsize
    load_fonts()
    assert width_of.cache_info().currsize == known > 0
    assert qapp.property(LOADED) is True
