"""What is pressed about sending on the page of the day → the post of the program behind it.

Rule 1: the folder is read only when something in it changed.
Rule 2: what was done, or why not, is one sentence, and what is shown afterwards is what is there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from data.mllp import Receiver
from data.outbox import Fate, Letter
from ui.clinic_day.receiver_card import ReceiverCard
from ui.clinic_day.sending_part import SendingPart
from ui.post_desk import PostView
from ui.requests import Backend, Refusal
from ui.words import say


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
            sentence = str(refusal)
        self._changed()
        self._told(sentence)

    def _again(self, letters: Sequence[Letter]) -> str:
        post, said = self._backend.post(), ""
        for letter in letters:
            said = post.again(letter)
        receiver = post.receiver()
        if len(letters) > 1 and receiver is not None:
            return say("post-all-queued", len(letters), receiver.name)
        return said

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
