"""Whole frames of every monitor, for the tests that try all drivers. A new driver adds its row."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from drivers import (
    and_tm2657_wire,
    berry_pm6750_wire,
    ge_dash_wire,
    ge_s5_wire,
    masimo_ascii_wire,
    nellcor_n560_wire,
    omron_hbp9030_wire,
    oximeter_wire,
    par_nibp2010_wire,
    philips_intellivue_wire,
    suntech_oem_wire,
)

from devices.checksum import dinamap_sum
from devices.registry import DRIVERS
from devices.session import DeviceSession, Driver


@dataclass(frozen=True)
class Wire:
    """Whole frames of one monitor. `between` ends whatever noise stands before a frame."""

    frames: tuple[bytes, ...]
    between: bytes = b""


def ivy_frame(cuff: bytes, heart: bytes = b"80") -> bytes:
    """One second of an Ivy; `cuff` are the four pressures and the pulse."""
    lines = (b"HR=1;" + heart + b";ECG-II-DIAG;", b"SPO2=1;98;PR=79 ;", b"NIBP=4;" + cuff + b";;")
    return b"\xffANSAR-B " + bytes(range(200)) * 2 + b"\r".join(lines) + b"\r\xfe"


def _dinamap(*bodies: bytes) -> tuple[bytes, ...]:
    return tuple(body + dinamap_sum(body) + b"\r" for body in bodies)


WIRE = {
    "ivy-450c": Wire(
        (
            ivy_frame(b"121;75;92;80", b"80"),
            ivy_frame(b";;;", b""),
            ivy_frame(b"138;84;102;", b"9"),
        )
    ),
    "dinamap": Wire(
        _dinamap(
            b" NA1100012118074089",
            b" NA0100045121078093",
            b" NA3109999000000000",
            b" RA2081",
            b" RA3072",
            b" OA1098908",
            b" OA60000 0",
        ),
        between=b"\r",
    ),
    "philips-intellivue": Wire(philips_intellivue_wire.FRAMES),
    "ge-s5": Wire(ge_s5_wire.FRAMES),
    "par-nibp2010": Wire(par_nibp2010_wire.FRAMES, between=b"\r"),
    "berry-pm6750": Wire(berry_pm6750_wire.FRAMES),
    "suntech-oem": Wire(suntech_oem_wire.FRAMES),
    "ge-dash": Wire(ge_dash_wire.FRAMES),
    "nonin-df2": Wire(oximeter_wire.NONIN_DF2),
    "nonin-df7": Wire(oximeter_wire.NONIN_DF7),
    "contec-cms50": Wire(oximeter_wire.CONTEC),
    "omron-hbp9030": Wire(omron_hbp9030_wire.FRAMES, between=b"\r"),
    "and-tm2657": Wire(and_tm2657_wire.FRAMES),
    "masimo-ascii": Wire(masimo_ascii_wire.FRAMES, between=b"\r"),
    "nellcor-n560": Wire(nellcor_n560_wire.FRAMES, between=b"\r"),
}

every_driver = pytest.mark.parametrize("driver", DRIVERS.values(), ids=DRIVERS.keys())


def session_of(driver: Driver) -> DeviceSession:
    session = driver.open("device:test")
    session.opened(0.0)
    return session
