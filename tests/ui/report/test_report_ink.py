"""Words on paper: they fit, they are parted where people part them, and it is known where."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter

from ui.app import application
from ui.report.ink import ELLIPSIS, Ink

SIZE = 3.0
quick = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
typed = st.text(st.characters(categories=("L", "N", "P", "Zs"), max_codepoint=0x24F), max_size=120)


@pytest.fixture
def ink() -> Iterator[Ink]:
    application()
    image = QImage(800, 800, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(4.0, 4.0)
    yield Ink(painter)
    painter.end()


@quick
@given(text=typed, room=st.floats(1.0, 150.0))
def test_what_is_fitted_fits(ink: Ink, text: str, room: float) -> None:
    fitted = ink.fitted(text, room, SIZE)
    assert ink.width(fitted, SIZE) <= room + 1e-6
    assert fitted in {" ".join(text.split()), ""} or fitted.endswith(ELLIPSIS)


@quick
@given(text=typed, room=st.floats(8.0, 150.0), most=st.integers(1, 6))
def test_what_is_wrapped_fits_and_nothing_is_lost_unsaid(
    ink: Ink, text: str, room: float, most: int
) -> None:
    lines = ink.wrapped(text, room, SIZE, most)
    assert len(lines) <= most
    assert all(ink.width(line, SIZE) <= room + 1e-6 for line in lines)
    if lines and not lines[-1].endswith(ELLIPSIS):
        told = "".join("".join(lines).split()).replace("·", "")
        assert told == "".join(text.split()).replace("·", "")


def test_a_line_is_parted_between_its_parts(ink: Ink) -> None:
    text = "4.05 mL by the pump · calculated 2.94 mL · more than 5 % apart"
    room = ink.width("4.05 mL by the pump · calculated 2.94", SIZE)
    lines = ink.wrapped(text, room, SIZE, 3)
    assert lines[0] == "4.05 mL by the pump"
    assert lines[1].startswith("calculated")


def test_a_silent_ink_measures_and_writes_nothing(ink: Ink) -> None:
    hushed = ink.hushed()
    hushed.write(10.0, 10.0, "words", SIZE)
    assert hushed.written == []
    assert hushed.width("words", SIZE) == ink.width("words", SIZE) > 0.0


def test_it_is_known_where_words_were_put(ink: Ink) -> None:
    ink.right(100.0, 20.0, "124", SIZE)
    ink.middle(50.0, 40.0, "76", SIZE)
    (one, first), (other, second) = ink.written
    assert (first, second) == ("124", "76")
    assert one.right() == pytest.approx(100.0)
    assert one.top() < 20.0 < one.bottom()
    assert other.center().x() == pytest.approx(50.0)
