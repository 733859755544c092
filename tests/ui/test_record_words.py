"""The sentences about staff, courses and days."""

from __future__ import annotations

from pathlib import Path

import pytest

import ui.record_words
from data.day_book import Unfinished
from monitor.rights import Role
from ui.day import unfinished_text
from ui.record_words import RECORD_SENTENCES
from ui.words import SENTENCES, say

ROOT = Path(ui.record_words.__file__).parent.parent
UNFINISHED = {
    "unsigned": "",
    "unclaimed": "3",
    "form": "2026-05-31",
    "form-late": "2026-05-31",
    "pump": "",
    "waste": "9.5",
    "unreadable": "",
    "backup": "",
}


def test_they_are_among_all_and_hide_none() -> None:
    assert RECORD_SENTENCES.items() <= SENTENCES.items()
    others = [
        file
        for file in (ROOT / "ui").glob("*.py")
        if file.name != "record_words.py"
        for name in RECORD_SENTENCES
        if f'    "{name}": ' in file.read_text(encoding="utf-8")
    ]
    assert not others


def test_every_one_is_said_somewhere() -> None:
    files = [*(ROOT / "data").rglob("*.py"), *(ROOT / "ui").rglob("*.py")]
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    by_their_names = {
        *(f"role-{role.value}" for role in Role),
        *(f"unfinished-{what}" for what in UNFINISHED),
    }
    unsaid = {name for name in RECORD_SENTENCES if text.count(f'"{name}"') < 2}
    assert unsaid <= by_their_names <= set(RECORD_SENTENCES)


@pytest.mark.parametrize(("what", "text"), UNFINISHED.items())
def test_what_is_unfinished_is_said_with_its_figure(what: str, text: str) -> None:
    said = unfinished_text(Unfinished("s-1", "20417", what, text))
    assert text in said
    assert "{" not in said


def test_every_role_has_a_name() -> None:
    assert len({say(f"role-{role.value}") for role in Role}) == len(Role)
