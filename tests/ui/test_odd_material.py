"""Material that no core ever made, in every format: a file, or one sentence."""

from __future__ import annotations

import contextlib

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from record_examples import opening, sessions

from data.errors import StoreError
from data.export.material import Material
from monitor.entries import Anchor, AnchorReason, Entry
from monitor.vitals import WaveChunk
from ui.handing_over import FORMATS

moments = st.sampled_from((0.0, -1.0, 1e9, -1e9, 1e308, float("inf"), float("nan"), 1.7e9))
anchors = st.builds(
    Anchor,
    st.just("s-1"),
    moments,
    moments,
    st.sampled_from((0, 60, -720, 1439, 10**9, -(10**12))),
    st.sampled_from(AnchorReason),
)


@settings(
    max_examples=15,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(
    entries=sessions(),
    known=st.lists(anchors, max_size=3),
    simulated=st.booleans(),
    short=st.booleans(),
)
def test_whatever_is_in_a_session_every_format_is_made_or_says_a_sentence(
    entries: list[Entry], known: list[Anchor], *, simulated: bool, short: bool
) -> None:
    # An opening is one that some version wrote: its profile has every limit.
    said = [one for one in entries if not hasattr(one.what, "profile")]
    kept = [Entry("s-1", -1, 0.0, opening())]
    kept += [one for one in said if not short or one.now_s < 5_000]
    waves = [one for one in kept if isinstance(one.what, WaveChunk)]
    rest = tuple(one for one in kept if not isinstance(one.what, WaveChunk))
    material = Material(
        "s-1", rest, known, lambda: iter(waves), simulated=simulated, missing="Ten lines."
    )
    for one in FORMATS.values():
        with contextlib.suppress(StoreError):
            for piece in one.pieces(material):
                assert isinstance(piece, bytes)
