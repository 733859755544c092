"""Today's list as it is typed, and as it comes from a file."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.day_book import TodayEntry
from data.day_list import (
    COLUMNS,
    LARGEST,
    EntryRefused,
    ListRefused,
    checked,
    parse_list,
    read_list,
)

HEADER = "patient_id,initials,at,chair,profile,note\n"


def known(name: str) -> bool:
    return name in {"adult-iv", "intranasal"}


def parsed(text: str) -> tuple[TodayEntry, ...]:
    return parse_list(text.encode(), known)


def wrong(content: str | bytes) -> list[tuple[int, str, tuple[object, ...]]]:
    with pytest.raises(ListRefused) as caught:
        parse_list(content if isinstance(content, bytes) else content.encode(), known)
    return [(cell.line, cell.reason, cell.arguments) for cell in caught.value.wrong]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_list_is_read_whatever_spreadsheet_wrote_it(mark: str, end: str, coding: str) -> None:
    lines = [HEADER.strip().split(","), ["20417", "J. M.", "9:30", "2", "adult-iv", "Übelkeit"]]
    content = "".join(mark.join(line) + end for line in [*lines, ["20418", *[""] * 5]])
    assert parse_list(content.encode(coding), known) == (
        TodayEntry("20417", "J. M.", "09:30", 2, "adult-iv", "Übelkeit"),
        TodayEntry("20418"),
    )


def test_columns_may_be_missing_or_in_another_order_and_empty_lines_are_none() -> None:
    assert parsed("Chair, Patient_ID\n\n3,20417\n,\n") == (TodayEntry("20417", chair=3),)
    assert parsed("patient_id\n") == ()


def test_what_begins_like_a_formula_is_text() -> None:
    entry = parsed(HEADER + '20417,,,,,"=HYPERLINK(""x"")"\n')[0]
    assert entry.note == '=HYPERLINK("x")'


def test_every_wrong_line_is_named_with_its_value() -> None:
    text = HEADER + ",JM,,,,\n1,,25:00,,,\n2,,,9,,\n3,,,two,,\n4,,,,oral-x,\n5,,,,,\n5,,,,,\n"
    assert wrong(text) == [
        (2, "day-patient-missing", ()),
        (3, "day-at-wrong", ("25:00",)),
        (4, "day-chair-wrong", (9, 1, 8)),
        (5, "day-chair-wrong", ("two", 1, 8)),
        (6, "day-profile-unknown", ("oral-x",)),
        (8, "day-twice", ("5", 7)),
    ]


def test_a_cell_without_a_heading_is_not_dropped_in_silence() -> None:
    assert wrong("patient_id\n20417,forgotten\n") == [(2, "day-cell-extra", ("forgotten",))]
    assert parsed("patient_id\n20417,,\n") == (TodayEntry("20417"),)


@pytest.mark.parametrize("header", ["", "name,initials", "patient_id,mood", "chair,chair"])
def test_headings_that_mean_nothing_are_refused(header: str) -> None:
    assert wrong(header + "\n1,2\n")[0][:2] == (1, "day-header-wrong")


def test_a_file_that_is_no_list_of_one_day_is_refused() -> None:
    assert wrong(b"x" * (LARGEST + 1)) == [(1, "day-list-large", (1000,))]
    many = HEADER + "".join(f"{number},,,,,\n" for number in range(201))
    assert wrong(many) == [(202, "day-list-long", (201, 200))]
    assert len(parsed(many.rsplit("200,", 1)[0])) == 200
    assert wrong(b"patient_id\n1\n\x00\x01")[0][:2] == (3, "day-list-no-text")
    assert wrong(b"patient_id\n\x81\xff")[0][:2] == (2, "day-list-no-text")
    assert wrong("patient_id\n" + "9" * 200_000)[0][:2] == (2, "day-list-torn")


def test_a_text_that_is_too_long_or_no_plain_text_is_refused() -> None:
    for entry in (TodayEntry("1" * 65), TodayEntry("1", note="x" * 401), TodayEntry("a\u202eb")):
        with pytest.raises(EntryRefused) as caught:
            checked(entry, known)
        assert caught.value.reason == "day-text-wrong"


def test_a_file_is_read_no_further_than_it_may_be_large(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(HEADER + "20417,,,,,\n", encoding="utf-8")
    assert read_list(path, known) == (TodayEntry("20417"),)
    with pytest.raises(ListRefused):
        read_list(Path("/dev/zero"), known)
    with pytest.raises(OSError, match="none"):
        read_list(tmp_path / "none.csv", known)


@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: (HEADER + text).encode()))
def test_any_bytes_are_a_list_or_are_refused_with_their_lines(content: bytes) -> None:
    entries: tuple[TodayEntry, ...] = ()
    lines = [1]
    try:
        entries = parse_list(content, known)
    except ListRefused as refused:
        lines = [cell.line for cell in refused.wrong]
    assert lines == sorted(lines)
    assert lines[0] >= 1
    assert all(checked(entry, known) == entry for entry in entries)


plain = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=16)


@given(
    st.lists(
        st.builds(
            TodayEntry, plain, plain, st.sampled_from(["", "00:00", "23:59"]),
            st.none() | st.integers(1, 8), st.sampled_from(["", "adult-iv"]), plain,
        ),
        max_size=8,
        unique_by=lambda entry: entry.patient_id,
    ),
    st.sampled_from(",;\t"),
)  # fmt: skip
def test_a_list_that_was_written_is_the_list_that_is_read(
    entries: list[TodayEntry], mark: str
) -> None:
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=mark)
    writer.writerow(COLUMNS)
    for entry in entries:
        writer.writerow(["" if (v := getattr(entry, name)) is None else v for name in COLUMNS])
    assert parsed(file.getvalue()) == tuple(entries)
