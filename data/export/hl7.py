r"""A session as one HL7 v2.6 message ORU^R01 in the shape of IHE PCD-01.

Rule 1: an OBR for each moment of observation, the newest last: each cuff measurement at its own
        time, of the continuous signs the first value of each minute (`EVERY_S`), each score.
        Whoever wants every second takes FHIR, EDF+ or CSV.
Rule 2: OBX-11 says how far a value may be trusted: ``R`` as the device gave it, ``F`` measured by
        a person, ``P`` a cuff value that a repeat did not confirm, ``W`` one that a person called
        an artefact, ``X`` a measurement that failed. A value from before the session is not sent:
        its time is not known; nor what a monitor shows in its demo or test mode. What the monitor
        itself called poor has ``QUES`` in OBX-8.
Rule 3: OBX-7 and OBX-8 are the limits and the alarm of the moment at which the value came.
Rule 4: the same session gives the same message with the same control id: whoever receives it
        twice can tell.

Sources: IHE PCD Technical Framework vol. 2 (PCD-01); units and signs by their codes of IEEE
11073-10101 (`monitor/vitals.py`); HL7 v2.6 chapters 2, 3 and 7. Some senders name the profile in
MSH-21 ``PCD_DEC_001``; the object id is the same.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from data.export.hl7_limits import Judged
from data.export.hl7_text import coded, header, moment, number, plain, repeated, segment
from data.export.material import NO_PATIENT, Material
from data.export.values import OLD, Value, session_values
from monitor.commands import Sedation
from monitor.entries import Entry
from monitor.taken import entries_taken
from monitor.treatment.commands import Scale, Score
from monitor.vitals import CUFF_SIGNS, SIGNS, CuffFailed, Quality

EVERY_S = 60.0
_PROFILE = "IHE_PCD_001^IHE PCD^1.3.6.1.4.1.19376.1.6.1.1.1^ISO"
_UNITS = {
    "mm[Hg]": (266016, "MDC_DIM_MMHG"),
    "/min": (264864, "MDC_DIM_BEAT_PER_MIN"),
    "%": (262688, "MDC_DIM_PERCENT"),
    "Cel": (268192, "MDC_DIM_DEGC"),
}
_BREATHS = (264928, "MDC_DIM_RESP_PER_MIN")
_SYSTEM_MDS = (69965, "MDC_DEV_MON_PHYSIO_MULTI_PARAM_MDS")
_LOCAL, _LOINC = "99CHAIRSIDE", "LN"
_SCALES = {Scale.PHQ9: ("44261-6", _LOINC), Scale.GAD7: ("70274-6", _LOINC)}
"""Totals that LOINC has a code for; the others are ours."""
_NOT_SENT = OLD | {Quality.DEMO}
_TRUST = {Quality.UNCONFIRMED: "P", Quality.ARTEFACT: "W"}
_SEX = {"female": "F", "male": "M", "f": "F", "m": "M"}


@dataclass(slots=True)
class _Group:
    """One OBR: what was observed at a moment by one source.

    `judged` are the limits and flags of each of its values.
    """

    t_s: float
    source: str
    values: list[Value] = field(default_factory=list)
    judged: list[tuple[str, str]] = field(default_factory=list)
    failed: str = ""
    """Why a cuff measurement gave nothing; empty = it did."""
    score: tuple[str, str, str, int] | None = None
    """Code, name, coding system, total."""


def session_hl7(material: Material, sent: datetime | None = None) -> Iterator[bytes]:
    """The message in UTF-8, segment by segment; no framing.

    `sent` is MSH-7; None = the end of the session.
    """
    ended = sent or material.moments.local(material.last_s)
    yield _header(material, ended).encode()
    yield _patient(material).encode()
    if material.missing:
        yield segment("NTE", {1: "1", 2: "L", 3: plain(material.missing)}).encode()
    yield segment("PV1", {1: "1", 2: "O", 3: _place(material)}).encode()
    devices: dict[str, int] = {}
    for n, group in enumerate(_groups(material.entries), start=1):
        yield _observed(material, n, group, devices).encode("utf-8", "replace")


def control_id(material: Material) -> str:
    """Twenty characters (the most that MSH-10 has), the same for the same session as it is."""
    told = f"{material.session_id}\0{material.head}\0{len(material.entries)}"
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:20].upper()


def _header(material: Material, ended: datetime | None) -> str:
    simulated = "T" if material.simulated else "P"
    return header(
        {
            2: r"^~\&",
            3: "CHAIRSIDE",
            4: plain(material.clinic),
            7: moment(ended),
            9: "ORU^R01^ORU_R01",
            10: control_id(material),
            11: simulated,
            12: "2.6",
            15: "AL",
            16: "NE",
            18: "UNICODE UTF-8",
            21: _PROFILE,
        }
    )


def _patient(material: Material) -> str:
    patient = material.patient
    born = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", patient.birth_date)
    year = "" if patient.birth_year is None else f"{patient.birth_year:04d}"
    kind = "S" if material.deidentified else "L" if patient.name else "U"
    name, kind = (NO_PATIENT, "U") if material.simulated else (patient.name, kind)
    return segment(
        "PID",
        {
            3: f"{plain(patient.patient_id)}^^^{plain(material.clinic)}^MR",
            5: f"{plain(name)}^^^^^^{kind}",
            7: "".join(born.groups()) if born else year,
            8: _SEX.get(patient.sex.lower(), "U"),
        },
    )


def _place(material: Material) -> str:
    opened = material.opened
    return "" if opened is None else f"^^Chair {opened.chair}"


def _groups(entries: Iterable[Entry]) -> list[_Group]:
    said = list(entries)
    measured = list(_measured(said))
    judged = Judged(said)
    for group in sorted(measured, key=lambda one: one.values[0].heard_s):
        judged.turn_to(group.values[0].heard_s)
        group.judged = [
            (judged.range_of(one.sign), judged.flags_of(one.sign)) for one in group.values
        ]
    return sorted((*measured, *_others(said)), key=lambda one: one.t_s)


def _measured(entries: list[Entry]) -> Iterator[_Group]:
    """Each cuff result whole; of each other sign of a source the first value in each minute."""
    found: dict[tuple[float, float, str, bool], _Group] = {}
    minutes: set[tuple[str, str, int]] = set()
    for one in session_values(entries):
        if one.quality in _NOT_SENT:
            continue
        by_cuff = one.sign in CUFF_SIGNS
        minute = (one.sign.value, one.source, int(one.t_s // EVERY_S))
        if not by_cuff and minute in minutes:
            continue
        if not by_cuff:
            minutes.add(minute)
        key = (one.t_s, one.heard_s, one.source, by_cuff)
        found.setdefault(key, _Group(one.t_s, one.source)).values.append(one)
    yield from found.values()


def _others(entries: list[Entry]) -> Iterator[_Group]:
    for entry in entries_taken(entries):
        match entry.what:
            case CuffFailed(reason, source):
                yield _Group(entry.now_s, source, failed=reason.value)
            case Score(scale=scale, total=total) if total is not None:
                code, system = _SCALES.get(scale, (scale.value, _LOCAL))
                yield _Group(entry.now_s, "", score=(code, scale.value, system, total))
            case Sedation(score=score):
                yield _Group(entry.now_s, "", score=("moaa-s", "MOAA/S", _LOCAL, score))
            case _:
                pass


def _observed(material: Material, n: int, group: _Group, devices: dict[str, int]) -> str:
    when = moment(material.moments.local(group.t_s))
    placer = f"{plain(material.session_id)}-{n}^CHAIRSIDE"
    service = coded(182777000, "monitoring of patient", "SCT")
    told = [segment("OBR", {1: str(n), 2: placer, 3: placer, 4: service, 7: when})]
    first = group.source not in devices
    device = devices.setdefault(group.source, len(devices) + 1)
    if first and group.source:
        told.append(_device(len(told), device, group.source))
    for one, judged in zip(group.values, group.judged, strict=True):
        told.append(_value(len(told), device, one, judged, when))
    if group.failed:
        told.append(_failed(len(told), device, group.failed, when))
    if group.score is not None:
        told.append(_score(len(told), group.score, when))
    return "".join(told)


def _device(n: int, device: int, source: str) -> str:
    """The monitor itself, where it is first heard of: no value, so OBX-11 is X."""
    name = plain(source.removeprefix("device:"))
    fields = {1: str(n), 3: coded(*_SYSTEM_MDS, "MDC"), 4: f"{device}.0.0.0", 11: "X"}
    return segment("OBX", {**fields, 18: f"{name}^CHAIRSIDE"})


def _value(n: int, device: int, one: Value, judged: tuple[str, str], when: str) -> str:
    facts = SIGNS[one.sign]
    unit = _BREATHS if facts.mdc == "MDC_RESP_RATE" else _UNITS[facts.ucum]
    manual = "F" if one.source == "manual" else "R"
    limits, flags = judged
    doubt = "QUES" if one.quality is Quality.POOR else ""
    return segment(
        "OBX",
        {
            1: str(n),
            2: "NM",
            3: coded(facts.mdc_code, facts.mdc, "MDC"),
            4: f"{device}.1.1.{facts.mdc_code}",
            5: number(one.value),
            6: coded(*unit, "MDC"),
            7: limits,
            8: repeated([told for told in (flags, doubt) if told]),
            11: _TRUST.get(one.quality, manual),
            14: when,
        },
    )


def _failed(n: int, device: int, why: str, when: str) -> str:
    facts = coded(150020, "MDC_PRESS_BLD_NONINV", "MDC")
    fields = {1: str(n), 3: facts, 4: f"{device}.1.1.150020", 8: plain(why), 11: "X", 14: when}
    return segment("OBX", fields)


def _score(n: int, score: tuple[str, str, str, int], when: str) -> str:
    code, name, system, total = score
    unit = "{score}^score^UCUM"
    observed = {1: str(n), 2: "NM", 3: coded(code, name, system), 4: "0.0.0.1", 5: str(total)}
    return segment("OBX", {**observed, 6: unit, 11: "F", 14: when})
