from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui.page_examples import RecordingBackend, in_a_window
from ui.about_page import MADE_WITH, AboutPage, installed
from ui.theme import DARK
from ui.words import say


@pytest.fixture
def page(qtbot) -> Iterator[AboutPage]:
    made = AboutPage(RecordingBackend(), DARK)
    window = in_a_window(made, 1280, 720)
    qtbot.addWidget(window)
    yield made
    window.hide()


def words_on(page: AboutPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_it_says_what_it_is_not_and_where_the_record_is(page):
    assert say("disclaimer") in words_on(page)
    assert "Sessions are kept in /home/clinic/chairside.db, encrypted." in words_on(page)


def test_every_library_is_named_with_its_licence(page):
    for name, licence, _package in MADE_WITH:
        assert name in words_on(page)
        assert licence in words_on(page)
    assert "dynamically" in words_on(page)
    assert installed("pyqtgraph") in words_on(page)
    assert page.version.text().startswith("Version")


def test_a_package_that_is_not_installed_has_no_version():
    assert installed("no-such-package-anywhere") == ""
    assert installed("") == ""
    assert installed("pyqtgraph").startswith("0.14")


def test_it_closes(qtbot, page):
    with qtbot.waitSignal(page.closed):
        qtbot.mouseClick(page.leave, Qt.MouseButton.LeftButton)
