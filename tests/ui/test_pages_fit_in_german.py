"""The pages of the review in German: nothing is clipped, cut short or pushed out of the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from spoken import language

from tests.ui.german_pages import PAGES, SIZES, Room, misfits, shown
from ui.review.review_page import ReviewPage

SIZED = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture
def place(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CHAIRSIDE_HOME", str(tmp_path))
    return tmp_path


@SIZED
@pytest.mark.parametrize("name", PAGES)
def test_every_german_word_of_a_page_of_the_review_fits(
    place: Path, name: str, size: Room
) -> None:
    with language("de"), shown(name, size, place) as page:
        assert misfits(page) == []


@SIZED
@pytest.mark.parametrize("which", ["en", "de"])
def test_all_that_can_be_done_with_a_session_stands_in_one_row(
    place: Path, which: str, size: Room
) -> None:
    with language(which), shown("session", size, place) as page:
        assert isinstance(page, ReviewPage)
        page.session.whole.show()
        page.session.form.show()
        assert misfits(page) == []
        assert page.layout().minimumSize().width() <= size[0]


def test_what_is_handed_over_has_the_room_of_numbers_and_curve_until_it_is_left(
    place: Path,
) -> None:
    with shown("hand-over", (1280, 720), place) as page:
        assert isinstance(page, ReviewPage)
        assert not page.session.body.isVisible()
        page.session.handing_over.leave()
        assert page.session.body.isVisible()
        page.list.take.click()
        assert page.many.isVisible()
        assert not page.list.isVisible()
        page.many.leave()
        assert page.list.isVisible()
        assert page.beside.isVisible()


def test_a_line_above_the_session_has_the_room_of_its_numbers(place: Path) -> None:
    with shown("report", (1280, 720), place) as page:
        assert isinstance(page, ReviewPage)
        strips = page.session.body.strips.values()
        assert not any(strip.isVisible() for strip in strips)
        page.session.report_line.leave.click()
        assert any(strip.isVisible() for strip in strips)
