"""The day as the window asks for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.day_book import Moment, TodayEntry
from ui.day import DayDesk, here_and_now, is_profile
from ui.places import home, open_record
from ui.requests import Refusal, WrongEntry

NOW = Moment(1_790_000_000.0, 120)


def everybody(_by: str) -> None:
    """Whoever it is, may."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "record.db"
    open_record(place).close()
    return place


@pytest.fixture
def desk(path: Path) -> DayDesk:
    return DayDesk(path, None, everybody, now=lambda: NOW)


def test_a_list_is_typed_and_taken_back(desk: DayDesk) -> None:
    desk.plan(TodayEntry(" 20417 ", at="9.30", profile="adult-iv"), "Nurse 1")
    assert desk.today() == (TodayEntry("20417", at="09:30", profile="adult-iv"),)
    desk.drop(" 20417", "Nurse 1")
    assert desk.today() == ()
    with pytest.raises(WrongEntry, match="20417 is not on today's list"):
        desk.drop("20417", "Nurse 1")


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (TodayEntry(" "), "the patient id is missing"),
        (TodayEntry("1", at="24:00"), "«24:00» is no time of day"),
        (TodayEntry("1", chair=9), "«9» is no chair; expected 1 to 8"),
        (TodayEntry("1", profile="x"), "no profile «x»"),
        (TodayEntry("1", note="n" * 500), "note «n+» is longer than 400"),
    ],
)
def test_a_wrong_entry_is_refused_with_its_value(
    desk: DayDesk, entry: TodayEntry, words: str
) -> None:
    with pytest.raises(WrongEntry, match=words):
        desk.plan(entry, "Nurse 1")
    assert desk.today() == ()


def test_a_list_is_brought_from_a_file(desk: DayDesk, tmp_path: Path) -> None:
    file = tmp_path / "today.csv"
    file.write_text("patient_id;at;note\n20417;10:00;=1+1\n20418;09:00;\n", encoding="utf-8")
    assert desk.bring(str(file), "Nurse 1") == 2
    assert [(entry.patient_id, entry.note) for entry in desk.today()] == [
        ("20418", ""),
        ("20417", "=1+1"),
    ]


def test_of_a_wrong_list_nothing_is_taken_and_its_lines_are_named(
    desk: DayDesk, tmp_path: Path
) -> None:
    file = tmp_path / "today.csv"
    lines = "".join(f"{number},x\n" for number in range(7))
    file.write_text("patient_id,chair\n1,2\n" + lines, encoding="utf-8")
    with pytest.raises(WrongEntry) as caught:
        desk.bring(str(file), "Nurse 1")
    text = str(caught.value)
    assert "line 3: the chair «x» is no chair; expected 1 to 8, or nothing; line 4: " in text
    assert text.endswith(
        "line 7: the chair «x» is no chair; expected 1 to 8, or nothing; and 2 more."
    )
    assert desk.today() == ()


def test_a_file_that_cannot_be_read_is_a_refusal(desk: DayDesk, tmp_path: Path) -> None:
    for place in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(Refusal, match="cannot be read"):
            desk.bring(str(place), "Nurse 1")


def test_ticks_and_what_is_unfinished(desk: DayDesk) -> None:
    assert [one.what for one in desk.closing().unfinished] == ["backup"]
    desk.tick("backup", True, " to  the safe ", "Nurse 1")
    assert [(one.item, one.text, one.utc_s) for one in desk.ticks()] == [
        ("backup", "to the safe", NOW.utc_s)
    ]
    assert [one.what for one in desk.closing().unfinished] == ["backup"]  # nobody ticks it
    for item in ("", "x" * 81, "a\nb"):
        with pytest.raises(WrongEntry, match="no item"):
            desk.tick(item, True, "", "Nurse 1")


def test_who_closes_the_day_is_told_on(path: Path) -> None:
    closed: list[str] = []
    desk = DayDesk(path, None, lambda _by: None, now=lambda: NOW, closed=closed.append)
    desk.tick("oxygen", True, "", "Nurse 1")
    desk.tick("closed", True, "", "Nurse 1")
    desk.tick("closed", False, "", "Nurse 1")
    assert closed == ["Nurse 1"]


def test_whoever_may_not_changes_nothing(path: Path) -> None:
    def nobody(by: str) -> None:
        raise Refusal(f"{by} may not")

    desk = DayDesk(path, None, nobody, now=lambda: NOW)
    for change in (
        lambda: desk.plan(TodayEntry("1"), "Viewer 1"),
        lambda: desk.drop("1", "Viewer 1"),
        lambda: desk.bring("x.csv", "Viewer 1"),
        lambda: desk.tick("backup", True, "", "Viewer 1"),
    ):
        with pytest.raises(Refusal, match="Viewer 1 may not"):
            change()
    assert (desk.today(), desk.ticks()) == ((), ())


def test_a_record_that_cannot_be_read_is_a_refusal_to_every_question(tmp_path: Path) -> None:
    desk = DayDesk(tmp_path / "none.db", None, everybody)
    for question in (desk.today, desk.ticks, desk.closing):
        with pytest.raises(Refusal, match=r"none\.db"):
            question()


def test_the_clinics_own_profiles_may_be_planned() -> None:
    assert not is_profile("custom:evening")
    (home() / "profiles.toml").write_text(
        '[evening]\nbased-on = "adult-iv"\n[evening.limits]\nsbp-high = 150\n', encoding="utf-8"
    )
    assert is_profile("custom:evening")


def test_now_is_the_clock_and_zone_of_this_computer() -> None:
    assert here_and_now().utc_s > NOW.utc_s - 10 * 365 * 86400.0
    assert abs(here_and_now().offset_min) <= 14 * 60
