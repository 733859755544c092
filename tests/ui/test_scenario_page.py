"""The page about the scenarios names each of them once, in order, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from devices.simulated.scenario.scenario import scenario_named, scenario_names
from ui.commands.demo import demo

PAGE = Path(__file__).parents[2] / "docs" / "scenarios.md"
ROW = re.compile(r"^\| (S\d+) \| (.+) \| (.+) \| (.+) \|$", re.MULTILINE)


def rows() -> dict[str, tuple[str, str, str]]:
    found = ROW.findall(PAGE.read_text(encoding="utf-8"))
    assert len({name for name, *_ in found}) == len(found)
    return {name: (what, does, teaches) for name, what, does, teaches in found}


def test_every_scenario_has_its_line_in_the_order_of_the_files() -> None:
    assert tuple(rows()) == scenario_names()


def test_a_scenario_that_raises_no_alarm_is_said_to_raise_none_and_no_other() -> None:
    silent = {name for name in scenario_names() if not scenario_named(name).expect}
    said = {name for name, (_what, does, _) in rows().items() if does.startswith("No alarm")}
    assert said <= silent
    loud = {name for name, (_what, does, _) in rows().items() if "igh at once" in does}
    highs = {
        name
        for name in scenario_names()
        if any(line.priority == "high" for line in scenario_named(name).expect)
    }
    assert loud <= highs


def test_the_pressures_that_the_page_names_are_in_the_files() -> None:
    for name, (what, does, _teaches) in rows().items():
        scenario = scenario_named(name)
        given = {f"{cuff.sbp:g}/{cuff.dbp:g}" for cuff in scenario.cuff if cuff.sbp and cuff.dbp}
        patient, target = scenario.patient, scenario.target
        given.add(f"{patient.sbp:g}/{patient.dbp:g}")
        if target is not None:
            given.add(f"{target.sbp:g}/{target.dbp:g}")
        named = set(re.findall(r"\b\d{2,3}/\d{2,3}\b", f"{what} {does}"))
        assert named <= given, name


def test_the_command_that_it_shows_is_one_of_the_demo() -> None:
    shown = re.findall(r"`chairside demo ([^`]+)`", PAGE.read_text(encoding="utf-8"))
    options = {option for parameter in demo.params for option in parameter.opts}
    assert {word for line in shown for word in line.split() if word.startswith("--")} <= options
