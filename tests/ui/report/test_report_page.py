"""The one page: it is one page, nothing is clipped, nothing lies on another thing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from tests.ui.report.random_reports import reports
from tests.ui.report.report_examples import calm, noted, stormy
from ui.app import application
from ui.report.detail import detail_pages, draw_detail
from ui.report.facts import report_of
from ui.report.ink import Ink
from ui.report.page import draw_page
from ui.report.parts import Report
from ui.report.sheet import MARGIN_MM, Sheet

PX_A_MM = 4.0
TOUCH_MM = 0.05
"""Two words may touch by so much: a rounding of the font."""
sheets = st.sampled_from(Sheet)
often = settings(
    max_examples=25,
    deadline=None,
    # A smaller example of a crowded page would be looked for longer than a test may last.
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)


@contextmanager
def ink_on(sheet: Sheet) -> Iterator[Ink]:
    """An ink over a picture of the inner page."""
    application()
    wide, high = (round(one * PX_A_MM) for one in sheet.inner_mm)
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.scale(PX_A_MM, PX_A_MM)
    try:
        yield Ink(painter)
    finally:
        painter.end()


def written_on_one_page(report: Report, sheet: Sheet) -> list[tuple[QRectF, str]]:
    with ink_on(sheet) as ink:
        draw_page(ink, *sheet.inner_mm, report, 1, 1)
        return ink.written


def outside(written: list[tuple[QRectF, str]], sheet: Sheet) -> list[str]:
    page = QRectF(0.0, 0.0, *sheet.inner_mm).adjusted(-TOUCH_MM, -TOUCH_MM, TOUCH_MM, TOUCH_MM)
    return [text for box, text in written if not page.contains(box)]


def overlapping(written: list[tuple[QRectF, str]]) -> list[tuple[str, str]]:
    slim = [
        (box.adjusted(TOUCH_MM, TOUCH_MM, -TOUCH_MM, -TOUCH_MM), text) for box, text in written
    ]
    slim.sort(key=lambda one: one[0].top())
    found = []
    for place, (box, text) in enumerate(slim):
        for other, words in slim[place + 1 :]:
            if other.top() > box.bottom():
                break
            if box.intersects(other):
                found.append((text, words))
    return found


@pytest.mark.parametrize("sheet", Sheet)
@pytest.mark.parametrize("example", [calm, stormy, noted])
def test_a_treatment_stands_on_its_page(example: object, sheet: Sheet) -> None:
    written = written_on_one_page(report_of(example()), sheet)  # type: ignore[operator]
    assert len(written) > 100
    assert not outside(written, sheet)
    assert not overlapping(written)


@often
@given(reports, sheets)
def test_any_report_stands_on_its_page(report: Report, sheet: Sheet) -> None:
    written = written_on_one_page(report, sheet)
    assert not outside(written, sheet)
    assert not overlapping(written)


@often
@given(reports, sheets)
def test_any_detail_stands_on_its_pages(report: Report, sheet: Sheet) -> None:
    wide, high = sheet.inner_mm
    with ink_on(sheet) as ink:
        pages = detail_pages(ink.hushed(), wide, high, report)
    for number, rows in enumerate(pages, start=2):
        with ink_on(sheet) as ink:
            draw_detail(ink, wide, high, report, rows, number, len(pages) + 1)
            assert not outside(ink.written, sheet)
            assert not overlapping(ink.written)


def test_twelve_alarms_stand_on_the_page_with_their_answers() -> None:
    report = report_of(stormy())
    report = replace(report, alarms=(*report.alarms, *report.alarms)[:12])
    written = written_on_one_page(report, Sheet.A4)
    texts = [text for _box, text in written]
    letters = [text for text in texts if len(text) == 1 and text in "ABCDEFGHIJKL"]
    assert len(letters) == 24  # over the curve, and in the list
    for row in report.alarms:
        assert row.line.text in texts
        assert any(row.line.detail.startswith(text.rstrip("…")) for text in texts if len(text) > 9)


def test_of_sixty_notes_the_emergency_stands_there_and_how_many_do_not() -> None:
    report = report_of(noted())
    texts = [text for _box, text in written_on_one_page(report, Sheet.LETTER)]
    assert "Chest pain" in texts
    more = [text for text in texts if text.endswith("more: see the detail pages")]
    shown = sum(text.isdigit() and int(text) < 60 for text in texts)
    assert shown
    assert len(more) == 1


def test_an_unusual_record_is_marked_across_the_head() -> None:
    head = [
        text
        for box, text in written_on_one_page(report_of(noted()), Sheet.A4)
        if box.bottom() < 30.0
    ]
    assert "SIMULATED – NOT A PATIENT" in head


def test_a_page_leaves_a_margin_that_every_printer_can_keep() -> None:
    assert MARGIN_MM >= 12.7
    assert Sheet.A4.inner_mm == (184.0, 271.0)
