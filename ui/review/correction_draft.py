"""A correction or an addendum while it is filled in: what it can be about, what was typed. Pure.

Rule 1: nothing is offered that the record would refuse: what may be corrected is said by
        `monitor/correctable.py`, why something cannot be by `monitor/corrected.py`.
Rule 2: a time is typed and shown by the clock of the place where it was recorded; the record has
        seconds of the session. What was not touched stays to the millisecond.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from data.counted import happened
from monitor.amendments import Addendum, Correct, NewValue
from monitor.commands import ManualCuff
from monitor.correctable import ARTEFACT, AT, MARKS, Part, parts
from monitor.corrected import corrected, corrections_of, trouble
from monitor.entries import Entry
from monitor.events import SessionOpened
from monitor.taken import accepted
from monitor.treatment.commands import SetPlan
from monitor.vitals import CuffResult
from ui.amending import refusal_text
from ui.chair.plan_draft import number_text
from ui.requests import SessionRecord
from ui.review.correction_lines import part_name
from ui.review.line import Line
from ui.review.moments import moment_at
from ui.words import figure, say

NEAR_S = 150.0
"""A cuff result so near to the cursor is offered."""
_CLOCK = re.compile(r"\s*(\d{1,2})[:.](\d{2})\s*")
_DAY_S = 86_400.0


@dataclass(frozen=True, slots=True)
class Subject:
    """What an amendment can be about; `seq` None = the session as a whole."""

    name: str
    seq: int | None


@dataclass(frozen=True, slots=True)
class Row:
    """One value to be filled in: `text` is what is there now.

    `step` None = it is typed only. `choices` are (key, words) where there are only a few.
    """

    part: str
    name: str
    text: str
    unit: str = ""
    step: float | None = None
    decimals: int = 0
    choices: tuple[tuple[str, str], ...] = ()


class Draft:
    """Of one session as it is shown; `line` is the line of the list that was chosen."""

    def __init__(self, record: SessionRecord, line: Line | None, cursor_s: float | None) -> None:
        self._record = record
        self._events = happened(record.entries)
        self._line = line
        self._cursor_s = cursor_s

    @property
    def session_id(self) -> str:
        return self._record.row.session_id

    def subjects(self, *, addendum: bool) -> list[Subject]:
        """What can be chosen, the likeliest first."""
        found: list[Subject] = []
        line = self._line
        if line is not None and line.seq is not None:
            entry = self._entry(line.seq)
            if addendum or (entry is not None and parts(entry)):
                found.append(Subject(line.text, line.seq))
        cuff = self._near_cuff()
        if cuff is not None and cuff.seq not in {one.seq for one in found}:
            found.append(Subject(self._cuff_name(cuff), cuff.seq))
        if addendum:
            return [*found, Subject(say("amend-about-session"), None)]
        plan = self._plan()
        if plan is not None and plan.seq not in {one.seq for one in found}:
            found.append(Subject(say("amend-about-opening"), plan.seq))
        return found

    def rows(self, subject: Subject) -> list[Row]:
        """The values of it, as they count now."""
        entry = None if subject.seq is None else self._entry(subject.seq)
        if entry is None:
            return []
        now = self._now(entry)
        return [self._row(entry, now, one) for one in parts(entry)]

    def correction(
        self, subject: Subject, typed: dict[str, str], reason: str
    ) -> tuple[Correct | None, str]:
        """What is to be added, or the sentence why it cannot be. `typed` are texts by part."""
        entry = None if subject.seq is None else self._entry(subject.seq)
        if entry is None:
            return None, say("amend-choose")
        there = {row.part: row.text for row in self.rows(subject)}
        values: list[NewValue] = []
        for one in parts(entry):
            text = typed.get(one.name, there[one.name]).strip()
            if text == there[one.name].strip():
                continue
            value = self._value(one, text, entry)
            if value is None:
                return None, refusal_text("amend-impossible", (one.name, text or "–"))
            values.append(value)
        said = Correct(entry.seq, tuple(values), reason.strip(), "?", 0.0)
        wrong = trouble(self._record.entries, said)
        if not values:
            return None, say("amend-no-value")
        return (said, "") if wrong is None else (None, refusal_text(wrong.reason, wrong.arguments))

    def addendum(self, subject: Subject, text: str) -> tuple[Addendum | None, str]:
        said = Addendum(text.strip(), "?", 0.0, about=subject.seq)
        wrong = trouble(self._record.entries, said)
        return (said, "") if wrong is None else (None, refusal_text(wrong.reason, wrong.arguments))

    # ---- what there is

    def _entry(self, seq: int) -> Entry | None:
        return next((one for one in self._events if one.seq == seq), None)

    def _now(self, entry: Entry) -> Entry:
        return corrected(entry, corrections_of(self._events).get(entry.seq, ()))

    def _near_cuff(self) -> Entry | None:
        at_s = self._cursor_s
        if at_s is None:
            return None
        near = [
            one
            for one in self._events
            if isinstance(one.what, CuffResult | ManualCuff) and abs(one.now_s - at_s) <= NEAR_S
        ]
        return min(near, key=lambda one: abs(one.now_s - at_s), default=None)

    def _cuff_name(self, entry: Entry) -> str:
        what = self._now(entry).what
        assert isinstance(what, CuffResult | ManualCuff), "no correction makes anything else of it"
        cuff = say("corrected-cuff", figure(f"{what.sbp:g}"), figure(f"{what.dbp:g}"))
        return f"{cuff} · {self._clock(entry.now_s)}"

    def _plan(self) -> Entry | None:
        """The newest plan that stands, else the opening."""
        told = accepted(self._events)
        found = [one.seq for one in told if isinstance(one.what, SessionOpened | SetPlan)]
        return self._entry(found[-1]) if found else None

    # ---- one value

    def _row(self, entry: Entry, now: Entry, one: Part) -> Row:
        name = part_name(one.name)
        if one.is_mark:
            read = now if type(now.what) is type(entry.what) else None
            artefact = bool(one.read(now)) if read is not None else True
            choices = (("0", say("amend-no-artefact")), ("1", say("amend-artefact")))
            return Row(one.name, name, str(int(artefact)), choices=choices)
        value = one.read(self._values_now(entry))
        if one.name == AT and isinstance(value, float):
            return Row(AT, name, self._clock(value), say("amend-unit-clock"), 1.0)
        if isinstance(value, str):
            return Row(one.name, name, value)
        text = "" if value is None else number_text(value, one.decimals)
        return Row(one.name, name, text, one.unit, _step(one), one.decimals)

    def _values_now(self, entry: Entry) -> Entry:
        """Without marks, which make another kind of line of a pressure."""
        said = corrections_of(self._events).get(entry.seq, [])
        plain = [one for one in said if all(not _marks(value) for value in one.values)]
        return corrected(entry, plain)

    def _value(self, one: Part, text: str, entry: Entry) -> NewValue | None:
        """None = that is no such value."""
        if one.is_text:
            return NewValue(one.name, None, text)
        number = self._moment(text, entry) if one.name == AT else _number(text)
        return None if number is None else NewValue(one.name, number)

    def _clock(self, at_s: float) -> str:
        return f"{moment_at(at_s, self._record.anchors, self._record.row):%H:%M}"

    def _moment(self, text: str, entry: Entry) -> float | None:
        """The last moment with this clock up to when the line was entered."""
        match = _CLOCK.fullmatch(text)
        if match is None or int(match[1]) > 23 or int(match[2]) > 59:
            return None
        entered = moment_at(entry.now_s, self._record.anchors, self._record.row)
        wanted = entered.replace(hour=int(match[1]), minute=int(match[2]), second=0, microsecond=0)
        if wanted > entered:
            wanted -= timedelta(seconds=_DAY_S)
        return round(entry.now_s - (entered - wanted).total_seconds(), 3)


def stepped(row: Row, text: str, steps: int) -> str:
    """The text after so many presses of more (or, below 0, less)."""
    if row.step is None:
        return text
    match = _CLOCK.fullmatch(text)
    if match is not None and row.part == AT:
        minutes = (int(match[1]) * 60 + int(match[2]) + steps) % (24 * 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    number = _number(text)
    return text if number is None else number_text(number + steps * row.step, row.decimals)


def _marks(value: NewValue) -> bool:
    return value.part == ARTEFACT or value.part in MARKS


def _step(one: Part) -> float:
    """One of the last place that is shown, but for what has many."""
    return {0: 1.0, 1: 0.5, 2: 0.5}.get(one.decimals, 0.05)


def _number(text: str) -> float | None:
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return None
    return number if abs(number) < 1e9 else None
