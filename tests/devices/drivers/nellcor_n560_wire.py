"""Lines of a Nellcor's real-time format, built here by the description alone."""

from __future__ import annotations

HEADING = (
    b"N-560    VERSION 1.61.00    CRC:XXXX  SpO2 Limit: 95-100%    PR Limit: 59-148BPM\r\n",
    b"                             ADULT           25SAT-S \r\n",
    b"TIME                 %SpO2   BPM     PA     Status\r\n",
)
DESCRIBED = b"07-Jan-04 11:24:54   100     102      36    MO             AO\r\n"


def line(
    spo2: str = "97", bpm: str = "80", status: str = "", *, stamp: str = "15-Jan-26 10:00:02"
) -> bytes:
    return f"{stamp}   {spo2:>3}     {bpm:>3}      60    {status}".rstrip().encode() + b"\r\n"


FRAMES = (
    HEADING[0],
    HEADING[1],
    DESCRIBED,
    line(),
    line("---", "---", "SO"),
    line("84*", "171*", "SL  PH"),
)
