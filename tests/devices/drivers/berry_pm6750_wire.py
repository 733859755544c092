"""PM6750 frames as the module sends them, built here by the description alone."""

from __future__ import annotations


def frame(kind: int, *data: int) -> bytes:
    counted = bytes([len(data) + 3, kind, *data])
    return b"\x55\xaa" + counted + bytes([255 - sum(counted) % 256])


def ecg(hr: int, rr: int, status: int = 0x28, finding: int = 1) -> bytes:
    return frame(2, status, hr, rr, 0, finding)


def cuff(state: int, sbp: int = 0, mean: int = 0, dbp: int = 0, *, mode: int = 1) -> bytes:
    return frame(3, state << 2 | mode, 0, sbp, mean, dbp)


def oximeter(status: int, spo2: int, rate: int) -> bytes:
    return frame(4, status, spo2, rate)


def temperature(status: int, whole: int, tenths: int) -> bytes:
    return frame(5, status, whole, tenths)


DONE, MEASURING, STOPPED = 0, 1, 2

FRAMES = (
    ecg(72, 16),
    cuff(DONE, 118, 91, 76),
    oximeter(0, 97, 71),
    oximeter(2, 127, 255),
    temperature(0, 36, 6),
    cuff(MEASURING),
    cuff(4),
    ecg(0, 0, status=0x2A),
    ecg(131, 24, finding=3),
    oximeter(0, 91, 130),
)
