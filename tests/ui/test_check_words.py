"""The sentences of screening, scores and leaving: none twice, none missing, none unsaid."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import monitor.treatment
import ui.words
from monitor.outcomes import Refused
from monitor.treatment import decision
from monitor.treatment.commands import Scale
from monitor.treatment.leaving_by_hand import CRITERIA, TEXT_NEEDED
from monitor.treatment.scales import GAD7_ITEMS, MOAAS, MOAAS_RANGE, PHQ9_ITEMS, SCALES
from monitor.treatment.screening import QUESTIONS
from monitor.treatment.view import Go
from ui.check_refusals import CHECK_REFUSALS
from ui.leaving_words import LEAVING_SENTENCES
from ui.scale_words import SCALE_SENTENCES
from ui.screening_words import SCREENING_SENTENCES
from ui.view_state import refusal_sentence
from ui.words import SENTENCES

CORE = Path(monitor.treatment.__file__).parent
OURS = Path(ui.words.__file__).parent
FILES = {
    "check_refusals": CHECK_REFUSALS,
    "leaving_words": LEAVING_SENTENCES,
    "scale_words": SCALE_SENTENCES,
    "screening_words": SCREENING_SENTENCES,
}


@pytest.mark.parametrize("name", FILES)
def test_no_id_is_said_in_two_places(name: str) -> None:
    others = "\n".join(
        file.read_text(encoding="utf-8")
        for file in (*OURS.glob("*words.py"), *OURS.glob("*refusals.py"))
    )
    assert {one for one in FILES[name] if others.count(f'\n    "{one}": ') != 1} == set()
    assert FILES[name].items() <= SENTENCES.items()


def test_every_question_can_be_named_and_answered() -> None:
    for question in QUESTIONS.values():
        assert f"reason-{question.id}" in SCREENING_SENTENCES
        assert {f"reply-{answer}" for answer in question.answers} <= SCREENING_SENTENCES.keys()


def test_every_reason_against_a_start_can_be_named() -> None:
    named = {
        *QUESTIONS,
        *decision.BANDS,
        MOAAS,
        *(risk.value for risk in decision.CAUTION_RISKS),
        decision.WEIGHT,
        decision.BASELINE_READINGS,
        decision.BASELINE_AGREEMENT,
    }
    reasons = {name for name in SCREENING_SENTENCES if name.startswith("reason-")}
    assert reasons == {f"reason-{name}" for name in named}
    assert {f"go-{go.value}" for go in Go} <= SENTENCES.keys()
    assert {f"start-{go.value}" for go in Go if go is not Go.GO} <= CHECK_REFUSALS.keys()


def test_every_criterion_has_its_name_and_every_piece_of_evidence_its_sentence() -> None:
    assert {f"criterion-{name}" for name in CRITERIA} == {
        name for name in LEAVING_SENTENCES if name.startswith("criterion-")
    }
    assert {f"tick-wants-text-{name}" for name in TEXT_NEEDED} <= CHECK_REFUSALS.keys()
    core = "\n".join(file.read_text(encoding="utf-8") for file in CORE.glob("leaving*.py"))
    said = set(re.findall(r'"(leave-[a-z0-9-]+)"', core))
    families = tuple(set(re.findall(r'f"(leave-[a-z0-9-]*)\{', core)))
    assert said <= LEAVING_SENTENCES.keys()
    evidence = {name for name in LEAVING_SENTENCES if name.startswith("leave-")}
    assert {name for name in evidence - said if not name.startswith(families)} == set()
    assert families == () or all(
        any(name.startswith(family) for name in evidence) for family in families
    )


def test_every_refusal_has_its_sentence_and_every_sentence_its_refusal() -> None:
    core = "\n".join(file.read_text(encoding="utf-8") for file in CORE.parent.rglob("*.py"))
    families = ("start-", "end-unmet-", "tick-wants-text-")
    unsaid = {
        name
        for name in CHECK_REFUSALS
        if f'"{name}"' not in core and not name.startswith(families)
    }
    assert unsaid == set()
    ours = "\n".join(
        (CORE / f"{name}.py").read_text(encoding="utf-8")
        for name in ("checking", "checks", "checklist", "screening", "decision", "scales")
    )
    said = set(re.findall(r'Refused\(\s*"[a-z-]+",\s*"([a-z0-9-]+)"', ours))
    said |= set(re.findall(r'return "((?:score|decision)-[a-z-]+)"', ours))
    assert len(said) > 15
    assert said <= SENTENCES.keys()


@pytest.mark.parametrize("scale", list(Scale))
def test_every_scale_can_be_read(scale: Scale) -> None:
    facts = SCALES[scale]
    assert f"scale-{scale.value}" in SCALE_SENTENCES
    for item in facts.items:
        assert f"item-{scale.value}-{item}" in SCALE_SENTENCES
        if scale in {Scale.ALDRETE, Scale.PADSS}:
            points = {f"item-{scale.value}-{item}-{n}" for n in range(facts.item_high + 1)}
            assert points <= SCALE_SENTENCES.keys()
    assert {f"band-{scale.value}-{name}" for _from, name in facts.bands} <= SCALE_SENTENCES.keys()
    assert {f"reply-{result}" for result in facts.results} <= SENTENCES.keys()


def test_the_points_of_the_others_can_be_read_too() -> None:
    low, high = MOAAS_RANGE
    assert {f"moaa-s-{n}" for n in range(low, high + 1)} <= SCALE_SENTENCES.keys()
    assert {f"choice-{n}" for n in range(SCALES[Scale.PHQ9].item_high + 1)} <= SENTENCES.keys()
    assert (len(PHQ9_ITEMS), len(GAD7_ITEMS)) == (9, 7)


def test_nothing_of_the_scales_that_are_not_free_is_written_down() -> None:
    for scale in (Scale.MADRS, Scale.CADSS, Scale.CSSRS):
        assert SCALES[scale].items == ()
        assert not [name for name in SENTENCES if name.startswith(f"item-{scale.value}")]


@pytest.mark.parametrize(
    ("refused", "sentence"),
    [
        (
            Refused("start", "start-no-go", ("reason-consent", "reply-no")),
            "Not started, no-go: consent, No. Only a provider can override it, "
            "with a reason and a second person.",
        ),
        (
            Refused("start", "start-caution", ("reason-sbp", "150")),
            "Not started: systolic pressure at rest, 150. "
            "A provider must sign this caution first.",
        ),
        (
            Refused("end", "end-unmet-more", ("criterion-bp", "criterion-hr", "3")),
            "Not signed: «Two stable blood pressures», «Heart rate» and 3 more are not met. "
            "Do them, or sign with a reason.",
        ),
        (
            Refused("score", "score-out-of-range", ("scale-phq-9", "28", "0", "27", "9", "3")),
            "PHQ-9 is 28; expected 0 to 27.",
        ),
    ],
)
def test_a_refusal_names_what_it_speaks_of(refused: Refused, sentence: str) -> None:
    assert refusal_sentence(refused) == sentence
