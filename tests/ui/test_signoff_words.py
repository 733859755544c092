"""The sentences of leaving, the signature and the form: none twice, none that nobody says."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui.rems_words import REMS_SENTENCES
from ui.signoff_words import SIGNOFF_SENTENCES
from ui.words import SENTENCES

UI = Path(__file__).parents[2] / "ui"
MADE_UP = (
    "leaving-tab-", "leaving-ask-", "state-", "line-", "letting-", "ending-", "signoff-why-",
    "weekday-", "form-part-", "form-sedation", "form-dissociation", "form-benzodiazepine",
    "form-sedative", "form-stimulant", "form-maoi", "form-save", "form-print", "form-sent",
    "drug-", "menu-", "step-", "day-",
)  # fmt: skip
"""Ids that are put together from an id of the core and one of these."""


@pytest.mark.parametrize("words", [SIGNOFF_SENTENCES, REMS_SENTENCES])
def test_every_sentence_is_in_the_table_as_it_stands_here(words: dict[str, str]) -> None:
    other = {name for name, sentence in words.items() if SENTENCES[name] != sentence}
    assert other == set()


@pytest.mark.parametrize("words", [SIGNOFF_SENTENCES, REMS_SENTENCES])
def test_every_sentence_is_said(words: dict[str, str]) -> None:
    code = "".join(
        path.read_text(encoding="utf-8")
        for path in UI.rglob("*.py")
        if not path.name.endswith("_words.py")
    ).replace("'", '"')
    unsaid = {name for name in words if f'"{name}"' not in code and not name.startswith(MADE_UP)}
    assert unsaid == set()
