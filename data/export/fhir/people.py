"""Who, where and what for: the patient, the devices, the encounter, the session as a procedure.

Rule 1: staff are names and no resources: what is known of them is what they are called here.
Rule 2: of a patient whose name was taken away, the year of birth is that of the first of ten; it
        is said as that, and never as a date of birth.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from data.export.fhir.codes import HL7, LOCAL, MONITORING, Json, coding, concept, local, own
from data.export.fhir.frame import Frame, note, people, plain, ref
from monitor.commands import EMERGENCY_NOTES, BeginEmergency, EndSession, Note, UndoNote
from monitor.entries import Entry
from monitor.events import SessionOpened
from monitor.outcomes import PhaseChanged
from monitor.people import Patient
from monitor.phases import Phase

PROGRAM = ""
"""The source of what the program itself says."""
_GENDERS = ("female", "male", "other")
_ENCOUNTER: dict[Phase, str] = {
    Phase.PLANNED: "planned",
    Phase.SCREENING: "arrived",
    Phase.BASELINE: "arrived",
    Phase.TREATING: "in-progress",
    Phase.PAUSED: "in-progress",
    Phase.RECOVERY: "in-progress",
    Phase.DISCHARGE: "in-progress",
    Phase.SIGNED: "finished",
}


def who(frame: Frame, sources: Iterable[str]) -> Iterator[Json]:
    """The patient, the program, and each device of which there is a value."""
    yield _patient(frame)
    frame.devices[PROGRAM] = frame.id_of("Device", "program")
    yield frame.resource(
        "Device",
        "program",
        status="active",
        deviceName=[{"name": "Chairside", "type": "user-friendly-name"}],
        version=[{"value": frame.material.program}] if frame.material.program else [],
        type=own("device", "monitoring-software"),
        note=note("Not a certified medical device."),
    )
    names = _names(frame.material.opened)
    for source in sorted({*sources, *names} - {"", "manual"}):
        frame.devices[source] = frame.id_of("Device", source)
        yield frame.resource(
            "Device",
            source,
            identifier=[{"system": f"{LOCAL}source", "value": source}],
            deviceName=[
                {"name": plain(names.get(source, source)) or "not named", "type": "model-name"}
            ],
            type=own("device", "vital-signs-monitor"),
            patient=frame.subject(),
        )


def _names(opened: SessionOpened | None) -> dict[str, str]:
    return {} if opened is None else {one.source: one.label for one in opened.devices}


def _patient(frame: Frame) -> Json:
    patient, clinic = frame.material.patient, frame.material.clinic
    identifier = {
        "system": f"{LOCAL}patient",
        "value": patient.patient_id.strip(),
        "assigner": {"display": clinic} if clinic else None,
    }
    gender = patient.sex if patient.sex in _GENDERS else "unknown"
    made = frame.resource(
        "Patient",
        identifier=[identifier] if patient.patient_id.strip() else [],
        name=[{"text": patient.name or patient.initials}],
        gender=gender if patient.sex else "",
        **_born(frame, patient),
    )
    return {**made, "id": frame.patient_id}


def _born(frame: Frame, patient: Patient) -> Json:
    year = patient.birth_year
    if frame.material.deidentified:
        told = [{"url": f"{LOCAL}born-in-the-ten-years-from", "valueInteger": year}]
        return {"extension": told if year is not None else []}
    try:
        return {"birthDate": date.fromisoformat(patient.birth_date).isoformat()}
    except ValueError:
        known = year is not None and 1800 <= year <= 9999
        return {"birthDate": str(year) if known else ""}


# ---- the session --------------------------------------------------------------------------------


def encounter(frame: Frame, entries: Sequence[Entry]) -> Json:
    opened, phases = frame.material.opened, _phases(entries)
    signed_s = signed_at(entries)
    return frame.resource(
        "Encounter",
        identifier=[{"system": f"{LOCAL}session", "value": frame.material.session_id}],
        status=phases[-1][0] if phases else "unknown",
        statusHistory=[
            {"status": status, "period": frame.period(from_s, to_s)}
            for status, from_s, to_s in phases[:-1]
        ],
        **{"class": coding(f"{HL7}v3-ActCode", "AMB", "ambulatory")},
        subject=frame.subject(),
        participant=[{"individual": one} for one in people(opened.by)] if opened else [],
        period=frame.period(entries[0].now_s if entries else None, signed_s),
        serviceProvider={"display": frame.material.clinic},
    )


def signed_at(entries: Sequence[Entry]) -> float | None:
    """When the session ended; None = it was cut off, or runs still."""
    return next(
        (
            one.now_s
            for one in reversed(entries)
            if isinstance(one.what, PhaseChanged) and one.what.after is Phase.SIGNED
        ),
        None,
    )


def _phases(entries: Sequence[Entry]) -> list[tuple[str, float, float | None]]:
    """The status, from when, to when; to None = still."""
    found: list[tuple[str, float, float | None]] = []
    for entry in entries:
        if isinstance(entry.what, SessionOpened) and not found:
            found.append(("planned", entry.now_s, None))
        if not isinstance(entry.what, PhaseChanged):
            continue
        status = _ENCOUNTER[entry.what.after]
        if found and found[-1][0] == status:
            continue
        if found:
            found[-1] = (*found[-1][:2], entry.now_s)
        found.append((status, entry.now_s, None))
    return found


def procedure(frame: Frame, entries: Sequence[Entry], given: tuple[float, float] | None) -> Json:
    """The session as a whole; `given` is from when to when something was given, None = nothing."""
    signed_s, end = signed_at(entries), _end(entries)
    opened = frame.material.opened
    status = "in-progress" if signed_s is None else "completed"
    if given is None:
        status = "preparation" if signed_s is None else "not-done"
    from_s = entries[0].now_s if entries else None
    reason = "" if end is None else plain(end.reason)
    return frame.resource(
        "Procedure",
        status=status,
        statusReason={"text": reason} if status == "not-done" and reason else None,
        code=concept(
            local("procedure", "ketamine-session"),
            *frame.snomed_codings(MONITORING, "monitoring of patient"),
            text="Monitored treatment session with ketamine or esketamine",
        ),
        subject=frame.subject(),
        encounter=frame.encounter(),
        performedPeriod=frame.period(from_s, signed_s),
        performer=[{"actor": one} for one in people(opened.by)] if opened else [],
        complication=_complications(entries),
        usedReference=[ref(one) for one in frame.devices.values()],
        note=note(
            reason if status != "not-done" else "",
            frame.material.missing,
            "" if opened or not entries else "The opening of this session is lost.",
        ),
    )


def _end(entries: Sequence[Entry]) -> EndSession | None:
    said = [one.what for one in entries if isinstance(one.what, EndSession)]
    return said[-1] if said else None


def _complications(entries: Sequence[Entry]) -> list[Json]:
    """Emergencies, and symptoms that are one; what was taken back is none."""
    undone = {one.what.note_id for one in entries if isinstance(one.what, UndoNote)}
    found: dict[str, None] = {}
    for entry in entries:
        what = entry.what
        if isinstance(what, BeginEmergency):
            found["emergency"] = None
        elif isinstance(what, Note) and what.note_id not in undone:
            found.update({what.kind: None} if what.kind in EMERGENCY_NOTES else {})
    return [own("note", code) for code in found]
