"""What all resources of one bundle share: ids, references, moments, amounts, clean texts.

Rule 1: an id is a UUID made of the session and of what it names, so that the same session gives
        the same bundle each time, and a bundle that is sent twice changes nothing.
Rule 2: a reference is the `fullUrl` of its target in the same bundle.
Rule 3: a moment stands in the clinic's own time. Where no anchor tells it, it is said that it is
        not known; it is never left to be guessed.
Rule 4: what is not known is no element: none is empty, and no text has characters FHIR forbids.
"""

from __future__ import annotations

import math
import uuid
from bisect import bisect_right
from typing import Any

from data.export.fhir.codes import BP_PROFILE, HL7, SNOMED, UCUM, UNKNOWN, Json, coding
from data.export.material import Material
from monitor.corrected import corrections_of
from monitor.treatment.commands import UNCLAIMED
from monitor.vitals import SIGNS, VitalSign

_SPACE = uuid.UUID("5f0c3a4e-8c1b-5d54-9c0e-4d3f6a0b7e21")
_WHOLE_BELOW = 1e15
_EMPTY: tuple[object, ...] = (None, "", [], {}, ())


class Frame:
    """`snomed`: codes of SNOMED CT are wanted."""

    def __init__(self, material: Material, *, snomed: bool = False) -> None:
        self.material = material
        self.snomed = snomed
        self._moments = material.moments
        self.measured = Measured()
        self.devices: dict[str, str] = {}
        """The device resources there are: id by source."""
        self.corrected = frozenset(corrections_of(material.entries))
        """The numbers of the lines that were corrected afterwards."""
        self.made: dict[int, list[Json]] = {}
        """The resources of one line, by its number."""
        self._meta = _meta(material)
        self.patient_id = self._patient_id()
        self._subject, self._encounter = ref(self.patient_id), ref(self.id_of("Encounter"))

    # ---- ids

    def id_of(self, kind: str, *name: object) -> str:
        parts = (self.material.session_id, kind, *map(str, name))
        return uuid5("\0".join(parts))

    def _patient_id(self) -> str:
        """The same for one patient in all sessions of one clinic that said its name.

        Of a clinic without a name each session has a patient of its own: two clinics may both
        have a patient 1, and whoever receives both must not take them for the same.
        """
        patient, clinic = self.material.patient.patient_id.strip(), self.material.clinic.strip()
        if not patient or not (clinic or self.material.deidentified):
            return self.id_of("Patient")
        return uuid5("\0".join(("patient", clinic, patient)))

    def subject(self) -> Json:
        return self._subject

    def encounter(self) -> Json:
        return self._encounter

    def device(self, source: str) -> Json | None:
        found = self.devices.get(source)
        return None if found is None else ref(found)

    # ---- resources

    def resource(self, kind: str, *name: object, **elements: Any) -> Json:
        """Elements without content are left out.

        What is made of one line begins its name with the number of that line.
        """
        made: Json = {"resourceType": kind, "id": self.id_of(kind, *name)}
        if self._meta:
            made["meta"] = self._meta
        made.update(filled(elements))
        if name and isinstance(name[0], int):
            self._of_line(name[0], made)
        return made

    def _of_line(self, line: int, made: Json) -> None:
        self.made.setdefault(line, []).append(ref(made["id"]))
        if line in self.corrected and made["resourceType"] == "Observation":
            # Preliminary and entered in error say more.
            made["status"] = "corrected" if made["status"] == "final" else made["status"]

    def observation(self, *name: object, status: str = "final", **elements: Any) -> Json:
        return self.resource(
            "Observation",
            *name,
            status=status,
            subject=self.subject(),
            encounter=self.encounter(),
            **elements,
        )

    def bp_meta(self) -> Json:
        return {**self._meta, "profile": [BP_PROFILE]}

    def snomed_codings(self, code: str, display: str = "") -> list[Json]:
        return [coding(SNOMED, code, display)] if self.snomed and code else []

    # ---- moments

    def iso(self, t_s: float) -> str:
        """Empty = not known, nor is a moment that no calendar has (by an age a device said)."""
        try:
            return self._moments.iso(t_s)
        except (OverflowError, ValueError):
            return ""

    def at(self, element: str, t_s: float) -> Json:
        """The element of one moment, or that it is not known."""
        told = self.iso(t_s)
        return {element: told} if told else {f"_{element}": UNKNOWN}

    def period(self, from_s: float | None, to_s: float | None) -> Json:
        """None = not known, or still going on."""
        start = "" if from_s is None else self.iso(from_s)
        end = "" if to_s is None else self.iso(to_s)
        return filled({"start": start, "end": end}) or UNKNOWN


class Measured:
    """Which observation holds a sign at a moment, for what refers to it."""

    def __init__(self) -> None:
        self._known: dict[VitalSign, list[tuple[float, str]]] = {}
        self._sorted = True

    def add(self, sign: VitalSign, from_s: float, resource_id: str) -> None:
        self._known.setdefault(sign, []).append((from_s, resource_id))
        self._sorted = False

    def latest(self, sign: VitalSign, at_s: float) -> Json | None:
        """The newest that began by then; None = there is none."""
        if not self._sorted:
            for lines in self._known.values():
                lines.sort()
            self._sorted = True
        lines = self._known.get(sign, [])
        place = bisect_right(lines, (at_s, "\uffff"))
        return ref(lines[place - 1][1]) if place else None


def uuid5(name: str) -> str:
    return str(uuid.uuid5(_SPACE, name))


def ref(resource_id: str) -> Json:
    return {"reference": f"urn:uuid:{resource_id}"}


def filled(elements: Json) -> Json:
    """Without what has no content, and with the texts as FHIR allows them."""
    made: Json = {}
    for name, value in elements.items():
        kept = clean(value)
        if kept not in _EMPTY:
            made[name] = kept
    return made


def clean(value: Any) -> Any:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return filled(value)
    if isinstance(value, list | tuple):
        return [kept for kept in map(clean, value) if kept not in _EMPTY]
    return value


def plain(text: str) -> str:
    """One line, without what cannot be printed."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())


def person(by: str) -> Json | None:
    """Staff are known by what they are called, and are no resources; None = nobody said it."""
    shown = plain(by)
    return {"display": shown} if shown and shown != UNCLAIMED else None


def people(*names: str) -> list[Json]:
    return [found for found in map(person, names) if found is not None]


def note(*texts: str) -> list[Json]:
    return [{"text": text} for text in texts if text.strip()]


def decimal(value: float) -> float | int | None:
    """As JSON has it, ``80`` and not ``80.0``; None = it is not finite."""
    if not math.isfinite(value):
        return None
    whole = value == int(value) and abs(value) < _WHOLE_BELOW
    return int(value) if whole else float(value)


def quantity(value: float | None, ucum: str, unit: str = "") -> Json | None:
    """None = there is no value."""
    amount = None if value is None else decimal(value)
    if amount is None:
        return None
    return {"value": amount, "unit": unit or ucum, "system": UCUM, "code": ucum}


def sign_quantity(sign: VitalSign, value: float | None) -> Json | None:
    facts = SIGNS[sign]
    return quantity(value, facts.ucum, facts.unit)


def _meta(material: Material) -> Json:
    """What must be seen on each resource: that it is no patient, or no name."""
    made: Json = {}
    if material.simulated:
        made["tag"] = [coding(f"{HL7}v3-ActReason", "HTEST", "test health data")]
    if material.deidentified:
        made["security"] = [coding(f"{HL7}v3-ObservationValue", "PSEUDED", "pseudonymized")]
    return made
