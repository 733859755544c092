"""The report of a session: what it says, worked out where the screen has it from."""

from __future__ import annotations

from dataclasses import fields, replace

from past_examples import SPRAY

from data.export.deidentify import deidentified
from data.export.material import Material
from monitor.amendments import Addendum
from monitor.entries import Entry
from monitor.limits import PROFILES
from monitor.outcomes import Priority
from monitor.treatment.commands import GiveDose
from monitor.vitals import CuffResult
from tests.ui.page_sessions import example_entries
from tests.ui.report.report_examples import (
    NURSE,
    SIGNED_S,
    START_S,
    calm,
    lived,
    material,
    noted,
    opened,
    stormy,
)
from ui.report.facts import report_of
from ui.report.parts import Fact, Met, Report
from ui.review.statistics import statistics
from ui.words import say


def told(facts: tuple[Fact, ...]) -> dict[str, str]:
    return {one.name: one.value for one in facts}


def every_text(report: Report) -> str:
    return " ".join(str(getattr(report, one.name)) for one in fields(report))


def test_it_says_who_what_and_how_much() -> None:
    report = report_of(calm())
    assert report.title == "Ketamine treatment · session 3 of 6"
    assert report.who == "J. M. · #20417"
    assert report.about == "born 1974-05-31 · Female · 82 kg"
    assert report.when == "2026-09-21 · 16:13–18:13 · 2 h 0 min"
    assert told(report.drug) == {
        "Plan": "IV · 0.5 mg/kg = 41 mg = 4.1 mL over 40 min · 10 mg/mL",
        "Given": "40.5 mg = 0.49 mg/kg · by the pump’s volume",
        "Infusion": "16:28–17:08 · ran 40 min · 1.025 mg/min = 6.15 mL/h",
        "Pump volume": "4.05 mL by the pump · calculated 4.1 mL · −1.2 %",
        "Drawn": "50 mg · lot KT4711 · vial V-102 · expires 2027-03-31",
        "Wasted": "9.5 mg · witness Nurse 2 · 0 mg unaccounted for",
    }
    assert not report.marks


def test_a_pump_that_is_far_off_is_said_loudly() -> None:
    (pump,) = (one for one in report_of(stormy()).drug if one.name == "Pump volume")
    assert pump.loud
    assert pump.value.endswith("more than 5 % apart")


def test_its_numbers_are_those_of_the_screen() -> None:
    material_ = stormy()
    report, found = report_of(material_), statistics(material_.entries)
    by_name = {row.name: row for row in report.signs}
    assert found.peak_sbp is not None
    assert found.lowest_spo2 is not None
    assert by_name["SBP"].extreme == f"{found.peak_sbp.value:.0f}"
    assert by_name["SpO₂"].extreme == f"{found.lowest_spo2.value:.0f}"
    assert by_name["SpO₂"].lowest
    high, medium = found.alarms[Priority.HIGH], found.alarms[Priority.MEDIUM]
    assert report.alarms_told.startswith(f"{high} high · {medium} medium")


def test_an_unconfirmed_reading_is_shown_and_in_no_number() -> None:
    report = report_of(stormy())
    apart = [one for one in report.course.stems if not one.counted]
    assert len(apart) == 2
    assert "2 left out" in told(report.measures)["Cuff readings"]
    assert sum("not confirmed" in row.note for row in report.cuffs) == 2


def test_what_was_let_go_stands_with_its_reason() -> None:
    let_go = [one for one in report_of(stormy()).criteria if one.met is Met.LET_GO]
    assert {one.name for one in let_go} == {"Blood pressure standing", "Symptoms are over"}
    assert all("“agreed with the provider” (Nurse 1, Nurse 2)" in one.told for one in let_go)
    assert report_of(stormy()).criteria_told == "16 of 18 met · 2 let go with a reason"


def test_a_nasal_treatment_tells_its_doses() -> None:
    session = opened(plan=SPRAY, profile=PROFILES["intranasal"], flow=False)
    doses = [(START_S + 300.0 * n, GiveDose(28.0, NURSE)) for n in range(2)]
    report = report_of(material(lived(doses, session)))
    assert report.title.startswith("Esketamine treatment")
    assert told(report.drug)["Doses"] == "28 mg at 16:28 · 28 mg at 16:33"
    assert told(report.drug)["Given"].startswith("56 mg")
    assert report.course.doses == ((START_S, 28.0), (START_S + 300.0, 28.0))


def test_without_what_says_whose_it_is_no_name_is_left() -> None:
    made = calm()
    entries, anchors = deidentified(
        made.entries, made.anchors, b"a secret of 32 bytes, or of more"
    )
    bare = Material(entries[0].session_id, entries, anchors, deidentified=True)
    report = report_of(bare)
    assert report.marks == (say("chart-deidentified"),)
    assert report.who.startswith("Pseudonym ")
    assert report.about == "born 1970s · Female · 82 kg"
    whole = every_text(report)
    for name in ("20417", "J. M.", "Nurse", "Provider", "relative", "KT4711", "2026-09-21"):
        assert name not in whole
    assert told(report.drug)["Given"].startswith("40.5 mg")
    assert report.criteria_told == "16 of 17 met · 1 let go with a reason"


def test_what_is_not_usual_about_a_record_is_a_mark() -> None:
    cuff = CuffResult(120.0, 80.0, None, None, "imported")
    made = calm()
    extra = Entry(made.session_id, len(made.entries), SIGNED_S, cuff)
    odd = replace(made, entries=(*made.entries, extra), simulated=True, missing="A part is lost.")
    assert report_of(odd).marks == (
        say("simulated"),
        say("chart-imported"),
        say("chart-damaged"),
    )
    assert report_of(odd).missing == "A part is lost."


def test_what_was_added_afterwards_is_said_beside_the_signature() -> None:
    made = calm()
    added = Addendum("Seen again the next day: well.", NURSE, 1_790_100_000.0)
    extra = Entry(made.session_id, len(made.entries), SIGNED_S, added)
    report = report_of(replace(made, entries=(*made.entries, extra)))
    assert say("chart-amended", 0, 1) in report.signed
    assert any("well" in one.line.detail for one in report.happened)


def test_of_sixty_notes_the_emergency_comes_before_the_others() -> None:
    ranks = {one.line.text: one.rank for one in report_of(noted()).events}
    assert ranks["Infusion started"] < ranks["Chest pain"] < ranks["Headache"]
    assert not any(text.startswith("Phase:") for text in ranks)


def test_a_record_by_hand_gives_a_report_too() -> None:
    entries = tuple(example_entries())
    report = report_of(Material("a", entries, ()))
    assert report.when == "time of the day not known · 2 h 0 min"
    assert report.alarms[0].line.text == "SBP 168"
    assert report.criteria == ()
    assert report.numbers
