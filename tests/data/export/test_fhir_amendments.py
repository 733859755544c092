from __future__ import annotations

from datetime import datetime

from fhir_reading import moment
from fhir_sessions import ANCHOR, clock, entries_of, told
from record_examples import SOURCE

from data.export.fhir.bundle import session_fhir
from data.export.material import Material
from monitor.amendments import Addendum, Correct, NewValue
from monitor.commands import ManualCuff, Note, NoteKind
from monitor.events import Numerics
from monitor.vitals import CuffResult, Reading, VitalSign

BY, LATER = "Provider 1", "Nurse 1"
WHEN_S = ANCHOR.utc_s + 86_400.0
PANEL = "85354-9"


def correct(line: int, *values: NewValue, last: int | None = None) -> Correct:
    return Correct(line, values, "a slip of the finger", BY, WHEN_S, 120, last)


def of_corrections(found):
    return [one for one in found.of("Provenance") if "reason" in one]


def test_a_corrected_pressure_is_the_corrected_one_and_tells_what_it_was():
    said = (60.0, ManualCuff(164.0, 92.0, LATER)), (900.0, correct(1, NewValue("sbp", 146.0)))
    found = told(*said)
    (panel,) = found.coded(PANEL)
    assert panel["status"] == "corrected"
    assert [part["valueQuantity"]["value"] for part in panel["component"]] == [146, 92]
    (why,) = of_corrections(found)
    assert why["target"] == [{"reference": f"urn:uuid:{panel['id']}"}]
    assert why["reason"] == [{"text": "a slip of the finger"}]
    assert why["agent"] == [{"who": {"display": BY}}]
    assert why["entity"][0]["what"]["display"] == "sbp: 164 -> 146"
    recorded = datetime.fromisoformat(why["recorded"])
    assert recorded.timestamp() == WHEN_S
    assert why["recorded"].endswith("+02:00")


def test_a_cuff_that_a_person_called_an_artefact_is_entered_in_error():
    cuff = CuffResult(214.0, 131.0, None, None, SOURCE)
    found = told((60.0, cuff), (900.0, correct(1, NewValue("artefact", 1.0))))
    (panel,) = found.coded(PANEL)
    assert panel["status"] == "entered-in-error"
    assert len(of_corrections(found)) == 1


def test_seconds_that_a_person_called_artefacts_leave_the_series():
    rates = [(float(n), Numerics((Reading(VitalSign.HR, 70.0 + n, SOURCE),))) for n in range(1, 6)]
    run = correct(2, NewValue("artefact-hr", 1.0), last=3)
    found = told(*rates, (900.0, run))
    series = {one["status"]: one for one in found.coded("147842")}
    assert series["final"]["valueSampledData"]["data"] == "71 E E 74 75"
    assert series["entered-in-error"]["valueSampledData"]["data"] == "72 73"
    (why,) = of_corrections(found)
    assert why["entity"][0]["what"]["identifier"]["value"] == "2-3"
    assert why["target"] == [{"reference": f"urn:uuid:{found.one('Procedure')['id']}"}]


def test_an_addendum_is_a_finding_of_its_own_about_what_it_names():
    said = (
        (60.0, Note("n", NoteKind.NAUSEA, "", LATER)),
        (900.0, Addendum("It was the smell of the paint.", BY, WHEN_S, 120, about=1)),
        (900.0, Addendum("Called the next day: well.", BY, WHEN_S, 120)),
    )
    found = told(*said)
    about, whole = found.coded("addendum")
    assert about["valueString"] == "It was the smell of the paint."
    assert about["focus"] == [{"reference": f"urn:uuid:{found.coded('nausea')[0]['id']}"}]
    assert moment(about) == clock(86_400.0)
    assert about["performer"] == [{"display": BY}]
    assert "focus" not in whole
    assert found.coded("nausea")[0]["status"] == "final"


def test_a_moment_that_no_calendar_has_is_said_to_be_unknown():
    found = told((900.0, Addendum("later", BY, 1e300)))
    assert "_effectiveDateTime" in found.coded("addendum")[0]


def test_an_addendum_changes_nothing_that_was_there():
    cuff = (60.0, CuffResult(150.0, 90.0, None, None, SOURCE))
    without = Material("s-1", entries_of([cuff]), (ANCHOR,))
    added = Material(
        "s-1", entries_of([cuff, (60.0, Addendum("later", BY, WHEN_S, about=1))]), (ANCHOR,)
    )
    before, after = (list(session_fhir(one)) for one in (without, added))
    assert [one for one in before[:-2] if one not in after] == []
