"""`docs/review.md` says what the review does: keys, numbers, bounds, and who may correct what."""

from __future__ import annotations

import pytest
from helpers import ROOT

from data.overlays import MOST
from monitor.correctable import parts
from monitor.entries import Entry
from monitor.outcomes import AlarmChanged, AlarmPhase, Priority
from monitor.rights import AMENDING, MAY
from monitor.vitals import CuffResult, Quality, VitalSign
from ui.replay.player import LEAD_S, SPEEDS
from ui.review.burden_numbers import burden_numbers
from ui.review.burdens import burdens
from ui.review.clinic_figures import LEAST
from ui.review.computed import computed
from ui.review.computed_numbers import computed_numbers
from ui.review.correction_panel import WHYS
from ui.review.number_strip import numbers
from ui.review.raw_reading import ABOUT_S as BYTES_S
from ui.review.review_page import FINDER_KEY, UNSIGNED_KEY, WORDS_KEY
from ui.review.statistics import CUFF_STANDS, statistics
from ui.review.wave_pane import ABOUT_S as WAVES_S
from ui.words import SENTENCES, say

TEXT = (ROOT / "docs" / "review.md").read_text(encoding="utf-8")
LINES = TEXT.splitlines()
PAGE = " ".join(TEXT.replace("\n> ", "\n").split())


def cells() -> list[list[str]]:
    return [
        [cell.strip() for cell in line.strip("| ").split(" | ")]
        for line in LINES
        if line.startswith("| ")
    ]


def test_every_number_of_a_session_is_explained_under_the_name_that_it_has() -> None:
    found = statistics(())
    shown = [
        *numbers(found),
        *burden_numbers(burdens((), found), found.alarms),
        *computed_numbers(computed(()), found),
    ]
    (start,) = [place for place, row in enumerate(cells()) if row[0] == "number"]
    told = [name for row in cells()[start + 2 :] for name in row[0].split(" · ")]
    assert told[: len(shown)] == [one.name for one in shown]


@pytest.mark.parametrize("key", [WORDS_KEY, FINDER_KEY, UNSIGNED_KEY])
def test_every_key_of_the_library_is_on_the_page(key: str) -> None:
    assert key in [row[0] for row in cells()]


@pytest.mark.parametrize(
    "told",
    [
        f"**Waves**: {WAVES_S:g} seconds on each side",
        f"went over the wire within {BYTES_S:g} s of the cursor",
        f"the chair, at ×{SPEEDS[0]:g} to ×{SPEEDS[-1]:g}",
        f"({LEAD_S:g} seconds before one)",
        f"the newest {MOST} are shown",
        f"of fewer than {LEAST} sessions it shows no figures",
        {2.0: "at most twice the cuff interval"}[CUFF_STANDS],
        say("missing-lines", 3, say("missing-between", "10:41:02", "10:41:09")),
        say("left-out", "1 artefact, 2 unconfirmed"),
    ],
)
def test_what_the_page_says_in_figures_is_what_the_program_does(told: str) -> None:
    assert told in PAGE


def test_whatever_is_left_out_of_the_numbers_is_named() -> None:
    said = {
        Quality.ARTEFACT: "artefacts",
        Quality.UNCONFIRMED: "a repeat did not confirm",
        Quality.BEFORE_SESSION: "before the session",
        Quality.AGE_UNKNOWN: "an unknown age",
        Quality.POOR: "a poor signal",
        Quality.DEMO: "demo mode",
    }
    assert set(said) == set(Quality) - {Quality.GOOD}
    assert not [quality for quality in said if f"left-out-{quality.value}" not in SENTENCES]
    assert not [words for words in said.values() if words not in PAGE]


def test_every_reason_of_a_correction_stands_on_the_page() -> None:
    assert not [one for one in WHYS if f"**{say(f'amend-why-{one}')}**" not in PAGE]


def test_who_may_correct_is_said() -> None:
    assert {role.value for role in MAY[AMENDING]} == {"nurse", "provider", "supervisor"}
    assert "Nurse, provider and supervisor may; a viewer may not." in PAGE


def test_a_measured_pressure_keeps_its_value_and_an_alarm_is_never_corrected() -> None:
    measured = CuffResult(141, 88, None, None, "device:dinamap")
    alarm = AlarmChanged(
        "sbp/high", "sbp-high", VitalSign.SBP, Priority.HIGH, AlarmPhase.SOUNDING, 1, 1
    )
    offered = [parts(Entry("s-1", 1, 1.0, what)) for what in (measured, alarm)]
    assert [one.is_mark for one in offered[0]] == [True]
    assert not offered[1]


def test_what_takes_corrections_and_what_takes_addenda_only_is_said_as_it_is_refused() -> None:
    assert "takes addenda only" in say("amend-signed")
    assert "corrected at its chair" in say("amend-running")
    assert "| is signed | addenda only: what was signed stays as it was signed |" in LINES
    assert "| goes on | neither: correct it at its chair |" in LINES
