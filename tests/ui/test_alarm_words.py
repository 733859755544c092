"""The sentences about alarms: none twice, none missing, none that nobody says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import ui.alarm_words
from monitor.commands import Action, NoteKind
from monitor.limits import Modifier
from monitor.wishes import Why
from ui.alarm_words import ALARM_SENTENCES
from ui.words import SENTENCES

OURS = Path(ui.alarm_words.__file__).parent


def test_no_id_is_said_in_two_places() -> None:
    text = "\n".join(file.read_text(encoding="utf-8") for file in OURS.glob("*words.py"))
    twice = {name for name in ALARM_SENTENCES if text.count(f'    "{name}": ') != 1}
    assert twice == set()
    assert ALARM_SENTENCES.items() <= SENTENCES.items()


def test_every_sentence_is_said_somewhere() -> None:
    text = "\n".join(
        file.read_text(encoding="utf-8")
        for folder in (OURS, OURS.parent / "monitor")
        for file in folder.rglob("*.py")
    )
    families = tuple(match[1] for match in re.finditer(r'f"([a-z-]+-)\{', text))
    unsaid = {
        name
        for name in ALARM_SENTENCES
        if text.count(f'"{name}"') < 2 and not name.startswith(families)
    }
    assert unsaid == set()


@pytest.mark.parametrize(
    "name",
    [
        *(f"note-{kind.value}" for kind in NoteKind),
        *(f"mark-action-{action.value}" for action in Action),
        *(f"ask-cuff-{why.value}" for why in Why),
        *(f"modifier-{modifier.value}" for modifier in Modifier),
    ],
)
def test_every_kind_has_words(name: str) -> None:
    assert SENTENCES[name]
