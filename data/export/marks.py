"""What happened in a session, as short texts at their moments, for formats that have only those.

Rule 1: every line that is no value is one mark, in the names of the record: nothing is left out,
        and nothing is translated, so that a program finds it too.
Rule 2: a field at its usual value is not written out.
Rule 3: a cuff result is a mark besides its values: all of one measurement together.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import MISSING, dataclass, fields
from typing import Any

from data.codec import KINDS
from data.export.values import OLD, measured_s
from monitor.doubted import entries_marked
from monitor.entries import Entry
from monitor.events import Numerics, SessionOpened
from monitor.taken import entries_taken
from monitor.vitals import CuffResult, Quality, WaveChunk

LONGEST = 240
"""Characters; what a person wrote may be longer, and ends with an ellipsis then."""
_NAMES = {kind: name for name, kind in KINDS.items()}
_VALUES = (Numerics, WaveChunk, SessionOpened)
_SILENT = frozenset({"by", "ago_s", "second", "device_time"})


@dataclass(frozen=True, slots=True)
class Mark:
    t_s: float
    text: str


def session_marks(entries: Iterable[Entry], missing: str = "") -> Iterator[Mark]:
    """Sorted by time; `missing` is what of the session cannot be read, said before all else."""
    if missing:
        yield Mark(0.0, f"missing: {missing}")
    said = entries_taken(entries_marked(entries))
    for entry in sorted(said, key=_at_s):
        if isinstance(entry.what, _VALUES):
            continue
        text = _cuff(entry.what) if isinstance(entry.what, CuffResult) else _told(entry.what)
        yield Mark(round(_at_s(entry), 3), text)


def _at_s(entry: Entry) -> float:
    """A result from before the session stands where it came, with its age in words."""
    what = entry.what
    old = isinstance(what, CuffResult) and what.quality in OLD
    return entry.now_s if old else measured_s(entry)


def _cuff(cuff: CuffResult) -> str:
    mean = "" if cuff.map is None else f" ({cuff.map:g})"
    pulse = "" if cuff.pulse is None else f" pulse {cuff.pulse:g}"
    doubt = "" if cuff.quality is Quality.GOOD else f" {cuff.quality}"
    age = f" age_s={cuff.age_s:g}" if cuff.quality in OLD and cuff.age_s is not None else ""
    return f"nibp {cuff.sbp:g}/{cuff.dbp:g}{mean}{pulse}{doubt}{age}"


def _told(what: Any) -> str:
    words = [_NAMES[type(what)]]
    for field in fields(what):
        value = getattr(what, field.name)
        if field.name in _SILENT or value is None or value == "" or value == _usual(field):
            continue
        words.append(f"{field.name}={_plain(value)}")
    text = " ".join(" ".join(words).split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _usual(field: Any) -> object:
    return None if field.default is MISSING else field.default


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if hasattr(value, "word"):
        return str(value.word)  # a priority
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, frozenset):
        return ",".join(sorted(_plain(one) for one in value))
    if isinstance(value, tuple):
        return ",".join(_plain(one) for one in value)
    if hasattr(value, "__dataclass_fields__"):
        return json.dumps({one.name: _plain(getattr(value, one.name)) for one in fields(value)})
    return str(value)
