"""The monitoring form in words: in its order, from the record, with what is missing marked."""

from __future__ import annotations

from monitor.commands import EndSession, Sedation
from tests.ui.rems_record import BY, chest_pain, record, usual
from ui.rems_form import Form, form_of


def form(*more: object, but: tuple[float, ...] = ()) -> Form:
    said = [one for one in usual() if one[0] not in but]
    made = form_of(record(*said, *more), "Clinic 1")  # type: ignore[arg-type]
    assert made is not None
    return made


def values(made: Form) -> dict[str, str]:
    return {one.name: one.value for part in made.parts for one in part.fields}


def test_the_parts_are_in_the_order_of_the_form() -> None:
    headings = [part.heading for part in form().parts]
    assert [heading[0] for heading in headings] == list("12345678")


def test_everything_that_is_in_the_record_is_in_the_form() -> None:
    found = values(form())
    assert found["Name"] == "Name 1"
    assert found["Sex"] == "Female"
    assert found["Treatment number"] == "3"
    assert found["Benzodiazepines"] == "Yes (one, yesterday)"
    assert found["MAO inhibitors"] == "Yes"
    assert found["Psychostimulants"] == "No"
    assert found["Dose"] == "56 mg"
    assert found["Lot"] == "NS7"
    assert found["Minutes of monitoring"].startswith("125 min, ")
    assert found["Acceptable before"] == "Yes (BP 126/80, HR 72, SpO2 98)"
    assert found["Acceptable at the end"] == "Yes (BP 124/80, HR 70, SpO2 97)"
    assert found["BP at about 40 min"].endswith("after 41 min")
    assert found["Sedation"].startswith("Yes, MOAA/S 3 at worst")
    assert found["Dissociation"].startswith("Yes, 3 of 4 at worst")
    assert found["Ready after"].startswith("85 min: ")
    assert found["Record signed by"].startswith(f"{BY}, ")


def test_what_nobody_asked_is_missing_and_not_a_no() -> None:
    made = form()
    assert made.missing == ("Sedative hypnotics, other",)
    bare = form(but=(1, 18, 50, 55, 61, 90, 105))
    for name in ("Benzodiazepines", "Lot", "BP at about 40 min", "Sedation", "Ready after"):
        assert name in bare.missing
    assert values(bare)["MAO inhibitors"] == "Yes"


def test_less_than_two_hours_is_said() -> None:
    early = form((130, EndSession(BY)), but=(145, 140, 142))
    assert values(early)["Minutes of monitoring"].endswith("less than 120")
    assert "so far" in values(form(but=(145,)))["Minutes of monitoring"]


def test_what_did_not_pass_is_not_resolved() -> None:
    found = values(form((144, Sedation(4, BY)), but=(90,)))
    assert found["Sedation resolved"] == "not by the record"
    assert found["Dissociation resolved"].endswith("after 85 min")


def test_an_emergency_symptom_is_listed_and_judged_by_the_prescriber() -> None:
    assert values(form())["In the record"] == "no emergency and no emergency symptom"
    found = values(form(chest_pain(40)))
    assert found["In the record"].endswith("Chest pain")
    assert found["Serious adverse event"].startswith("the prescriber answers")


def test_it_is_due_after_seven_days() -> None:
    made = form()
    assert made.stem.startswith("chairside-form-2026-09-21-")
    assert "20417" not in made.stem
    assert made.due == "2026-09-28"
