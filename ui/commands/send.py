"""`chairside send`: sessions to another system, as HL7 messages by MLLP."""

from __future__ import annotations

import time
from pathlib import Path

import click

from data.audit import AuditKind
from data.outbox import Fate, Letter
from data.receiver_file import receiver_of, save_receiver
from data.vault import key_for
from monitor.rights import Right
from ui.commands.signing import CommandTrail, by_options, signed_in
from ui.places import open_record, record_path
from ui.post import Post, known_receiver, noted, post_of, receiver_place
from ui.requests import Refusal, WrongEntry
from ui.words import say


@click.command(
    epilog="Example: chairside send --receiver hl7.clinic.example:2575; "
    "chairside send 20260115T103207-1a2b3c"
)
@click.argument("session", required=False)
@click.option("--receiver", metavar="HOST:PORT", help="From now on send to this host.")
@click.option("--no-receiver", is_flag=True, help="From now on send nothing.")
@click.option("--without-tls", is_flag=True, help="With --receiver: send in clear.")
@click.option(
    "--authority",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="PEM",
    help="With --receiver: the certificate that vouches for the host.",
)
@click.option("--list", "only_list", is_flag=True, help="Only say what waits and what was sent.")
@by_options
@click.option("--db", type=click.Path(path_type=Path), metavar="FILE", help="The record to read.")
@click.pass_context
def send(
    context: click.Context,
    session: str | None,
    receiver: str | None,
    authority: Path | None,
    by: str | None,
    db: Path | None,
    *,
    no_receiver: bool,
    without_tls: bool,
    only_list: bool,
    pin_stdin: bool,
) -> None:
    """Send SESSION, and all that waits; what is not taken now is tried again later.

    Exit code 1: something still waits, or was refused.
    """
    path = record_path(db)
    key = key_for(path)
    if receiver is not None or no_receiver:
        who = signed_in(path, key, by, pin_stdin, Right.SETTINGS)
        old = noted(known_receiver())
        _choose(receiver, authority, tls=not without_tls)
        trail, new = CommandTrail(path, key), noted(known_receiver())
        trail.note(AuditKind.SETTING, who, "", what="receiver", old=old, new=new)
        if session is None:
            return
    who = signed_in(path, key, by, pin_stdin, Right.EXPORT)
    post = _post(path, key)
    if session is not None:
        _queue(post, path, key, session, who)
    if not _carried(post, only_list=only_list):
        context.exit(1)


def _choose(text: str | None, authority: Path | None, *, tls: bool) -> None:
    """Raises `WrongEntry` for what is no host, `Refusal` where it cannot be kept."""
    chosen = None if text is None else receiver_of(text, tls=tls, authority=authority)
    if text is not None and chosen is None:
        raise WrongEntry(say("post-receiver-wrong", text))
    try:
        save_receiver(receiver_place(), chosen)
    except OSError as error:
        raise Refusal(
            say("post-receiver-failed", receiver_place(), error.strerror or error)
        ) from error
    if chosen is None:
        click.echo(say("post-receiver-gone"))
    else:
        click.echo(say("post-receiver" if tls else "post-receiver-clear", chosen.name))


def _post(path: Path, key: bytes | None) -> Post:
    return post_of(path, key, CommandTrail(path, key))


def _queue(post: Post, path: Path, key: bytes | None, session: str, who: str) -> None:
    receiver = known_receiver()
    if receiver is None:
        raise WrongEntry(say("post-none"))
    with open_record(path, read_only=True, key=key) as store:
        known = store.summary(session)
    session_id = known.session_id
    if known.simulated:
        raise Refusal(say("post-simulated", session_id))
    try:
        post.outbox.put(session_id, receiver.name, who, time.time())
    except OSError as error:
        raise Refusal(_box_failed(post, error)) from error


def _carried(post: Post, *, only_list: bool) -> bool:
    """Whether nothing waits and nothing was refused."""
    try:
        if not only_list:
            post.carry()
        letters = post.outbox.letters()
    except OSError as error:
        raise Refusal(_box_failed(post, error)) from error
    if not letters:
        click.echo(say("post-empty"))
    for letter in letters:
        click.echo(_line(letter), err=letter.fate is not Fate.SENT)
    return all(letter.fate is Fate.SENT for letter in letters)


def _line(letter: Letter) -> str:
    about = (letter.session_id, letter.receiver)
    if letter.fate is Fate.SENT:
        return say("post-sent", *about)
    if letter.fate is Fate.REFUSED:
        return say("post-refused", *about, letter.trouble)
    if not letter.tries:
        return say("post-waits-first", *about)
    return say("post-waits", *about, letter.tries, letter.trouble)


def _box_failed(post: Post, error: OSError) -> str:
    return say("post-box-failed", post.outbox.folder, error.strerror or error)
