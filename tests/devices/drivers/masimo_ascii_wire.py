"""Lines of a Masimo's ASCII 1, built here by the description alone."""

from __future__ import annotations

RAD_8 = (
    b"02/24/18 04:48:53 SN=0000145838 SPO2=097% BPM=080 PI=04.96% SPCO=--.-% SPMET=--.-% "
    b"DESAT=-- PIDELTA=+-- ALARM=0000 EXC=000800\r\n"
)
"""The line that stands in the description of the output."""


def line(
    spo2: str = "097%",
    bpm: str = "080",
    perfusion: str = "04.96%",
    *,
    exceptions: int = 0x800,
    alarm: str = "0000",
    stamp: str = "01/15/26 10:00:00",
) -> bytes:
    return (
        f"{stamp} SN=0000000001 SPO2={spo2} BPM={bpm} PI={perfusion} SPCO=--.-% SPMET=--.-% "
        f"DESAT=-- PIDELTA=+-- ALARM={alarm} EXC={exceptions:06X}\r\n"
    ).encode("ascii")


RADICAL_7 = (
    b"01/15/26 10:00:03 SN=---------- SPO2=098% BPM=123 PI=00.55 SPCO=--% SPMET=--.-% SPHB=--.- "
    b"SPOC=-- RESVD=--- DESAT=-- PIDELTA=+-- PVI=--- ALARM=000000 EXC=0000C00 EXC1=00000000\r\n"
)
"""More keys, other widths, no % behind PI; a low signal IQ."""

FRAMES = (
    RAD_8,
    line("---%", "---", "--.--%", exceptions=0x801),
    RADICAL_7,
    line("089%", "131", "00.21%", exceptions=0x804, alarm="0012"),
)
