"""What a person at a terminal is told of a session while it is recorded, on standard error."""

from __future__ import annotations

import click

from monitor.entries import Published, StoreNote, StoreTrouble
from monitor.events import LinkChanged
from monitor.outcomes import AlarmChanged, Refused
from monitor.phases import Phase
from ui.black_box import label_of
from ui.wiring import Program
from ui.words import say


class Teller:
    """`several` devices are told apart by their names."""

    def __init__(self, program: Program, *, several: bool) -> None:
        self.phase = Phase.BASELINE
        self._program = program
        self._several = several

    def look(self) -> Phase:
        """Say what has happened since the last look; the phase now."""
        self._program.screen_beat()
        for message in self._program.inbox.drain():
            match message:
                case Published():
                    self.phase = message.picture.phase
                    for line in lines_of(message, several=self._several):
                        click.echo(f"{message.now_s:8.1f} s  {line}", err=True)
                case StoreTrouble() | StoreNote():
                    click.echo(message.text, err=True)
                case _:
                    pass
        return self.phase


def lines_of(published: Published, *, several: bool) -> list[str]:
    """What is worth a line; most of what is published is not."""
    lines = []
    change = published.event
    if isinstance(change, LinkChanged):
        name = f"{label_of(change.source)}: " if several else ""
        lines.append(name + say(f"link-{change.reason.value}"))
    for outcome in published.outcomes:
        if isinstance(outcome, AlarmChanged):
            lines.append(alarm_line(outcome, several=several))
        elif isinstance(outcome, Refused):
            lines.append(say(outcome.reason, *outcome.arguments))
    return lines


def alarm_line(alarm: AlarmChanged, *, several: bool) -> str:
    value = "" if alarm.value is None else f" {alarm.value:g}"
    limit = "" if alarm.limit is None else f" (limit {alarm.limit:g})"
    whose = f" ({alarm.text})" if several and alarm.sign is None and alarm.text else ""
    return f"{alarm.priority.word} {alarm.alarm}{whose}{value}{limit}: {alarm.state}"
