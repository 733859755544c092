"""The program of a simulated chair is killed and started again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from devices.simulated.scenario.scenario import scenario_named
from devices.simulated.scenario.script import ScriptedAction, ScriptVerb
from monitor.commands import ChangeLimit
from monitor.entries import Entry, Published
from monitor.events import LinkChanged, LinkState, Numerics, Resumed
from ui.demo import SimulatedChair
from ui.scripted_crash import crashes

KILLED_S, AWAY_S = 70.0, 12.0
SCRIPT = (
    ScriptedAction(50.0, ScriptVerb.CHANGE_LIMIT, kind="sbp-high", value=165.0),
    ScriptedAction(KILLED_S, ScriptVerb.CRASH, value=AWAY_S),
    ScriptedAction(110.0, ScriptVerb.END),
)


@pytest.fixture(scope="module")
def told() -> tuple[list[Entry], list[Published]]:
    entries, shown = list[Entry](), list[Published]()
    played = SimulatedChair(
        replace(scenario_named("S1"), script=SCRIPT),
        seed=1,
        session_id="s-1",
        store=entries.append,
        show=shown.append,
    )
    played.run_until(120.0)
    assert played.ended
    return entries, shown


def test_it_is_away_for_as_long_as_the_script_says() -> None:
    scenario = replace(scenario_named("S1"), script=SCRIPT)
    assert list(crashes(scenario)) == [(KILLED_S, KILLED_S + AWAY_S)]


def test_while_it_is_away_nothing_is_heard_recorded_or_shown(
    told: tuple[list[Entry], list[Published]],
) -> None:
    entries, shown = told
    heard = [one.now_s for one in entries if isinstance(one.what, Numerics)]
    assert not [at for at in heard if KILLED_S < at < KILLED_S + AWAY_S]
    assert [at for at in heard if at > KILLED_S + AWAY_S]
    assert not [one for one in shown if KILLED_S < one.now_s < KILLED_S + AWAY_S]


def test_the_record_goes_on_with_the_next_number_and_names_the_gap(
    told: tuple[list[Entry], list[Published]],
) -> None:
    entries, _shown = told
    assert [one.seq for one in entries] == list(range(len(entries)))
    ((at, resumed),) = [(x.now_s, x.what) for x in entries if isinstance(x.what, Resumed)]
    assert at == KILLED_S + AWAY_S
    assert KILLED_S - 1.5 < resumed.gap_from_s <= KILLED_S


def test_what_was_said_before_holds_afterwards(
    told: tuple[list[Entry], list[Published]],
) -> None:
    entries, shown = told
    assert [one.what.rule for one in entries if isinstance(one.what, ChangeLimit)] == ["sbp-high"]
    assert shown[-1].picture.deviations == (("sbp-high", 160.0, 165.0),)
    ups = [x for x in entries if isinstance(x.what, LinkChanged) and x.what.state is LinkState.UP]
    assert len(ups) == 2
