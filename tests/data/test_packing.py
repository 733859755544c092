import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.packing import (
    Layout,
    layout_of,
    pack_samples,
    pack_time,
    unpack_samples,
    unpack_time,
)
from monitor.vitals import Quality, VitalSign
from tests.data.record_examples import samples, stamps

signs = st.lists(st.tuples(st.sampled_from(VitalSign), st.sampled_from(Quality)), min_size=1).map(
    tuple
)


@given(samples)
def test_samples_come_back_exactly(wave):
    assert unpack_samples(*pack_samples(wave)) == wave


def test_samples_of_a_converter_take_about_a_byte_each():
    wave = tuple(round(0.01 * (step % 50), 2) for step in range(250))
    packing, data = pack_samples(wave)
    assert packing == "2"
    assert len(data) < 250


@given(stamps)
def test_a_time_stamp_comes_back_as_the_text_it_was(stamp):
    assert unpack_time(pack_time(stamp)) == stamp


def test_a_time_stamp_of_whole_seconds_is_a_small_number():
    packed = pack_time("2026-03-05T11:12:13")
    assert isinstance(packed, int)
    assert abs(packed) < 2**31


@given(signs, st.text())
def test_a_layout_is_found_again_in_its_text(pairs, source):
    layout = Layout(source, pairs)
    assert layout_of(layout.text) == layout


@pytest.mark.parametrize("text", ["", "hr spo2", "hr:nonsense @ x", "nonsense @ x"])
def test_a_layout_that_nobody_wrote_is_refused(text):
    with pytest.raises(ValueError, match=r"no source|not a valid"):
        layout_of(text)
