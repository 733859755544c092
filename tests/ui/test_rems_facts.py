"""What a record says for the monitoring form."""

from __future__ import annotations

from monitor.commands import EndSession, UndoNote
from monitor.events import SessionOpened
from monitor.plan import Plan
from tests.ui.rems_record import BY, chest_pain, cuff, entries, opened, refused, usual
from ui.rems_facts import rems_facts

MIN_S = 60.0


def test_doses_stand_where_they_were_given() -> None:
    facts = rems_facts(entries(*usual()))
    assert facts.doses == [(20 * MIN_S, 28.0), (25 * MIN_S, 28.0)]
    assert facts.nasal
    assert facts.first_s == 20 * MIN_S
    assert facts.until_s == 145 * MIN_S


def test_a_refused_command_says_nothing() -> None:
    facts = rems_facts(entries(*usual(), *refused(30)))
    assert [mg for _at, mg in facts.doses] == [28.0, 28.0]


def test_the_three_pressures_of_the_form() -> None:
    facts = rems_facts(entries(*usual()))
    found = (facts.before, facts.after_40, facts.at_end)
    assert [None if one is None else one.text for one in found] == ["126/80", "146/92", "124/80"]


def test_a_pressure_far_from_40_min_is_not_the_one_at_40_min() -> None:
    said = [one for one in usual() if one[0] != 61]
    assert rems_facts(entries(*said)).after_40 is None


def test_ready_is_the_moment_from_which_everything_stays_good() -> None:
    assert rems_facts(entries(*usual())).ready_s() == 105 * MIN_S
    worse = rems_facts(entries(*usual(), (120, cuff(172, 98))))
    assert worse.ready_s() == 142 * MIN_S
    never = rems_facts(entries(*usual(), (143, cuff(172, 98))))
    assert never.ready_s() is None


def test_a_symptom_that_was_taken_back_is_none() -> None:
    felt = rems_facts(entries(*usual(), chest_pain(40)))
    assert len(felt.symptoms()) == 1
    back = rems_facts(entries(*usual(), chest_pain(40), (41, UndoNote("n1", BY))))
    assert back.symptoms() == []


def test_an_infusion_has_no_form() -> None:
    drip = opened(Plan(0.5, 82.0, 40.0), "adult-iv")
    assert isinstance(drip, SessionOpened)
    assert not rems_facts(entries((0, drip), (30, EndSession(BY)))).nasal


def test_without_a_signature_it_goes_on() -> None:
    said = [one for one in usual() if not isinstance(one[1], EndSession)]
    facts = rems_facts(entries(*said))
    assert facts.ended is None
    assert facts.until_s == 142 * MIN_S
