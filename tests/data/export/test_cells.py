import csv
import io
import math
import re

import pytest
from helpers import ROOT
from hypothesis import given
from hypothesis import strategies as st

from data.export.cells import csv_line, harmless, number

FORMULA = ("=", "+", "-", "@")
DELIMITERS = (",", ";", "\t")
texts = st.text(max_size=20) | st.text("=+-@;,\t\r\n\"' ab1＝", max_size=12)
numbers = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**15), 10**15)


def read(line, delimiter=","):
    return next(csv.reader(io.StringIO(line, newline=""), delimiter=delimiter))


@given(st.lists(texts, min_size=1, max_size=5))
def test_no_cell_of_text_begins_a_formula_whatever_the_spreadsheet_parts_cells_at(cells):
    line = csv_line(cells)
    assert line.endswith("\n")
    assert len(line.splitlines()) == 1
    line.encode()
    for delimiter in DELIMITERS:
        # A naive reader knows no quotes; one that does must find nothing either.
        for cell in (*read(line, delimiter), *line.rstrip("\n").split(delimiter)):
            bare = cell.replace('"', "").lstrip()
            assert not bare.startswith(FORMULA) or delimiter == ","
        assert not any(cell.lstrip().startswith(FORMULA) for cell in read(line))


@given(st.lists(st.text("abc äöü123,;\"'()/°%", min_size=1, max_size=12), min_size=1, max_size=5))
def test_text_that_nobody_would_run_comes_back_as_it_was(cells):
    assert read(csv_line(cells)) == cells


@given(st.lists(numbers, min_size=1, max_size=5))
def test_a_number_stays_the_number_it_is(values):
    assert [float(cell) for cell in read(csv_line(values))] == values


def test_a_negative_number_is_no_formula_but_a_text_like_it_is():
    assert csv_line((-1.5, -2, "-1.5")) == "-1.5,-2,'-1.5\n"


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@A1", "\tx", "\rx", "  =1", "＝1"])
def test_every_beginning_of_a_formula_gets_an_apostrophe(text):
    assert harmless(text).startswith("'")


@pytest.mark.parametrize("text", ["a;=1+1", "a\t=1+1", "a; @x"])
def test_a_formula_behind_another_end_of_a_cell_gets_an_apostrophe_too(text):
    assert "'" in harmless(text)


def test_a_text_that_utf_8_cannot_hold_is_written_all_the_same():
    csv_line(["a\ud800b", "\x00"]).encode()


def test_nobody_else_writes_a_table():
    writers = {
        path.relative_to(ROOT).as_posix()
        for folder in ("monitor", "devices", "data", "ui")
        for path in (ROOT / folder).rglob("*.py")
        if re.search(r"csv\.(Dict)?[wW]riter", path.read_text(encoding="utf-8"))
    }
    assert writers == {"data/export/cells.py"}


def test_what_is_not_finite_is_no_number():
    assert csv_line((math.nan, math.inf, 1.0)) == ",,1\n"
    assert number(80.0) == "80"
