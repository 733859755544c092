"""What was drawn from vials and what was thrown away: two people saw it, and it is counted.

Rule: the lot, the vial and the second person stand in the note, as they were said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from data.export.fhir.codes import Json, category, own
from data.export.fhir.frame import Frame, note, people, plain, quantity
from monitor.entries import Entry
from monitor.treatment.commands import DrawDrug, WasteDrug


def vials(frame: Frame, entries: Iterable[Entry]) -> Iterator[Json]:
    for entry in entries:
        what = entry.what
        if isinstance(what, DrawDrug):
            named = {"Lot": what.lot, "vial": what.vial, "good until": what.expiry}
            yield _mass(frame, entry, "mass-drawn", what.mg, (what.by, what.second), named)
        elif isinstance(what, WasteDrug):
            named = {"Lot": what.lot, "vial": what.vial}
            yield _mass(frame, entry, "mass-wasted", what.mg, (what.by, what.witness), named)


def _mass(
    frame: Frame, entry: Entry, code: str, mg: float, who: tuple[str, str], named: dict[str, str]
) -> Json:
    told = ", ".join(f"{name} {plain(text)}" for name, text in named.items() if plain(text))
    return frame.observation(
        entry.seq,
        category=category("therapy"),
        code=own("observation", code),
        valueQuantity=quantity(mg, "mg"),
        performer=people(*who),
        note=note(told),
        **frame.at("effectiveDateTime", entry.now_s),
    )
