"""The evidence of a criterion as a person reads it."""

from __future__ import annotations

import pytest

from monitor.treatment.leaving_by_hand import CRITERIA
from monitor.treatment.view import CriterionView
from ui.leaving_text import criterion_name, evidence_lines


def clock(at_s: float) -> str:
    return f"{14 + int(at_s) // 3600}:{int(at_s) % 3600 // 60:02d}"


def read(*evidence: tuple[str, ...]) -> tuple[str, ...]:
    return evidence_lines(CriterionView("bp", None, evidence), clock)


@pytest.mark.parametrize(
    ("evidence", "sentence"),
    [
        (("leave-bp-is", "128/82", "at:4200"), "128/82 at 15:10"),
        (("leave-time-from", "at:6000"), "Not before 15:40"),
        (("leave-symptom", "note-nausea"), "Nausea: not over yet"),
        (("leave-suicidality-exit", "reply-intent-or-plan"), "At exit: Intent or plan"),
        (("leave-alarm", "alarm-sedation-deep"), "Deep sedation"),
        (("leave-escort-named", "sister, 555"), "Named: sister, 555"),
    ],
)
def test_moments_and_ids_become_words(evidence: tuple[str, ...], sentence: str) -> None:
    assert read(evidence) == (sentence,)


def test_an_alarm_about_a_sign_has_the_name_of_its_limit() -> None:
    [text] = read(("leave-alarm", "alarm-sbp-extreme"))
    assert text
    assert not text.startswith("alarm-")


def test_what_somebody_typed_stays_as_it_was_typed() -> None:
    for typed in ("at: home", "note-nausea", "alarm-clock shop"):
        assert read(("leave-escort-named", typed)) == (f"Named: {typed}",)


@pytest.mark.parametrize("criterion", list(CRITERIA))
def test_every_criterion_has_a_name(criterion: str) -> None:
    assert criterion_name(criterion)
