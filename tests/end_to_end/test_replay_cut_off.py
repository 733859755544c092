"""`chairside replay` of a session that was cut off while nothing came any more."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from click.testing import CliRunner

from data.store import SessionStore
from devices.simulated.scenario.faults import Fault, FaultKind
from devices.simulated.scenario.scenario import scenario_named
from monitor.entries import Entry
from monitor.events import is_event
from monitor.outcomes import AlarmChanged
from ui.commands.replay import replay
from ui.demo import SimulatedChair


def test_an_alarm_that_silence_raised_at_the_very_end_is_printed_too(tmp_path: Path) -> None:
    entries: list[Entry] = []
    silent = Fault(FaultKind.SILENT, 60.0, 900.0)
    chair = SimulatedChair(
        replace(scenario_named("S1"), fault=(silent,)),
        seed=1,
        session_id="cut-off",
        store=entries.append,
        show=lambda _published: None,
    )
    chair.run_until(100.0)
    assert not is_event(entries[-1].what), "nothing came after it"
    db = tmp_path / "record.db"
    with SessionStore.open(db) as store:
        store.write(entries)
    ran = CliRunner().invoke(replay, ["cut-off", "--db", str(db)])
    assert ran.exit_code == 0, ran.output
    printed = [(line["t_s"], line["alarm"]) for line in map(json.loads, ran.output.splitlines())]
    recorded = [
        (entry.now_s, entry.what.alarm)
        for entry in entries
        if isinstance(entry.what, AlarmChanged)
    ]
    assert recorded
    assert printed == recorded
