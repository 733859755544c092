"""The first line of the review: no word of it is cut, and its title gives way last."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot
from spoken import language

from tests.ui.page_examples import RecordingBackend, in_a_window
from tests.ui.page_sessions import example_record
from ui.ink import Scale
from ui.page_kit import Button
from ui.review.review_page import ReviewPage
from ui.review.top_row import TIGHT_PAD_PX, TopRow
from ui.theme import DARK


@pytest.fixture
def backend() -> RecordingBackend:
    return RecordingBackend([example_record("a")])


@pytest.fixture
def page(qtbot: QtBot, backend: RecordingBackend) -> Iterator[ReviewPage]:
    made = ReviewPage(backend, DARK)
    window = in_a_window(made, 1600, 830)
    qtbot.addWidget(window)
    made.reload()
    yield made
    window.hide()


def whole(button: Button, row: TopRow) -> bool:
    """All its words are seen, in the row."""
    words = QFontMetricsF(button.font()).horizontalAdvance(button.text())
    left = button.mapTo(row, QPoint(0, 0)).x()
    inside = left >= 0 and left + button.width() <= row.width()
    return inside and words + 2 * TIGHT_PAD_PX <= button.width()


@pytest.mark.parametrize("spoken", ["en", "de"])
@pytest.mark.parametrize("width", [1024, 1280, 1920])
@pytest.mark.parametrize("form", [False, True])
def test_no_word_of_the_first_line_is_cut(
    qtbot: QtBot, backend: RecordingBackend, spoken: str, width: int, form: bool
) -> None:
    with language(spoken):
        page = ReviewPage(backend, DARK)
        window = in_a_window(page, width, 470)
        qtbot.addWidget(window)
        page.set_scale(Scale.of(width, round(width * 0.5625)))
        page.reload()
        page.show_session("a")
        page.session.whole.show()
        page.session.form.setVisible(form)
        top = page.top
        shown = top.buttons(shown=True)
        assert (page.session.form in shown) is form
        qtbot.waitUntil(lambda: all(whole(button, top) for button in shown))
        assert top.tight is (width == 1024)
        assert top.title.isHidden() is (width == 1024 and form), "it gives way last"
        window.hide()


def test_what_the_first_line_gave_up_comes_back_with_the_room(
    qtbot: QtBot, page: ReviewPage
) -> None:
    page.show_session("a")
    top = page.top
    usual = page.leave.font().pixelSize()
    page.resize(900, 600)
    qtbot.waitUntil(lambda: top.tight)
    assert page.leave.font().pixelSize() < usual
    page.resize(1600, 830)
    qtbot.waitUntil(lambda: not top.tight)
    assert page.leave.font().pixelSize() == usual
    assert not top.title.isHidden()
