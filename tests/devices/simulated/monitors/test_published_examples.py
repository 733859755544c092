"""Every byte example that was published, from the monitor's side of the line.

A virtual monitor is made to show what an example shows, and must say exactly its bytes; it must
answer every published request, and nothing that is damaged. The other side of the line is
`drivers/test_published_bytes.py`.
"""

from __future__ import annotations

import ast
from dataclasses import replace

import pytest
from helpers import ROOT

from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.monitors import intellivue_wire, virtual_contec_cms50, virtual_omron
from devices.simulated.monitors.catalogue import VIRTUAL_MONITORS, VirtualMonitor
from devices.simulated.monitors.spot_cuff import Ended
from devices.simulated.monitors.virtual_par import VirtualPar
from devices.simulated.monitors.virtual_suntech import module_frame
from devices.simulated.scenario.scenario import scenario_named
from devices.simulated.sensors.measurement import Sensors
from devices.simulated.sensors.shown import CuffShown, CuffValues, Shown
from monitor.vitals import CuffFailure

NOW_S = 200.0


class Showing(Sensors):
    """Sensors that always show the same."""

    def __init__(self, shown: Shown) -> None:
        super().__init__(SimulatedPatient(scenario_named("S1"), 1))
        self.always = shown

    def at(self, now: float) -> Shown:  # noqa: ARG002
        return self.always


def shown(
    cuff: CuffShown | None = None,
    *,
    hr: int = 80,
    rr: int = 16,
    spo2: int | None = 98,
    pulse: int | None = 80,
    perfusion: float = 3.0,
) -> Shown:
    truth = replace(SimulatedPatient(scenario_named("S1"), 1).at(0.0), perfusion=perfusion)
    return Shown(hr, rr, spo2, pulse, CuffShown() if cuff is None else cuff, truth)


def result(sbp: int, dbp: int, mean: int, pulse: int = 72, *, ago_s: float = 12.0) -> CuffShown:
    return CuffShown(last=CuffValues(sbp, dbp, mean, pulse, NOW_S - ago_s))


def spoken(monitor: VirtualMonitor, *requests: bytes, until_s: float = NOW_S + 1.5) -> bytes:
    """What it says from `NOW_S` on, to a host that asks this."""
    monitor.due(NOW_S)
    said = b""
    for request in requests:
        monitor.receive(request, NOW_S)
    while (at := monitor.wake_at()) <= until_s:
        said += monitor.due(max(at, NOW_S))
    return said


NO_FINGER = shown(spo2=None, pulse=None)
LAST_118 = result(118, 74, 89)
STATUS, RESULT = b"\x0218;;DF\x03", bytes.fromhex("3A 79 03 00 4A")
ECG_ON, SPO2_ON = bytes.fromhex("55 AA 04 01 01 F9"), bytes.fromhex("55 AA 04 03 01 F7")
DASH_REQUEST = bytes.fromhex(
    "40 00 00 00 00 00 00 00 00 00 00 00 00 CA 00 23 00 01 00 00 00 00 00 00 00 00 00 00 00 00"
    "00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 01 00 00 00 00 00 00 00 00 00 00"
    "F4 CC"
)

