"""What the record says of a treatment, against the core that lived it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors import StoreDamaged
from data.record_file import reading
from data.store import SessionStore
from data.treatment_facts import TreatmentFacts, treatment_facts
from monitor.commands import (
    BeginEmergency,
    PauseInfusion,
    ResumeInfusion,
    Sedation,
    StartInfusion,
    StopInfusion,
)
from monitor.events import SessionOpened
from monitor.limits import PROFILES
from monitor.plan import Plan
from monitor.routes import Route
from monitor.treatment.commands import (
    ChangeRate,
    CuffSize,
    GiveDose,
    Mount,
    PumpVolume,
    Scale,
    Score,
    SetPlan,
    Side,
)
from tests.data.past_treatments import (
    BASELINE,
    NURSE,
    Played,
    Said,
    drawn,
    iv_treatment,
    keep,
    nasal_treatment,
    opened,
    wasted,
)

MOUNT = Mount(CuffSize.ADULT, Side.LEFT, Side.RIGHT, Side.RIGHT, NURSE)


def facts_of(path: Path) -> TreatmentFacts:
    with reading(path, None) as connection:
        found = treatment_facts(connection, 1, 10**6)
    assert found is not None
    return found


def kept(
    tmp_path: Path, session: SessionOpened, said: list[Said]
) -> tuple[TreatmentFacts, Played]:
    path = tmp_path / "record.db"
    played = keep(path, session, said)
    return facts_of(path), played


def test_an_infusion_is_read_as_the_core_lived_it(tmp_path: Path) -> None:
    pause, go_on = PauseInfusion(NURSE, ago_s=30.0), ResumeInfusion(NURSE)
    said = iv_treatment((600.0, pause), (900.0, go_on), (1200.0, ChangeRate(0.5, NURSE)))
    facts, played = kept(tmp_path, opened(), said)
    assert facts.treated
    assert facts.given_mg(played.last_s) == played.giving().mg_given
    assert 0.0 < (played.giving().mg_given or 0.0) < 40.0


@given(
    st.lists(
        st.tuples(
            st.floats(1.0, 4000.0).map(lambda s: round(s, 1)),
            st.one_of(
                st.builds(StartInfusion, st.just(NURSE)),
                st.builds(PauseInfusion, st.just(NURSE), st.sampled_from([0.0, 20.0, 2000.0])),
                st.builds(ResumeInfusion, st.just(NURSE)),
                st.builds(StopInfusion, st.just(NURSE), st.sampled_from([0.0, 45.0])),
                st.builds(ChangeRate, st.sampled_from([0.2, 1.5, 900.0]), st.just(NURSE)),
                st.builds(GiveDose, st.sampled_from([28.0, 5000.0]), st.just(NURSE)),
                st.builds(PumpVolume, st.sampled_from([3.9, -1.0]), st.just(NURSE)),
                st.builds(SetPlan, st.just(Plan(0.4, 90.0, 30.0)), st.just(NURSE)),
            ),
        ),
        max_size=12,
    ),
    st.sampled_from(["adult-iv", "im-sc", "intranasal"]),
)
def test_whatever_is_said_in_whatever_order_the_milligrams_are_those_of_the_core(
    tmp_path_factory: pytest.TempPathFactory, said: list[Said], profile: str
) -> None:
    path = tmp_path_factory.mktemp("any") / "record.db"
    said = [(0.5, BASELINE), *sorted(said, key=lambda one: one[0]), (4100.0, BASELINE)]
    played = keep(path, opened(profile=profile), said)
    facts, giving = facts_of(path), played.giving()
    assert facts.plan == giving.plan
    assert facts.pump_ml == giving.pump_ml
    if facts.treated:
        assert facts.given_mg(played.last_s) == giving.mg_given
    else:
        assert not giving.mg_given


def test_a_refused_command_says_nothing(tmp_path: Path) -> None:
    facts, _played = kept(tmp_path, opened(), [(5.0, StopInfusion(NURSE)), (6.0, BASELINE)])
    assert facts.clock.ended_at is None
    assert not facts.treated


def test_doses_by_another_route_add_up_and_the_first_one_begins(tmp_path: Path) -> None:
    facts, played = kept(tmp_path, opened(profile="intranasal"), nasal_treatment())
    assert facts.route is Route.INTRANASAL
    assert facts.given_mg(played.last_s) == 84.0
    first = next(one.seq for one in played.entries if isinstance(one.what, GiveDose))
    assert facts.started_seq == first


def test_the_figure_of_the_pump_is_what_was_given(tmp_path: Path) -> None:
    facts, played = kept(tmp_path, opened(), iv_treatment((2600.0, PumpVolume(3.7, NURSE))))
    assert facts.given_mg(played.last_s) == pytest.approx(37.0)
    assert facts.clock.mg_given(played.last_s) == pytest.approx(40.0)


def test_a_plan_that_was_changed_is_the_newer_one_with_the_route_of_its_limits(
    tmp_path: Path,
) -> None:
    plan = Plan(None, 80.0, 40.0, fixed_mg=50.0)
    said: list[Said] = [(3.0, SetPlan(plan, NURSE, PROFILES["im-sc"]))]
    facts, _played = kept(tmp_path, opened(), said)
    assert (facts.plan, facts.route) == (plan, Route.IM_SC)
    assert facts.opened.profile.name == "adult-iv"


def test_vials_scores_and_the_rest_are_kept_as_they_were_said(tmp_path: Path) -> None:
    scores = [
        (20.0, Score(Scale.PHQ9, 17, NURSE)),
        (700.0, Score(Scale.DISSOCIATION, 3, NURSE)),
        (1500.0, Score(Scale.DISSOCIATION, 1, NURSE)),
        (2450.0, Score(Scale.CSSRS, None, NURSE, result="none")),
    ]
    sedations = [(800.0, Sedation(3, NURSE)), (1600.0, Sedation(5, NURSE))]
    others = [(2.0, MOUNT), (900.0, BeginEmergency(NURSE))]
    said = iv_treatment(drawn(50.0), wasted(10.0), *scores, *sedations, *others)
    facts, _played = kept(tmp_path, opened(), said)
    assert (facts.drawn_mg, facts.wasted_mg) == (50.0, 10.0)
    assert (facts.worst_dissociation, facts.worst_sedation) == (3, 3)
    assert facts.scores == {"dissociation": 1, "phq-9": 17}
    assert (facts.mount, facts.emergency) == (MOUNT, True)


def test_what_is_not_said_again_of_the_cuff_stays_as_it_was(tmp_path: Path) -> None:
    other_arm = Mount(None, Side.RIGHT, None, None, NURSE)
    facts, _played = kept(tmp_path, opened(), [(2.0, MOUNT), (3.0, other_arm)])
    assert facts.mount == Mount(CuffSize.ADULT, Side.RIGHT, Side.RIGHT, Side.RIGHT, NURSE)


def test_a_session_that_was_never_opened_has_no_facts(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    played = Played(opened(), [(5.0, BASELINE)])
    with SessionStore.open(path) as store:
        store.write(played.entries[1:])
    with reading(path, None) as connection:
        assert treatment_facts(connection, 1, 10**6) is None


def test_a_line_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    keep(path, opened(), iv_treatment())
    with SessionStore.open(path) as store:
        store._connection.execute("UPDATE events SET body = '{}' WHERE kind = 'start-infusion'")
    with pytest.raises(StoreDamaged, match="line 4"):
        facts_of(path)
