"""Options that narrow the library down, for every command that lists sessions.

Rule: they mean what the chips above the list in the window mean (`data/narrowing.py`).
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import click

from data.narrowing import Alarms, DoseRange, DoseUnit, Narrowing
from monitor.routes import Route

_DAY = click.DateTime(formats=["%Y-%m-%d"])
_DOSE = click.FloatRange(min=0.0)
_OPTIONS = (
    click.option("--from", "first", type=_DAY, metavar="DAY", help="Opened on this day or later."),
    click.option("--to", "last", type=_DAY, metavar="DAY", help="Opened on this day or earlier."),
    click.option("--patient", default="", metavar="ID", help="Of this patient; the whole number."),
    click.option(
        "--route", "routes", type=click.Choice([route.value for route in Route]), multiple=True,
        help="Given by this route; may be said again for another.",
    ),
    click.option("--dose-from", "least", type=_DOSE, metavar="X", help="A dose of at least this."),
    click.option("--dose-to", "most", type=_DOSE, metavar="X", help="A dose of at most this."),
    click.option(
        "--dose-unit", "unit", type=click.Choice([unit.value for unit in DoseUnit]),
        default=DoseUnit.MG.value, show_default=True, help="What these doses are.",
    ),
    click.option(
        "--peak", type=click.FloatRange(min=0.0), metavar="MMHG",
        help="With a systolic peak of at least this.",
    ),
    click.option(
        "--alarms", type=click.Choice([one.value for one in Alarms]),
        help="With alarms of medium or high priority, with high ones, or without both.",
    ),
    click.option("--unsigned", is_flag=True, help="Those that nobody has signed."),
)  # fmt: skip


def narrowing_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The command is called with one `narrowing` instead of all these."""

    @functools.wraps(command)
    def narrowed(**said: Any) -> Any:
        first, last = said.pop("first"), said.pop("last")
        least, most = said.pop("least"), said.pop("most")
        unit, alarms = DoseUnit(said.pop("unit")), said.pop("alarms")
        if None not in (least, most) and most < least:
            raise click.UsageError(f"--dose-to {most:g} is less than --dose-from {least:g}")
        if first and last and last < first:
            raise click.UsageError(f"--to {_day(last)} is before --from {_day(first)}")
        dosed = least is not None or most is not None
        narrowing = Narrowing(
            first=_day(first),
            last=_day(last),
            patient_id=said.pop("patient").strip(),
            routes=frozenset(said.pop("routes")),
            dose=DoseRange(least, most, unit) if dosed else None,
            peak_sbp=said.pop("peak"),
            alarms=None if alarms is None else Alarms(alarms),
            unsigned=said.pop("unsigned"),
        )
        return command(narrowing=narrowing, **said)

    for option in reversed(_OPTIONS):
        narrowed = option(narrowed)
    return narrowed


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()
