"""Which profiles there are: ours, and those that the clinic has described in a file.

`profiles.toml` in Chairside's folder, one table a profile:

    [quiet-elderly]
    based-on = "elderly-iv"
    [quiet-elderly.limits]
    sbp-high = 150

Rule: a file with a mistake in it is refused as a whole, and named with the mistake: half of the
      clinic's limits is worse than none.
"""

from __future__ import annotations

from pathlib import Path

from data.outside import read_at_most
from devices.toml_text import LARGEST, toml_table
from monitor.custom_profile import CUSTOM, ProfileRefused, custom_profile
from monitor.limits import PROFILES, LimitProfile, LimitRefused
from ui.places import home
from ui.requests import WrongEntry
from ui.words import say, say_or

FILE_NAME = "profiles.toml"


def profiles() -> dict[str, LimitProfile]:
    """By name, ours first. Raises `WrongEntry` when the clinic's file has a mistake in it."""
    return PROFILES | clinics_own(home() / FILE_NAME)


def profile_named(name: str) -> LimitProfile:
    """Raises `WrongEntry` with the names that there are."""
    if name in PROFILES:  # whatever the state of the clinic's file
        return PROFILES[name]
    known = profiles()
    if name not in known:
        raise WrongEntry(say("profile-unknown", name, ", ".join(sorted(known))))
    return known[name]


def profile_label(name: str) -> str:
    """How a profile is called on the screen."""
    return say_or(f"profile-{name}", name.removeprefix(CUSTOM))


def clinics_own(path: Path) -> dict[str, LimitProfile]:
    """The profiles of this file; none when there is no such file. Raises `WrongEntry`."""
    try:
        tables = toml_table(read_at_most(path, LARGEST).decode("utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise WrongEntry(say("profiles-unreadable", path, error.strerror or error)) from error
    except ValueError as error:
        raise WrongEntry(say("profiles-unreadable", path, error)) from error
    made = [_made(path, name, table) for name, table in tables.items()]
    return {profile.name: profile for profile in made}


def _made(path: Path, name: str, table: object) -> LimitProfile:
    try:
        return custom_profile(name, table)
    except (ProfileRefused, LimitRefused) as refused:
        sentence = say(refused.reason, *refused.arguments)
        raise WrongEntry(say("profiles-wrong", path, name, sentence)) from refused
