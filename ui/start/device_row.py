"""What the line of a device says, from what was chosen for it and what it was heard to say. Pure.

Rule: of a monitor that is not known, or not yet, its line says so; it is never left empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from devices.registry import LINE
from ui.requests import DriverChoice
from ui.start.devices import given, joined, lacks, short_values, sources_line
from ui.start.trial import Trial
from ui.words import say

NOT_RIGHT = frozenset({"silent", "wrong-driver", "failed"})
"""States of a test that somebody has to do something about."""


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """What one line says. `wrong` = its state needs a look; `values` are those of its test."""

    title: str
    place: str
    state: str
    values: str
    wrong: bool = False

    def sentence(self) -> str:
        """The whole line in words, for a screen reader."""
        words = say("device-row", self.title, self.place, self.state, self.values)
        return words.strip(", ")


def row_of(trial: Trial, choice: DriverChoice | None) -> DeviceRow:
    """`choice` None = nothing is known of its monitor."""
    state = trial.state()
    words = [trial.url.strip().removeprefix("/dev/") or say("device-no-port")]
    words += [] if trial.baud is None else [say("line-baud", trial.baud)]
    words += [] if choice is None else [say("device-gives", joined(given(choice.signs)))]
    words += [say("device-starts-cuff")] if trial.may_start_cuff else []
    return DeviceRow(
        unknown_title(trial.driver) if choice is None else choice.title,
        " · ".join(words),
        say(f"state-{state}"),
        "" if trial.check is None else short_values(trial.check.values),
        wrong=state in NOT_RIGHT,
    )


def sources_of(known: Sequence[DriverChoice | None]) -> str:
    """Said when there is a choice to be made, or when something comes from nowhere."""
    devices = [(choice.title, choice.signs) for choice in known if choice is not None]
    if not devices or (len(devices) < 2 and not lacks([signs for _, signs in devices])):
        return ""
    return sources_line(devices)


def unknown_title(driver: str) -> str:
    """What stands for a monitor of which nothing is known, or not yet."""
    if driver.startswith(LINE):
        return say("device-described")
    return driver or say("device-none")
