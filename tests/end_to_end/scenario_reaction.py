"""What the program does in a scenario, from the record: alarms, prompts, rows.

Rule 1: bytes, drivers, core and store are the real ones; the clock is virtual.
Rule 2: what is compared is read back from the store, and judged again by `chairside replay`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from itertools import groupby, islice
from pathlib import Path
from typing import Any, TypeVar

from click.testing import CliRunner

from data.store import SessionStore
from devices.simulated.scenario.expected import WITHIN_S, Expected, ExpectedPrompt, ExpectedRecord
from devices.simulated.scenario.scenario import Scenario
from monitor.commands import EmergencyStamp, ManualCuff, Note
from monitor.entries import Anchor, AnchorReason, Entry, Published
from monitor.events import LinkChanged, Numerics, Resumed
from monitor.outcomes import AlarmChanged, CuffUnconfirmed, LimitChanged, PhaseChanged, Refused
from monitor.phases import Phase
from monitor.picture import ChairPicture
from monitor.treatment.commands import GiveDrug
from monitor.vitals import CuffFailed, CuffResult, Quality
from ui.commands.replay import replay
from ui.demo import SimulatedChair

BEGAN_UTC_S = 1_768_471_200.0
"""2026-01-15 10:00, when the clocks of the virtual monitors begin, too."""
TURN_S = 30.0
CLOCK_WITHIN_S = 4.0
"""A result is told some seconds after the moment of its stamp."""
One = TypeVar("One", Expected, ExpectedPrompt)
Chaired = Callable[[SimulatedChair], None]


class Asked:
    """What is asked of the nurse, from what the chair publishes: when each thing appeared."""

    def __init__(self) -> None:
        self.log: list[ExpectedPrompt] = []
        self._shown: frozenset[tuple[str, str]] = frozenset()

    def see(self, published: Published) -> None:
        now = frozenset(_asked(published.picture))
        for word, _about in sorted(now - self._shown):
            self.log.append(ExpectedPrompt(published.now_s, word))
        self._shown = now


def _asked(picture: ChairPicture) -> Iterable[tuple[str, str]]:
    if picture.wish is not None:
        yield "press-start", ""
    if picture.question is not None:
        yield "find-value", ""
    if picture.auto_cycle_off:
        yield "auto-cycle-off", ""
    if picture.treatment is None:
        return
    rule = picture.treatment.giving.resume
    if picture.phase is Phase.PAUSED and rule.needed:
        yield "call-provider", ""
    for prompt in picture.treatment.prompts:
        if prompt.due_s <= picture.now_s:
            yield prompt.kind.value, prompt.id


@dataclass
class Reaction:
    """One scenario as it was played and stored."""

    scenario: Scenario
    session_id: str
    db: Path
    entries: list[Entry]
    prompts: list[ExpectedPrompt]
    pictures: list[ChairPicture] = field(default_factory=list)
    """The last one of each phase, and the last of all."""

    @property
    def alarms(self) -> list[Expected]:
        return alarms_of(self.entries)

    def replayed(self) -> list[Expected]:
        """As `chairside replay` prints the stored session."""
        ran = CliRunner().invoke(replay, [self.session_id, "--db", str(self.db)])
        assert ran.exit_code == 0, ran.output
        lines: list[dict[str, Any]] = [json.loads(line) for line in ran.output.splitlines()]
        return [
            Expected(line["t_s"], line["alarm"], line["priority"], line["state"]) for line in lines
        ]

    def of(self, kind: type) -> list[tuple[float, Any]]:
        return [(one.now_s, one.what) for one in self.entries if isinstance(one.what, kind)]

    def minute(self, at_s: float) -> float:
        return (at_s - self.scenario.start_s) / 60.0


def alarms_of(entries: Iterable[Entry]) -> list[Expected]:
    return [
        Expected(one.now_s, one.what.alarm, one.what.priority.word, one.what.state.value)
        for one in entries
        if isinstance(one.what, AlarmChanged)
    ]


def play(
    scenario: Scenario,
    db: Path,
    session_id: str,
    *,
    seed: int = 1,
    change: Chaired = lambda _chair: None,
    number: int = 1,
) -> Reaction:
    """From the opening to the end of the script; what is compared is read from the file."""
    asked, pictures, waiting = Asked(), dict[Phase, ChairPicture](), list[Entry]()

    def see(published: Published) -> None:
        asked.see(published)
        pictures[published.picture.phase] = published.picture

    played = SimulatedChair(
        scenario,
        seed=seed,
        session_id=session_id,
        store=waiting.append,
        show=see,
        number=number,
    )
    change(played)
    anchors = [Anchor(session_id, 0.0, BEGAN_UTC_S, 0, AnchorReason.START)]
    with SessionStore.open(db, keep_waves=False) as store:
        now = 0.0
        while not played.ended and now < scenario.ends_at_s + TURN_S:
            now += TURN_S
            played.run_until(now)
            store.write(waiting, anchors)
            waiting.clear()
            anchors = []
        stored = list(store.entries(session_id, waves=False))
    return Reaction(scenario, session_id, db, stored, asked.log, list(pictures.values()))


# ---- comparing ----------------------------------------------------------------------------------


def differences(expected: Sequence[Expected], seen: Sequence[Expected]) -> list[str]:
    """Line by line, in order; empty = complete, and nothing extra.

    Lines that the file has at the same moment may come in any order.
    """
    return _apart(expected, seen, lambda one: (one.alarm, one.priority, one.state))


def prompt_differences(
    expected: Sequence[ExpectedPrompt], seen: Sequence[ExpectedPrompt]
) -> list[str]:
    return _apart(expected, seen, lambda one: (one.prompt,))


def _apart(
    expected: Sequence[One], seen: Sequence[One], words: Callable[[One], tuple[str, ...]]
) -> list[str]:
    found = list[str]()
    left = list(seen)
    for one in expected:
        near = [x for x in left if words(x) == words(one) and abs(x.at_s - one.at_s) <= WITHIN_S]
        if near:
            left.remove(near[0])
        else:
            found.append(f"missing at {one.at_s:.1f} s: {' '.join(words(one))}")
    found += [f"extra at {one.at_s:.1f} s: {' '.join(words(one))}" for one in left]
    return found or _out_of_turn(expected, seen, words)


def _out_of_turn(
    expected: Sequence[One], seen: Sequence[One], words: Callable[[One], tuple[str, ...]]
) -> list[str]:
    """Both hold the same lines: those of each moment of the file come before those of the next."""
    found, said = list[str](), iter(seen)
    for at_s, group in groupby(expected, key=lambda one: one.at_s):
        wanted = sorted(map(words, group))
        got = sorted(words(one) for one in islice(said, len(wanted)))
        if got != wanted:
            found.append(f"out of turn at {at_s:.1f} s: {got}")
    return found


def record_of(played: Reaction) -> ExpectedRecord:
    """The facts of a stored session, as a scenario's file tells them."""
    minute = played.minute
    links = _links(played)
    return ExpectedRecord(
        cuffs=len(played.of(CuffResult)),
        failed=len(played.of(CuffFailed)),
        unconfirmed=tuple(round(minute(x.at_s), 1) for _at, x in played.of(CuffUnconfirmed)),
        manual=len(played.of(ManualCuff)),
        notes=tuple(note.kind.value for _at, note in played.of(Note)),
        drugs=tuple(drug.drug for _at, drug in played.of(GiveDrug)),
        stamps=tuple(stamp.kind.value for _at, stamp in played.of(EmergencyStamp)),
        links=tuple((round(minute(at), 1), x.state.value, x.reason.value) for at, x in links),
        gaps=tuple(
            (round(minute(x.gap_from_s), 1), round(minute(at), 1)) for at, x in played.of(Resumed)
        ),
        limits=tuple((x.rule, x.before, x.after, x.by) for _at, x in played.of(LimitChanged)),
        refused=tuple(x.reason for _at, x in played.of(Refused)),
        phases=tuple(x.after.value for _at, x in played.of(PhaseChanged)),
        unmet=_unmet(played),
        decision=_decision(played),
        poor=any(
            reading.quality is Quality.POOR
            for _at, numerics in played.of(Numerics)
            for reading in numerics.readings
        ),
        monitor_clock_s=_monitor_clock(played),
    )


