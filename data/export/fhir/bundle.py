"""A session as one FHIR R4 bundle, in JSON, resource by resource.

Rule 1: what is in it is what counts in the record (`monitor/taken.py`, `monitor/doubted.py`):
        nothing that was refused, nothing of a device of which somebody said that it is not this
        patient's monitor, nothing of one that stood behind another.
Rule 2: a `collection` is for keeping and reading; a `transaction` is for a server. In that each
        resource is put under its own id: sent again, it changes nothing.
Rule 3: the same session gives the same bytes: ids are made of the session, and no moment is that
        of the export.

Not in it: waves, raw bytes, the questions before and after the treatment, and what concerns the
program and not the patient; those are in the formats that are made for them.

Source: HL7 FHIR R4 (4.0.1); the vital-signs profile of the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from data.export.fhir.alarms import Alarms
from data.export.fhir.amendments import amendments
from data.export.fhir.codes import Json
from data.export.fhir.drugs import Drugs
from data.export.fhir.frame import Frame
from data.export.fhir.notes import Notes
from data.export.fhir.people import encounter, procedure, who
from data.export.fhir.provenance import provenance
from data.export.fhir.sampled import sampled
from data.export.fhir.scores import scores
from data.export.fhir.vials import vials
from data.export.fhir.vitals import Vitals
from data.export.material import Material
from monitor.doubted import entries_marked
from monitor.entries import Entry
from monitor.events import Numerics
from monitor.taken import entries_taken


def session_fhir(
    material: Material, *, transaction: bool = False, snomed: bool = False
) -> Iterator[bytes]:
    """The bundle, piece by piece. `snomed`: with codes of SNOMED CT, whose use needs a licence."""
    frame = Frame(material, snomed=snomed)
    head = _head(frame, "transaction" if transaction else "collection")
    yield head.removesuffix(b"}") + b',"entry":['
    between = b"\n"
    for resource in resources(frame):
        yield between + _json(_entry(resource, transaction=transaction))
        between = b",\n"
    yield b"\n]}\n"


def resources(frame: Frame) -> Iterator[Json]:
    """Every resource of the bundle; what is referred to may come after."""
    entries = list(entries_taken(entries_marked(frame.material.entries)))
    made: list[str] = []
    for resource in _told(frame, entries):
        made.append(resource["id"])
        yield resource
    yield provenance(frame, entries, made)


def _told(frame: Frame, entries: Sequence[Entry]) -> Iterator[Json]:
    # Most of a record are the values of its seconds; only one reader wants those.
    seconds = [one for one in entries if isinstance(one.what, Numerics)]
    events = [one for one in entries if not isinstance(one.what, Numerics)]
    drugs = Drugs(frame, events)
    yield from who(frame, _sources(seconds, events))
    yield encounter(frame, entries)
    yield procedure(frame, entries, drugs.given)
    yield from drugs.told()
    yield from vials(frame, events)
    yield from Vitals(frame).told(events)
    yield from sampled(frame, seconds)
    yield from scores(frame, events)
    # After what they are derived from.
    yield from Alarms(frame).told(events)
    yield from Notes(frame, events).told()
    yield from amendments(frame, events)


def _sources(seconds: Iterable[Entry], events: Iterable[Entry]) -> set[str]:
    """Every device that said something, and what a person said as one."""
    found = {getattr(one.what, "source", "") for one in events}
    for entry in seconds:
        if isinstance(entry.what, Numerics):
            found.update(one.source for one in entry.what.readings)
    return found


def _head(frame: Frame, kind: str) -> bytes:
    own = frame.resource("Bundle", type=kind)
    return _json(own)


def _entry(resource: Json, *, transaction: bool) -> Json:
    kind, resource_id = resource["resourceType"], resource["id"]
    made: Json = {"fullUrl": f"urn:uuid:{resource_id}", "resource": resource}
    if transaction:
        made["request"] = {"method": "PUT", "url": f"{kind}/{resource_id}"}
    return made


def _json(value: Json) -> bytes:
    return json.dumps(value, separators=(",", ":"), allow_nan=False).encode()
