"""A session on one page, to be signed."""

from __future__ import annotations

from monitor.events import Numerics
from monitor.outcomes import AlarmChanged, AlarmPhase, Priority
from monitor.phases import Phase
from monitor.treatment.view import SignedView
from monitor.vitals import CuffResult, Reading, VitalSign
from tests.ui.chair.leaving_pictures import BY, LET_GO, PRESSURE, SEDATION, leaving_view
from ui.chair.signoff_faces import signoff_face
from ui.trend_model import TrendModel

SOURCE = "device:ivy-450c"


def alarm(state: AlarmPhase, priority: Priority, key: str = "sbp/high") -> AlarmChanged:
    return AlarmChanged(key, "sbp-high", VitalSign.SBP, priority, state, 170.0, 160.0)


def course() -> TrendModel:
    model = TrendModel()
    for at, sbp, dbp in ((900.0, 162.0, 92.0), (1200.0, 148.0, 99.0), (4000.0, 126.0, 80.0)):
        model.absorb(at, CuffResult(sbp, dbp, None, None, SOURCE))
    model.absorb(1000.0, Numerics((Reading(VitalSign.HR, 96.0, SOURCE),)))
    model.absorb(1001.0, Numerics((Reading(VitalSign.SPO2, 94.0, SOURCE),)))
    model.absorb(1002.0, alarm(AlarmPhase.SOUNDING, Priority.MEDIUM))
    model.absorb(1003.0, alarm(AlarmPhase.ESCALATED, Priority.HIGH))
    model.absorb(1004.0, alarm(AlarmPhase.SOUNDING, Priority.LOW, "other"))
    return model


def test_the_page_tells_the_whole_session() -> None:
    face = signoff_face(leaving_view(PRESSURE, SEDATION, LET_GO), course())
    facts = dict(face.facts)
    assert facts["Patient"].endswith("Session 3 of 6")
    assert facts["Drug"] == "Ketamine · IV · planned 41 mg"
    assert facts["Given"] == "40.5 mg by the pump's 4.05 mL (41 mg calculated)"
    assert facts["Blood pressure"] == "peak 162/99, baseline 124/78, last 126/80"
    assert facts["Heart rate, SpO₂"] == "HR to 96/min · SpO₂ down to 94 %"
    assert facts["Alarms"] == "1 high · 0 medium · 1 low"
    assert facts["Open"] == "Awake: MOAA/S 5"
    assert facts["Let go"] == "“known” (Nurse 1, Nurse 2): Heart rate"


def test_an_open_line_about_the_patient_wants_a_reason_and_two() -> None:
    face = signoff_face(leaving_view(SEDATION), TrendModel())
    assert (face.wants_reason, face.wants_second, face.can_sign) == (True, True, True)
    done = signoff_face(leaving_view(PRESSURE), TrendModel())
    assert (done.wants_reason, done.wants_second) == (False, False)


def test_without_a_dose_it_is_asked_why() -> None:
    face = signoff_face(leaving_view(phase=Phase.SCREENING, given=False), TrendModel())
    assert face.nothing
    assert dict(face.facts)["Given"] == "nothing was given"
    assert dict(face.facts)["Blood pressure"] == "not known"


def test_nothing_is_signed_while_the_drug_is_given() -> None:
    assert not signoff_face(leaving_view(PRESSURE, phase=Phase.TREATING), TrendModel()).can_sign


def test_afterwards_it_says_who_signed_and_why() -> None:
    signed = SignedView(BY, 7200.0, "against advice", "Provider 1")
    face = signoff_face(leaving_view(PRESSURE, phase=Phase.SIGNED, signed=signed), TrendModel())
    assert face.signed.startswith("Signed by Nurse 1 and Provider 1 at ")
    assert face.because == "against advice"