def _links(played: Reaction) -> list[tuple[float, LinkChanged]]:
    """Every change after the first connection of each monitor."""
    known, found = set[str](), list[tuple[float, LinkChanged]]()
    for at, changed in played.of(LinkChanged):
        if changed.source in known:
            found.append((at, changed))
        known.add(changed.source)
    return found


def record_differences(expected: ExpectedRecord, seen: ExpectedRecord) -> list[str]:
    """Fact by fact; a minute may be missed by 0.1, a clock by `CLOCK_WITHIN_S`."""
    found = list[str]()
    for one in fields(ExpectedRecord):
        wanted, got = getattr(expected, one.name), getattr(seen, one.name)
        slack = CLOCK_WITHIN_S if one.name == "monitor_clock_s" else 0.11
        if not _alike(wanted, got, slack):
            found.append(f"{one.name}: expected {wanted}, recorded {got}")
    return found


def _alike(wanted: object, got: object, slack: float) -> bool:
    if isinstance(wanted, tuple) and isinstance(got, tuple):
        same = len(wanted) == len(got)
        return same and all(_alike(x, y, slack) for x, y in zip(wanted, got, strict=True))
    if isinstance(wanted, float) and isinstance(got, float):
        return abs(wanted - got) <= slack
    return wanted == got


def _unmet(played: Reaction) -> tuple[str, ...]:
    last = played.pictures[-1].treatment
    assert last is not None
    return tuple(one.id for one in last.checks.leaving if not one.by_hand and one.met is not True)


def _decision(played: Reaction) -> tuple[str, str]:
    treatment = played.pictures[-1].treatment
    assert treatment is not None
    if not treatment.flow:
        return "", ""
    return treatment.checks.decision.go.value, treatment.checks.decision.provider


def _monitor_clock(played: Reaction) -> tuple[float, ...]:
    """How far the monitor's clock goes before ours at its first result and at its last."""
    stamps = [(at, x.device_time) for at, x in played.of(CuffResult) if x.device_time]
    ahead = [
        datetime.fromisoformat(f"{stamp}+00:00").timestamp() - BEGAN_UTC_S - at
        for at, stamp in stamps
    ]
    return (ahead[0], ahead[-1]) if ahead else ()
