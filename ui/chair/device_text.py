"""What the panel of the monitors says of one device, in words and figures. Pure, no Qt.

Rule 1: what is not known is said to be not known; there is no figure in its place.
Rule 2: a sign can be taken over only where another device gives it too, and never a cuff result:
        every result of every cuff counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from monitor.vitals import CUFF_SIGNS, VitalSign
from ui.chair.spans import age_text, span_text
from ui.requests import DeviceLine
from ui.words import figure, say, say_or, sign_label

CLOCK_RIGHT_WITHIN_S = 5.0
BYTES_A_ROW = 16
THIN_SPACE = "\u202f"


def maker(source: str) -> str:
    """A short name for the device: ``Nonin``, ``Nonin 2``; the source's own where there is none.

    Source: ``device:<driver>``, and ``#2`` behind it for a second one of the kind.
    """
    name, _, number = source.removeprefix("device:").partition("#")
    short = say_or(f"maker-{name}", name)
    return say("maker-numbered", short, number) if number else short


def tab_text(line: DeviceLine) -> tuple[str, str]:
    """The short name of the device and the word for its state."""
    return maker(line.source), say(f"devices-state-{line.state}")


def facts(line: DeviceLine) -> tuple[tuple[str, str], ...]:
    """(what, how much) in the order in which they are read."""
    return (
        (say("devices-bytes"), spaced(line.bytes_count)),
        (say("devices-frames"), spaced(line.frames)),
        (say("devices-errors"), spaced(line.errors)),
        (say("devices-last-frame"), frame_age_text(line.last_frame_age_s)),
        (say("devices-round-trip"), round_trip_text(line.round_trip_s)),
        (say("devices-clock"), clock_text(line.clock_skew_s)),
    )


def spaced(count: int) -> str:
    return f"{count:,}".replace(",", THIN_SPACE)


def frame_age_text(age_s: float | None) -> str:
    if age_s is None:
        return say("devices-never")
    return age_text(age_s) if age_s >= 10 else say("devices-ago-s", figure(f"{age_s:.1f}"))


def round_trip_text(seconds: float | None) -> str:
    return (
        say("devices-only-talks") if seconds is None else say("devices-ms", f"{seconds * 1e3:.0f}")
    )


def clock_text(skew_s: float | None) -> str:
    """The monitor's own clock against ours."""
    if skew_s is None:
        return say("devices-clock-untold")
    if abs(skew_s) <= CLOCK_RIGHT_WITHIN_S:
        return say("devices-clock-right")
    word = "devices-clock-behind" if skew_s < 0 else "devices-clock-ahead"
    return say(word, skew_text(abs(skew_s)))


def skew_text(seconds: float) -> str:
    """``48 s``, ``2 min 10 s``, ``1 h 5 min``, ``3 d``."""
    whole = round(seconds)
    if whole >= 48 * 3600:
        return say("span-d", whole // 86_400)
    if 60 <= whole < 3600 and whole % 60:
        return say("span-min-s", whole // 60, whole % 60)
    return span_text(whole)


def error_text(line: DeviceLine) -> str:
    return say("devices-last-error", line.last_error) if line.last_error else ""


def taken_text(line: DeviceLine) -> str:
    taken = _names(sign for sign, here in line.signs if here)
    return say("devices-taken", taken) if taken else say("devices-taken-none")


def _names(signs: Iterable[VitalSign]) -> str:
    """Labels, those of a cuff in one word."""
    names: dict[str, None] = {}
    for sign in signs:
        names[say("nibp") if sign in CUFF_SIGNS else sign_label(sign)] = None
    return ", ".join(names)


def stand_by_text(line: DeviceLine, lines: Sequence[DeviceLine]) -> str:
    """The signs that this device gives too, while they are taken from another one."""
    elsewhere = {sign for other in lines for sign, here in other.signs if here and other != line}
    names = _names(sign for sign, here in line.signs if not here and sign in elsewhere)
    return say("devices-stand-by", names) if names else ""


def may_be_taken(line: DeviceLine, lines: Sequence[DeviceLine]) -> tuple[VitalSign, ...]:
    """Signs that several devices give and that are not taken from this one now."""
    others = {sign for other in lines if other.source != line.source for sign, _ in other.signs}
    return tuple(
        sign for sign, here in line.signs if not here and sign in others and sign not in CUFF_SIGNS
    )


def tail_rows(tail: Sequence[tuple[str, bytes]], most: int) -> list[tuple[str, bytes]]:
    """The newest bytes in rows of one direction each, oldest first; at most `most` rows."""
    merged: list[tuple[str, bytes]] = []
    for way, data in tail:
        if merged and merged[-1][0] == way:
            merged[-1] = (way, merged[-1][1] + data)
        else:
            merged.append((way, data))
    rows = [
        (way, data[start : start + BYTES_A_ROW])
        for way, data in merged
        for start in range(0, len(data), BYTES_A_ROW)
    ]
    return rows[-most:] if most > 0 else []


def readable(byte: int) -> str:
    """The ASCII sign of a byte; a dot for what cannot be read."""
    return chr(byte) if 0x20 <= byte < 0x7F else "·"
