"""One line of text in, what it says by the description of its monitor out.

Rule 1: a text that is neither a number nor a missing value refuses its line: something else than
        we were told stands there.
Rule 2: the cuff's status is read before its numbers, which may then be anything.
Rule 3: no error quotes a whole line: it may bear a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from devices.drivers.line_protocol.description import CUFF, DONE, Description, Message
from devices.errors import ContentError
from monitor.vitals import LostReason, VitalSign

_NUMBER = re.compile(r"[+-]?\d{1,6}(?:[.,]\d{1,4})?")

Parts = dict[str, str]
Cut = Callable[[str], Parts | None]


@dataclass(frozen=True, slots=True)
class Value:
    """One sign on a line, in our unit; None = no value, because of `why`."""

    sign: VitalSign
    number: float | None
    why: LostReason = LostReason.NO_VALUE


@dataclass(frozen=True, slots=True)
class Said:
    """What one line says. `message` is the number of its kind in the file, from 1.

    `time` and `status` are the texts of the cuff's fields; "" = there is none.
    """

    message: int
    values: tuple[Value, ...]
    time: str = ""
    status: str = ""


class LineReader:
    def __init__(self, description: Description) -> None:
        self._description = description
        self._ignored = [re.compile(pattern) for pattern in description.ignore]
        self._cuts = [_cut_of(message) for message in description.message]

    def read(self, line: str) -> Said | None:
        """None = a line that means nothing. Raises `ContentError` for what was not described."""
        for place, cut in enumerate(self._cuts, 1):
            parts = cut(line)
            if parts is not None:
                return self._said(place, parts)
        if any(pattern.fullmatch(line) for pattern in self._ignored):
            return None
        raise ContentError(f"a line of {len(line)} characters fits no message of the file")

    def _said(self, place: int, parts: Parts) -> Said:
        cuff = self._description.cuff
        status, time = parts.get(cuff.status, ""), parts.get(cuff.time, "")
        if time in self._description.missing:
            time = ""
        valid = not cuff.status or cuff.statuses.get(status) == DONE
        values = tuple(
            self._value(name, text, pressures_valid=valid)
            for name, text in parts.items()
            if name in self._description.fields
        )
        return Said(place, values, time, status)

    def _value(self, name: str, text: str, *, pressures_valid: bool) -> Value:
        field = self._description.fields[name]
        if field.sign in CUFF and not pressures_valid:
            return Value(field.sign, None)
        if not text or text in self._description.missing:
            why = self._description.missing.get(text, LostReason.NO_VALUE)
            return Value(field.sign, None, why)
        if not _NUMBER.fullmatch(text):
            raise ContentError(f"{name} is {text!r}, which is no number and no missing value")
        return Value(field.sign, field.in_our_unit(float(text.replace(",", "."))))


def _cut_of(message: Message) -> Cut:
    """How a line of this kind is cut into its named parts; a line of another kind gives None."""
    if message.columns:
        return lambda line: _columns(message, line)
    pattern = re.compile(message.pattern)

    def groups(line: str) -> Parts | None:
        match = pattern.fullmatch(line)
        if match is None:
            return None
        return {name: (text or "").strip() for name, text in match.groupdict().items()}

    return groups


def _columns(message: Message, line: str) -> Parts | None:
    if not line.startswith(message.starts_with):
        return None
    # A blank between columns stands for any number of them, as in a table for people.
    columns = line.split(None if message.separator == " " else message.separator)
    if len(columns) != len(message.columns):
        return None
    pairs = zip(message.columns, columns, strict=True)
    return {name: text.strip() for name, text in pairs if name}
