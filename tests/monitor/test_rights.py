"""Who may do what: every right, every role, every command; and the page that says it."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from helpers import ROOT

from data.codec import KINDS
from monitor.commands import Acknowledge, ChangeLimit, Command, EndSession
from monitor.rights import MAY, OTHERS, RIGHTS, Right, Role, may, right_of
from monitor.treatment.commands import TreatmentCommand
from monitor.treatment.staffing import LOCKED_MAY

COMMANDS = frozenset(get_args(Command)) | frozenset(get_args(TreatmentCommand))
TITLE = "## Who may do what"
YES, NO = "yes", "–"


def page_table() -> dict[str, dict[str, str]]:
    """What docs/nurse.md says: for each right, what stands below each role."""
    page = (ROOT / "docs" / "nurse.md").read_text(encoding="utf-8")
    part = page.split(TITLE, 1)[1].split("\n## ", 1)[0]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in part.splitlines()
        if line.startswith("|")
    ]
    head, _rule, *body = rows
    roles = head[1:]
    return {
        re.search(r"`([a-z-]+)`", row[0])[1]: dict(zip(roles, row[1:], strict=True))
        for row in body
    }


def test_every_right_says_which_roles_have_it() -> None:
    assert set(MAY) == set(Right)
    assert all(MAY[right] and MAY[right] <= set(Role) for right in Right)


def test_the_page_for_nurses_has_the_table_as_it_is() -> None:
    said = page_table()
    assert set(said) == {right.value for right in Right}
    for right in Right:
        for role in Role:
            expected = YES if may(role, right) else NO
            assert said[right.value][role.value] == expected, f"{right} of {role}"


def test_every_command_of_the_record_needs_a_right() -> None:
    of_record = {kind for kind in KINDS.values() if kind in COMMANDS}
    assert of_record <= set(RIGHTS)
    assert set(RIGHTS) == COMMANDS
    assert right_of(EndSession("Nurse 1")) is Right.SIGN
    assert right_of(ChangeLimit("sbp-high", None, "Nurse 1")) is Right.LIMITS
    assert right_of(Acknowledge("k", "Nurse 1")) is Right.TREAT


def test_a_viewer_sends_nothing_that_needs_a_role() -> None:
    assert not [kind for kind, right in RIGHTS.items() if may(Role.VIEWER, right)]


@pytest.mark.parametrize("role", [Role.NURSE, Role.PROVIDER, Role.SUPERVISOR])
def test_whoever_treats_may_send_every_command(role: Role) -> None:
    assert not [kind for kind, right in RIGHTS.items() if not may(role, right)]


def test_only_a_supervisor_looks_after_the_record() -> None:
    for right in (Right.STAFF, Right.BACKUP, Right.RESTORE, Right.DELETE, Right.KEYS, Right.AUDIT):
        assert MAY[right] == {Role.SUPERVISOR}


def test_others_that_a_command_names_are_fields_of_it() -> None:
    for kind, others in OTHERS.items():
        assert {other.field for other in others} <= set(kind.__dataclass_fields__)
        assert kind not in LOCKED_MAY  # what is urgent waits for nobody else