SAID: list[tuple[str, Shown, bytes, bytes]] = [
    ("dinamap", shown(LAST_118), b" NA!2\r", b" NA1100012118074089&-\r"),
    ("dinamap", shown(result(121, 78, 93, ago_s=3)), b" NA!2\r\n", b" NA1100003121078093&&\r"),
    (
        "dinamap",
        shown(replace(result(121, 78, 93, ago_s=45), measuring=True)),
        b"\r NA!2\r",
        b" NA0100045121078093&+\r",
    ),
    (
        "dinamap",
        shown(replace(LAST_118, failure=CuffFailure.FAILED)),
        b" NA!2\r",
        b" NA3109999000000000&*\r",
    ),
    ("dinamap", shown(), b" NA!2\r", b" NA1109999000000000&(\r"),
    ("dinamap", shown(), b" OA!3\r", b" OA1098908#M\r"),
    ("dinamap", NO_FINGER, b" OA!3\r", b" OA60000 0# \r"),
    ("dinamap", replace(NO_FINGER, cuff=LAST_118), b" RA!6\r", b' RA3072"F\r'),
    ("dinamap", shown(pulse=81), b" RA!6\r", b' RA2081"E\r'),
    ("dinamap", replace(NO_FINGER, cuff=LAST_118), b" RC!8\r", b' RC3072"H\r'),
    (
        "par-nibp2010",
        shown(result(101, 65, 76, 60)),
        b"\xfd18;;DF\xfe\r",
        b"\xfdS1;A0;C00;M00;P101065076;R060;T    ;;F3\xfe\r",
    ),
    (
        "berry-pm6750",
        shown(hr=72),
        ECG_ON,
        bytes.fromhex("55 AA 0A 01 80 80 80 80 80 80 80 74"),
    ),
    ("berry-pm6750", shown(spo2=97, pulse=71), SPO2_ON, bytes.fromhex("55 AA 06 04 00 61 47 4D")),
    ("berry-pm6750", NO_FINGER, SPO2_ON, bytes.fromhex("55 AA 06 04 02 7F FF 75")),
    (
        "suntech-oem",
        shown(result(115, 74, 88, 85)),
        RESULT,
        bytes.fromhex("3E 18 73 00 4A 00 1E 01 00 00 00 00 00 00 31 07 55 00 58 00 00 00 00 E9"),
    ),
    (
        "and-tm2657",
        shown(),
        bytes.fromhex("16 16 01 30 30 02 52 42 03 10"),
        bytes.fromhex("16 16 01 30 30 06"),
    ),
    ("nonin-df2", shown(), bytes.fromhex("02 70 02 02 02 03"), b"\x06"),
    ("nonin-df7", shown(), bytes.fromhex("02 70 02 02 07 03"), b"\x06"),
    ("contec-cms50", shown(), bytes.fromhex("7D 81 A1 80 80 80 80 80 80"), b"\x0c\x80"),
    ("contec-cms50", shown(), bytes.fromhex("7D 81 AF 80 80 80 80 80 80"), b"\x0c\x80"),
    (
        "ge-dash",
        shown(spo2=97, pulse=64),
        DASH_REQUEST,
        bytes.fromhex("01 2D C0 E0 00 61 00 40 80 01"),
    ),
    (
        "ge-dash",
        shown(),
        DASH_REQUEST,
        bytes.fromhex("03 2D A0 20 00 08 00 5E 00 65 00 23 00 6E"),
    ),
    ("ge-dash", shown(), DASH_REQUEST, bytes.fromhex("01 18 C0 80 80 00 80 00 80 00")),
    (
        "ge-dash",
        shown(),
        DASH_REQUEST,
        bytes.fromhex("00 28 00 8C 00 50 00 A0 00 14 00 78"),
    ),
    ("ge-dash", shown(), DASH_REQUEST, bytes.fromhex("0A 18 00 00")),
]
"""A monitor, what it shows, a published request, and the published bytes of its answer."""


@pytest.mark.parametrize(("name", "shows", "request_bytes", "expected"), SAID)
def test_it_answers_a_published_request_with_the_published_bytes(
    name: str, shows: Shown, request_bytes: bytes, expected: bytes
) -> None:
    assert expected in spoken(VIRTUAL_MONITORS[name](Showing(shows)), request_bytes)


ASKED_ONLY = ("dinamap", "suntech-oem", "ge-dash", "and-tm2657", "contec-cms50")


