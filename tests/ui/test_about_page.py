import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import metadata

import pytest
from helpers import ROOT
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


def dependencies() -> list[str]:
    """The packages that are needed to run, by their names."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [re.split(r"[^A-Za-z0-9-]", one)[0] for one in project["dependencies"]]


def test_every_library_that_is_needed_to_run_is_named():
    named = {package for _name, _licence, package in MADE_WITH if package}
    assert named == set(dependencies())


@pytest.mark.parametrize(("licence", "package"), [row[1:] for row in MADE_WITH if row[2]])
def test_a_library_is_named_with_the_licence_that_it_says_it_has(licence, package):
    told = metadata(package)
    says = " ".join(
        [
            *(told.get_all("License-Expression") or told.get_all("License") or []),
            *(one for one in told.get_all("Classifier") or [] if "License" in one),
        ]
    )
    assert not says or re.match(r"[A-Za-z]+", licence)[0] in says


def test_the_notices_that_go_with_the_codes_are_there(page):
    told = words_on(page)
    assert "This material contains content from LOINC (http://loinc.org)." in told
    assert "available at no cost under the license at http://loinc.org/license" in told
    assert "UCUM is copyright © Regenstrief Institute, Inc." in told
    assert "--snomed" in told


def test_a_package_that_is_not_installed_has_no_version():
    assert installed("no-such-package-anywhere") == ""
    assert installed("") == ""
    assert installed("pyqtgraph").startswith("0.14")


def test_it_closes(qtbot, page):
    with qtbot.waitSignal(page.closed):
        qtbot.mouseClick(page.leave, Qt.MouseButton.LeftButton)
