import contextlib
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.toml_text import LARGEST, LONGEST_LINE, toml_table

HOSTILE = [
    "a." * 20_000 + "a = 1",
    "a = " + "[" * 900 + "\n" + "[" * 900,
    "x = " + "9" * 5_000,
    "a = " + "{a = " * 190,
    "d = 2020-99-99",
    "a = 1\r\nb = '\x00'",
    "a = 1 " * LARGEST,
    "[a]\n[a]",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_no_table_is_refused_in_one_kind_of_words(text):
    with pytest.raises(ValueError, match=r"\w"):
        toml_table(text)


def test_dotted_keys_cannot_eat_the_memory():
    lines = [f"k{n}.{'a.' * 490}a = 1"[:LONGEST_LINE] for n in range(LARGEST // 1000)]
    tracemalloc.start()
    try:
        toml_table("\n".join(lines)[:LARGEST])
        peak = tracemalloc.get_traced_memory()[1]
    except ValueError:
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 200_000_000


@given(st.text(max_size=200) | st.text("[]{}=.\"'#\n a1", max_size=200))
def test_any_text_is_a_table_or_a_value_error(text):
    with contextlib.suppress(ValueError):
        assert isinstance(toml_table(text), dict)


def test_a_table_is_read():
    assert toml_table("a = 1\n[b]\nc = 'x'") == {"a": 1, "b": {"c": "x"}}