@pytest.mark.parametrize(
    ("name", "request_bytes"), [(name, ask) for name, _, ask, _ in SAID if name in ASKED_ONLY]
)
def test_a_damaged_request_is_not_obeyed(name: str, request_bytes: bytes) -> None:
    quiet = spoken(VIRTUAL_MONITORS[name](Showing(shown())))
    # The last bytes of the Dash's request are by a rule that nobody knows; so its function is hit.
    at = request_bytes.index(b"\xca") if name == "ge-dash" else 3
    damaged = request_bytes[:at] + bytes([request_bytes[at] ^ 0x01]) + request_bytes[at + 1 :]
    if name == "contec-cms50":
        damaged = b"\x7c" + request_bytes[1:]
    assert spoken(VIRTUAL_MONITORS[name](Showing(shown())), damaged) == quiet


def test_a_plain_par_says_the_published_error_with_the_old_pressures_in_it() -> None:
    failed = replace(result(120, 78, 90, 60), failure=CuffFailure.LEAK)
    said = spoken(VirtualPar(Showing(shown(failed)), board=False), STATUS)
    assert said == b"\x02S2;A0;C00;M07;P120078090;R060;T    ;;FC\x03\r"


def test_a_par_says_the_live_pressure_and_the_end_as_they_are_published() -> None:
    measuring = Showing(shown(CuffShown(measuring=True)))
    par = VirtualPar(measuring, board=False)
    said = b"".join(par.due(half / 2) for half in range(1, 64))
    assert b"\x02035C0S3\x03\r" in said
    measuring.always = shown(result(125, 80, 90, 75))
    assert par.due(32.0) == b"\x02999\x03\r"


def test_a_pars_packet_is_that_from_the_bench() -> None:
    par = VirtualPar(Showing(NO_FINGER))
    packets = b"".join(par.due(second / 2) for second in range(1, 240))
    assert bytes.fromhex("55 AA 07 6C 02 7F FF 00 F3") in packets


def test_an_ivys_lines_are_those_of_the_real_one() -> None:
    ivy = VIRTUAL_MONITORS["ivy-450c"](
        Showing(shown(result(121, 75, 92, 80), hr=80, rr=35, spo2=100, pulse=80))
    )
    lines = spoken(ivy)[409:].split(b"\xfe")[0]
    assert lines.startswith(
        b"HR=1;80;ECG-II-DIAG;\rRR=1;35;APNEA: 20 SEC;\rETCO2=1;;;\rSPO2=1;100;PR=80 ;\r"
        b"NIBP=4;121;75;92;80;;\rP1=3;"
    )
    assert lines.endswith(b"\rP2=3;;;;NO TRANSDUCER;\rT1=1;;;\rT2=1;;;\r")


def test_a_pm6750s_cuff_and_ecg_frames_are_the_published_ones() -> None:
    measuring = VIRTUAL_MONITORS["berry-pm6750"](Showing(shown(CuffShown(measuring=True))))
    said = b"".join(measuring.due(tenth / 10) for tenth in range(1, 200))
    assert bytes.fromhex("55 AA 08 03 05 3C 00 00 00 B3") in said
    sensors = Showing(shown(CuffShown(measuring=True), hr=72, rr=16))
    module = VIRTUAL_MONITORS["berry-pm6750"](sensors)
    module.receive(ECG_ON, 0.0)
    said = b"".join(module.due(tenth / 10) for tenth in range(1, 40))
    assert bytes.fromhex("55 AA 08 02 28 48 10 00 00 75") in said
    sensors.always = shown(result(118, 76, 91))
    said = b"".join(module.due(4 + tenth / 10) for tenth in range(20))
    assert bytes.fromhex("55 AA 08 03 01 00 76 5B 4C D6") in said


def test_a_suntechs_frames_are_the_published_ones() -> None:
    assert module_frame(b"\x02\x01") == bytes.fromhex("3E 05 02 01 BA")
    start = VIRTUAL_MONITORS["suntech-oem"](Showing(shown()))
    assert spoken(start, bytes.fromhex("3A 20 A6")) == bytes.fromhex("3E 04 4B 73")


