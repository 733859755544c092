"""What was added to the session when it was over: corrections and addenda.

Rule 1: the resources hold what counts now. Of each correction there is a Provenance that names
        what was made of its line, who corrected it, when and why, and what stood there before.
Rule 2: an observation of a line that was corrected has the status `corrected`; one that is an
        artefact, or was not confirmed, keeps the status that says so.
Rule 3: an addendum changes no value. It is a finding of its own, of the moment when it was
        written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta, timezone

from data.export.fhir.codes import (
    HL7,
    LOCAL,
    UNKNOWN,
    Json,
    category,
    coding,
    concept,
    own,
    words,
)
from data.export.fhir.frame import Frame, decimal, note, people, person, ref
from monitor.amendments import Addendum, Correct, NewValue
from monitor.correctable import part
from monitor.entries import Entry

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def amendments(frame: Frame, entries: Sequence[Entry]) -> Iterator[Json]:
    """After everything else was made."""
    before: dict[int, Entry] = {}
    if frame.corrected:
        before = {one.seq: one for one in frame.material.entries if one.seq in frame.corrected}
    for entry in entries:
        if isinstance(entry.what, Addendum):
            yield _addendum(frame, entry, entry.what)
        elif isinstance(entry.what, Correct):
            yield _correction(frame, entry, entry.what, before.get(entry.what.line))


def _correction(frame: Frame, entry: Entry, said: Correct, line: Entry | None) -> Json:
    told = [_before(value, line) for value in said.values]
    return frame.resource(
        "Provenance",
        entry.seq,
        target=frame.made.get(said.line) or [ref(frame.id_of("Procedure"))],
        activity=concept(coding(f"{HL7}v3-DataOperation", "UPDATE", "revise")),
        reason=[{"text": said.reason}],
        agent=[{"who": person(said.by) or {"display": "not named"}}],
        entity=[
            {
                "role": "revision",
                "what": {
                    "identifier": {"system": f"{LOCAL}line", "value": _lines(said)},
                    "display": "; ".join(told),
                },
            }
        ],
        **_when(said, "recorded"),
    )


def _lines(said: Correct) -> str:
    return str(said.line) if said.last_line is None else f"{said.line}-{said.last_line}"


def _before(value: NewValue, line: Entry | None) -> str:
    """What was there, and what counts."""
    known = None if line is None else part(line, value.part)
    was = None if known is None or line is None else known.read(line)
    now = value.text if value.number is None else _figure(value.number)
    return f"{words(value.part)}: {_figure(was)} -> {now}"


def _figure(value: float | str | None) -> str:
    if value is None or isinstance(value, str):
        return value or "not known"
    return str(decimal(value))


def _addendum(frame: Frame, entry: Entry, said: Addendum) -> Json:
    return frame.observation(
        entry.seq,
        category=category("exam"),
        code=own("note", "addendum"),
        valueString=said.text,
        performer=people(said.by),
        focus=None if said.about is None else frame.made.get(said.about),
        note=note("Written after the session; it changes no value."),
        **_when(said, "effectiveDateTime"),
    )


def _when(said: Correct | Addendum, element: str) -> Json:
    """When it was written, by the clock of the computer then."""
    try:
        zone = timezone(timedelta(minutes=said.offset_min))
        moment = (_EPOCH + timedelta(milliseconds=round(said.utc_s * 1000))).astimezone(zone)
    except (OverflowError, ValueError):
        return {f"_{element}": UNKNOWN}
    return {element: moment.isoformat(timespec="milliseconds")}
