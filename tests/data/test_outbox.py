from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.outbox import DELAYS_S, SENT_KEPT_DAYS, Fate, Letter, Outbox


@pytest.fixture
def box(tmp_path: Path) -> Outbox:
    return Outbox(tmp_path / "outbox")


def test_an_empty_outbox_has_no_folder(box: Outbox) -> None:
    assert box.letters() == box.due(1e9) == []
    assert not box.folder.exists()


def test_what_is_put_in_is_due_at_once_and_survives(box: Outbox) -> None:
    letter = box.put("s-1", "host:2575", "Nurse 1", 100.0)
    assert Outbox(box.folder).due(100.0) == [letter]


def test_what_failed_is_due_again_after_longer_and_longer(box: Outbox) -> None:
    letter, now = box.put("s-1", "host:2575", "Nurse 1", 100.0), 100.0
    for delay_s in (*DELAYS_S, DELAYS_S[-1], DELAYS_S[-1]):
        letter = box.failed(letter, now, "the host is away")
        assert box.due(now + delay_s - 0.5) == []
        now += delay_s
        assert box.due(now) == [letter]
    assert letter.trouble == "the host is away"
    assert letter.tries == len(DELAYS_S) + 2


def test_what_was_sent_or_refused_is_not_due_and_not_forgotten(box: Outbox) -> None:
    sent = box.sent(box.put("s-1", "host:2575", "Nurse 1", 100.0), 101.0)
    refused = box.refused(box.put("s-2", "host:2575", "Nurse 1", 102.0), 103.0, "no such patient")
    assert box.due(1e9) == []
    assert box.letters() == [refused, sent]
    assert (sent.fate, refused.fate) == (Fate.SENT, Fate.REFUSED)
    again = box.again(refused, "Nurse 2", 200.0)
    assert box.due(200.0) == [again]
    assert again.by == "Nurse 2"


def test_the_oldest_goes_first(box: Outbox) -> None:
    letters = [box.put(f"s-{n}", "host:2575", "Nurse 1", 100.0 - n) for n in range(4)]
    assert box.due(200.0) == list(reversed(letters))


def test_handed_over_twice_it_waits_once(box: Outbox) -> None:
    box.failed(box.put("s-1", "host:2575", "Nurse 1", 100.0), 100.0, "away")
    letter = box.put("s-1", "host:2575", "Nurse 2", 101.0)
    assert box.letters() == [letter]
    assert letter.tries == 0
    box.put("s-1", "other:2575", "Nurse 2", 102.0)
    assert len(box.letters()) == 2


def test_only_a_person_takes_a_line_away(box: Outbox) -> None:
    letter = box.put("s-1", "host:2575", "Nurse 1", 100.0)
    box.drop(letter)
    box.drop(letter)
    assert box.letters() == []


def test_only_one_program_sends_at_a_time(box: Outbox) -> None:
    with box.sending() as first, Outbox(box.folder).sending() as second:
        assert (first, second) == (True, False)
    with box.sending() as again:
        assert again


@given(st.one_of(st.binary(max_size=200), st.text(max_size=100).map(str.encode)))
def test_a_file_that_is_none_of_ours_is_passed_over(content: bytes) -> None:
    import tempfile  # noqa: PLC0415 (a folder for each example)

    with tempfile.TemporaryDirectory() as folder:
        box = Outbox(Path(folder))
        letter = box.put("s-1", "host:2575", "Nurse 1", 100.0)
        (box.folder / "strange.json").write_bytes(content)
        assert box.letters() == [letter]


@pytest.mark.parametrize(
    "change",
    [
        {"tries": -1},
        {"fate": "lost"},
        {"by": 7},
        {"queued_utc_s": "now"},
        {"next_utc_s": 1e300},
        {"session_id": "s-2"},
        {"trouble": "x" * 5000},
    ],
)
def test_a_letter_that_somebody_changed_is_not_sent(
    box: Outbox, change: dict[str, object]
) -> None:
    letter = box.put("s-1", "host:2575", "Nurse 1", 100.0)
    path = box.folder / letter.name
    path.write_text(json.dumps(json.loads(path.read_text()) | change))
    assert box.letters() == []


def test_nothing_of_a_patient_is_in_a_letter() -> None:
    fields = set(Letter.__dataclass_fields__)
    assert fields == {
        *("session_id", "receiver", "by", "queued_utc_s", "fate", "tries", "next_utc_s"),
        *("settled_utc_s", "trouble"),
    }


def test_handed_over_anew_while_the_old_one_goes_it_still_waits(box: Outbox) -> None:
    going = box.put("s-1", "host:2575", "Nurse 1", 100.0)
    anew = box.put("s-1", "host:2575", "Nurse 2", 101.0)
    for settle in (
        lambda: box.sent(going, 102.0),
        lambda: box.failed(going, 102.0, "away"),
        lambda: box.refused(going, 102.0, "no such patient"),
    ):
        settle()
        assert box.due(102.0) == [anew]


def test_taken_away_while_it_goes_it_is_not_tried_again_but_said_if_it_was_sent(
    box: Outbox,
) -> None:
    going = box.put("s-1", "host:2575", "Nurse 1", 100.0)
    box.drop(going)
    box.failed(going, 102.0, "away")
    box.refused(going, 102.0, "no such patient")
    assert box.letters() == []
    box.sent(going, 102.0)
    assert [one.fate for one in box.letters()] == [Fate.SENT]


def test_a_clock_that_was_a_year_ahead_keeps_no_letter_back(box: Outbox) -> None:
    year_s = 365 * 86_400.0
    letter = box.failed(box.put("s-1", "host:2575", "Nurse 1", year_s), year_s, "away")
    assert box.due(100.0) == [letter]


def test_nothing_but_letters_lies_in_the_folder(box: Outbox) -> None:
    letter = box.failed(box.put("s-1", "host:2575", "Nurse 1", 100.0), 100.0, "away")
    assert [path.name for path in box.folder.iterdir()] == [letter.name]


def test_what_was_sent_is_let_go_after_a_week_and_what_was_not_never_is(box: Outbox) -> None:
    box.sent(box.put("s-1", "host:2575", "Nurse 1", 100.0), 100.0)
    box.refused(box.put("s-2", "host:2575", "Nurse 1", 100.0), 100.0, "no such patient")
    box.put("s-3", "host:2575", "Nurse 1", 100.0)
    week_s = SENT_KEPT_DAYS * 86_400.0
    box.let_go(100.0 + week_s)
    assert len(box.letters()) == 3
    box.let_go(101.0 + week_s)
    assert sorted(one.session_id for one in box.letters()) == ["s-2", "s-3"]


def test_the_mark_changes_with_every_letter_that_comes_changes_or_goes(box: Outbox) -> None:
    marks = [box.mark()]
    letter = box.put("s-1", "host:2575", "Nurse 1", 100.0)
    marks.append(box.mark())
    assert box.mark() == marks[-1]
    letter = box.failed(letter, 101.0, "away")
    marks.append(box.mark())
    box.drop(letter)
    assert box.mark() == marks[0] == frozenset()
    assert len(set(marks)) == 3


def test_a_file_in_the_place_of_the_folder_is_no_empty_queue(box: Outbox) -> None:
    box.folder.write_text("", encoding="utf-8")
    for ask in (box.letters, box.mark):
        with pytest.raises(NotADirectoryError):
            ask()