def test_an_omrons_line_is_the_published_one_without_the_identity() -> None:
    moment = virtual_omron.datetime(2026, 7, 11, 9, 5, 30)
    line = virtual_omron._line(Ended(0.0, CuffValues(120, 80, 93, 72, 0.0)), moment)
    assert line == "2026,07,11,09,05,                    ,0,120,080,072,0\r\n"


def test_a_nonin_without_a_finger_says_the_published_frame() -> None:
    said = spoken(VIRTUAL_MONITORS["nonin-df2"](Showing(NO_FINGER)))
    status_and_data = {(frame[1], frame[3]) for frame in zip(*[iter(said)] * 5, strict=True)}
    assert (0x98, 0x00) in status_and_data
    assert all(sum(frame[:4]) & 0xFF == frame[4] for frame in zip(*[iter(said)] * 5, strict=True))


def test_a_contecs_packet_is_the_recorded_one() -> None:
    packet = virtual_contec_cms50._measured(shown(spo2=97, pulse=65), 51, searching=False)
    assert packet == bytes.fromhex("01 E0 85 B3 96 C1 E1 FF FF")


def test_a_masimos_line_is_that_of_the_real_one() -> None:
    masimo = VIRTUAL_MONITORS["masimo-ascii"](Showing(shown(spo2=97, perfusion=4.96)))
    line = spoken(masimo).splitlines()[0]
    assert line[17:].replace(b"0000000001", b"0000145838") == (
        b" SN=0000145838 SPO2=097% BPM=080 PI=04.96% SPCO=--.-% SPMET=--.-% DESAT=-- "
        b"PIDELTA=+-- ALARM=0000 EXC=000800"
    )


@pytest.mark.parametrize(
    ("data", "framed"),
    [
        ("3A 71", "9B 26"),
        ("3A 91", "95 C1"),
    ],
)
def test_the_intellivues_check_value_is_the_published_one(data: str, framed: str) -> None:
    check = intellivue_wire.fcs(bytes.fromhex(data))
    assert check.to_bytes(2, "little") == bytes.fromhex(framed)


END_OF_LINKED = bytes.fromhex(
    "C0 11 01 00 32 E1 00 00 02 00 02 00 2A 00 01 00 07 00 24 00 21 00 00 00 00 F1 3B 00 1A 00 01"
    "00 00 00 1D D4 00 FF FF FF FF FF FF FF FF 00 01 00 06 00 00 00 00 00 00 F8 57 C1"
)


def test_the_intellivues_writer_builds_the_real_frame() -> None:
    head = bytes.fromhex("0001 0000 001DD400 FFFFFFFFFFFFFFFF 0001 0006 0000")
    body = head + intellivue_wire.listed([])
    assert intellivue_wire.frame(intellivue_wire.result(0xF13B, 1, body, None)) == END_OF_LINKED


ASSOCIATE = (
    "0D EC 05 08 13 01 00 16 01 02 80 00 14 02 00 02 C1 DC"
    "31 80 A0 80 80 01 01 00 00 A2 80 A0 03 00 00 01 A4 80 30 80 02 01 01 06 04 52 01 00 01 30 80"
    "06 02 51 01 00 00 00 00 30 80 02 01 02 06 0C 2A 86 48 CE 14 02 01 00 00 00 01 01 30 80 06 0C"
    "2A 86 48 CE 14 02 01 00 00 00 02 01 00 00 00 00 00 00 61 80 30 80 02 01 01 A0 80 60 80 A1 80"
    "06 0C 2A 86 48 CE 14 02 01 00 00 00 03 01 00 00 BE 80 28 80 06 0C 2A 86 48 CE 14 02 01 00 00"
    "00 01 01 02 01 02 81 48 80 00 00 00 40 00 00 00 00 00 00 00 80 00 00 00 20 00 00 00 00 00 00"
    "00 00 01 00 2C 00 01 00 28 80 00 00 00 00 00 09 C4 00 00 09 C4 00 00 03 E8 FF FF FF FF 60 00"
    "00 00 00 01 00 0C F0 01 00 08 8C 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00"
    "00 00 00"
)
CREATED = "E1 00 00 02 00 02 00 14 00 01 00 01 00 0E 00 21 00 00 00 00 00 0A BD 00 0D 06 00 00"
SINGLE_POLL = (
    "E1 00 00 02 00 01 00 1C 00 01 00 07 00 16 00 21 00 00 00 00 00 00 00 00 0C 16 00 08 00 01"
    "00 01 00 06 00 00"
)
EXTENDED_POLL = (
    "E1 00 00 02 00 01 00 28 00 03 00 07 00 22 00 21 00 00 00 00 00 00 00 00 F1 3B 00 14 00 02"
    "00 01 00 06 00 00 00 01 00 08 F1 3E 00 04 00 49 3E 00"
)


