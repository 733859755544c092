"""The checklist of leaving, told again: what the core itself said, for whole treatments."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from past_examples import SPRAY

from data.export.deidentify import deidentified
from monitor.chair import Chair
from monitor.commands import (
    Acknowledge,
    Action,
    EndSession,
    ManualCuff,
    Note,
    NoteKind,
    Sedation,
    UndoNote,
)
from monitor.entries import Entry
from monitor.events import SessionOpened
from monitor.limits import PROFILES
from monitor.treatment.commands import (
    AnswerQuestion,
    EndNote,
    GiveDose,
    GiveDrug,
    OverrideCriterion,
    PumpVolume,
    Scale,
    Score,
    StandingCuff,
    TickCriterion,
    WasteDrug,
)
from monitor.treatment.leaving_by_hand import CRITERIA
from monitor.treatment.view import CriterionView
from tests.ui.page_sessions import cuff, numerics
from tests.ui.report.report_examples import (
    END_S,
    NURSE,
    OTHER,
    SIGNED_S,
    START_S,
    Said,
    after,
    before,
    calm,
    opened,
    stormy,
)
from ui.report.leaving import LeavingRetold, retold


def lived(
    said: Iterable[Said], session: SessionOpened
) -> tuple[list[Entry], tuple[CriterionView, ...], float]:
    """The record, the core's own list, and the moment of it."""
    entries: list[Entry] = []
    chair = Chair(session, entries.append, lambda _shown: None)
    chair.begin()
    for at, event in sorted(said, key=lambda one: one[0]):
        chair.take(event, at)
    core = chair.core
    return entries, core.treatment.view(core, core.now).checks.leaving, core.now


def unordered(criteria: Iterable[CriterionView]) -> dict[str, tuple[object, ...]]:
    """Of several open alarms or symptoms the order does not matter."""
    return {one.id: (replace(one, evidence=()), frozenset(one.evidence)) for one in criteria}


def few_values() -> list[Said]:
    return [(float(at), numerics(70, 98)) for at in range(60, int(SIGNED_S), 60)]


@pytest.mark.parametrize("signed", [True, False])
def test_it_is_the_list_of_the_core(signed: bool) -> None:
    said = [*before(), *after(), *few_values()]
    said += [(END_S + 300.0 * n, cuff(128 - n, 78)) for n in range(1, 13)]
    if not signed:
        said = [one for one in said if not isinstance(one[1], EndSession)]
    entries, shown, now = lived(said, opened())
    assert shown
    assert retold(entries).criteria(now) == shown


def test_a_nasal_treatment_has_its_own_list() -> None:
    session = opened(plan=SPRAY, profile=PROFILES["intranasal"])
    said = [one for one in before() if not type(one[1]).__name__.startswith(("Start", "Draw"))]
    said += [(START_S, GiveDose(28.0, NURSE)), (START_S + 300.0, GiveDose(28.0, NURSE))]
    said += [(START_S + 600.0 * n, cuff(130, 80)) for n in range(1, 14)]
    entries, shown, now = lived([*said, *few_values()], session)
    assert {one.id for one in shown} >= {"time", "bp"}
    assert "iv-removed" not in {one.id for one in shown}
    assert retold(entries).criteria(now) == shown


moments = st.integers(int(START_S) + 60, int(SIGNED_S) - 60).map(float)
texts = st.sampled_from(["", "seen", "because"])
events = st.one_of(
    st.builds(cuff, st.integers(85, 190), st.integers(45, 120)),
    st.builds(ManualCuff, st.integers(85, 170), st.integers(45, 110), st.just(NURSE)),
    st.builds(Sedation, st.integers(2, 5), st.just(NURSE)),
    st.builds(Score, st.just(Scale.DISSOCIATION), st.integers(0, 4), st.just(NURSE)),
    st.builds(Score, st.just(Scale.PADSS), st.integers(6, 10), st.just(NURSE)),
    st.builds(Note, st.sampled_from("ab"), st.sampled_from(NoteKind), texts, st.just(NURSE)),
    st.builds(UndoNote, st.sampled_from("ab"), st.just(NURSE)),
    st.builds(EndNote, st.sampled_from("ab"), st.just(NURSE)),
    st.builds(Acknowledge, st.just("bp/high"), st.just(NURSE), st.sampled_from(Action)),
    st.builds(GiveDrug, st.sampled_from(["labetalol", "ondansetron"]), texts, texts, texts, texts,
              st.just(NURSE)),
    st.builds(StandingCuff, st.integers(80, 150), st.integers(50, 95), st.sampled_from([1, 3]),
              st.booleans(), st.just(NURSE)),
    st.builds(PumpVolume, st.floats(0.5, 5.0), st.just(NURSE)),
    st.builds(WasteDrug, st.floats(1.0, 20.0), st.just("KT4711"), st.just(OTHER), st.just(NURSE)),
    st.builds(AnswerQuestion, st.just("suicidality"),
              st.sampled_from(["none", "ideation", "intent-or-plan"]), st.just(NURSE), texts),
    st.builds(TickCriterion, st.sampled_from(list(CRITERIA)), st.booleans(), st.just(NURSE),
              texts),
    st.builds(OverrideCriterion, st.sampled_from(list(CRITERIA)), texts, st.just(NURSE),
              st.sampled_from(["", OTHER, NURSE])),
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(moments, events), max_size=14), st.booleans())
def test_whatever_was_said_it_is_the_list_of_the_core(said: list[Said], signed: bool) -> None:
    usual = [one for one in after() if signed or not isinstance(one[1], EndSession)]
    entries, shown, now = lived([*before(), *usual, *said], opened())
    found = retold(entries).criteria(now)
    assert unordered(found) == unordered(shown)


@pytest.mark.parametrize("example", [calm, stormy])
def test_a_record_without_its_texts_has_the_same_marks(example: object) -> None:
    made = example()  # type: ignore[operator]
    masked, _anchors = deidentified(
        made.entries, made.anchors, b"secret of the record....32 bytes"
    )
    whole, bare = retold(made.entries), retold(masked)
    told = [(one.id, one.met, one.done) for one in whole.criteria(SIGNED_S)]
    assert told
    assert [(one.id, one.met, one.done) for one in bare.criteria(SIGNED_S)] == told


def test_a_session_that_only_watches_has_none() -> None:
    assert LeavingRetold().criteria(0.0) == ()
    watched = [replace(one) for one in calm().entries[:40]]
    assert retold(watched).criteria(500.0) == ()
