"""The demo without a display: what it leaves, and that the same seed leaves the same."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from real_program import Ran, asked, chairside, exported

from devices.simulated.scenario.scenario import Scenario, scenario_named
from monitor.outcomes import AlarmChanged
from ui.black_box import raw_bytes
from ui.demo_headless import run_headless
from ui.places import open_record
from ui.words import say

SCENARIO = "S5"
"""Two hours, with a high alarm."""
SHORTER = "S20"
"""A quarter of an hour."""
PART_OF_SHORTER_S = 120.0
WHOLE_S, SOONER_S = 7200.0, 2460.0
"""Where it ends; where it is ended so that it is played sooner, after the high alarm."""
PICTURES = ("baseline", "high-alarm", "peak", "recovery", "review")


@dataclass(frozen=True)
class Left:
    folder: Path
    session: str

    @property
    def db(self) -> Path:
        return next(iter(self.folder.glob("*.db")))

    @property
    def wire(self) -> bytes:
        (capture,) = self.folder.glob("*.capture")
        return raw_bytes(capture)

    @cached_property
    def replayed(self) -> Ran:
        return asked("replay", self.session, "--db", self.db)

    @property
    def judged(self) -> str:
        return self.replayed.out

    @property
    def rows(self) -> list[tuple[str, str, str]]:
        rows = exported(self.session, self.db, self.folder)
        return [(row["t_seconds"], row["sign"], row["value"]) for row in rows]


@dataclass(frozen=True, slots=True)
class Whole:
    """From the baseline to the signature, with all its pictures."""

    ran: Ran
    one: Left


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    out = tmp_path_factory.mktemp("demo")
    ran = chairside("demo", "--headless", "--scenario", SCENARIO, "--out", out, timeout_s=170.0)
    assert ran.code == 0, ran.err
    return Whole(ran, Left(out, ran.last_line))


@dataclass(frozen=True, slots=True)
class Again:
    """The same session once more, by itself without pictures, until it was ended.

    That no picture changes what is recorded is proved on the way.
    """

    same: Left
    until_s: float

    def values(self, of: Left) -> list[tuple[str, str, str]]:
        return [row for row in of.rows if float(row[0]) < self.until_s]

    def alarms(self, of: Left) -> list[dict[str, Any]]:
        return [line for line in of.replayed.alarms if line["t_s"] < self.until_s]


@pytest.fixture(scope="module", params=[SOONER_S, pytest.param(WHOLE_S, marks=pytest.mark.soak)])
def again(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Again:
    until_s = float(request.param)
    out = tmp_path_factory.mktemp("again")
    left = run_headless([ended(scenario_named(SCENARIO), until_s)], out, seed=1, window=None)
    return Again(Left(out, left.sessions[-1]), until_s)


def ended(scenario: Scenario, at_s: float) -> Scenario:
    """What was to be done later is done at this moment."""
    script = tuple(replace(step, at_s=min(step.at_s, at_s)) for step in scenario.script)
    return replace(scenario, script=script)


def test_it_leaves_one_database_the_raw_bytes_and_the_pictures(whole: Whole) -> None:
    one = whole.one
    assert whole.ran.err == ""
    assert len(list(one.folder.glob("*.db"))) == 1
    assert len(list(one.folder.glob("*.capture"))) == 1
    names = [path.name for path in one.folder.glob("*.png")]
    assert [word for word in PICTURES if not any(word in name for name in names)] == []
    assert all((one.folder / name).read_bytes().startswith(b"\x89PNG") for name in names)
    assert str(one.folder) in whole.ran.out


def test_it_leaves_the_page_of_its_session_as_a_pdf_and_says_so(whole: Whole) -> None:
    (path,) = whole.one.folder.glob("*.pdf")
    assert str(path) in whole.ran.out
    (page,) = PdfReader(path).pages
    words = page.extract_text()
    pressures = [float(value) for _at, sign, value in whole.one.rows if sign == "sbp"]
    peak = f"{max(pressures):.0f}"
    for said in (say("simulated"), say("disclaimer"), whole.one.session, peak):
        assert said in words


def test_it_says_whether_the_record_is_encrypted(whole: Whole) -> None:
    assert "not encrypted" in whole.ran.out


def test_what_it_leaves_is_a_session_like_any_other(whole: Whole) -> None:
    one = whole.one
    assert one.session in asked("sessions", "--db", one.db).out
    assert asked("verify", "--db", one.db).code == 0
    assert '"sbp-extreme"' in one.judged


def test_the_same_seed_puts_the_same_bytes_on_the_wire(whole: Whole, again: Again) -> None:
    wire = again.same.wire
    assert whole.one.wire[: len(wire)] == wire
    assert len(wire) >= len(whole.one.wire) * 0.95 * again.until_s / WHOLE_S


def test_the_same_seed_raises_the_same_alarms(whole: Whole, again: Again) -> None:
    alarms = again.alarms(again.same)
    assert again.alarms(whole.one) == alarms
    assert "sbp-extreme" in {line["alarm"] for line in alarms}


def test_the_record_replays_to_the_alarms_that_were_given(whole: Whole) -> None:
    one = whole.one
    store = open_record(one.db, read_only=True)
    try:
        given = [
            (round(entry.now_s, 3), entry.what.alarm, entry.what.state.value)
            for entry in store.entries(one.session)
            if isinstance(entry.what, AlarmChanged)
        ]
    finally:
        store.close()
    lines = [(line["t_s"], line["alarm"], line["state"]) for line in one.replayed.alarms]
    assert lines == given != []


def test_the_same_seed_records_the_same_values(whole: Whole, again: Again) -> None:
    values = again.values(again.same)
    assert again.values(whole.one) == values
    assert len(values) > again.until_s


def test_another_demo_in_the_folder_replaces_the_first_and_another_seed_differs(
    tmp_path: Path,
) -> None:
    keep = tmp_path / "mine.txt"
    keep.write_text("not the demo's", encoding="utf-8")
    first = ended(scenario_named(SHORTER), PART_OF_SHORTER_S)
    left = Left(tmp_path, *run_headless([first], tmp_path, seed=1, window=None).sessions)
    # Played as far as that, so that what follows is not told apart by its length.
    begun = left.wire
    ran = chairside("demo", "--headless", "--scenario", SHORTER, "--seed", 2, "--out", tmp_path)
    assert ran.code == 0, ran.err
    assert ran.last_line != left.session
    assert len(list(tmp_path.glob("*.db"))) == 1
    assert left.session not in asked("sessions", "--db", left.db).out
    assert len(begun) > PART_OF_SHORTER_S
    assert Left(tmp_path, ran.last_line).wire[: len(begun)] != begun
    assert keep.read_text(encoding="utf-8") == "not the demo's"


@pytest.mark.skipif(sys.platform != "linux", reason="needs a system with a display server")
@pytest.mark.parametrize("arguments", [(), ("demo",)])
def test_without_a_display_the_window_says_so_in_a_sentence(
    arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    ran = chairside(*arguments)
    assert ran.code == 1
    assert ran.err.splitlines() == [ran.err.strip()]
    assert "--headless" in ran.err