def test_an_intellivue_serves_a_host_that_says_what_is_published() -> None:
    monitor = VIRTUAL_MONITORS["philips-intellivue"](Showing(shown(hr=88)))
    said = [
        spoken(monitor, intellivue_wire.frame(bytes.fromhex(asked)), until_s=NOW_S + 1.2)
        for asked in (ASSOCIATE, CREATED, SINGLE_POLL, EXTENDED_POLL)
    ]
    assert said[0][5] == 0x0E
    assert bytes.fromhex("0D 06") in said[0]
    heart = bytes.fromhex("09 50 00 0A 41 82 00 00 0A A0 00 00 00 58")
    assert [heart in part for part in said] == [False, False, True, True]


def s5_request(length: str, main_type: str, body: str) -> bytes:
    """A frame of the manual's appendix: a header that is zero but for these, and its body."""
    header = f"{length} {'00 ' * 13} {main_type} {'00 ' * 6} FF {'00 ' * 18}"
    return bytes.fromhex(f"7E {header} {body} 7E")


VALUES = s5_request("31", "00", "01 0A 00 0E 00 00 00 00 00 49")
STOP = s5_request("31", "00", "01 00 00 00 00 00 00 00 00 31")
WAVE = s5_request("48", "01", "00 00 00 00 01 FF" + " 00" * 26 + " 48")
"""Values every 10 s, their end, wave ECG1."""


def test_an_s5_obeys_the_printed_requests() -> None:
    monitor = VIRTUAL_MONITORS["ge-s5"](Showing(shown()))
    assert (len(VALUES), len(STOP), len(WAVE)) == (52, 52, 75)
    first = spoken(monitor, VALUES, until_s=NOW_S + 21.0)
    assert first.count(b"\x7e") == 2 * 3
    waves = spoken(monitor, STOP, WAVE, until_s=NOW_S + 24.0)
    assert waves.count(b"\x7e") >= 2
    assert len(waves) > 600


def test_a_virtual_monitor_uses_nothing_that_a_driver_is_made_of() -> None:
    """Otherwise the two would agree about a mistake."""
    folder = ROOT / "devices" / "simulated" / "monitors"
    left = {"devices.simulated.monitors.catalogue"}
    seen: set[str] = set()
    while left:
        module = left.pop()
        seen.add(module)
        path = ROOT / (module.replace(".", "/") + ".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                names = {node.module, *(f"{node.module}.{one.name}" for one in node.names)}
                inside = {name for name in names if name.startswith("devices.")}
                left |= {n for n in inside if (ROOT / (n.replace(".", "/") + ".py")).is_file()}
                left -= seen
    outside = {module for module in seen if not module.startswith("devices.simulated.")}
    assert outside == {"devices.errors"}
    virtual = {f"devices.simulated.monitors.{path.stem}" for path in folder.glob("virtual_*.py")}
    assert virtual
    assert virtual <= seen
