"""What a window asks about a recorded session: to look into it, correct it, hand it over."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Protocol

from monitor.amendments import Addendum, Correct
from monitor.entries import Entry

if TYPE_CHECKING:
    from data.capture_window import CaptureWindow
    from data.export.material import Material
    from ui.batch import Batch, Job
    from ui.post_desk import PostDesk


class SessionDoor(Protocol):
    """Part of a `Backend`. Every method raises `Refusal` when whoever asks may not."""

    def want_print(self, what: str, session_id: str = "") -> None:
        """To be asked before anything is put on paper or into a PDF. Raises `Refusal`."""
        ...

    def correct(self, session_id: str, said: Correct) -> None:
        """Say what counts instead of a line of a session that is over and not signed.

        `by` empty = who sits here; when it was said is put in. Raises `Refusal`.
        """
        ...

    def addend(self, session_id: str, said: Addendum) -> None:
        """Add to a session that is over, signed or not; as `correct`. Raises `Refusal`."""
        ...

    def waves(self, session_id: str, from_s: float, to_s: float) -> tuple[Entry, ...]:
        """The chunks of waves of a reviewed session that ended in these session seconds."""
        ...

    def raw_bytes(self, session_id: str, from_s: float, to_s: float) -> CaptureWindow:
        """What went over the wires of a reviewed session in these session seconds.

        Raises `Refusal`, also when its raw bytes were not kept.
        """
        ...

    def material(
        self, session_id: str, kind: str, to: str, *, deidentify: bool = False
    ) -> Material:
        """What a format is made of, for whoever makes it elsewhere.

        It is noted that `kind` went `to` the ``clipboard``, the ``network``, the ``printer``.
        Raises `Refusal`.
        """
        ...

    def hand_over(
        self,
        jobs: Sequence[Job],
        kind: str,
        chosen: Collection[str] = (),
        *,
        deidentify: bool = False,
    ) -> Batch:
        """Sessions in one format, one after the other, beside the window. Raises `Refusal`.

        `chosen` are choices of the format. More than one only while no session runs here.
        """
        ...

    def post(self) -> PostDesk:
        """What is sent to another system, and how it went."""
        ...

    def export(self, session_id: str, kind: str, path: str, *, deidentify: bool = False) -> None:
        """Write a session in one of the formats of `ui/handing_over.py`: whole, or not at all.

        Raises `Refusal`.
        """
        ...
