from hypothesis import given
from hypothesis import strategies as st

from data.chain import GROUP, Chain, first_difference, mark, seed, split_marks

START = Chain(seed("s-1", 1.5, "0.1.0"))


def chained(items):
    chain, links = START, []
    for item in items:
        chain, link = chain.then(item)
        links += [] if link is None else [link]
    return chain, links


@given(st.lists(st.binary(max_size=8), max_size=100))
def test_links_and_tail_together_have_a_mark_for_every_item(items):
    chain, links = chained(items)
    marks = split_marks(b"".join(link.marks for link in links) + chain.tail)
    assert marks == [mark(item) for item in items]
    assert chain.items == len(items)
    assert [link.items for link in links] == [GROUP * (n + 1) for n in range(len(items) // GROUP)]


@given(st.lists(st.binary(max_size=4), min_size=1, max_size=50), st.data())
def test_the_head_depends_on_every_item_and_on_their_order(items, data):
    place = data.draw(st.integers(0, len(items) - 1))
    head = chained(items)[0].head
    assert chained([*items[:place], items[place] + b"!", *items[place + 1 :]])[0].head != head
    assert chained(items[:place] + items[place + 1 :])[0].head != head
    if items[0] != items[-1]:
        assert chained([items[-1], *items[1:-1], items[0]])[0].head != head


def test_two_sessions_begin_their_chains_differently():
    heads = {seed("s-1", 1.5, "1"), seed("s-2", 1.5, "1"), seed("s-1", 2.5, "1")}
    assert len(heads) == 3


MARKS = [mark(str(number).encode()) for number in range(40)]


@given(st.integers(0, 39), st.integers(1, 6))
def test_the_first_missing_line_is_found(place, many):
    found = MARKS[:place] + MARKS[place + many :]
    assert first_difference(MARKS, found) == (place, "missing")


@given(st.integers(0, 40), st.integers(1, 6))
def test_the_first_inserted_line_is_found(place, many):
    found = MARKS[:place] + [bytes((250, n)) for n in range(many)] + MARKS[place:]
    assert first_difference(MARKS, found) == (place, "inserted")


@given(st.integers(0, 39))
def test_a_changed_line_is_found(place):
    found = [*MARKS[:place], b"??", *MARKS[place + 1 :]]
    assert first_difference(MARKS, found) == (place, "changed")


def test_equal_lists_have_no_difference():
    assert first_difference(MARKS, list(MARKS)) is None
