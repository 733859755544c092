"""Files that describe invented monitors, and a conversation with one."""

from __future__ import annotations

from devices.drivers.line_protocol import line_driver
from devices.session import DeviceEvent, DeviceSession, Driver
from monitor.vitals import CuffResult, Quality, Reading, VitalSign

SOURCE = "device:test"
CUFF = """
title = "Beta 5"
[fields]
sys = { sign = "sbp" }
dia = { sign = "dbp" }
rate = { sign = "nibp_pulse" }
[missing]
"---" = "no-value"
[[message]]
columns = ["sys", "dia", "rate", "at", "state"]
[cuff]
NEWNESS
status = "state"
[cuff.statuses]
D = "done"
M = "measuring"
N = "nothing"
E = "leak"
"""
BY_TIME = CUFF.replace("NEWNESS", 'time = "at"')
BY_CHANGE = CUFF.replace("NEWNESS", "").replace('"at"', '""')
BY_LINE = CUFF.replace("NEWNESS", 'new_by = "line"').replace('"at"', '""')
CONTINUOUS = """
title = "Gamma"
[fields]
heart = { sign = "hr" }
spo2 = { sign = "spo2", unit = "%" }
temp = { sign = "temp", unit = "°F" }
art = { sign = "abp_mean", unit = "kPa" }
[missing]
"***" = "no-pulse"
"999" = "sensor-off"
[[message]]
columns = ["heart", "spo2", "temp", "art"]
separator = " "
[poll]
send = "?\\r"
every_s = 2.0
"""


def driver(text: str) -> Driver:
    return line_driver(text, name="line:a.toml", where="a.toml")


def session(text: str) -> DeviceSession:
    new = driver(text).open(SOURCE)
    new.opened(0.0)
    return new


def heard(text: str, *lines: str) -> list[DeviceEvent]:
    monitor = session(text)
    return [
        event
        for second, line in enumerate(lines)
        for event in monitor.receive(f"{line}\r\n".encode(), float(second))
    ]


def values(events: list[DeviceEvent]) -> dict[VitalSign, float]:
    return {event.sign: event.value for event in events if isinstance(event, Reading)}


def cuffs(events: list[DeviceEvent]) -> list[tuple[float, float, Quality]]:
    return [(e.sbp, e.dbp, e.quality) for e in events if isinstance(e, CuffResult)]
