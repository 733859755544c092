"""What stands on the page for the ambulance."""

from __future__ import annotations

from dataclasses import replace

import emergency_examples
import pictures

from data.clinic_file import Clinic
from monitor.commands import BeginEmergency, EmergencyStamp, ManualCuff, Note, NoteKind, StampKind
from monitor.vitals import CuffResult
from ui.emergency_facts import sheet_of
from ui.emergency_sheet import MOST_LOG, MOST_VITALS, Sheet
from ui.trend_model import TrendModel
from ui.view_state import ChairView

WALL_S = 1_790_000_000.0


def sheet(model: TrendModel | None = None, **changes: object) -> Sheet:
    picture = replace(emergency_examples.emergency(), **changes)  # type: ignore[arg-type]
    view = ChairView(picture, 0.0, WALL_S, opened=pictures.opened())
    course = model or TrendModel()
    return sheet_of(view, course, emergency_examples.CLINIC, "2026-09-21")


def test_who_and_where_and_what_was_given_stand_on_top() -> None:
    facts = dict(sheet().facts)
    assert facts["Patient"] == "J. M. · 1974 · #20417"
    assert facts["Weight"] == "82 kg · 181 lb"
    assert facts["Address"] == "14 Harbour Street, Springfield"
    assert facts["Ketamine given"].startswith("26.8 mg of 41.0 mg, calculated")
    assert facts["Ended"] == "under way"
    assert facts["Baseline"].startswith("124/76")


def test_without_a_dose_none_was_given() -> None:
    facts = dict(sheet(mg_given=None, dose_mg=None, infusion_started_s=None).facts)
    assert facts["Ketamine given"] == "none was given"
    assert facts["Infusion"] == "not begun"


def test_the_vitals_are_those_of_the_last_30_minutes() -> None:
    model, now = TrendModel(), pictures.extreme().now_s
    model.absorb(0.0, pictures.opened())
    model.absorb(now - 2000.0, CuffResult(111.0, 66.0, None, None, "simulated"))
    model.absorb(now - 600.0, CuffResult(150.0, 90.0, None, None, "simulated"))
    model.absorb(now - 60.0, ManualCuff(206.0, 121.0, "AK"))
    assert [line.bp for line in sheet(model).vitals if line.bp] == ["150/90", "206/121 by hand"]


def test_a_long_course_keeps_the_newest_and_says_how_much_is_left_out() -> None:
    model, now = TrendModel(), pictures.extreme().now_s
    model.absorb(0.0, pictures.opened())
    for number in range(40):
        model.absorb(now - 800.0 + number, Note(f"n{number}", NoteKind.NAUSEA, "", "AK"))
        model.absorb(now - 800.0 + number, CuffResult(150.0, 90.0, None, None, "simulated"))
    made = sheet(model)
    assert len(made.vitals) <= MOST_VITALS
    assert len(made.log) == MOST_LOG
    assert made.earlier == 40 + 4 - MOST_LOG
    assert made.log[-1].text == "Oxygen (AK)"


def test_a_stamp_is_one_line_with_both_clocks_and_struck_when_it_was_undone() -> None:
    model, now = TrendModel(), pictures.extreme().now_s
    began = now - emergency_examples.BEGAN_AGO_S
    model.absorb(0.0, pictures.opened())
    model.absorb(began, BeginEmergency("AK"))
    model.absorb(now - 40.0, EmergencyStamp("s40", StampKind.DRUG, "Adrenaline 0.5 mg", "AK"))
    made = sheet(model)
    texts = [line.text for line in made.log]
    assert texts.count("Drug: Adrenaline 0.5 mg (AK)") == 1
    assert [line.struck for line in made.log if line.text.startswith("Shock")] == [True]
    [drug] = [line for line in made.log if line.text.startswith("Drug")]
    assert drug.code == "3:52"


def test_a_clinic_that_is_not_set_leaves_no_empty_lines() -> None:
    view = ChairView(emergency_examples.emergency(), 0.0, WALL_S)
    facts = dict(sheet_of(view, TrendModel(), Clinic(), "2026-09-21").facts)
    assert not {"Clinic", "Address", "Phone", "Weight"} & set(facts)
