"""Pages are read from where the live view is read: their type grows with the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from recording_backend import RecordingBackend
from shared_window import SharedDesk, shared_window

from ui.page_growth import Page
from ui.page_kit import CONTROL_PX, HEADING_PX, TEXT_PX, TITLE_PX, Button
from ui.window import MainWindow

PAGES = ("new", "review", "about")


@pytest.fixture(scope="module")
def built(qapp: QApplication) -> Iterator[MainWindow]:
    """Whatever size it had before, a page has that of the window."""
    with shared_window(RecordingBackend(demo=True), 1_790_000_000.0) as made:
        made.show()
        yield made


@pytest.fixture
def desk(built: MainWindow, qtbot: QtBot) -> SharedDesk:
    return SharedDesk(built, qtbot)


def page_at(desk: SharedDesk, name: str, width: int, height: int) -> Page:
    desk.window.resize(width, height)
    desk.qtbot.waitUntil(lambda: desk.window.shell.width() == width)
    desk.window.go(name)
    page = desk.window.shell.pages.currentWidget()
    assert isinstance(page, Page)
    return page


def sizes(page: Page) -> list[int]:
    return [label.font().pixelSize() for label in page.findChildren(QLabel)]


def words_of(page: Page) -> list[QLabel | Button]:
    shown: list[QLabel | Button] = [one for one in page.findChildren(QLabel) if one.isVisible()]
    return shown + [one for one in page.findChildren(Button) if one.isVisible()]


def is_cut(words: QLabel | Button, page: Page) -> bool:
    wraps = isinstance(words, QLabel) and words.wordWrap()
    narrow = not wraps and words.width() < words.minimumSizeHint().width()
    low = (
        isinstance(words, QLabel)
        and wraps
        and words.height() < words.heightForWidth(words.width())
    )
    return narrow or low or words.mapTo(page, words.rect().topRight()).x() > page.rect().right()


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720)])
@pytest.mark.parametrize("name", PAGES)
def test_a_small_window_has_the_sizes_of_the_code(
    desk: SharedDesk, name: str, size: tuple[int, int]
) -> None:
    page = page_at(desk, name, *size)
    assert {TITLE_PX, TEXT_PX} <= set(sizes(page))
    assert {button.minimumHeight() for button in page.findChildren(Button)} <= {CONTROL_PX, 56}


@pytest.mark.parametrize("name", PAGES)
def test_in_full_hd_words_are_20_pixels_and_buttons_high_enough_for_a_finger(
    desk: SharedDesk, name: str
) -> None:
    page = page_at(desk, name, 1920, 1080)
    grown = set(sizes(page))
    assert round(TEXT_PX * 1.28) == 20
    assert {20, round(TITLE_PX * 1.28)} <= grown
    assert min(grown) >= 17
    buttons = [one for one in page.findChildren(QPushButton) if one.isVisible()]
    assert all(button.height() >= 56 for button in buttons)


@pytest.mark.parametrize("name", PAGES)
def test_a_window_made_small_again_has_its_first_sizes(desk: SharedDesk, name: str) -> None:
    before = sizes(page_at(desk, name, 1280, 720))
    page_at(desk, name, 3840, 2160)
    assert sizes(page_at(desk, name, 1280, 720)) == before


@pytest.mark.parametrize(
    "size", [(1024, 640), (1280, 720), (1600, 900), (1920, 1080), (2560, 1440), (3840, 2160)]
)
def test_no_word_of_a_page_is_wider_than_its_place(
    desk: SharedDesk, size: tuple[int, int]
) -> None:
    for name in PAGES:
        page = page_at(desk, name, *size)
        assert len(words_of(page)) >= 3
        desk.qtbot.waitUntil(
            lambda page=page: not [one for one in words_of(page) if is_cut(one, page)]
        )


def test_headings_stand_out(desk: SharedDesk) -> None:
    page = page_at(desk, "new", 1920, 1080)
    assert round(HEADING_PX * 1.28) in sizes(page)


def test_in_full_hd_who_and_how_and_the_monitors_are_there_without_scrolling(
    desk: SharedDesk,
) -> None:
    page_at(desk, "new", 1920, 1080)
    start = desk.window.shell.start
    beside = start.aside.areas[start.aside.side]
    for card in (start.form.patient, start.form.limits.how):
        desk.qtbot.waitUntil(
            lambda card=card: card.visibleRegion().boundingRect().size() == card.size()
        )
    desk.qtbot.waitUntil(lambda: not beside.verticalScrollBar().maximum())
