"""What a stranger meets first: the lock, the make targets, the scripts and the pages."""

from __future__ import annotations

import importlib
import re
import subprocess
import tomllib
from pathlib import Path

import click
import pytest
from helpers import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
LOCKS = {
    name: (ROOT / f"{name}.lock").read_text(encoding="utf-8")
    for name in ("requirements", "requirements-dev")
}
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
SCRIPTS = sorted([*(ROOT / "packaging").glob("*.sh"), ROOT / ".ci" / "run"])
PROGRAM = ("monitor", "devices", "data", "ui")
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


def commands() -> dict[str, click.Command]:
    program = importlib.import_module("ui.cli")
    groups = [thing for thing in vars(program).values() if isinstance(thing, click.Group)]
    assert groups, "ui.cli has no click group"
    group = groups[0]
    with click.Context(group) as context:
        named = {name: group.get_command(context, name) for name in group.list_commands(context)}
    return {name: command for name, command in named.items() if command is not None}


def locked(name: str) -> list[str]:
    """The requirements of a lock, each with its hashes."""
    lines = [line for line in LOCKS[name].splitlines() if not line.lstrip().startswith("#")]
    return re.split(r"\n(?=\S)", "\n".join(lines).strip())


def versions(name: str) -> set[str]:
    return {re.split(r"[ ;\\]", one)[0] for one in locked(name)}


# ---- the lock -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", LOCKS)
def test_everything_in_a_lock_is_one_version_with_hashes(name: str) -> None:
    for requirement in locked(name):
        assert re.match(r"[a-z0-9-]+(\[[a-z0-9,-]+\])?==\d", requirement), requirement
        assert "--hash=sha256:" in requirement, requirement


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_host_and_no_folder(name: str) -> None:
    assert not re.search(r"://|file:|--(extra-)?index|--find-links|\s/", LOCKS[name])


def test_the_program_runs_on_what_it_is_tested_with() -> None:
    assert versions("requirements") < versions("requirements-dev")


def test_all_that_the_project_asks_for_is_in_the_locks() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    dev = project["optional-dependencies"]["dev"]
    for name, wanted in (
        ("requirements", project["dependencies"]),
        ("requirements-dev", [*project["dependencies"], *dev]),
    ):
        asked = {re.split(r"[^A-Za-z0-9.-]", line)[0].lower() for line in [*wanted, "setuptools"]}
        there = {requirement.partition("==")[0] for requirement in locked(name)}
        assert {one.replace(".", "-") for one in asked} <= there


# ---- make ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("target", ["demo", "test", "check", "bench", "soak", "pictures"])
def test_make_has_the_target_and_sets_up_first(target: str) -> None:
    assert re.search(rf"^{target}: ready\b", MAKEFILE, re.MULTILINE)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_the_scripts_have_no_slip_of_the_pen(script: Path) -> None:
    shell = script.read_text(encoding="utf-8").splitlines()[0].removeprefix("#!").split()[-1]
    subprocess.run([shell.rpartition("/")[2], "-n", script], check=True, timeout=30)


def test_the_scripts_can_be_run() -> None:
    assert not [script.name for script in SCRIPTS if not script.stat().st_mode & 0o100]


# ---- the pages ----------------------------------------------------------------------------------


def test_the_first_thing_in_the_readme_is_what_to_type() -> None:
    first_screen = "\n".join(README.splitlines()[:25])
    assert first_screen.index("make demo") < first_screen.index("make test")
    assert "not a certified medical device" in first_screen


def test_every_command_is_in_the_readme_and_no_other() -> None:
    documented = set(re.findall(r"^\| `chairside ([a-z-]+)` \|", README, re.MULTILINE))
    assert documented == set(commands())


def test_every_command_has_help_with_an_example() -> None:
    for name, command in commands().items():
        assert command.help, name
        with click.Context(command, info_name=f"chairside {name}") as context:
            assert f"chairside {name}" in command.get_help(context).partition("\n")[2], name


def test_every_driver_is_in_the_readme() -> None:
    registry = importlib.import_module("devices.registry")
    assert not [name for name in registry.DRIVERS if f"`{name}`" not in README]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    inside = [target for target in targets if "://" not in target]
    assert not [target for target in inside if not (page.parent / target).exists()]


def test_no_page_and_no_script_names_somebodys_home() -> None:
    personal = re.compile(r"(?<![\w./])(/home/\w+|/root|/Users/\w+)/")
    code = [path for top in PROGRAM for path in sorted((ROOT / top).rglob("*.py"))]
    files = [*PAGES, *SCRIPTS, ROOT / "Makefile", ROOT / "pyproject.toml", *code]
    assert not [p.name for p in files if personal.search(p.read_text(encoding="utf-8"))]
