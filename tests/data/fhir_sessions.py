"""Sessions for the tests of the FHIR bundle: what was said, and the clock beside it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from fhir_reading import Read, read
from past_treatments import opened
from record_examples import SOURCE, start_anchor

from data.export.material import Material
from monitor.entries import Anchor, Entry
from monitor.events import DeviceFacts, Event
from monitor.outcomes import Outcome
from monitor.vitals import SIGNS, VitalSign

ANCHOR = start_anchor()
DEVICE = DeviceFacts("ivy-450c", SOURCE, 5.0, 10.0, frozenset(SIGNS))
Told = tuple[float, Event | Outcome]


def entries_of(said: Iterable[Told]) -> tuple[Entry, ...]:
    """With an opening before them, in their order."""
    lines: list[Told] = [(0.0, opened(devices=(DEVICE,))), *said]
    return tuple(Entry("s-1", seq, now_s, what) for seq, (now_s, what) in enumerate(lines))


def told(*said: Told, anchors: Iterable[Anchor] = (ANCHOR,)) -> Read:
    """The bundle of it, which is sound."""
    found = read(Material("s-1", entries_of(said), tuple(anchors)))
    found.valid()
    assert found.references() <= set(found.by_url)
    return found


def clock(t_s: float, anchor: Anchor = ANCHOR) -> datetime:
    """The wall clock by the anchor, worked out here again."""
    utc_s = anchor.utc_s + t_s - anchor.from_s
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=round(utc_s * 1000))


def mdc(sign: VitalSign) -> str:
    return str(SIGNS[sign].mdc_code)
