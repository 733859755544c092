"""What is pressed about sending on the page of the day → the post of the program behind it.

Rule 1: the folder is read only when something in it changed.
Rule 2: what was done, or why not, is one sentence, and what is shown afterwards is what is there.
Rule 3: many are queued a few at a time: each is brought to the disk, and the window goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer

from data.mllp import Receiver
from data.outbox import Fate, Letter
from ui.clinic_day.receiver_card import ReceiverCard
from ui.clinic_day.sending_part import SendingPart
from ui.post_desk import PostView
from ui.requests import Backend, Refusal
from ui.words import say

AT_A_TIME = 4


class SendingDesk:
    """`told` hears each sentence, `changed` that there may be something else to see."""

    def __init__(
        self,
        backend: Backend,
        part: SendingPart,
        card: ReceiverCard,
        told: Callable[[str], None],
        changed: Callable[[], None],
    ) -> None:
        self._backend, self._part, self._card = backend, part, card
        self._told, self._changed = told, changed
        self._mark: object = self
        """Of what was read last; the desk itself = nothing yet."""
        self.view = PostView()
        self._left: list[Letter] = []
        self._queued = 0
        self._timer = QTimer(part)
        self._timer.timeout.connect(lambda: self._do(self._go_on))
        part.again_asked.connect(lambda letters: self._do(lambda: self._again(letters)))
        part.drop_asked.connect(lambda letter: self._do(lambda: self._drop(letter)))
        card.chosen.connect(lambda receiver: self._do(lambda: self._choose(receiver)))
        card.stopped.connect(lambda: self._do(lambda: self._choose(None)))

    def look(self) -> PostView:
        """What is there now. To be called about once a second while somebody can see it."""
        post = self._backend.post()
        mark = post.mark()
        if mark != self._mark:
            self._mark, self.view = mark, post.view()
            self._part.show_view(self.view)
            self._card.show_view(self.view)
        return self.view

    def _do(self, change: Callable[[], str]) -> None:
        try:
            sentence = change()
        except Refusal as refusal:
            self._timer.stop()
            sentence = str(refusal)
        self._changed()
        self._told(sentence)

    def _again(self, letters: Sequence[Letter]) -> str:
        if len(letters) == 1:
            return self._backend.post().again(letters[0])
        self._left, self._queued = list(letters), 0
        self._timer.start(0)
        return self._go_on()

    def _go_on(self) -> str:
        """The next few of many."""
        post = self._backend.post()
        now, self._left = self._left[:AT_A_TIME], self._left[AT_A_TIME:]
        for letter in now:
            post.again(letter)
            self._queued += 1
        if not self._left:
            self._timer.stop()
        receiver = post.receiver()
        return say("post-all-queued", self._queued, "?" if receiver is None else receiver.name)

    def _drop(self, letter: Letter) -> str:
        self._backend.post().drop(letter)
        words = "post-sent-dropped" if letter.fate is Fate.SENT else "post-dropped"
        return say(words, letter.session_id, letter.receiver)

    def _choose(self, receiver: Receiver | None) -> str:
        self._backend.post().choose(receiver)
        self._card.leave()
        if receiver is None:
            return say("post-receiver-gone")
        return say("post-receiver" if receiver.tls else "post-receiver-clear", receiver.name)
