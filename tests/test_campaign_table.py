"""The tables of `make soak` add up what was counted, and keep the worst of what was measured."""

from __future__ import annotations

import pytest
from campaign_table import lines_of, row_of


def fault(name: str, *, found: int = 10, loss_s: float = 0.0, human: int = 0) -> str:
    return row_of(
        "fault", name, told="the disk is full",
        runs=1, rows_written=10, rows_found=found, worst_loss_s=loss_s,
        human_lost=human, unreadable=0, back_after_s=2.5, waves_lost=0,
    )  # fmt: skip


def test_runs_of_one_fault_are_one_line() -> None:
    lines = list(lines_of([fault("disk full", loss_s=0.1), fault("disk full", found=9)]))
    assert lines[0].startswith("fault")
    assert lines[1].split() == ["disk", "full", "2", "20", "19", "0.10", "0", "0", "2.50", "0"]


def test_a_goal_that_is_missed_is_said() -> None:
    lines = list(lines_of([fault("disk full"), fault("lock", loss_s=1.4, human=1)]))
    assert "MISSED" not in lines[1]
    assert lines[2].endswith("MISSED: worst loss s, human lost")


def test_what_a_person_was_told_stands_below_the_table() -> None:
    lines = list(lines_of([fault("disk full"), fault("disk full")]))
    assert [line for line in lines if "the disk is full" in line] == [
        "disk full: the disk is full"
    ]


def test_each_campaign_has_its_own_table() -> None:
    attack = row_of("attack", "flip", tried=5, found=5, named=4)
    lines = list(lines_of([fault("disk full"), attack]))
    assert [line.split()[0] for line in lines if line.startswith(("fault", "attack"))] == [
        "fault",
        "attack",
    ]


def test_a_row_without_one_of_its_columns_is_refused() -> None:
    with pytest.raises(KeyError):
        list(lines_of([row_of("attack", "flip", tried=5)]))
