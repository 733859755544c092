"""What is staged has a name, its figures and a sentence; every lesson says only what is known."""

from __future__ import annotations

from typing import get_args

import pytest

from devices.simulated.scenario.faults import FaultKind
from devices.simulated.scenario.mishaps import (
    Apnoea,
    CuffFails,
    Desaturation,
    Mishap,
    NextCuff,
    Panic,
    ProbeOff,
    Subsides,
    Surge,
    Vasovagal,
    WireFault,
)
from devices.simulated.scenario.scenario import scenario_named, scenario_names
from monitor.training.lesson import HANDS, Deed
from monitor.training.staged import StagedKind
from ui.staged_text import kebab, staged_id, staged_text
from ui.training_hands import CHAIR_HANDS
from ui.words import SENTENCES

LESSONS = [name for name in scenario_names() if scenario_named(name).lesson is not None]


def test_a_mishap_is_named_as_it_is_with_the_figures_that_are_set() -> None:
    assert staged_id(Surge(40.0, 20.0)) == "surge"
    assert staged_id(CuffFails()) == "cuff-fails"
    surge = staged_text(Surge(50.0, 30.0, rise_s=90.0, hold_s=300.0))
    assert surge == "blood pressure +50/+30 mmHg within 90 s, for 5 min"
    faster = staged_text(Surge(0.0, 0.0, -30.0, rise_s=30.0, hold_s=60.0))
    assert faster == "heart rate −30 /min within 30 s, for 1 min"
    assert staged_text(ProbeOff()) == ""
    assert staged_text(ProbeOff(for_s=30.0)) == "for 30 s"


@pytest.mark.parametrize(
    ("mishap", "words"),
    [
        (NextCuff(186.0, 112.0), "186/112 mmHg"),
        (CuffFails(times=2), "next readings: 2"),
        (Vasovagal(), "blood pressure −40/−28 mmHg, heart rate −38 /min within 40 s, for 110 s"),
        (Panic(50.0, 300.0), "heart rate +50 /min, for 5 min"),
        (Desaturation(86.0), "SpO₂ to 86 % within 40 s, for 1 min"),
        (Apnoea(45.0, 82.0), "no breath for 45 s, SpO₂ to 82 %"),
        (Subsides(Panic()), "over within 45 s"),
        (WireFault(FaultKind.NOISE, 20.0, 0.1), "10 % of what is sent, for 20 s"),
        (WireFault(FaultKind.CLOCK_SKEW, None, None, -300.0), "5 min behind"),
        (WireFault(FaultKind.SLOW, 60.0, None, 6.0), "6 s late, for 1 min"),
    ],
)
def test_its_figures_are_words_and_no_names_of_fields(mishap: Mishap, words: str) -> None:
    assert staged_text(mishap) == words


def test_every_mishap_has_a_sentence() -> None:
    names = {kebab(kind.__name__) for kind in get_args(Mishap)} - {"wire-fault"}
    names |= {f"wire-fault-{kind}" for kind in FaultKind}
    assert {f"mishap-{name}" for name in names} <= set(SENTENCES)


def test_every_deed_and_every_hand_has_its_words() -> None:
    assert {f"deed-{deed}" for deed in Deed} <= set(SENTENCES)
    assert set(CHAIR_HANDS) == HANDS
    assert {f"hand-{deed}" for deed in CHAIR_HANDS} <= set(SENTENCES)
    found = {f"hand-found-{deed}" for deed in CHAIR_HANDS} - {"hand-found-ask-patient"}
    assert found <= set(SENTENCES)
    assert {f"staged-{kind}" for kind in StagedKind} - {"staged-pace"} <= set(SENTENCES)


@pytest.mark.parametrize("name", LESSONS)
def test_everything_that_a_lesson_says_is_a_sentence(name: str) -> None:
    lesson = scenario_named(name).lesson
    assert lesson is not None
    said = {lesson.cause, *(one.why for one in lesson.wanted), *(one.cue for one in lesson.cue)}
    said |= {f"{one.cue}-over" for one in lesson.cue if one.over_by or one.lasts_s}
    assert said <= set(SENTENCES)


def test_the_lessons_are_those_of_the_scenarios_in_which_a_nurse_decides() -> None:
    assert set(LESSONS) >= {
        *("S2", "S3", "S4", "S5", "S6", "S8", "S9", "S10", "S11", "S12", "S14", "S15", "S16"),
        *("S17", "S20", "S21"),
    }
