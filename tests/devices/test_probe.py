"""What answers on a port: heard, asked, proposed; never guessed.

All searches that take their time run beside each other, once, in `searched`.
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from helpers import captures_folder
from line_driver import heart_rate, line_driver
from served import monitor, served

from devices.errors import ConnectionFailed
from devices.probe import Finding, Step, probe, probing
from devices.registry import DRIVERS
from devices.serial_port import open_port
from devices.session import LineSettings
from devices.simulated.monitors.catalogue import VirtualMonitor
from devices.simulated.wire.raw_file import RawFileMonitor
from monitor.vitals import VitalSign

AT_ONCE = 8
SPEAK_WHEN_MEASURED = ("omron-hbp9030", "and-tm2657")
FASTEST_LAST = sorted(DRIVERS, key=lambda name: not DRIVERS[name].speaks_only_when_measured)
RECORDINGS = {
    "philips-intellivue": ("philips_intellivue", "MPRawoutput1.raw"),
    "ge-s5": ("ge_dri_s5", "AS3Rawoutput1.raw"),
    "ivy-450c": ("ivy_450c_ansar_b", "Ivy450C.1.data"),
    "masimo-ascii": ("masimo_ascii", "masimo_lines.txt"),
    "nellcor-n560": ("nellcor_n560", "n560_lines.txt"),
}
NAVIGATION = b"$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47\r\n" * 200


class Deaf:
    """A port with nobody who talks; what was sent to it is kept."""

    def __init__(self) -> None:
        self.heard = b""

    def receive(self, data: bytes, now: float) -> None:  # noqa: ARG002
        self.heard += data

    def due(self, now: float) -> bytes:  # noqa: ARG002
        return b""

    def wake_at(self) -> float:
        return math.inf


@dataclass(frozen=True)
class Search:
    finding: Finding
    took_s: float


def search(make: Callable[[], VirtualMonitor], *, waits: bool = False) -> Search:
    with served(make, waits_for_listener=waits) as url:
        began = time.monotonic()
        finding = probe(url)
        return Search(finding, time.monotonic() - began)


DEAF = Deaf()
TALES: Mapping[str, Callable[[], VirtualMonitor]] = {
    "silence": lambda: DEAF,
    "noise": lambda: RawFileMonitor(b"\x55\xaa" * 20_000, 2000.0),
    "navigation": lambda: RawFileMonitor(NAVIGATION, 480.0),
}


def played(name: str) -> Callable[[], VirtualMonitor]:
    data = captures_folder().joinpath(*RECORDINGS[name]).read_bytes()
    return lambda: RawFileMonitor(data, DRIVERS[name].bytes_per_s)


@pytest.fixture(scope="module")
def searched() -> dict[str, Search]:
    made = {**TALES, **{name: monitor(name) for name in FASTEST_LAST}}
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return dict(zip(made, pool.map(search, made.values()), strict=True))


@pytest.mark.parametrize("name", DRIVERS)
def test_every_monitor_is_found_on_a_terminal(name: str, searched: dict[str, Search]) -> None:
    done = searched[name]
    assert done.finding.proposed == name
    assert done.finding.understood[0].errors == 0
    assert done.took_s < 15.0


@pytest.mark.parametrize("name", SPEAK_WHEN_MEASURED)
def test_a_result_heard_while_searching_is_told(name: str, searched: dict[str, Search]) -> None:
    done = searched[name]
    account = done.finding.understood[0]
    assert account.cuff_result
    assert dict(account.values)[VitalSign.SBP] > dict(account.values)[VitalSign.DBP]
    assert done.took_s < 11.0


def test_a_search_in_silence_ends_in_time_and_says_where_it_listened(
    searched: dict[str, Search],
) -> None:
    done = searched["silence"]
    assert done.took_s < 15.0
    assert done.finding.proposed is None
    assert {line.baud for line in done.finding.overheard[0].lines} >= {2400, 4800, 9600, 115200}


@pytest.mark.usefixtures("searched")
def test_nothing_is_sent_but_what_the_drivers_list() -> None:
    rest = DEAF.heard
    assert rest
    known = (sent for driver in DRIVERS.values() for sent, _ in driver.sends)
    for sent in sorted(known, key=len, reverse=True):
        rest = rest.replace(sent, b"")
    assert rest == b""


@pytest.mark.parametrize(("name", "begins"), [("noise", b"\x55\xaa"), ("navigation", b"$GPGGA")])
def test_a_foreign_device_is_nobody_and_its_bytes_are_shown(
    name: str, begins: bytes, searched: dict[str, Search]
) -> None:
    finding = searched[name].finding
    assert finding.proposed is None
    assert finding.understood == ()
    assert not finding.echo
    assert finding.overheard[0].byte_count > 1000
    assert begins in finding.overheard[0].sample


def test_recordings_of_real_monitors_are_found_as_they_are_played() -> None:
    made = {name: played(name) for name in RECORDINGS}
    with ThreadPoolExecutor(len(made)) as pool:
        found = {name: pool.submit(search, make, waits=True) for name, make in made.items()}
    assert {name: one.result().finding.proposed for name, one in found.items()} == {
        name: name for name in RECORDINGS
    }


@pytest.mark.parametrize("driver", ["ivy-450c", "dinamap"])
def test_a_monitor_behind_a_serial_server_is_found(driver: str) -> None:
    with served(monitor(driver), tcp_port=0) as url:
        finding = probe(url)
    assert finding.proposed == driver
    assert finding.url == url
    assert finding.line is None


def test_our_own_questions_that_come_back_are_no_answer() -> None:
    asks = {name: DRIVERS[name] for name in ("philips-intellivue", "berry-pm6750")}
    finding = probe("loop://", asks.values())
    assert finding.proposed is None
    assert finding.echo


def test_two_that_understand_equally_well_are_not_chosen_between() -> None:
    twins = [line_driver(), replace(line_driver(), name="twin", title="Twin")]
    with served(lambda: RawFileMonitor(heart_rate(80) * 100, 80.0)) as url:
        finding = probe(url, twins)
    assert finding.proposed is None
    assert [one.driver.name for one in finding.understood] == ["line-test", "twin"]
    assert finding.understood[0].explained == finding.understood[1].explained > 0


def test_progress_only_grows_and_ends_with_the_finding() -> None:
    with served(monitor("dinamap")) as url:
        steps = list(probing(url))
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert [step.finding is not None for step in steps].index(True) == len(steps) - 1
    asking = {step.asking.name for step in steps if step.asking is not None}
    assert asking == {"dinamap"}
    assert steps[0].asking is None


def test_a_search_that_is_given_up_lets_go_of_the_port() -> None:
    with served(Deaf) as url:
        with closing(probing(url)) as steps:
            assert isinstance(next(steps), Step)
            with pytest.raises(ConnectionFailed, match="another program"):
                open_port(url, LineSettings(9600))
        open_port(url, LineSettings(9600)).close()


def test_a_port_that_does_not_open_is_an_error_and_no_finding(tmp_path: Path) -> None:
    with pytest.raises(ConnectionFailed, match="ttyNOWHERE"):
        probe(str(tmp_path / "ttyNOWHERE"))


def test_a_port_that_is_taken_for_a_moment_only_is_searched_all_the_same() -> None:
    """As by a system that looks into every port that is plugged in."""
    with served(monitor("ivy-450c")) as url:
        taken = open_port(url, LineSettings(9600))
        letting_go = threading.Timer(0.2, taken.close)
        letting_go.start()
        try:
            assert probe(url).proposed == "ivy-450c"
        finally:
            letting_go.join()
