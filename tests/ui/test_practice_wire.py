"""What befalls the wire of a practice chair when somebody wants it to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from practice_examples import asked, entries_of, room

from devices.simulated.scenario.faults import FaultKind
from devices.simulated.scenario.mishaps import CableIn, WireFault, WireMended
from monitor.events import LinkChanged, LinkReason
from ui.practice import PracticeBackend


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[PracticeBackend]:
    with room(tmp_path) as made:
        yield made


def reasons(practice: PracticeBackend, session: str) -> list[LinkReason]:
    changes = [one.what for one in entries_of(practice, session)]
    return [what.reason for what in changes if isinstance(what, LinkChanged)][1:]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (FaultKind.UNPLUGGED, LinkReason.PORT_ABSENT),
        (FaultKind.SILENT, LinkReason.NO_DATA),
        (FaultKind.STUCK, LinkReason.WRONG_DRIVER),
        (FaultKind.WRONG_BAUD, LinkReason.WRONG_DRIVER),
        (FaultKind.RESTART, LinkReason.NO_DATA),
    ],
)
def test_a_fault_lasts_as_long_as_it_was_wished_and_says_why(
    practice: PracticeBackend, kind: FaultKind, said: LinkReason
) -> None:
    session = practice.open_session(asked(1, "sim:ivy-450c"))
    practice.advance(20.0)
    practice.happen(1, WireFault(kind, for_s=15.0))
    practice.advance(30.0)
    found = reasons(practice, session)
    assert said in found
    assert found[-1] is LinkReason.CONNECTED


def test_a_fault_without_an_end_lasts_until_it_is_mended(practice: PracticeBackend) -> None:
    session = practice.open_session(asked(1, "sim:ivy-450c"))
    practice.advance(20.0)
    practice.happen(1, WireFault(FaultKind.SILENT))
    practice.happen(1, WireFault(FaultKind.RESTART))
    practice.advance(30.0)
    practice.happen(1, CableIn())
    practice.advance(5.0)
    assert reasons(practice, session) == [LinkReason.NO_DATA]
    practice.happen(1, WireMended())
    practice.advance(5.0)
    assert reasons(practice, session) == [LinkReason.NO_DATA, LinkReason.CONNECTED]


def test_only_the_named_device_is_met(practice: PracticeBackend) -> None:
    practice.open_session(asked(1, "sim:dinamap", "sim:nonin-df2"))
    practice.advance(30.0)
    practice.happen(1, WireFault(FaultKind.SILENT), "device:nonin-df2")
    practice.advance(20.0)
    assert [line.state for line in practice.device_lines(1)] == ["up", "silent"]
