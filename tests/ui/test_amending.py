"""Corrections and addenda behind the gate: whose name they bear, and what is said when not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from noted_trail import STAFF, NotedTrail, staffed

from data.audit import Audit, AuditKind
from data.manifest import verify
from data.store import SessionStore
from monitor.amendments import Addendum, Correct, NewValue
from monitor.commands import ManualCuff
from monitor.corrected import Trouble
from monitor.entries import Entry
from monitor.rights import AMENDING, MAY
from tests.data.record_examples import course, start_anchor
from ui.amending import Amending, Surroundings, refusal_text
from ui.correction_words import CORRECTION_SENTENCES
from ui.gate import Gate
from ui.library import Library
from ui.requests import Refusal, WrongEntry

KEY = bytes(range(32))
NOW = 1_760_100_000.0
ENTRIES = course("s-1", seconds=30, ended=False)
LAST = ENTRIES[-1]
LINES = [*ENTRIES, Entry("s-1", LAST.seq + 1, LAST.now_s, ManualCuff(194.0, 96.0, "RN"))]
LINE = LINES[-1].seq
NURSE = next(one.name for one in STAFF if one.role in MAY[AMENDING])
VIEWER = next(one.name for one in STAFF if one.role not in MAY[AMENDING])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    with SessionStore.open(path, KEY) as store:
        store.write(LINES, [start_anchor()])
    return path


def amending(
    path: Path,
    gate: Gate,
    *,
    running: Callable[[str], bool] = lambda _session: False,
    settled: bool = True,
    key: bytes = KEY,
) -> Amending:
    around = Surroundings(running, lambda: settled, lambda: None)
    return Amending(Library(path, key), gate, around, clock=lambda: NOW)


def correct(by: str = "", sbp: float = 149.0) -> Correct:
    return Correct(LINE, (NewValue("sbp", sbp),), "typed wrong", by, 0.0)


def entries(path: Path) -> list[Entry]:
    with SessionStore.open(path, KEY, read_only=True) as store:
        return list(store.entries("s-1"))


def test_it_bears_the_name_of_whoever_gave_her_pin_and_the_moment(path: Path) -> None:
    gate = staffed(NotedTrail(), NURSE)
    amending(path, gate).amend("s-1", correct(NURSE.upper()))
    amending(path, gate).amend("s-1", Addendum("left arm", NURSE, 0.0, about=LINE))
    one, other = (entry.what for entry in entries(path)[-2:])
    assert isinstance(one, Correct)
    assert isinstance(other, Addendum)
    assert (one.by, one.utc_s, one.reason) == (NURSE, NOW, "typed wrong")
    assert (other.by, other.utc_s, other.about) == (NURSE, NOW, LINE)
    told = [(line.kind, line.by) for line in Audit(path, KEY).lines()][-2:]
    assert told == [(AuditKind.CORRECTED, NURSE), (AuditKind.ADDENDUM, NURSE)]
    assert verify(path, KEY) == []


def test_whoever_sits_there_counts_where_nobody_is_named(path: Path) -> None:
    gate = staffed(NotedTrail(), NURSE)
    gate.sit(NURSE)
    amending(path, gate).amend("s-1", correct())
    what = entries(path)[-1].what
    assert isinstance(what, Correct)
    assert what.by == NURSE


@pytest.mark.parametrize("by", ["", "Somebody", NURSE, VIEWER])
def test_a_name_without_a_pin_or_a_right_adds_nothing(path: Path, by: str) -> None:
    trail = NotedTrail()
    gate = staffed(trail, VIEWER)
    for said in (correct(by), Addendum("x", by, 0.0)):
        with pytest.raises(Refusal):
            amending(path, gate).amend("s-1", said)
    assert entries(path) == LINES
    assert trail.kinds == [AuditKind.REFUSED] * 2
    assert [line.facts["about"] for line in trail.lines] == ["correct", "addendum"]


def test_a_session_that_goes_on_is_corrected_at_its_chair(path: Path) -> None:
    gate = staffed(NotedTrail(), NURSE)
    with pytest.raises(WrongEntry, match="goes on"):
        amending(path, gate, running=lambda name: name == "s-1").amend("s-1", correct(NURSE))


def test_what_waits_to_be_recorded_comes_first(path: Path) -> None:
    gate = staffed(NotedTrail(), NURSE)
    with pytest.raises(Refusal, match="cannot be written now"):
        amending(path, gate, settled=False).amend("s-1", correct(NURSE))
    assert entries(path) == LINES


def test_a_record_that_does_not_open_says_so_in_its_own_words(path: Path) -> None:
    gate = staffed(NotedTrail(), NURSE)
    with pytest.raises(Refusal, match=r"record\.db"):
        amending(path, gate, key=bytes(32)).amend("s-1", correct(NURSE))


def test_every_refusal_of_the_record_has_a_sentence() -> None:
    troubles = [
        Trouble("amend-nobody"),
        Trouble("amend-running"),
        Trouble("amend-signed"),
        Trouble("amend-never-opened"),
        Trouble("amend-no-reason"),
        Trouble("amend-no-text", ("2000",)),
        Trouble("amend-no-line", ("7",)),
        Trouble("amend-no-value"),
        Trouble("amend-not-this", ("sbp",)),
        Trouble("amend-the-same"),
    ]
    for wrong in troubles:
        assert wrong.reason in CORRECTION_SENTENCES
        assert "{" not in refusal_text(wrong.reason, wrong.arguments)
    assert refusal_text("amend-impossible", ("sbp", "1940")) == (
        "Systolic cannot be 1940; look at the value again."
    )
    assert refusal_text("amend-impossible", ("at", "9")).startswith("Time is not within")
