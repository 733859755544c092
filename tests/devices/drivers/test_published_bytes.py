"""Every byte example that was published of these protocols, as facts: what a driver makes of them.

One row for each; the other side of the line is `simulated/test_published_examples.py`.
"""

from __future__ import annotations

import pytest

from devices.decode import RowKind, decode
from devices.registry import DRIVERS

Told = tuple[str, ...]
OLD = ":age-unknown"
BEFORE = ":before-session"


def dash(what: str) -> bytes:
    """A reply that holds one published block of 70 bytes; what is not printed of it is zero."""
    begin, middle, end = (bytes.fromhex(part) for part in what.split("|"))
    block = begin.ljust(24, b"\0") + middle.ljust(40, b"\0") + end
    data = bytes.fromhex("00 03 03 01 01 00") + block.ljust(70, b"\0")
    head = bytes.fromhex("C0A800C30000 C0A800C30000 00C9 0014 0001 0051").ljust(58, b"\0")
    return head + len(data).to_bytes(2, "big") + data + b"\0\0"


def ivy(lines: str) -> bytes:
    """The published lines, in a frame."""
    waves = bytes.fromhex("8A 86 8A 8E") + bytes([100] * 396)
    return b"\xffANSAR-B " + waves + lines.replace("|", "\r").encode() + b"\r\xfe"


IVY = (
    "HR=1;80;ECG-II-DIAG;|RR=1;35;APNEA: 20 SEC;|ETCO2=1;;;|SPO2=1;100;PR=80 ;|"
    "NIBP=4;121;75;92;80;;|P1=3;111;73;88;;|P2=3;;;;NO TRANSDUCER;|T1=1;;;|T2=1;;;"
)
MASIMO = (
    b"02/24/18 04:48:53 SN=0000145838 SPO2=097% BPM=080 PI=04.96% SPCO=--.-% SPMET=--.-% "
    b"DESAT=-- PIDELTA=+-- ALARM=0000 EXC=000800\r\n"
)
NELLCOR = (
    b"N-560    VERSION 1.61.00    CRC:XXXX  SpO2 Limit: 95-100%    PR Limit: 59-148BPM\r\n"
    b"                             ADULT           25SAT-S\r\n"
    b"TIME                 %SpO2   BPM     PA     Status\r\n"
    b"07-Jan-04 11:24:54   100     102      36    MO             AO\r\n"
)
INTELLIVUE = bytes.fromhex(
    "C0 11 01 00 FC E1 00 00 02 00 02 00 F4 00 03 00 07 00 EE 00 21 00 00 00 00 F1 3B 00 E4 00 02"
    "00 07 00 20 00 00 FF FF FF FF FF FF FF FF 00 01 00 06 00 00 00 01 00 CA 00 01 00 05 00 C4"
    "82 72 00 04 00 4E 09 24 00 04 00 02 4A 04 09 27 00 10 00 0E 00 4E 00 42 00 50 00 20 00 20"
    "00 20 00 00 09 90 00 08 20 26 01 15 10 32 07 00 09 4B 00 22 00 03 00 1E 4A 05 00 00 0F 20"
    "00 00 00 80 4A 06 00 00 0F 20 00 00 00 4F 4A 07 00 00 0F 20 00 00 00 5F"
    "82 73 00 02 00 16 09 24 00 04 00 02 F0 E5 09 50 00 0A F0 E5 00 00 0A A0 00 00 00 56"
    "82 CF 00 02 00 16 09 24 00 04 00 02 41 82 09 50 00 0A 41 82 00 00 0A A0 00 00 00 58"
    "84 00 00 02 00 16 09 24 00 04 00 02 4B B8 09 50 00 0A 4B B8 00 00 02 20 00 00 00 61"
    "84 06 00 02 00 16 09 24 00 04 00 02 48 22 09 50 00 0A 48 22 00 00 0A A0 00 00 00 57 E2 67 C1"
)
END_OF_LINKED = bytes.fromhex(
    "C0 11 01 00 32 E1 00 00 02 00 02 00 2A 00 01 00 07 00 24 00 21 00 00 00 00 F1 3B 00 1A 00 01"
    "00 00 00 1D D4 00 FF FF FF FF FF FF FF FF 00 01 00 06 00 00 00 00 00 00 F8 57 C1"
)

