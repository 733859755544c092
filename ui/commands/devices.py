"""`chairside devices`, `simulate`, `decode` and `sounds`: everything about the hardware's side."""

from __future__ import annotations

import json
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import click

from data.export.cells import csv_line
from devices.decode import decode as decoded
from devices.probe import Finding, probing
from devices.registry import DRIVERS, driver_named
from devices.serial_port import list_ports
from devices.simulated.body.scripted_patient import scripted_patient
from devices.simulated.monitors.catalogue import VirtualMonitor, maker_named
from devices.simulated.scenario.faults import Fault, FaultKind, fault_from
from devices.simulated.scenario.scenario import scenario_named
from devices.simulated.sensors.measurement import Sensors
from devices.simulated.wire.faulty_line import FaultyLine, line_to
from devices.simulated.wire.raw_file import RawFileMonitor
from devices.simulated.wire.server import serve
from devices.sounds import write_wave_files
from ui.device_table import drivers_json, drivers_table, ports_json, ports_table
from ui.evidence import evidence, trying
from ui.words import say

INPUT_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
_OF_A_MONITOR = frozenset({FaultKind.CLOCK_SKEW, FaultKind.RESTART})
"""What cannot befall a recording."""


class _FaultText(click.ParamType[Fault]):
    name = "fault"

    def convert(
        self, value: str | Fault, param: click.Parameter | None, ctx: click.Context | None
    ) -> Fault:
        try:
            return value if isinstance(value, Fault) else fault_from(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


@click.command(epilog="Example: chairside devices --probe /dev/ttyUSB0")
@click.option("--probe", "url", metavar="URL", help="Listen and ask on this port.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def devices(url: str | None, as_json: bool) -> None:
    """Show the ports that are there and the monitors that are known; or what answers on URL."""
    if url is not None:
        _probe(url, as_json=as_json)
        return
    ports, drivers = list_ports(), list(DRIVERS.values())
    if as_json:
        known = {"ports": ports_json(ports), "drivers": drivers_json(drivers)}
        click.echo(json.dumps(known))
        return
    for line in (*ports_table(ports), "", *drivers_table(drivers)):
        click.echo(line)


def _probe(url: str, *, as_json: bool) -> None:
    finding = _searched(url, tell=not as_json)
    heard = evidence(finding)
    if as_json:
        found = {"url": finding.url, "proposed": finding.proposed, "evidence": heard}
        click.echo(json.dumps(found))
        return
    click.echo(heard)
    if finding.proposed is not None:
        click.echo(say("search-proposed", finding.proposed))


def _searched(url: str, *, tell: bool) -> Finding:
    """Search to the end; what is being tried is said on standard error each time it changes."""
    told = ""
    for step in probing(url):
        if step.finding is not None:
            return step.finding
        if tell and (tries := trying(step)) != told:
            told = tries
            click.echo(f"{step.done:4.0%} {tries}", err=True)
    raise AssertionError("a search ends with a finding")


@click.command(epilog="Example: chairside simulate --driver ivy-450c --pty")
@click.option(
    "--driver", "driver_name", required=True, metavar="NAME", help="Whose bytes to speak."
)
@click.option("--scenario", "scenario_name", default="S1", show_default=True, metavar="NAME")
@click.option("--file", "file", type=INPUT_FILE, metavar="RAW", help="Play a raw file.")
@click.option(
    "--speed", type=click.FloatRange(0.1, 1000), default=1.0, show_default=True, metavar="N"
)
@click.option("--seed", type=int, default=1, show_default=True, metavar="K")
@click.option("--pty", "on_pty", is_flag=True, help="Listen on a pseudo-terminal.")
@click.option("--link", type=click.Path(path_type=Path), metavar="PATH", help="A name that stays.")
@click.option("--tcp", type=click.IntRange(0, 65535), metavar="PORT", help="Listen on 127.0.0.1.")
@click.option("--seconds", type=click.FloatRange(min=0, min_open=True), metavar="N")
@click.option(
    "--fault",
    "faults",
    type=_FaultText(),
    multiple=True,
    metavar="KIND[:FROM-TO[:VALUE]]",
    help=f"What befalls the wire, in simulated seconds; again for more: {', '.join(FaultKind)}.",
)
def simulate(
    driver_name: str,
    scenario_name: str,
    file: Path | None,
    speed: float,
    seed: int,
    on_pty: bool,
    link: Path | None,
    tcp: int | None,
    seconds: float | None,
    faults: tuple[Fault, ...],
) -> None:
    """Be a monitor: speak its true bytes. The first line printed is the URL it listens on."""
    if on_pty == (tcp is not None):
        raise click.UsageError("say where to listen: either --pty or --tcp PORT")
    if link is not None and not on_pty:
        raise click.UsageError("--link names a pseudo-terminal; it needs --pty")
    if file is not None and any(fault.kind in _OF_A_MONITOR for fault in faults):
        raise click.UsageError("a recording has no clock to set and cannot be switched on again")
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    serve(
        _monitor_maker(driver_name, scenario_name, file, seed, faults),
        pty_link=link if on_pty else None,
        tcp_port=tcp,
        speed=speed,
        seconds=seconds,
        announce=_announce,
        stop=stop,
        waits_for_listener=file is not None,
    )


def _announce(url: str) -> None:
    click.echo(url)
    sys.stdout.flush()


def _monitor_maker(
    driver_name: str,
    scenario_name: str,
    file: Path | None,
    seed: int,
    faults: tuple[Fault, ...],
) -> Callable[[], VirtualMonitor]:
    driver = driver_named(driver_name)
    if file is not None:
        data = _said_in(file, driver_name)
        played = RawFileMonitor(data, driver.bytes_per_s)
        return lambda: FaultyLine(played, driver.line, faults, str(seed)) if faults else played
    scenario = scenario_named(scenario_name)
    maker_named(driver_name)  # says no before it listens
    planned = (*scenario.fault, *faults)

    def make() -> VirtualMonitor:
        sensors = Sensors(scripted_patient(scenario, seed))
        return line_to(driver_name, sensors, driver.line, planned, str(seed))

    return make


def _said_in(file: Path, driver_name: str) -> bytes:
    # All that knows the record comes with it, and a monitor that reads no file needs none of it.
    from ui.black_box import raw_bytes  # noqa: PLC0415

    return raw_bytes(file, driver_name)


@click.command(epilog="Example: chairside decode --driver ivy-450c monitor.raw")
@click.option("--driver", "driver_name", required=True, metavar="NAME")
@click.argument("file", type=INPUT_FILE)
def decode(driver_name: str, file: Path) -> None:
    """Say what a file of raw bytes means, as CSV: offset,t_s,kind,sign,value,unit,note."""
    driver = driver_named(driver_name)
    out = sys.stdout
    out.write(csv_line(("offset", "t_s", "kind", "sign", "value", "unit", "note")))
    for row in decoded(driver, _said_in(file, driver_name)):
        value = "" if row.value is None else float(f"{row.value:g}")
        t_s = float(f"{row.t_s:g}")
        out.write(csv_line((row.offset, t_s, row.kind.value, row.sign, value, row.unit, row.note)))


@click.command(epilog="Example: chairside sounds --out sounds")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), required=True, metavar="DIR"
)
def sounds(out: Path) -> None:
    """Write each alarm burst as a 16-bit WAV file."""
    out.mkdir(parents=True, exist_ok=True)
    for path in write_wave_files(out):
        click.echo(path)
