from hypothesis import given
from hypothesis import strategies as st

from data.line_order import Placed, in_order
from data.store import SessionStore
from monitor.entries import Anchor, AnchorReason
from tests.data.record_examples import course, start_anchor

ENTRIES = {one.seq: one for one in course(seconds=20)}
RESUMED = Anchor("s-1", 9.5, 1_760_000_100.0, 120, AnchorReason.RESUME)


def flat(parts):
    return [line for entries, anchors in parts for line in (*entries, *anchors)]


def test_an_anchor_comes_behind_the_entry_it_came_with():
    lines = flat(in_order(ENTRIES, [Placed(RESUMED, 3), Placed(start_anchor(), -1)]))
    assert lines[0] == start_anchor()
    assert lines[5] == RESUMED
    assert lines[4].seq == 3


def test_where_that_is_not_known_it_comes_before_the_entries_of_its_moment():
    lines = flat(in_order(ENTRIES, [Placed(RESUMED)]))
    place = lines.index(RESUMED)
    assert all(line.now_s < RESUMED.from_s for line in lines[:place])
    assert all(line.now_s >= RESUMED.from_s for line in lines[place + 1 :])


def test_an_anchor_of_a_session_without_entries_is_kept():
    assert flat(in_order({}, [Placed(start_anchor())])) == [start_anchor()]


@given(
    st.sets(st.sampled_from(sorted(ENTRIES))),
    st.lists(st.none() | st.integers(-1, 30), max_size=3),
    st.integers(1, 7),
)
def test_nothing_is_lost_or_twice_and_entries_stay_in_order(seqs, places, batch):
    anchors = [
        Placed(Anchor("s-1", float(at), 1.0 + at, 0, AnchorReason.WAKE), after)
        for at, after in enumerate(places)
    ]
    lines = flat(in_order({seq: ENTRIES[seq] for seq in seqs}, anchors, batch))
    assert [one.seq for one in lines if not isinstance(one, Anchor)] == sorted(seqs)
    assert {one.anchor for one in anchors} == {one for one in lines if isinstance(one, Anchor)}
    assert len(lines) == len(seqs) + len(anchors)


def test_a_chain_that_is_made_anew_from_the_same_lines_has_the_same_head(tmp_path):
    heads = []
    for name in ("first.db", "second.db"):
        with SessionStore.open(tmp_path / name, clock=lambda: 1_760_000_000.0) as store:
            if not heads:
                store.write([], [start_anchor()])
                store.write([ENTRIES[seq] for seq in range(4)], [RESUMED])
                store.write([one for seq, one in ENTRIES.items() if seq > 3])
            else:
                for parts in in_order(ENTRIES, [Placed(RESUMED, 3), Placed(start_anchor(), -1)]):
                    store.write(*parts)
            heads.append(store.heads().sessions)
    assert heads[0] == heads[1]
