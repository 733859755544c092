"""The course of each chair's session, as curves need it: fed with all that is published.

Rule: numpy, which the curves need, is loaded with the first chair and not with the window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from monitor.entries import Published
from monitor.events import SessionOpened
from ui.inbox import Message
from ui.requests import Backend, Refusal
from ui.view_state import ChairView, ViewState

if TYPE_CHECKING:
    from ui.trend_model import TrendModel


def new_course() -> TrendModel:
    from ui.trend_model import TrendModel  # noqa: PLC0415 -- see the rule above

    return TrendModel()


class Courses:
    """A session that was already running when the window came is looked up in the record once."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._models: dict[str, TrendModel] = {}

    def absorb(self, message: Message, state: ViewState) -> None:
        """Take what was published; `state` has taken it before."""
        if not isinstance(message, Published):
            return
        session_id = message.picture.session_id
        model = self._models.get(session_id)
        if model is None:
            model = new_course()
            self._forget_others(state)
            self._models[session_id] = model
            if not isinstance(message.event, SessionOpened):
                self._look_up(message, model, state.view(message.chair))
        if message.event is not None:
            model.absorb(message.now_s, message.event)
        for outcome in message.outcomes:
            model.absorb(message.now_s, outcome)

    def of(self, view: ChairView) -> TrendModel:
        model = self._models.get(view.picture.session_id)
        if model is None:
            model = self._models[view.picture.session_id] = new_course()
        return model

    def _forget_others(self, state: ViewState) -> None:
        """Sessions that no chair shows any more take no memory."""
        shown = {view.picture.session_id for view in state.chairs.values()}
        for session_id in set(self._models) - shown:
            del self._models[session_id]

    def _look_up(self, message: Published, model: TrendModel, view: ChairView | None) -> None:
        try:
            record = self._backend.record(message.picture.session_id)
        except Refusal:
            return  # without its past the session is still shown from now on
        for entry in record.entries:
            if isinstance(entry.what, SessionOpened) and view is not None:
                view.opened = entry.what
            if entry.now_s < message.now_s:
                model.absorb(entry.now_s, entry.what)
