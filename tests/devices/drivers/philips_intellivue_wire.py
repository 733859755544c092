"""Frames of an IntelliVue, built with the virtual monitor's writer and not with the driver's."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from datetime import datetime

from devices.simulated.monitors import intellivue_wire as wire
from devices.simulated.monitors.intellivue_wire import (
    ACCEPT,
    NOT_A_NUMBER,
    attribute,
    frame,
    thing,
)

NUMERICS, WAVES, ALARMS, SYSTEM = 0x0006, 0x0009, 0x0036, 0x0021
MMHG, PER_MINUTE, PERCENT = 0x0F20, 0x0AA0, 0x0220
TICKS_PER_S = 8000
CLOCK = datetime(2026, 1, 15, 10, 0, 0)  # noqa: DTZ001

PUBLISHED = bytes.fromhex(
    "C0 110100FC E1000002 000200F4 00030007 00EE 002100000000 F13B 00E4 0002 0007 00200000"
    "FFFFFFFFFFFFFFFF 0001 0006 0000 0001 00CA 0001 0005 00C4"
    "8272 0004 004E 0924 0004 00024A04 0927 0010 000E 004E 0042 0050 0020 0020 0020 0000"
    "0990 0008 2026011510320700 094B 0022 0003 001E"
    "4A05 0000 0F20 00000080 4A06 0000 0F20 0000004F 4A07 0000 0F20 0000005F"
    "8273 0002 0016 0924 0004 0002F0E5 0950 000A F0E5 0000 0AA0 00000056"
    "82CF 0002 0016 0924 0004 00024182 0950 000A 4182 0000 0AA0 00000058"
    "8400 0002 0016 0924 0004 00024BB8 0950 000A 4BB8 0000 0220 00000061"
    "8406 0002 0016 0924 0004 00024822 0950 000A 4822 0000 0AA0 00000057 E267 C1"
)
"""128/79, mean 95, cuff pulse 86, HR 88, SpO2 97, pulse 87, taken 2026-01-15 10:32:07."""

END_OF_LINKED = bytes.fromhex(
    "C0 11010032 E1000002 0002002A 00010007 0024 002100000000 F13B 001A 0001 0000 001DD400"
    "FFFFFFFFFFFFFFFF 0001 0006 0000 0000 0000 F857 C1"
)


def polled(
    what: int,
    things: Iterable[bytes],
    *,
    at_s: float = 0.0,
    link: tuple[int, int] | None = None,
    single: bool = False,
    shown: datetime | None = None,
) -> bytes:
    """A frame with the answer to a poll, `at_s` seconds after the monitor was switched on."""
    every = list(things)
    body = wire.listed([wire.context(1, every)] if every else [])
    stamp = b"\xff" * 8 if shown is None else wire.bcd(shown)
    numbered = struct.pack(">H", 2) if single else struct.pack(">HH", 2, 7)
    head = numbered + struct.pack(">I8s3H", int(at_s * TICKS_PER_S), stamp, 1, what, 0)
    action = 0x0C16 if single else 0xF13B
    return frame(wire.result(action, 3, head + body, link))


def value(
    physio: int,
    number: int | None,
    unit: int = PER_MINUTE,
    *,
    state: int = 0,
    exponent: int = 0,
    handle: int | None = None,
) -> bytes:
    """An object with one observed value."""
    mantissa = NOT_A_NUMBER if number is None else number
    said = wire.observed(physio, state, unit, mantissa, exponent)
    return thing(handle or physio, [attribute(0x0950, said)])


def nbp(
    pressures: Sequence[int | None],
    stamp: datetime | None = CLOCK,
    *,
    state: int = 0,
    unit: int = MMHG,
    exponent: int = 0,
    physio: int = 0x4A05,
) -> bytes:
    """The cuff's object: systolic, diastolic, mean."""
    said = [
        wire.observed(
            physio + place, state, unit, NOT_A_NUMBER if shown is None else shown, exponent
        )
        for place, shown in enumerate(pressures)
    ]
    attributes = [attribute(0x094B, wire.listed(said))]
    if stamp is not None:
        attributes.append(attribute(0x0990, wire.bcd(stamp)))
    return thing(0x8272, attributes)


def cuff_pulse(rate: int, stamp: datetime | None = CLOCK) -> bytes:
    attributes = [attribute(0x0950, wire.observed(0xF0E5, 0, PER_MINUTE, rate))]
    if stamp is not None:
        attributes.append(attribute(0x0990, wire.bcd(stamp)))
    return thing(0x8275, attributes)


def system(
    shown: datetime = CLOCK, *, at_s: float = 0.0, mode: int = 0x4000, model: bytes = b"M8000\0"
) -> list[bytes]:
    return [
        attribute(0x0984, bytes.fromhex("0006 0009FB000002")),
        attribute(0x0928, b"\0\x08Philips\0" + struct.pack(">H", len(model)) + model),
        attribute(0x0946, struct.pack(">H", mode)),
        attribute(0x0987, wire.bcd(shown)),
        attribute(0x098F, struct.pack(">I", int(at_s * TICKS_PER_S))),
    ]


def created(attributes: Sequence[bytes] = (), *, ticks: int = 0x000ABD00) -> bytes:
    """The MDS create event."""
    return frame(wire.event(1, ticks, wire.listed(attributes or system())))


ECG_FORM = (
    attribute(0x096D, bytes.fromhex("0040100E3000")),
    attribute(0x098D, bytes.fromhex("00000020")),
    attribute(0x0996, bytes.fromhex("10B2")),
    attribute(0x096F, bytes.fromhex("FEFFF000FD009FFB00003FFF")),
)
PLETH_FORM = (
    attribute(0x096D, bytes.fromhex("0020100C8000")),
    attribute(0x098D, bytes.fromhex("00000040")),
    attribute(0x0996, bytes.fromhex("0200")),
    attribute(0x096F, bytes.fromhex("007FFFFF007FFFFF00000FFF")),
)


def ecg(*leads: tuple[int, Sequence[int]], form: Sequence[bytes] = ECG_FORM) -> bytes:
    held = wire.listed(wire.samples(physio, samples) for physio, samples in leads)
    return thing(0x02CA, [*form, attribute(0x0967, held)])


def wave(
    physio: int, samples: Sequence[int], form: Sequence[bytes] = PLETH_FORM, handle: int = 0x0402
) -> bytes:
    return thing(handle, [*form, attribute(0x096E, wire.samples(physio, samples))])


def alarms(technical: Sequence[bytes] = (), patient: Sequence[bytes] = ()) -> bytes:
    lists = [
        attribute(0x0902, wire.listed(technical)),
        attribute(0x0904, wire.listed(patient)),
    ]
    return polled(ALARMS, [thing(1, lists)])


ACCEPTED = frame(ACCEPT)
FRAMES = (
    PUBLISHED,
    created(),
    polled(NUMERICS, [value(0x4182, 61), value(0x4BB8, None, PERCENT, state=0x8000)]),
    polled(WAVES, [ecg((0x0102, range(0x2000, 0x2040))), wave(0x4BB4, range(0x7C0, 0x7E0))]),
    alarms([wire.alarm(0x0402, 0x0001, "SpO₂ NO SENSOR")]),
    polled(NUMERICS, [nbp([131, 82, 98]), cuff_pulse(79)], single=True),
)
