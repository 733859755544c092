"""`chairside devices`, `simulate`, `decode` and `sounds`: everything about the hardware's side."""

from __future__ import annotations

import csv
import json
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import click

from devices.decode import decode as decoded
from devices.probe import probe as probed
from devices.registry import DRIVERS, driver_named
from devices.serial_port import list_ports
from devices.simulated.monitors import LooseCable, VirtualMonitor, virtual_monitor
from devices.simulated.patient import SimulatedPatient
from devices.simulated.raw_file import RawFileMonitor
from devices.simulated.scenario import scenario_named
from devices.simulated.server import serve
from devices.sounds import write_wave_files
from ui.places import raw_bytes
from ui.words import say

INPUT_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command(epilog="Example: chairside devices --probe /dev/ttyUSB0")
@click.option("--probe", "url", metavar="URL", help="Listen and ask on this port.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def devices(url: str | None, as_json: bool) -> None:
    """Show the ports that are there and the monitors that are known; or what answers on URL."""
    if url is not None:
        _probe(url, as_json=as_json)
        return
    ports = [
        {
            "url": port.url,
            "maker": port.maker,
            "product": port.product,
            "serial": port.serial_number,
        }
        for port in list_ports()
    ]
    if as_json:
        known = [
            {
                "name": driver.name,
                "title": driver.title,
                "signs": sorted(driver.signs),
                "baud": driver.line.baud,
            }
            for driver in DRIVERS.values()
        ]
        click.echo(json.dumps({"ports": ports, "drivers": known}))
        return
    for port in ports:
        click.echo("  ".join(str(part) for part in port.values() if part))
    if not ports:
        click.echo(say("no-ports"))
    for driver in DRIVERS.values():
        click.echo(f"{driver.name:14} {driver.title} · {driver.cable}")


def _probe(url: str, *, as_json: bool) -> None:
    finding = probed(url)
    if as_json:
        click.echo(
            json.dumps(
                {"url": finding.url, "proposed": finding.proposed, "evidence": finding.evidence}
            )
        )
    else:
        click.echo(finding.evidence)


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
) -> None:
    """Be a monitor: speak its true bytes. The first line printed is the URL it listens on."""
    if on_pty == (tcp is not None):
        raise click.UsageError("say where to listen: either --pty or --tcp PORT")
    if link is not None and not on_pty:
        raise click.UsageError("--link names a pseudo-terminal; it needs --pty")
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    serve(
        _monitor_maker(driver_name, scenario_name, file, seed),
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
    driver_name: str, scenario_name: str, file: Path | None, seed: int
) -> Callable[[], VirtualMonitor]:
    driver = driver_named(driver_name)
    if file is not None:
        data = raw_bytes(file)
        return lambda: RawFileMonitor(data, driver.bytes_per_s)
    scenario = scenario_named(scenario_name)
    virtual_monitor(driver_name, SimulatedPatient(scenario, seed))  # says no before it listens
    return lambda: LooseCable(
        virtual_monitor(driver_name, SimulatedPatient(scenario, seed, scenario.rates)),
        scenario.unplugged,
    )


@click.command(epilog="Example: chairside decode --driver ivy-450c monitor.raw")
@click.option("--driver", "driver_name", required=True, metavar="NAME")
@click.argument("file", type=INPUT_FILE)
def decode(driver_name: str, file: Path) -> None:
    """Say what a file of raw bytes means, as CSV: offset,t_s,kind,sign,value,unit,note."""
    driver = driver_named(driver_name)
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(("offset", "t_s", "kind", "sign", "value", "unit", "note"))
    for row in decoded(driver, raw_bytes(file)):
        value = "" if row.value is None else f"{row.value:g}"
        table.writerow(
            (row.offset, f"{row.t_s:g}", row.kind.value, row.sign, value, row.unit, row.note)
        )


@click.command(epilog="Example: chairside sounds --out sounds")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), required=True, metavar="DIR"
)
def sounds(out: Path) -> None:
    """Write each alarm burst as a 16-bit WAV file."""
    out.mkdir(parents=True, exist_ok=True)
    for path in write_wave_files(out):
        click.echo(path)
