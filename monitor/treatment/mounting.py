"""Where the cuff, the probe and the drip sit, and whether the cuff was put elsewhere.

Rule 1: what is said again replaces what was said; what is not said (None) stays.
Rule 2: another cuff size or another arm after the first reading asks for a new baseline: what was
        read before counts for it no more. A baseline that was accepted or given by hand stays in
        force until somebody gives a new one.
"""

from __future__ import annotations

from monitor.treatment.commands import Mount


class Mounting:
    """`mount` None = nothing was said yet."""

    def __init__(self) -> None:
        self.mount: Mount | None = None
        self.moved = False
        """The cuff sits elsewhere than where the baseline was taken."""

    def take(self, event: Mount, *, measured: bool) -> bool:
        """True when the cuff was put elsewhere after something had been `measured` with it."""
        before = self.mount
        self.mount = merged(before, event)
        if before is None or not measured:
            return False
        elsewhere = _changed(before.cuff_size, event.cuff_size) or _changed(
            before.cuff_arm, event.cuff_arm
        )
        self.moved = self.moved or elsewhere
        return elsewhere

    @property
    def same_arm(self) -> bool:
        """The probe sits on the arm of the cuff: it loses its pulse whenever that measures."""
        mount = self.mount
        return (
            mount is not None and mount.spo2_arm is not None and mount.spo2_arm is mount.cuff_arm
        )

    def settled(self) -> None:
        """There is a baseline with the cuff as it sits now."""
        self.moved = False


def _changed(before: str | None, after: str | None) -> bool:
    return before is not None and after is not None and before != after


def merged(before: Mount | None, now: Mount) -> Mount:
    """What was not said this time stays as it was."""
    if before is None:
        return now
    return Mount(
        now.cuff_size or before.cuff_size,
        now.cuff_arm or before.cuff_arm,
        now.spo2_arm or before.spo2_arm,
        now.iv_arm or before.iv_arm,
        now.by,
    )