PUBLISHED: list[tuple[str, bytes, Told]] = [
    (
        "philips-intellivue",
        INTELLIVUE,
        (
            *("hr 88", "spo2 97", "pulse 87"),
            *(f"sbp 128{OLD}", f"dbp 79{OLD}", f"map 95{OLD}", f"nibp_pulse 86{OLD}"),
        ),
    ),
    ("philips-intellivue", END_OF_LINKED, ()),
    (
        "dinamap",
        b" NA1100012118074089&-\r",
        (f"sbp 118{BEFORE}", f"dbp 74{BEFORE}", f"map 89{BEFORE}"),
    ),
    (
        "dinamap",
        b" NA1100003121078093&&\r",
        (f"sbp 121{BEFORE}", f"dbp 78{BEFORE}", f"map 93{BEFORE}"),
    ),
    ("dinamap", b" NA0100045121078093&+\r", ("device measuring",)),
    ("dinamap", b" NA3109999000000000&*\r", ("no sbp: failed",)),
    ("dinamap", b" NA1109999000000000&(\r", ()),
    ("dinamap", b" OA1098908#M\r", ("spo2 98",)),
    ("dinamap", b" OA60000 0# \r", ("no spo2: sensor-off",)),
    ("dinamap", b' RA3072"F\r', ("no pulse: no-value",)),
    ("dinamap", b' RA2081"E\r', ("pulse 81",)),
    (
        "par-nibp2010",
        b"\x02S1;A0;C03;M00;P125080090;R075;T0005;;40\x03\r",
        (f"sbp 125{OLD}", f"dbp 80{OLD}", f"map 90{OLD}", f"nibp_pulse 75{OLD}"),
    ),
    (
        "par-nibp2010",
        b"\x02S2;A0;C00;M07;P120078090;R060;T    ;;FC\x03\r",
        ("no sbp: leak",),
    ),
    (
        "par-nibp2010",
        b"\xfdS1;A0;C00;M00;P101065076;R060;T    ;;F3\xfe\r",
        (f"sbp 101{OLD}", f"dbp 65{OLD}", f"map 76{OLD}", f"nibp_pulse 60{OLD}"),
    ),
    (
        "par-nibp2010",
        bytes.fromhex("55 AA 07 6C 02 7F FF 00 F3"),
        ("no spo2: sensor-off", "no pulse: sensor-off"),
    ),
    ("par-nibp2010", b"\x02035C0S3\x03\r\x02999\x03\r", ("device measuring", "device idle")),
    (
        "ivy-450c",
        ivy(IVY),
        (
            *("hr 80", "rr 35", "spo2 100", "abp_sys 111", "abp_dia 73", "abp_mean 88"),
            *("no temp: no-value", "pulse 80"),
            *(f"sbp 121{OLD}", f"dbp 75{OLD}", f"map 92{OLD}", f"nibp_pulse 80{OLD}"),
        ),
    ),
    (
        "ge-dash",
        dash(
            "01 2D C0 E0 00 61 00 40 80 01|03 2D A0 20 00 08 00 5E 00 65 00 23 00 6E|0B 2D 00 00"
        ),
        ("spo2 97", "pulse 64", "no hr: no-value", "device alarm-text system warning"),
    ),
    (
        "ge-dash",
        dash(
            "01 18 C0 80 80 00 80 00 80 00"
            "|03 18 A0 20 00 08 00 28 00 8C 00 50 00 A0 00 14 00 78|0A 18 00 00"
        ),
        (
            *("no hr: no-value", "no pulse: no-value", "no spo2: no-value"),
            "device alarm-text system warning",
        ),
    ),
    ("berry-pm6750", bytes.fromhex("55 AA 0A 01 80 80 80 80 80 80 80 74"), ()),
    (
        "berry-pm6750",
        bytes.fromhex("55 AA 08 03 01 00 76 5B 4C D6"),
        (f"sbp 118{OLD}", f"dbp 76{OLD}", f"map 91{OLD}"),
    ),
    ("berry-pm6750", bytes.fromhex("55 AA 08 03 05 3C 00 00 00 B3"), ("device measuring",)),
    ("berry-pm6750", bytes.fromhex("55 AA 08 02 28 48 10 00 00 75"), ("hr 72", "rr 16")),
    ("berry-pm6750", bytes.fromhex("55 AA 06 04 00 61 47 4D"), ("spo2 97", "pulse 71")),
    (
        "berry-pm6750",
        bytes.fromhex("55 AA 06 04 02 7F FF 75"),
        ("no spo2: sensor-off", "no pulse: sensor-off"),
    ),
    ("berry-pm6750", bytes.fromhex("55 AA 06 05 00 24 06 CA"), ("temp 36.6",)),
    ("suntech-oem", bytes.fromhex("3E 05 02 01 BA"), ("device measuring",)),
    ("suntech-oem", bytes.fromhex("3E 04 4B 73"), ()),
    (
        "suntech-oem",
        bytes.fromhex("3E 18 73 00 4A 00 1E 01 00 00 00 00 00 00 31 07 55 00 58 00 00 00 00 E9"),
        (f"sbp 115{OLD}", f"dbp 74{OLD}", f"map 88{OLD}", f"nibp_pulse 85{OLD}"),
    ),
    (
        "omron-hbp9030",
        b"2026,07,11,09,05,12345678901234567890,0,120,080,072,0\r\n",
        ("sbp 120", "dbp 80", "nibp_pulse 72"),
    ),
    ("and-tm2657", bytes.fromhex("16 16 01 30 30 06"), ()),
    (
        "nonin-df2",
        bytes.fromhex("01 99 63 00 FD") + bytes.fromhex("01 98 63 00 FC") * 24,
        ("no pulse: sensor-off", "no spo2: sensor-off"),
    ),
    ("masimo-ascii", MASIMO, ("spo2 97", "pulse 80", "perfusion 4.96")),
    (
        "nellcor-n560",
        NELLCOR,
        (
            *("device info SpO2 limits 95-100%, pulse limits 59-148", "device info adult mode"),
            *("spo2 100:poor", "pulse 102:poor"),
            "device info motion or interference; alarms off",
            "device bedside-alarm-off alarms off",
        ),
    ),
    ("contec-cms50", bytes.fromhex("01 E0 85 B3 96 C1 E1 FF FF"), ("pulse 65", "spo2 97")),
]


