"""The words of a running treatment: each is said somewhere, each that is asked for is there."""

from __future__ import annotations

import re
from pathlib import Path

import during_examples as examples
import pytest
from test_page_words import ids_asked_for

import ui.during_words
from monitor.commands import NoteKind
from monitor.treatment.scales import SCALES, SUICIDALITY
from monitor.treatment.view import PromptKind
from ui.chair.prompt_item import OPENS, items
from ui.chair.pump_panel import RESUMES, Part
from ui.chair.waiting_panel import SKIPS
from ui.during_words import DURING_SENTENCES
from ui.words import SENTENCES

OURS = Path(ui.during_words.__file__).parent
FILES = (
    OURS / "during_desk.py",
    *(
        OURS / "chair" / f"{name}.py"
        for name in (
            "breaths_panel", "cuff_panel", "drug_panel", "instruction", "items_page", "note_panel",
            "notes_list", "number_pad", "prompt_item", "pump_amounts", "pump_faces", "pump_panel",
            "pump_run", "rate_draft", "score_choices", "scores_panel", "total_page",
            "waiting_panel", "when_step",
        )
    ),
)  # fmt: skip


def test_every_id_that_is_asked_for_has_its_sentence() -> None:
    missing = {name for file in FILES for name in ids_asked_for(file)} - set(SENTENCES)
    assert missing == set()


def test_every_sentence_is_said_somewhere() -> None:
    text = "\n".join(file.read_text(encoding="utf-8") for file in OURS.rglob("*.py"))
    families = {match[1] for match in re.finditer(r'f"([a-z-]+-)\{', text)} - {"item-"}
    unsaid = {
        name
        for name in DURING_SENTENCES
        if text.count(f'"{name}"') < 2 and not name.startswith(tuple(families))
    }
    assert unsaid == set()


def test_the_families_are_whole_and_have_nobody_else() -> None:
    families = {
        "skip-": {*SKIPS, "title"},
        "resume-why-": set(RESUMES),
        "pump-tab-": {part.value for part in Part} | {"infusion"},
        "result-": {*SUICIDALITY, *(f"short-{one}" for one in SUICIDALITY)},
    }
    for family, names in families.items():
        there = {one.removeprefix(family) for one in DURING_SENTENCES if one.startswith(family)}
        assert there == names, family
    for kind in NoteKind:
        assert f"note-{kind.value}" in DURING_SENTENCES
    for words, _place in OPENS.values():
        assert words in DURING_SENTENCES
    for scale in SCALES:
        assert f"scale-{scale.value}" in SENTENCES


@pytest.mark.parametrize("in_s", [-400.0, 100.0])
@pytest.mark.parametrize("kind", PromptKind)
def test_every_prompt_can_be_said_at_any_time(kind: PromptKind, in_s: float) -> None:
    view = examples.view_of(examples.picture(examples.prompt(kind, in_s, "a")))
    (item,) = items(view)
    assert "{" not in item.text + item.detail


@pytest.mark.parametrize("name", sorted(DURING_SENTENCES))
def test_a_sentence_is_plain(name: str) -> None:
    sentence = DURING_SENTENCES[name]
    assert sentence == sentence.strip()
    assert "!" not in sentence
    assert "  " not in sentence
