"""Where the bundle comes from: the program, who signed the session, the end of its chain.

Rule: the chain's end and the hash that was signed are identifiers, so that whoever has the bundle
      can have the clinic check that the record still is the one of which it was made.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from data.export.fhir.codes import HL7, LOCAL, Json, coding, concept
from data.export.fhir.frame import Frame, people, person, ref
from data.export.fhir.people import PROGRAM, signed_at
from monitor.commands import EndSession
from monitor.entries import Entry

_SIGNATURE = "urn:iso-astm:E1762-95:2013"


def provenance(frame: Frame, entries: Sequence[Entry], targets: Iterable[str]) -> Json:
    """`targets` are the ids of all the other resources."""
    ends = [one for one in entries if isinstance(one.what, EndSession)]
    signed_s = signed_at(entries)
    signing = ends[-1] if ends and signed_s is not None else None
    program = frame.device(PROGRAM) or {}
    agents: list[Json] = [{"type": _role("assembler"), "who": program}]
    signatures: list[Json] = []
    if signing is not None and isinstance(signing.what, EndSession):
        by = people(signing.what.by, signing.what.second)
        agents += [{"type": _role("attester"), "who": one, "onBehalfOf": program} for one in by]
        signatures = [_signature(frame, signing, one.get("display", "")) for one in by]
    last_s = max((one.now_s for one in entries), default=0.0)
    return frame.resource(
        "Provenance",
        target=[ref(one) for one in targets],
        activity=concept(coding(f"{HL7}v3-DataOperation", "CREATE", "create")),
        agent=agents,
        entity=_entities(frame),
        signature=signatures,
        **frame.at("recorded", last_s if signed_s is None else signed_s),
    )


def _role(code: str) -> Json:
    return concept(coding(f"{HL7}provenance-participant-type", code, code.capitalize()))


def _signature(frame: Frame, signing: Entry, by: str) -> Json:
    return {
        "type": [coding(_SIGNATURE, "1.2.840.10065.1.12.1.1", "Author's Signature")],
        "who": person(by),
        **frame.at("when", signing.now_s),
    }


def _entities(frame: Frame) -> list[Json]:
    material = frame.material
    known = (
        ("session", material.session_id),
        ("chain-head", material.head),
        ("signed-sha256", material.sealed),
    )
    return [
        {
            "role": "source",
            "what": {"identifier": {"system": f"{LOCAL}{name}", "value": value}},
        }
        for name, value in known
        if value
    ]
