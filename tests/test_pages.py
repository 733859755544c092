"""The pages for people say what the code does: alarms, the ladder, options, files.

What a page says in a table is read from it and compared with the table in the code.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from helpers import ROOT

from devices.registry import DRIVERS, QUALITY_LIST
from monitor.alarm_table import (
    CLOCK_ROW,
    CUFF_ROWS,
    DEVICE_ROWS,
    DOSE_TIME_ROW,
    FAILED_ROWS,
    LINK_ROWS,
    MISMATCH_ROW,
    OFF_MONITOR_ROW,
    OVERDUE_ROWS,
    PART_ROWS,
    SEDATION_ROW,
    SENSOR_ROWS,
    SIGNAL_ROW,
    STREAM_ROWS,
    SYMPTOM_ROW,
    TECHNICAL_IDS,
)
from monitor.commands import Action, StampKind
from monitor.confirm import TRANSITIONS, Answer, Rung
from monitor.limits import DEFAULTS
from monitor.optional_rows import OPTIONAL
from monitor.rules import Compare, Row
from monitor.vitals import DeviceNoteKind
from ui.profiles import clinics_own
from ui.words import SENTENCES, say

ALARMS = (ROOT / "docs" / "alarms.md").read_text(encoding="utf-8")
NURSE_PAGES = [ROOT / "docs" / "nurse.md", ROOT / "docs" / "treatment.md"]
SAID_PAGES = [*NURSE_PAGES, *(ROOT / "docs" / f"{name}.md" for name in ("review", "handing-over"))]
NURSE = " ".join(" ".join(page.read_text(encoding="utf-8").split()) for page in NURSE_PAGES)
DRIVERS_PAGE = (ROOT / "docs" / "drivers.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]

TECHNICAL_ROWS = (
    *OVERDUE_ROWS,
    *FAILED_ROWS,
    *SENSOR_ROWS,
    SIGNAL_ROW,
    *LINK_ROWS,
    *DEVICE_ROWS,
    *PART_ROWS,
    CLOCK_ROW,
    MISMATCH_ROW,
    DOSE_TIME_ROW,
    OFF_MONITOR_ROW,
)
JUDGED_ROWS = [*CUFF_ROWS, *STREAM_ROWS, *(one.row for one in OPTIONAL.values())]
USUAL = DEFAULTS | {alarm: one.usual for alarm, one in OPTIONAL.items()}
COMPARED = {Compare.AT_LEAST: "at least", Compare.ABOVE: "above", Compare.BELOW: "below"}
LADDER_COLUMNS = (
    Answer.BELOW,
    Answer.RAISED,
    Answer.UPPER,
    Answer.VERY_HIGH,
    Answer.VERY_HIGH_AGAIN,
    Answer.EXTREME,
    Answer.SILENCE,
    Answer.FAILED_TWICE,
    Answer.SYMPTOM,
)
RUNGS = {
    "rest": Rung.REST,
    "card": Rung.CARD,
    "ask": Rung.ASK,
    "third": Rung.THIRD,
    "medium": Rung.MEDIUM,
    "upheld": Rung.UPHELD,
    "high": Rung.HIGH,
    "extreme": Rung.EXTREME,
    "held": Rung.EXTREME_HELD,
}


def cells_of(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def alarm_lines() -> Iterator[tuple[str, list[str]]]:
    """(id, the other cells) of every line of a table that begins with an alarm's id.

    Without those that say what a limit is for one patient, under a heading of their own.
    """
    page = re.sub(r"### For this patient.*?(?=^##)", "", ALARMS, flags=re.DOTALL | re.MULTILINE)
    for line in page.splitlines():
        if re.match(r"\| `[a-z0-9-]+` \|", line):
            first, *others = cells_of(line)
            yield first.strip("`"), others


# ---- the alarms ---------------------------------------------------------------------------------


def test_every_alarm_is_on_the_page_and_no_other() -> None:
    rows = (*JUDGED_ROWS, SYMPTOM_ROW, SEDATION_ROW, *TECHNICAL_ROWS)
    assert {row.id for row in rows} == {alarm for alarm, _cells in alarm_lines()}
    assert {row.id for row in TECHNICAL_ROWS} >= TECHNICAL_IDS


@pytest.mark.parametrize("alarm", sorted({row.id for row in TECHNICAL_ROWS}))
def test_the_priorities_of_an_absence_are_those_of_its_rows(alarm: str) -> None:
    rows = [row for row in TECHNICAL_ROWS if row.id == alarm]
    silent = "" if all(row.audible for row in rows) else ", silent"
    (priority,) = [cells[-1] for told, cells in alarm_lines() if told == alarm]
    assert priority == "; ".join(row.priority.word for row in rows) + silent


@pytest.mark.parametrize("row", JUDGED_ROWS, ids=lambda row: row.id)
def test_the_limit_the_priority_and_the_delay_on_the_page_are_those_of_the_row(row: Row) -> None:
    ((limit, priority, when),) = [cells for alarm, cells in alarm_lines() if alarm == row.id]
    assert row.compare is not None
    assert f"{limit} ".startswith(f"{COMPARED[row.compare]} {USUAL[row.id]:.5g} ")
    assert row.priority.word in priority.split(", ")
    assert ("silent" in priority) is not row.audible
    assert ("latched" in when) is row.latching
    assert ("relative" in when) is row.relative
    assert ("a repeat" in when) is row.repeats
    if row.delay_s:
        assert when.startswith(f"{row.delay_s:g} s")
    if row.repeat_within_s is not None:
        assert f"within {row.repeat_within_s:g} s" in when


def test_the_profile_on_the_page_can_be_used(tmp_path: Path) -> None:
    (block,) = re.findall(r"^```toml\n(.*?)^```$", ALARMS, re.DOTALL | re.MULTILINE)
    file = tmp_path / "profiles.toml"
    file.write_text(block, encoding="utf-8")
    (name,) = clinics_own(file)
    assert f"`{name}`" in ALARMS


def test_the_drawn_ladder_is_the_ladder() -> None:
    drawn: dict[Rung, dict[Answer, Rung]] = {}
    for line in ALARMS.splitlines():
        first, *others = cells_of(line)
        if first in RUNGS and len(others) == len(LADDER_COLUMNS):
            steps = zip(LADDER_COLUMNS, others, strict=True)
            drawn[RUNGS[first]] = {answer: RUNGS[after] for answer, after in steps if after != "·"}
    assert drawn == TRANSITIONS


# ---- at the chair -------------------------------------------------------------------------------

ANY_NUMBER = r"[\d.,:/]+"


def as_said() -> re.Pattern[str]:
    """Every sentence a person reads, with any number where it has something to fill in."""
    pieces = [re.split(r"\{\d\}", text) for text in SENTENCES.values()]
    worded = [found for found in pieces if re.search(r"[^\W\d_]|\+", "".join(found))]
    return re.compile("|".join(ANY_NUMBER.join(map(re.escape, found)) for found in worded))


@pytest.mark.parametrize("page", SAID_PAGES, ids=lambda path: path.name)
def test_what_is_printed_bold_stands_on_the_screen_just_so(page: Path) -> None:
    words, said = " ".join(page.read_text(encoding="utf-8").split()), as_said()
    bold = [one for one in re.findall(r"\*\*(.+?)\*\*", words) if one not in {"bold"}]
    parts = [part for one in bold for part in ([one] if said.fullmatch(one) else one.split(" · "))]
    assert len(parts) > 20
    assert not [part for part in parts if not said.fullmatch(part)]


def test_the_nurse_finds_every_alarm_as_the_bar_says_it() -> None:
    named = [text for key, text in SENTENCES.items() if key.startswith("alarm-")]
    assert len(named) > 10
    assert not [text for text in named if text not in NURSE]


@pytest.mark.parametrize(
    "said",
    [
        *(say(f"mark-action-{action.value}") for action in Action),
        *(say(f"menu-{name}") for name in ("sound", "quiet", "clinic", "devices", "review")),
        *(
            say(name)
            for name in (
                "answer-just", "bedside-alarm-off", "code-answer", "cut-off-resume",
                "device-add", "find-start", "limits-all-back", "page-print", "page-save",
                "quiet-here", "start-go",
                "start-title", "step-start", "step-stop", "test-start",
            )
        ),
    ],
)  # fmt: skip
def test_what_the_nurse_is_told_to_press_is_called_so_on_the_screen(said: str) -> None:
    assert said in NURSE


def test_the_nurse_is_told_every_stamp_of_an_emergency() -> None:
    stamps = [say(f"stamp-{kind.value}").lower() for kind in StampKind]
    assert not [stamp for stamp in stamps if stamp not in NURSE.lower()]


# ---- drivers ------------------------------------------------------------------------------------


def test_whoever_writes_a_driver_is_told_of_every_note_and_every_quality() -> None:
    missing = [kind.name for kind in DeviceNoteKind if f"`{kind.name}`" not in DRIVERS_PAGE]
    words = " ".join(DRIVERS_PAGE.split())
    assert not missing + [what for what in QUALITY_LIST if what not in words]


def test_the_readme_names_the_monitors_whose_cuff_can_be_started() -> None:
    (sentence,) = re.findall(r"^(.*) can be told to start a cuff", README, re.MULTILINE)
    told = set(re.findall(r"`([a-z0-9-]+)`", sentence))
    assert told == {name for name, driver in DRIVERS.items() if driver.starts_cuff}


# ---- commands and files -------------------------------------------------------------------------


def options_of_all_commands() -> set[str]:
    program = importlib.import_module("ui.cli")
    (group,) = [thing for thing in vars(program).values() if isinstance(thing, click.Group)]
    found = {"--help"}
    with click.Context(group) as context:
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            assert command is not None
            found |= {one for option in command.params for one in option.opts}
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_option_on_a_page_is_one_of_a_command(page: Path) -> None:
    told = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", page.read_text(encoding="utf-8")))
    assert told - {"--require-hashes"} <= options_of_all_commands()


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = set(re.findall(r"(?<![\w/.<])((?:monitor|devices|data|ui|tests)/[\w/]+\.py)\b", text))
    assert not [name for name in sorted(named) if not (ROOT / name).is_file()]
