"""Devices as the panel of the monitors shows them, for tests and screenshots."""

from __future__ import annotations

from dataclasses import replace

from monitor.vitals import VitalSign
from ui.requests import DeviceLine

V = VitalSign
FRAME = bytes.fromhex("e100000200020102000000040000000000000000500002")

MONITOR = DeviceLine(
    source="device:philips-intellivue",
    title="Philips IntelliVue MP/MX",
    url="/dev/ttyUSB0",
    state="up",
    sentence="The monitor is connected.",
    bytes_count=1_234_567,
    frames=8_123,
    errors=3,
    last_error="a frame whose checksum is 0x12ab, not 0x34cd",
    last_frame_age_s=0.34,
    round_trip_s=0.042,
    clock_skew_s=-130.0,
    signs=(
        (V.HR, True),
        (V.PULSE, False),
        (V.SBP, True),
        (V.DBP, True),
        (V.MAP, True),
        (V.SPO2, False),
        (V.RR, True),
    ),
    tail=(("rx", FRAME), ("rx", FRAME), ("tx", b"?N\r\n"), ("rx", b"Hello" + FRAME)),
    can_start_cuff=False,
    may_start_cuff=False,
)
OXIMETER = replace(
    MONITOR,
    source="device:nonin-df7",
    title="Nonin oximeter, data format 7",
    url="/dev/ttyUSB1",
    state="silent",
    sentence="Check the cable and that the monitor is on.",
    bytes_count=45_678,
    frames=812,
    errors=0,
    last_error="",
    last_frame_age_s=7.2,
    round_trip_s=None,
    clock_skew_s=None,
    signs=((V.PULSE, True), (V.SPO2, True)),
    tail=(("rx", FRAME * 5),),
)
CUFF = replace(
    MONITOR,
    source="device:dinamap",
    title="GE DINAMAP / CARESCAPE V100",
    url="/dev/ttyUSB2",
    clock_skew_s=None,
    signs=((V.SBP, True), (V.DBP, True), (V.MAP, True), (V.NIBP_PULSE, True)),
    tail=(("tx", b" NC!E\r"), ("rx", b" NC0120080092070AB\r")),
    can_start_cuff=True,
)
CUFF_ALLOWED = replace(CUFF, may_start_cuff=True)
STRANGER = replace(
    OXIMETER,
    state="down",
    sentence=(
        "/dev/ttyUSB1 is now another adapter's (FTDI A9XYZ); it is not let in. "
        "Is this the same monitor?"
    ),
    stranger=True,
)
