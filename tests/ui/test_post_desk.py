from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from noted_trail import STAFF, NotedTrail, staffed

from data.audit import AuditKind
from data.mllp import Receiver
from data.outbox import Fate
from ui.gate import Gate
from ui.post import known_receiver, usual_outbox
from ui.post_desk import PostDesk, PostView, receiver_typed
from ui.requests import Refusal, WrongEntry

NURSE, PROVIDER, SUPERVISOR, VIEWER = (one.name for one in STAFF)
THERE = Receiver("hl7.clinic.example", 2575)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHAIRSIDE_HOME", str(tmp_path))


@pytest.fixture
def trail() -> NotedTrail:
    return NotedTrail()


@pytest.fixture
def gate(trail: NotedTrail) -> Gate:
    return staffed(trail)


def sit(gate: Gate, name: str) -> PostDesk:
    gate.prove(name)
    gate.sit(name)
    return PostDesk(gate)


def test_a_supervisor_says_where_to_and_that_is_a_line(gate: Gate, trail: NotedTrail) -> None:
    desk = sit(gate, SUPERVISOR)
    desk.choose(THERE)
    assert desk.receiver() == known_receiver() == THERE
    desk.choose(THERE)
    desk.choose(None)
    assert desk.receiver() is None
    told = [(one.kind, one.facts["old"], one.facts["new"]) for one in trail.lines]
    assert told == [
        (AuditKind.SETTING, "", THERE.name),
        (AuditKind.SETTING, THERE.name, ""),
    ]


def test_nobody_else_says_where_to(gate: Gate) -> None:
    with pytest.raises(Refusal):
        sit(gate, NURSE).choose(THERE)
    assert known_receiver() is None


def test_a_nurse_hands_over_and_a_viewer_does_not(gate: Gate) -> None:
    sit(gate, SUPERVISOR).choose(THERE)
    assert "waits to be sent to hl7.clinic.example:2575" in sit(gate, NURSE).put("s-1")
    with pytest.raises(Refusal):
        sit(gate, VIEWER).put("s-2")
    assert [(one.session_id, one.by) for one in usual_outbox().letters()] == [("s-1", NURSE)]


def test_without_a_receiver_nothing_is_queued(gate: Gate) -> None:
    with pytest.raises(Refusal, match="no receiver yet"):
        sit(gate, NURSE).put("s-1")
    assert usual_outbox().letters() == []


def test_what_was_refused_is_tried_again_or_taken_away_by_a_person(
    gate: Gate, trail: NotedTrail
) -> None:
    sit(gate, SUPERVISOR).choose(THERE)
    desk = sit(gate, NURSE)
    desk.put("s-1")
    box = usual_outbox()
    box.refused(box.letters()[0], 1.0, "unknown patient")
    desk.again(desk.letters()[0])
    assert [one.fate for one in desk.letters()] == [Fate.WAITING]
    desk.drop(desk.letters()[0])
    assert desk.letters() == []
    assert trail.lines[-1].facts == {"format": "hl7", "to": THERE.name, "dropped": True}


def test_of_a_demo_nothing_is_sent(gate: Gate) -> None:
    sit(gate, SUPERVISOR).choose(THERE)
    desk = PostDesk(gate, simulated=True)
    assert desk.receiver() is None
    assert desk.letters() == []
    with pytest.raises(Refusal):
        desk.put("s-1")


def test_leaving_tls_out_for_the_same_host_is_a_line(gate: Gate, trail: NotedTrail) -> None:
    desk = sit(gate, SUPERVISOR)
    desk.choose(THERE)
    desk.choose(replace(THERE, tls=False))
    assert trail.lines[-1].facts == {
        "what": "receiver",
        "old": THERE.name,
        "new": f"{THERE.name} without TLS",
    }


def test_what_was_for_another_receiver_is_sent_to_the_one_of_now(gate: Gate) -> None:
    sit(gate, SUPERVISOR).choose(THERE)
    desk = sit(gate, NURSE)
    desk.put("s-1")
    sit(gate, SUPERVISOR).choose(Receiver("new.example", 2575))
    assert "new.example:2575" in desk.again(desk.letters()[0])
    assert [one.receiver for one in desk.letters()] == ["new.example:2575"]
    sit(gate, SUPERVISOR).choose(None)
    with pytest.raises(Refusal, match="no receiver yet"):
        desk.again(desk.letters()[0])


def test_the_view_is_all_there_is_to_see_and_the_mark_changes_with_it(gate: Gate) -> None:
    desk = sit(gate, SUPERVISOR)
    assert desk.view() == PostView()
    marks = [desk.mark()]
    desk.choose(THERE)
    marks.append(desk.mark())
    desk.put("s-1")
    marks.append(desk.mark())
    assert desk.mark() == marks[-1]
    assert marks[0] != marks[1] != marks[2]
    assert desk.view() == PostView(THERE, tuple(desk.letters()))
    assert PostDesk(gate, simulated=True).view() == PostView(possible=False)


def test_a_queue_that_cannot_be_read_is_a_sentence(gate: Gate) -> None:
    usual_outbox().folder.write_text("", encoding="utf-8")
    view = sit(gate, NURSE).view()
    assert "cannot be used" in view.trouble
    assert view.trouble == sit(gate, NURSE).mark()


def test_what_was_typed_is_a_receiver_or_one_sentence(tmp_path: Path) -> None:
    assert receiver_typed(" hl7.clinic.example ", "", tls=True) == THERE
    assert receiver_typed("h:1", str(tmp_path / "gone.pem"), tls=False) == Receiver("h", 1, False)
    with pytest.raises(WrongEntry, match="is no host"):
        receiver_typed("", "", tls=True)
    with pytest.raises(WrongEntry, match="cannot vouch"):
        receiver_typed("h", str(tmp_path / "gone.pem"), tls=True)
