"""The code systems of the bundle, and how a code is written.

Rule 1: a sign's codes are those of its row of `monitor.vitals.SIGNS`; none is written here again,
        but one more where FHIR asks for it.
Rule 2: what no public system names has a code of our own: the record's id, in a system
        `urn:chairside:KIND`. What each means is said in `docs/fhir.md`.
Rule 3: SNOMED CT is only used where it was asked for: its use needs a licence in many countries.

Sources: HL7 FHIR R4 (terminologies), LOINC panels 44249-1 and 69737-5 with their answer list,
RxNorm, the ATC index of the WHO.
"""

from __future__ import annotations

from typing import Any

from monitor.plan import Drug
from monitor.routes import Route
from monitor.treatment.commands import Scale
from monitor.vitals import SIGNS, Quality, VitalSign

Json = dict[str, Any]

LOINC = "http://loinc.org"
UCUM = "http://unitsofmeasure.org"
MDC = "urn:iso:std:iso:11073:10101"
SNOMED = "http://snomed.info/sct"
RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm"
ATC = "http://www.whocc.no/atc"
HL7 = "http://terminology.hl7.org/CodeSystem/"
LOCAL = "urn:chairside:"
ABSENT_URL = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
POSITION_URL = "http://hl7.org/fhir/StructureDefinition/observation-bodyPosition"
ORDINAL_URL = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
BP_PROFILE = "http://hl7.org/fhir/StructureDefinition/bp"
BP_PANEL = "85354-9"
WEIGHT = "29463-7"
ALSO: dict[VitalSign, str] = {VitalSign.SPO2: "2708-6"}
"""The LOINC code that the vital-signs profile of FHIR asks for besides the one of the method."""

STANDING = "10904000"
MONITORING = "182777000"

DRUGS: dict[Drug, tuple[Json, ...]] = {
    Drug.KETAMINE: (
        {"system": RXNORM, "code": "6130", "display": "ketamine"},
        {"system": ATC, "code": "N01AX03", "display": "ketamine"},
    ),
    Drug.ESKETAMINE: (
        {"system": RXNORM, "code": "2119365", "display": "esketamine"},
        {"system": ATC, "code": "N01AX14", "display": "esketamine"},
    ),
}
NASAL_ESKETAMINE: Json = {"system": ATC, "code": "N06AX27", "display": "esketamine"}

ROUTES: dict[Route, tuple[str, str]] = {
    Route.IV: ("intravenous", "47625008"),
    # The record does not tell the two apart, so no code of one of them fits.
    Route.IM_SC: ("intramuscular or subcutaneous", ""),
    Route.INTRANASAL: ("intranasal", "46713006"),
    Route.ORAL: ("oral", "26643006"),
}
"""The words and the SNOMED CT code; empty = none fits."""

TOTALS: dict[Scale, str] = {Scale.PHQ9: "44261-6", Scale.GAD7: "70274-6"}
"""LOINC codes of a total; every other scale has a code of our own."""
PANELS: dict[Scale, str] = {Scale.PHQ9: "44249-1", Scale.GAD7: "69737-5"}
ITEMS: dict[Scale, tuple[str, ...]] = {
    Scale.PHQ9: (
        *("44250-9", "44255-8", "44259-0", "44254-1", "44251-7"),
        *("44258-2", "44252-5", "44253-3", "44260-8"),
    ),
    Scale.GAD7: (
        *("69725-0", "68509-9", "69733-4", "69734-2"),
        *("69735-9", "69689-8", "69736-7"),
    ),
}
"""LOINC codes of the items, in the order of `monitor.treatment.scales`."""
HOW_OFTEN = (
    ("LA6568-5", "Not at all"),
    ("LA6569-3", "Several days"),
    ("LA6570-1", "More than half the days"),
    ("LA6571-9", "Nearly every day"),
)
"""The LOINC answers to each item of both, by its points."""

STATUS: dict[Quality, str] = {
    Quality.UNCONFIRMED: "preliminary",
    Quality.ARTEFACT: "entered-in-error",
}
"""Of an observation; any other quality is final."""
DOUBTS: dict[Quality, str] = {
    Quality.POOR: "The monitor said that its signal was poor.",
    Quality.UNCONFIRMED: "A repeated measurement did not confirm it.",
    Quality.ARTEFACT: "Marked as an artefact: not a value of the patient.",
    Quality.BEFORE_SESSION: "Measured before the session, by the monitor's own clock or counter.",
    Quality.AGE_UNKNOWN: "Was on the monitor when it was connected; how old it is is not known.",
    Quality.DEMO: "The monitor said that it was in a demo or test mode: not a patient.",
}


def coding(system: str, code: str, display: str = "") -> Json:
    made = {"system": system, "code": code}
    return {**made, "display": display} if display else made


def local(kind: str, code: str) -> Json:
    return coding(f"{LOCAL}{kind}", code, words(code))


def concept(*codings: Json, text: str = "") -> Json:
    made: Json = {"coding": list(codings)} if codings else {}
    return {**made, "text": text} if text else made


def own(kind: str, code: str) -> Json:
    """A concept that only we name."""
    return concept(local(kind, code), text=words(code))


def words(code: str) -> str:
    """What an id of the record says when it is read."""
    return code.replace("-", " ").replace("/", ", ")


def category(code: str) -> list[Json]:
    return [concept(coding(f"{HL7}observation-category", code))]


def sign_concept(sign: VitalSign) -> Json:
    facts = SIGNS[sign]
    also = [coding(LOINC, ALSO[sign])] if sign in ALSO else []
    mdc = coding(MDC, str(facts.mdc_code), facts.mdc)
    return concept(coding(LOINC, facts.loinc), *also, mdc, text=facts.label)


def absent(reason: str) -> Json:
    """Why there is no value, by the code of FHIR."""
    return concept(coding(f"{HL7}data-absent-reason", reason))


UNKNOWN: Json = {"extension": [{"url": ABSENT_URL, "valueCode": "unknown"}]}
"""Stands where an element must be that is not known."""
