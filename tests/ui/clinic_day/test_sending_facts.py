"""What is said of a session that is sent, and of where sessions go."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from data.mllp import Receiver
from data.outbox import Fate, Letter
from data.receiver_file import is_host, receiver_of
from ui.clinic_day.sending_facts import (
    is_wanted,
    letter_text,
    part_text,
    sent,
    still_open,
    typed_text,
    where_text,
)
from ui.post_desk import PostView

THERE = Receiver("hl7.clinic.example", 2575)
FIRST = Letter("s-1", THERE.name, "Nurse 1", 1_790_000_000.0)
REFUSED = replace(
    FIRST,
    session_id="s-2",
    fate=Fate.REFUSED,
    tries=1,
    settled_utc_s=1_790_000_060.0,
    trouble="it was refused\nwith AR",
)
SENT = replace(FIRST, session_id="s-3", fate=Fate.SENT, settled_utc_s=1_790_000_120.0)
TRIED = replace(FIRST, tries=1, next_utc_s=1_790_000_060.0, trouble="it cannot be reached")


def text(letter: Letter) -> str:
    return letter_text(letter, lambda _utc_s: 120)


def test_each_letter_says_what_became_of_it_and_what_is_next() -> None:
    assert text(FIRST) == "Waits for hl7.clinic.example:2575 since 21 Sep 16:13."
    assert text(TRIED) == (
        "Waits for hl7.clinic.example:2575; next try 21 Sep 16:14. "
        "Tried once: it cannot be reached."
    )
    assert "Tried 4 times: it cannot be reached." in text(replace(TRIED, tries=4))
    assert text(REFUSED) == "Not taken, 21 Sep 16:14: it was refused with AR"
    assert text(SENT) == (
        "Taken by hl7.clinic.example:2575, 21 Sep 16:15; handed over by Nurse 1."
    )


def test_what_wants_a_person_stands_first_and_what_was_sent_last_stands_first() -> None:
    later = replace(SENT, session_id="s-4", settled_utc_s=1_790_000_900.0)
    assert still_open([FIRST, SENT, REFUSED]) == [REFUSED, FIRST]
    assert sent([FIRST, SENT, later]) == [later, SENT]


def test_the_part_counts_what_was_refused_before_what_waits() -> None:
    assert part_text(PostView(THERE, (FIRST, REFUSED, SENT))) == "Sending · 1 refused"
    assert part_text(PostView(THERE, (FIRST, SENT))) == "Sending · 1 waiting"
    assert part_text(PostView(THERE, (SENT,))) == "Sending"
    assert part_text(PostView(THERE, trouble="broken")) == "Sending · cannot be read"


def test_it_is_wanted_where_there_is_a_receiver_or_a_letter_and_never_in_a_demo() -> None:
    assert not is_wanted(PostView())
    assert is_wanted(PostView(THERE))
    assert is_wanted(PostView(None, (REFUSED,)))
    assert is_wanted(PostView(trouble="broken"))
    assert not is_wanted(PostView(THERE, possible=False))


def test_sending_in_clear_is_said_plainly() -> None:
    assert where_text(PostView()) == "Nothing is sent from here."
    assert where_text(PostView(THERE)).endswith("by TLS.")
    clear = where_text(PostView(replace(THERE, tls=False)))
    assert "IN CLEAR: everybody on the way can read them" in clear


@given(
    st.from_regex(r"[A-Za-z0-9][A-Za-z0-9.-]{0,30}[A-Za-z0-9]", fullmatch=True)
    | st.ip_addresses().map(str),
    st.integers(1, 65_535),
)
def test_what_stands_in_the_field_is_read_as_the_same_receiver(host: str, port: int) -> None:
    receiver = Receiver(host, port)
    if is_host(host):
        assert receiver_of(typed_text(receiver)) == receiver
    assert typed_text(None) == ""
