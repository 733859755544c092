"""The cuff readings as they are drawn: what was not confirmed is hollow, and says so."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from monitor.outcomes import CuffUnconfirmed
from tests.ui.trend_examples import cuff, fed, opened
from ui.chair.cuff_item import CuffItem
from ui.chair.trend_layout import XScale, YScale
from ui.theme import DARK
from ui.trend_cuffs import Cuff

BOX = QRectF(0, 0, 400, 300)


def drawn(cuffs: list[Cuff]) -> tuple[CuffItem, QImage]:
    item = CuffItem(DARK)
    x, y = XScale(0, 600, BOX.left(), BOX.width()), YScale(40, 240, BOX.top(), BOX.height())
    item.show_cuffs(cuffs, x, y, BOX, 15)
    image = QImage(400, 300, QImage.Format.Format_ARGB32)
    image.fill(QColor(DARK.panel))
    painter = QPainter(image)
    item.draw(painter)
    painter.end()
    return item, image


def inked(image: QImage) -> int:
    """How many pixels differ from the empty panel."""
    empty = QColor(DARK.panel).rgb()
    return sum(
        image.pixel(x, y) != empty for x in range(image.width()) for y in range(image.height())
    )


def test_a_reading_that_was_not_confirmed_is_hollow_with_a_question_mark(qtbot: QtBot) -> None:
    story = [(0, opened()), (300, cuff(206, 124))]
    sure, sure_image = drawn(list(fed(story).cuffs.all))
    doubted, image = drawn(list(fed([*story, (360, CuffUnconfirmed(300.0))]).cuffs.all))
    assert (sure.questions, doubted.questions) == (0, 1)
    assert doubted.drawn == {DARK.text_2: 1}
    assert 0 < inked(image) < inked(sure_image)
    assert QColor(image.pixel(200, 48)) == QColor(DARK.panel)  # inside the upper caret


def test_the_repeat_itself_is_drawn_as_every_other_reading(qtbot: QtBot) -> None:
    story = [(0, opened()), (300, cuff(206, 124)), (400, cuff(142, 88))]
    item, _image = drawn(list(fed([*story, (400, CuffUnconfirmed(300.0))]).cuffs.all))
    assert item.drawn == {DARK.text_2: 1, DARK.nibp: 1}
