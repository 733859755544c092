"""Monitors, ports and searches to choose from, and a program behind the connect dialog."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from monitor.vitals import VitalSign
from tests.ui.page_examples import RecordingBackend
from ui.requests import (
    DeviceCheck,
    DeviceSearch,
    DriverChoice,
    PortChoice,
    RawLine,
    Refusal,
    SearchState,
    SessionRow,
)

V = VitalSign
CUFF = frozenset({V.SBP, V.DBP, V.MAP, V.NIBP_PULSE})
OXIMETER = frozenset({V.SPO2, V.PULSE})
EVERYTHING = CUFF | OXIMETER | {V.HR, V.RR, V.TEMP}

IVY = DriverChoice(
    "ivy-450c",
    "Ivy Biomedical 450C",
    "RS-232 from the monitor's Com port, null modem; menu: Com Format = NIBP",
    (
        ("manual cited", "done", "Ivy 2849-00-06"),
        ("facts verified", "done", ""),
        ("real capture decoded", "done", ""),
        ("tried on hardware", "todo", ""),
        ("waves", "exempt", "the monitor sends none"),
    ),
    line="19200 baud, 8N1",
    signs=EVERYTHING,
)
DINAMAP = DriverChoice(
    "dinamap",
    "GE DINAMAP / CARESCAPE V100",
    "RS-232 from the host port, 9600 8N1, null modem",
    (("manual cited", "done", ""), ("tried on hardware", "todo", "")),
    line="9600 baud, 8N1",
    sends=("read the cuff's status and values", "read the pulse oximeter"),
    can_start_cuff=True,
    signs=CUFF | OXIMETER,
)
CUFF_ONLY = replace(
    DINAMAP, name="suntech-oem", title="SunTech Advantage OEM", signs=CUFF, can_start_cuff=True
)
NONIN = DriverChoice(
    "nonin-df7",
    "Nonin oximeter, data format 7",
    "RS-232 or USB adapter of the maker, 9600 8N1",
    (),
    line="9600 baud, 8N1",
    signs=OXIMETER,
)
DRIVERS = [IVY, DINAMAP, CUFF_ONLY, NONIN]
ALPHA = DriverChoice(
    "line:alpha.toml", "Alpha 200", "as Alpha 200 needs it", (), signs=CUFF | {V.HR}
)

FTDI = (("Maker", "FTDI"), ("Product", "FT232R"), ("Serial number", "A10K2X7Q"))
PORTS = [
    PortChoice("/dev/ttyUSB0", "/dev/ttyUSB0 · FT232R", FTDI),
    PortChoice("/dev/ttyUSB1", "/dev/ttyUSB1 · PL2303", (("Maker", "Prolific"),)),
]

SEARCHING = SearchState(0.4, "Asking a Philips IntelliVue at 115200 baud …", None, "", over=False)
FOUND = SearchState(
    1.0,
    "",
    "ivy-450c",
    "Heard 3 whole frames at 19200 baud; heart rate 72, blood pressure 128/79.",
    over=True,
)
NOTHING = SearchState(
    1.0, "", None, "Nothing came in 12 s, at 9600, 19200 and 115200 baud.", over=True
)
TROUBLE = "/dev/ttyUSB0 is in use by another program; close it"

GOOD_LINE = RawLine("HR=076 SPO2=097", "HR 76 1/min · SpO₂ 97 %", good=True)
BAD_LINE = RawLine("HR=0?6 SPO2=097", "heart is '0?6', which is no number", good=False)
READING = DeviceCheck(
    "talking",
    "An Alpha 200 answers.",
    2048,
    31,
    1,
    (("HR", "76", "1/min"), ("SpO₂", "97", "%")),
    (GOOD_LINE, BAD_LINE),
)
WRONG_FILE = "alpha.toml: line.parity is 'evn'; expected none, even or odd (did you mean 'even'?)"


class ScriptedSearch:
    """A search that says one thing after another, and keeps saying the last one."""

    def __init__(self, url: str, states: Sequence[SearchState]) -> None:
        self.of = url
        self.states = list(states)
        self.asked = 0
        self.stopped = False

    def state(self) -> SearchState:
        self.asked += 1
        return self.states[min(self.asked, len(self.states)) - 1]

    def stop(self) -> None:
        self.stopped = True


class DeviceBackend(RecordingBackend):
    """`finds` is what the next search says; `files` are the description files that are right."""

    def __init__(self) -> None:
        super().__init__()
        self.drivers_there = list(DRIVERS)
        self.ports_there = list(PORTS)
        self.finds: Sequence[SearchState] = (SEARCHING, FOUND)
        self.searches: list[ScriptedSearch] = []
        self.unfinished_refuses = ""
        self.files = {ALPHA.name: ALPHA}

    def unfinished(self) -> list[SessionRow]:
        if self.unfinished_refuses:
            raise Refusal(self.unfinished_refuses)
        return super().unfinished()

    def find_monitor(self, url: str) -> DeviceSearch:
        self._maybe_refuse()
        self.searches.append(ScriptedSearch(url, self.finds))
        return self.searches[-1]

    def driver(self, name: str) -> DriverChoice:
        if not name.startswith("line:"):
            return super().driver(name)
        if name in self.files:
            return self.files[name]
        raise Refusal(WRONG_FILE)
