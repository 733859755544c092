"""Which device of a session gives which sign, in words. Pure.

Rule 1: a sign is taken from the first device of the list that has it; the heart rate of an ECG
        goes before a pulse, wherever it stands, for the two are different signs.
Rule 2: what no device gives is said, not left out: a blood pressure is then typed by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from monitor.vitals import VitalSign
from ui.words import say, sign_label

GROUPS: tuple[tuple[str, tuple[VitalSign, ...]], ...] = (
    ("bp", (VitalSign.SBP,)),
    ("hr", (VitalSign.HR, VitalSign.PULSE)),
    ("spo2", (VitalSign.SPO2,)),
    ("rr", (VitalSign.RR,)),
)
"""What a nurse asks for, and the signs that answer it, the better one first."""
WANTED = frozenset({"bp", "hr", "spo2"})
_MORE = re.compile(r" / | \(|, ")


def short_title(title: str) -> str:
    """The first model of a family; a monitor without a maker keeps its whole name."""
    return _MORE.split(title, maxsplit=1)[0]


def given(signs: AbstractSet[VitalSign]) -> list[str]:
    """What a device with these signs gives."""
    found = [say(f"sign-{group}") for group, wanted in GROUPS if signs & set(wanted)]
    return found or [say("sign-none")]


def taken_from(devices: Sequence[AbstractSet[VitalSign]]) -> dict[str, int | None]:
    """Group to the place of its device in the list; None = no device has it."""
    found: dict[str, int | None] = {}
    for group, wanted in GROUPS:
        places = (place for sign in wanted for place, signs in enumerate(devices) if sign in signs)
        found[group] = next(places, None)
    return found


def sources_line(devices: Sequence[tuple[str, AbstractSet[VitalSign]]]) -> str:
    """Title and signs of each device, in order: ``Blood pressure: A · Heart rate and SpO₂: B``."""
    taken = taken_from([signs for _, signs in devices])
    names = _told_apart([short_title(title) for title, _ in devices])
    by_source: dict[str, list[str]] = {}
    for group, place in taken.items():
        if place is not None:
            source = names[place]
        elif group in WANTED:
            source = say("sign-by-hand" if group == "bp" else "sign-nowhere")
        else:
            continue
        by_source.setdefault(source, []).append(say(f"sign-{group}"))
    return " · ".join(
        say("sign-from", _begun_large(joined(signs)), source)
        for source, signs in by_source.items()
    )


def lacks(devices: Sequence[AbstractSet[VitalSign]]) -> bool:
    """Something that every session wants comes from no device."""
    taken = taken_from(devices)
    return any(taken[group] is None for group in WANTED)


def joined(words: Sequence[str]) -> str:
    """``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return say("sign-two", ", ".join(words[:-1]), words[-1])


def _told_apart(names: Sequence[str]) -> list[str]:
    """Two of a kind bear their place in the list."""
    return [
        say("sign-source", name, place) if names.count(name) > 1 else name
        for place, name in enumerate(names, 1)
    ]


def _begun_large(words: str) -> str:
    return words[:1].upper() + words[1:]


def short_values(values: Iterable[tuple[str, str, str]]) -> str:
    """Of (label, value, unit) of everything heard, what has room in a line: ``128/79 · HR 72``."""
    heard = {label: value for label, value, _ in values}
    sbp, dbp = (heard.get(sign_label(sign)) for sign in (VitalSign.SBP, VitalSign.DBP))
    parts = [say("bar-bp", sbp, dbp)] if sbp and dbp else []
    for _, wanted in GROUPS[1:3]:
        labels = [sign_label(sign) for sign in wanted if sign_label(sign) in heard]
        parts += [say("test-value-short", labels[0], heard[labels[0]])] if labels else []
    return " · ".join(parts)
