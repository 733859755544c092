"""`docs/handing-over.md` says what the program hands over: formats, commands, figures, files."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import click
import pytest
from helpers import ROOT

from data.closing import FORM_DAYS
from data.export.deidentify import MOST_DAYS, OLDEST
from data.export.edf import MISSING
from data.export.hl7 import EVERY_S
from data.export.marks import LONGEST
from data.forms import SENT_SHOWN_DAYS
from data.mllp import TIMEOUT_S
from data.outbox import DELAYS_S, FOLDER, SENT_KEPT_DAYS
from data.receiver_file import FILE_NAME, USUAL_PORT
from monitor.rights import MAY, Right, Role
from ui.handing_over import FORMATS
from ui.recording import COLUMNS, SOURCE
from ui.report.text import MOST
from ui.words import SENTENCES, say

DOCS = ROOT / "docs"
TEXT = (DOCS / "handing-over.md").read_text(encoding="utf-8")
LINES = TEXT.splitlines()
PAGE = " ".join(TEXT.split())
BOTH = [DOCS / "handing-over.md", DOCS / "review.md"]
INDEX = (ROOT / "README.md").read_text(encoding="utf-8")


def commands() -> dict[str, click.Command]:
    program = importlib.import_module("ui.cli")
    (group,) = [thing for thing in vars(program).values() if isinstance(thing, click.Group)]
    with click.Context(group) as context:
        named = {name: group.get_command(context, name) for name in group.list_commands(context)}
    return {name: command for name, command in named.items() if command is not None}


def spoken(page: Path) -> list[str]:
    """Every command line on a page, in a sentence or in a block."""
    text = page.read_text(encoding="utf-8")
    blocks = re.findall(r"^chairside .*$", text, re.MULTILINE)
    return [" ".join(one.split()) for one in [*re.findall(r"`(chairside [^`]+)`", text), *blocks]]


def minutes(seconds: float) -> str:
    return f"{seconds:g} s" if seconds < 60 else f"{seconds / 60:g} min"


@pytest.mark.parametrize("page", BOTH, ids=lambda path: path.name)
def test_every_command_on_the_page_exists_with_its_options(page: Path) -> None:
    known, lines = commands(), spoken(page)
    assert lines
    for line in lines:
        _chairside, name, *words = line.split()
        assert name in known, line
        options = {one for option in known[name].params for one in option.opts}
        asked = {word for word in words if word.startswith("--")}
        assert asked <= options, line


def test_the_table_of_formats_is_the_table_of_the_program() -> None:
    rows = [
        re.findall(r"`([^`]+)`", line)
        for line in LINES
        if re.match(r"\| `[a-z0-9]+` \| `\.", line)
    ]
    assert rows == [[name, one.suffix] for name, one in FORMATS.items()]


def test_the_table_says_of_every_format_what_is_in_it_and_what_is_not() -> None:
    rows = [
        line.strip("| ").split(" | ") for line in LINES if re.match(r"\| `[a-z0-9]+` \| `\.", line)
    ]
    assert [len(row) for row in rows] == [4] * len(FORMATS)
    assert all(len(cell) > 8 for row in rows for cell in row[2:])


def test_every_option_that_one_format_alone_has_is_told() -> None:
    said = {"letter": "--paper letter"}
    options = {said.get(one, f"--{one}") for each in FORMATS.values() for one in each.choices}
    assert not [one for one in options if one not in TEXT]


@pytest.mark.parametrize(
    "told",
    [
        f"at most {MOST} plain characters",
        f"more than {LONGEST} characters of a text",
        f"moved back by 1 to {MOST_DAYS} days",
        f"{OLDEST} is the oldest",
        f"It is due {FORM_DAYS} days after the treatment",
        f"listed for {SENT_SHOWN_DAYS} days",
        f"without a port {USUAL_PORT}.",
        f"kept in `{FILE_NAME}`",
        f"the folder `{FOLDER}`",
        f"no answer within {TIMEOUT_S:g} s",
        f"after {', '.join(map(minutes, DELAYS_S[:-1]))}, then every {minutes(DELAYS_S[-1])}",
        f"what was sent in the last {SENT_KEPT_DAYS} days",
        f"the file of what was sent, {SENT_KEPT_DAYS} days later",
        {60.0: "of continuous signs the first value of each minute"}[EVERY_S],
        f"lowest number there is (−{-MISSING})",
        f"`{','.join(COLUMNS)}`",
        f"the source `{SOURCE}`",
    ],
)
def test_the_figures_on_the_page_are_those_of_the_program(told: str) -> None:
    assert told in PAGE


def test_a_viewer_takes_along_what_has_no_names_and_nothing_else() -> None:
    assert Role.VIEWER in MAY[Right.DEIDENTIFIED_EXPORT]
    assert Role.VIEWER not in MAY[Right.EXPORT]
    assert "A viewer may export without names only." in PAGE


def test_what_stands_at_the_head_of_an_unusual_report_is_on_the_page() -> None:
    marks = ("chart-imported", "chart-deidentified", "chart-damaged")
    assert not [one for one in marks if f"**{SENTENCES[one]}**" not in PAGE]


def test_the_panel_has_a_sentence_for_every_format_of_the_page() -> None:
    assert not [kind for kind in FORMATS if f"hand-over-what-{kind}" not in SENTENCES]
    assert f"**{say('hand-over-open')}**" in PAGE


@pytest.mark.parametrize("page", BOTH, ids=lambda path: path.name)
def test_every_page_that_is_linked_is_there_and_the_readme_leads_here(page: Path) -> None:
    linked = re.findall(r"\]\(([\w./-]+)\)", page.read_text(encoding="utf-8"))
    assert linked
    assert not [one for one in linked if not (DOCS / one).is_file()]
    assert f"docs/{page.name}" in INDEX


def test_what_stands_on_the_screen_about_sending_is_on_the_page_just_so() -> None:
    words = (
        "menu-day",
        "day-closing",
        "post-title",
        "post-by-tls",
        "post-by-clear",
        "post-stop",
        "day-sending",
        "post-again",
        "post-drop",
    )
    assert not [one for one in words if f"**{say(one)}**" not in PAGE]
