"""The active alarms of an IntelliVue, in its own words, which are never read for their meaning.

No recording has one (UNCERTAIN: two independent implementations agree on the form). A list whose
entries do not fit is an error; the entries before the bad one are still told.
"""

from __future__ import annotations

import struct

from devices.drivers.philips_intellivue.values import Attributes, wide_text
from devices.errors import ContentError

TECHNICAL, PATIENT = 0x0902, 0x0904
WITH_TEXT = 0x0204
_NO_ALARM = 0x0000
_DEMO = 0x0100
_TEXT_FROM = 12
"""In the information of an alarm: instance, text id, priority and flags come first."""


def alarm_texts(attributes: Attributes) -> list[str] | None:
    """All that is active, the patient's first; None = these attributes have no list of alarms."""
    lists = [attributes[name] for name in (PATIENT, TECHNICAL) if name in attributes]
    if not lists:
        return None
    return [text for data in lists for text in _texts(data)]


def _texts(data: bytes) -> list[str]:
    if len(data) < 4:
        raise ContentError(f"a list of alarms of {len(data)} bytes")
    texts = []
    at = 4
    for _ in range(data[0] << 8 | data[1]):
        try:
            _source, code, kind, state = struct.unpack_from(">4H", data, at)
            form, length = struct.unpack_from(">2H", data, at + 14)
        except struct.error:
            raise ContentError(f"a list of alarms cut short at {at} of {len(data)}") from None
        told = data[at + 18 : at + 18 + length]
        if len(told) != length:
            raise ContentError(f"an alarm of {len(told)} bytes, not {length}")
        at += 18 + length
        if kind != _NO_ALARM:
            texts.append(_worded(code, state, form, told))
    return texts


def _worded(code: int, state: int, form: int, told: bytes) -> str:
    text = ""
    if form == WITH_TEXT and len(told) >= _TEXT_FROM:
        length = told[10] << 8 | told[11]
        text = wide_text(told[_TEXT_FROM : _TEXT_FROM + length])
    return f"{text or f'alarm {code:04X}'}{' (demo)' if state & _DEMO else ''}"
