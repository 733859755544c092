"""A folder that cannot be made is said in one sentence, with what names another one."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui.cli import run
from ui.places import HOME_VARIABLE


@pytest.fixture
def no_folder(tmp_path: Path) -> Path:
    """A place at which no folder can be made, whoever asks: it lies below a file."""
    (tmp_path / "file").write_text("")
    return tmp_path / "file" / "below"


@pytest.mark.parametrize(
    "arguments", [["demo"], ["demo", "--practice"], ["demo", "--chairs", "2"]]
)
def test_a_demo_that_can_keep_nothing_says_where_and_what_names_another_place(
    arguments: list[str],
    no_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(no_folder))
    assert run(arguments) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"{no_folder} cannot be made or written: ")
    assert HOME_VARIABLE in said
    assert said.count("\n") == 1


def test_pictures_that_have_no_place_are_said_with_the_option_for_another(
    no_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["demo", "--headless", "--scenario", "S20", "--out", str(no_folder)]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"{no_folder} cannot be made or written: ")
    assert "--out" in said
