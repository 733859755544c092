"""Who signed a recorded session, and what nobody has claimed."""

from __future__ import annotations

from monitor.commands import EndSession, PauseAudio
from monitor.outcomes import PhaseChanged, Refused
from monitor.phases import Phase
from monitor.treatment.commands import UNCLAIMED, Claim
from tests.ui.rems_record import BY, Said, entries, opened
from ui.review.signature import signature, signature_text

SIGNED: Said = (60, PhaseChanged(Phase.DISCHARGE, Phase.SIGNED))


def text(*said: Said) -> str:
    return signature_text(signature(entries((0, opened()), *said)), lambda at: f"{at / 60:.0f}")


def test_a_signature_has_a_name_a_time_and_its_reason() -> None:
    assert text((60, EndSession(BY)), SIGNED) == "signed by Nurse 1 at 60"
    both = EndSession(BY, "against advice", "Provider 1")
    assert text((60, both), SIGNED) == (
        "signed by Nurse 1 and Provider 1 at 60 · Reason: against advice"
    )


def test_a_refused_end_is_none() -> None:
    assert text((50, EndSession(BY)), (50, Refused("end", "end-unmet-1"))) == "not signed"


def test_an_end_without_a_name_says_so() -> None:
    assert text((60, EndSession("")), SIGNED) == "ended at 60, without a name"


def test_entries_without_a_name_are_counted_until_they_are_claimed() -> None:
    nameless: tuple[Said, ...] = ((10, PauseAudio(UNCLAIMED)), (11, PauseAudio(UNCLAIMED)))
    assert text(*nameless) == "not signed · entries without a name: 2"
    assert text(*nameless, (12, Claim(UNCLAIMED))).endswith("3")
    assert text(*nameless, (12, Claim(BY))) == "not signed"
