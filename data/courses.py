"""The earlier sessions of one patient: doses, peaks, scores, and what is known of her.

Rule 1: only human entries are read, and of the vitals one maximum: a course of thirty sessions is
        there before the finger has left the key.
Rule 2: simulated sessions are nobody's; they are given only where all are (the demo).
Rule 3: a session that cannot be read hides none of the others; they say that it is missing.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from data import queries
from data.connection import Connection
from data.errors import StoreDamaged
from data.packing import layout_of
from data.queries import SessionFacts
from data.record_file import reading
from data.treatment_facts import TreatmentFacts, treatment_facts
from monitor.corrected import artefacts
from monitor.people import Course, Patient
from monitor.phases import Phase
from monitor.plan import Plan
from monitor.routes import Route
from monitor.treatment.commands import Mount
from monitor.vitals import JUDGED, VitalSign

INDUCTION = 6
"""Sessions of a usual induction; after them it is maintenance."""


@dataclass(frozen=True, slots=True)
class PastSession:
    """One treatment. Peaks in mmHg and 1/min, `given_mg` calculated or as the pump says.

    `scores` are (scale, total) of the last one of each scale; `worst_dissociation` 0 to 4.
    None = not known. `treated` False: nothing was given. `profile` is the name of the limits it
    was opened with; `emergency`: the emergency button was pressed.
    """

    session_id: str
    opened_utc_s: float
    offset_min: int
    signed: bool
    treated: bool
    route: Route
    plan: Plan
    given_mg: float | None
    peak_sbp: float | None
    peak_dbp: float | None
    peak_hr: float | None
    worst_dissociation: int | None
    worst_sedation: int | None
    scores: tuple[tuple[str, int], ...] = ()
    emergency: bool = False
    profile: str = ""


@dataclass(frozen=True, slots=True)
class PatientCourse:
    """Oldest first. `patient` and `mount` are as last recorded; None = was never here.

    `unreadable` are the sessions that are missing here because their record is damaged.
    """

    patient_id: str
    sessions: tuple[PastSession, ...] = ()
    patient: Patient | None = None
    mount: Mount | None = None
    unreadable: tuple[str, ...] = ()

    @property
    def next(self) -> Course:
        """Where the next session stands."""
        treated = [one for one in self.sessions if one.treated]
        if not treated:
            return Course(1, INDUCTION)
        last, number = treated[-1], len(treated) + 1
        return Course(
            number=number,
            of=INDUCTION if number <= INDUCTION else None,
            last_mg=last.given_mg or last.plan.dose_mg,
            last_weight_kg=last.plan.weight_kg,
            last_peak_sbp=last.peak_sbp,
            last_route=last.route,
        )


def course_of(
    path: Path, key: bytes | None, patient_id: str, *, simulated: bool = False
) -> PatientCourse:
    """What the record at `path` knows of this patient. Raises a `StoreError`.

    `simulated`: this is the demo's record, in which every session is.
    """
    wanted = patient_id.strip()
    with reading(path, key) as connection:
        found = queries.all_facts(
            connection, "WHERE patient_id = ? AND (NOT simulated OR ?)", wanted, simulated
        )
        hearts = _heart_layouts(connection)
        past: list[PastSession] = []
        unreadable: list[str] = []
        patient: Patient | None = None
        mount: Mount | None = None
        for facts in reversed(found):
            try:
                treatment = treatment_facts(connection, facts.n, facts.last_seq)
            except StoreDamaged:
                unreadable.append(facts.session_id)
                continue
            if treatment is None:
                continue
            past.append(_past(facts, treatment, _peak_hr(connection, facts, treatment, hearts)))
            patient, mount = treatment.opened.patient, treatment.mount or mount
    return PatientCourse(wanted, tuple(past), patient, mount, tuple(unreadable))


def _past(facts: SessionFacts, treatment: TreatmentFacts, peak_hr: float | None) -> PastSession:
    return PastSession(
        session_id=facts.session_id,
        opened_utc_s=facts.opened_utc,
        offset_min=facts.offset_min,
        signed=facts.tally.phase == Phase.SIGNED.value,
        treated=treatment.treated,
        route=treatment.route,
        plan=treatment.plan,
        given_mg=treatment.given_mg(facts.last_ms / 1000) if treatment.treated else None,
        peak_sbp=facts.tally.peak_sbp,
        peak_dbp=facts.tally.peak_dbp,
        peak_hr=peak_hr,
        worst_dissociation=treatment.worst_dissociation,
        worst_sedation=treatment.worst_sedation,
        scores=tuple(treatment.scores.items()),
        emergency=treatment.emergency,
        profile=facts.tally.profile,
    )


_HEARTS = {VitalSign.HR: "hr", VitalSign.PULSE: "pulse"}


def _heart_layouts(connection: Connection) -> dict[VitalSign, list[int]]:
    """For each sign that is a heart rate, the layouts in which it is fit to be judged."""
    found: dict[VitalSign, list[int]] = {sign: [] for sign in _HEARTS}
    for number, text in queries.layouts(connection).items():
        try:
            signs = layout_of(text).signs
        except ValueError:
            continue  # `verify` names it; its rows count for nothing here
        for sign, quality in signs:
            if sign in found and quality in JUDGED:
                found[sign].append(number)
    return found


def _peak_hr(
    connection: Connection,
    facts: SessionFacts,
    treatment: TreatmentFacts,
    layouts: dict[VitalSign, list[int]],
) -> float | None:
    """From the first dose on; of the ECG, else of the oximeter."""
    for sign, column in _HEARTS.items():
        fit = ", ".join(map(str, layouts[sign]))
        where = f"WHERE session = ? AND seq BETWEEN ? AND ? AND layout IN ({fit})"
        which = (facts.n, treatment.started_seq or 0, facts.last_seq)
        marked = artefacts(treatment.corrections, sign)
        if marked:
            rows = connection.execute(
                f"SELECT seq, {column} FROM numerics {where} AND {column} NOT NULL", which
            )
            peak = max((value for seq, value in rows if seq not in marked), default=None)
        else:
            found = connection.execute(f"SELECT max({column}) FROM numerics {where}", which)
            peak = found.fetchall()[0][0]
        if peak is not None:
            return float(peak)
    return None
