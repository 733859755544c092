from __future__ import annotations

from data.export.moments import Moments
from monitor.entries import Anchor, AnchorReason

START = Anchor("s-1", 0.0, 1_760_000_000.25, 120, AnchorReason.START)
WOKE = Anchor("s-1", 600.0, 1_760_004_200.25, 60, AnchorReason.WAKE)


def test_a_moment_is_told_by_the_last_anchor_before_it() -> None:
    moments = Moments([WOKE, START])
    assert moments.iso(0.0) == "2025-10-09T10:53:20.250+02:00"
    assert moments.iso(599.9996) == "2025-10-09T11:03:20.250+02:00"
    assert moments.iso(600.0) == "2025-10-09T11:03:20.250+01:00"
    assert moments.utc(600.0) == "2025-10-09T10:03:20.250Z"


def test_what_lies_before_all_anchors_is_told_by_the_first() -> None:
    assert Moments([WOKE]).iso(0.0) == "2025-10-09T10:53:20.250+01:00"


def test_without_an_anchor_no_moment_is_told() -> None:
    assert Moments(()).local(1.0) is None
    assert Moments(()).iso(1.0) == Moments(()).utc(1.0) == ""
