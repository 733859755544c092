"""Options that more than one command has, said once."""

from __future__ import annotations

import click

from monitor.limits import PROFILES, Modifier
from monitor.optional_rows import OPTIONAL
from ui.profiles import profile_named
from ui.requests import WrongEntry


class _Profile(click.ParamType[str]):
    """A profile's name; the clinic's own are known by name too."""

    name = "NAME"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            return profile_named(value).name
        except WrongEntry as error:
            self.fail(str(error), param, ctx)


profile_option = click.option(
    "--profile",
    type=_Profile(),
    default="adult-iv",
    show_default=True,
    help=f"One of {', '.join(PROFILES)}, or custom:NAME from the clinic's profiles.toml.",
)
switch_on_option = click.option(
    "--switch-on",
    "switched_on",
    multiple=True,
    type=click.Choice(list(OPTIONAL)),
    help="An alarm that is off unless it is switched on; may be given more than once.",
)
modifier_option = click.option(
    "--modifier",
    "modifiers",
    multiple=True,
    type=click.Choice([modifier.value for modifier in Modifier]),
    help="What is known of the patient that moves limits; may be given more than once.",
)
