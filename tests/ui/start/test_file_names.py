import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from ui.start.file_names import complete_paths, matching


@pytest.fixture
def folder(tmp_path):
    for name in ("alpha.toml", "alto.toml", "notes.txt"):
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "also").mkdir()
    return tmp_path


def test_folders_and_toml_files_that_begin_so_are_offered(folder):
    typed = f"{folder}/al"
    assert matching(typed) == [f"{folder}/{name}" for name in ("alpha.toml", "also/", "alto.toml")]
    assert matching(f"{folder}/n") == []


def test_without_a_folder_the_present_one_is_meant(folder, monkeypatch):
    monkeypatch.chdir(folder)
    assert matching("alp") == ["alpha.toml"]


@pytest.mark.parametrize("typed", ["", "  ", "/no/such/folder/a", "nothing-begins-so"])
def test_where_nothing_fits_nothing_is_offered(typed):
    assert matching(typed) == []


def test_what_fits_stands_in_the_line_and_no_window_opens(qtbot, folder):
    line = QLineEdit()
    qtbot.addWidget(line)
    complete_paths(line)
    line.show()
    line.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, f"{folder}/alp")
    assert line.text() == f"{folder}/alpha.toml"
    assert line.selectedText() == "ha.toml"
    assert QApplication.activePopupWidget() is None
    qtbot.keyClick(line, Qt.Key.Key_End)
    assert line.text() == f"{folder}/alpha.toml"