def told(name: str, data: bytes) -> Told:
    """What `decode` says, in words."""
    words = []
    for row in decode(DRIVERS[name], data):
        note = f":{row.note}" if row.note else ""
        match row.kind:
            case RowKind.READING:
                words.append(f"{row.sign} {row.value:g}{note}")
            case RowKind.LOST:
                words.append(f"no {row.sign}: {row.note}")
            case _:
                words.append(f"{row.kind} {row.note}")
    return tuple(words)


@pytest.mark.parametrize(("name", "data", "expected"), PUBLISHED)
def test_a_published_example_is_understood(name: str, data: bytes, expected: Told) -> None:
    assert told(name, data) == expected


CHECKED = {
    "philips-intellivue", "dinamap", "par-nibp2010", "berry-pm6750", "suntech-oem", "nonin-df2",
}  # fmt: skip
"""These protect all of a frame by a check value; a live pressure of the PAR has none."""


@pytest.mark.parametrize(
    ("name", "data"),
    [(name, data) for name, data, _ in PUBLISHED if name in CHECKED and b"C0S" not in data],
)
def test_with_a_bit_wrong_it_gives_no_other_value(name: str, data: bytes) -> None:
    whole = set(told(name, data))
    for at, byte in enumerate(data):
        for bit in range(8):
            damaged = data[:at] + bytes([byte ^ 1 << bit]) + data[at + 1 :]
            said = (row for row in decode(DRIVERS[name], damaged) if row.kind is RowKind.READING)
            assert {f"{row.sign} {row.value:g}" for row in said} <= {
                word.partition(":")[0] for word in whole
            }


STARTED_OR_ASKED: list[tuple[str, bytes]] = [
    ("dinamap", b" NA!2\r"),
    ("dinamap", b" RA!6\r"),
    ("dinamap", b" OA!3\r"),
    ("dinamap", b" NC0!E\r"),
    ("par-nibp2010", b"\x0218;;DF\x03"),
    ("par-nibp2010", b"\x0201;;D7\x03"),
    (
        "ge-dash",
        bytes.fromhex(
            "40 00 00 00 00 00 00 00 00 00 00 00 00 CA 00 23 00 01 00 00 00 00 00 00 00 00 00 00"
            "00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 01 00 00 00 00 00 00"
            "00 00 00 00 F4 CC"
        ),
    ),
    ("berry-pm6750", bytes.fromhex("55 AA 04 01 01 F9")),
    ("berry-pm6750", bytes.fromhex("55 AA 04 03 01 F7")),
    ("berry-pm6750", bytes.fromhex("55 AA 04 04 01 F6")),
    ("berry-pm6750", bytes.fromhex("55 AA 04 FE 01 FC")),
    ("berry-pm6750", bytes.fromhex("55 AA 04 FF 01 FB")),
    ("berry-pm6750", bytes.fromhex("55 AA 04 02 01 F8")),
    ("suntech-oem", bytes.fromhex("3A 79 05 00 48")),
    ("suntech-oem", bytes.fromhex("3A 79 03 00 4A")),
    ("suntech-oem", bytes.fromhex("3A 20 A6")),
    ("nonin-df2", bytes.fromhex("02 70 02 02 02 03")),
    ("nonin-df7", bytes.fromhex("02 70 02 02 07 03")),
    ("contec-cms50", bytes.fromhex("7D 81 A1 80 80 80 80 80 80")),
    ("contec-cms50", bytes.fromhex("7D 81 AF 80 80 80 80 80 80")),
]
"""Requests as they are published. Those of the IntelliVue and the S/5 have tests of their own."""


@pytest.mark.parametrize(("name", "request_bytes"), STARTED_OR_ASKED)
def test_a_published_request_is_what_the_driver_sends(name: str, request_bytes: bytes) -> None:
    driver = DRIVERS[name]
    assert request_bytes in {*(command for command, _ in driver.sends), *driver.cuff_start}
