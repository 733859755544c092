"""What is told of a session is the same whether it is read in columns or entry by entry."""

from __future__ import annotations

import numpy as np
from hypothesis import given

from data.counted import as_counted, as_recorded, happened
from monitor.entries import Entry
from monitor.vitals import VitalSign
from tests.data.record_examples import course
from tests.data.second_examples import OTHER, SOURCE, as_read, lived, opening
from ui.review.computed import computed
from ui.review.statistics import statistics
from ui.review.timeline import timeline
from ui.trend_model import TrendModel


def drawn(model: TrendModel) -> list[object]:
    """Everything that a view could show of it."""
    found: list[object] = [
        *(model.baseline, model.opened_s, model.last_s, model.zero_s, model.limit_lines()),
        *(list(model.spans), list(model.cuffs.all), list(model.marks.marks)),
        *(list(model.marks.alarms), model.gaps(), model.rate_label),
    ]
    for track in model.signals.tracks:
        x, y = track.buffer.view()
        found += [x.tolist(), np.nan_to_num(y, nan=-1.0).tolist(), track.extremes]
        found += [track.sign, track.source, track.heard_s]
    return found


@given(lived())
def test_the_numbers_are_the_same(entries: list[Entry]) -> None:
    assert statistics(as_read(entries)) == statistics(entries)


@given(lived())
def test_what_is_computed_is_the_same(entries: list[Entry]) -> None:
    assert computed(as_read(entries)) == computed(entries)


@given(lived())
def test_what_happened_is_told_the_same(entries: list[Entry]) -> None:
    assert timeline(as_read(entries)) == timeline(entries)


@given(lived())
def test_the_curve_is_the_same(entries: list[Entry]) -> None:
    by_entry, by_column = TrendModel(), TrendModel()
    for entry in entries:
        by_entry.absorb(entry.now_s, entry.what)
    by_column.read(as_read(entries))
    assert drawn(by_column) == drawn(by_entry)


@given(lived())
def test_all_that_happened_is_there_in_order(entries: list[Entry]) -> None:
    read = as_read(entries)
    told = as_recorded(read)
    by_number = [entry.seq for entry in told.thinned(())]
    assert by_number == sorted(by_number)
    assert set(by_number) >= {entry.seq for entry in happened(read)}
    moments = [entry.now_s for entry in as_counted(read).events]
    assert moments == sorted(moments)


def test_one_device_is_read_in_columns_and_two_are_not() -> None:
    seconds = course("s-1", 30)[1:]
    one, two = (
        as_recorded(as_read([Entry("s-1", 0, 0.0, opening(*sources)), *seconds]))
        for sources in ((SOURCE,), (SOURCE, OTHER))
    )
    assert one.entries is not None
    assert two.entries is None
    assert len(two.events) == len(seconds) + 1


def test_a_run_says_which_values_count() -> None:
    read = as_read(course("s-1", 10))
    (run,) = [part for part in as_recorded(read).parts(()) if not isinstance(part, Entry)]
    assert not np.isnan(run.judged(VitalSign.HR)).any()
    assert np.isnan(run.judged(VitalSign.TEMP)).all()
    assert run.by_source(len).tolist() == [len("device:ivy-450c")] * 10
