"""`chairside export`: one session in another format, or many into a folder."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from data.audit import AuditKind, Fact
from data.errors import StoreError
from data.export.material import Material
from data.vault import key_for
from monitor.rights import Right
from ui.commands.signing import CommandTrail, by_options, signed_in
from ui.handing_over import FORMATS, hand_over, material_of
from ui.interrupts import interrupts
from ui.places import record_path
from ui.reading_back import id_of
from ui.requests import Refusal, WrongEntry
from ui.words import say


@dataclass(frozen=True, slots=True)
class _Wish:
    """How sessions are wanted, and who asked."""

    path: Path
    key: bytes | None
    who: str
    kind: str
    chosen: Sequence[str]
    deidentify: bool


@click.command(
    epilog="Example: chairside export 20260115T103207-1a2b3c --format csv --out session.csv"
)
@click.argument("session", nargs=-1, required=True)
@click.option("--format", "kind", type=click.Choice(tuple(FORMATS)), required=True)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE",
    help="The file; of several sessions a folder that is there.",
)
@click.option(
    "--deidentify", is_flag=True, help="Without names, notes and true days; patient as pseudonym."
)
@click.option("--transaction", is_flag=True, help="FHIR: as a bundle for a server to take in.")
@click.option(
    "--snomed",
    is_flag=True,
    help="FHIR: with codes of SNOMED CT too, for whoever has a licence for their use.",
)
@click.option(
    "--paper",
    type=click.Choice(("a4", "letter")),
    default="a4",
    show_default=True,
    help="PDF: the size of the paper.",
)
@click.option("--detail", is_flag=True, help="PDF: with everything behind the first page.")
@by_options
@click.option("--db", type=click.Path(path_type=Path), metavar="FILE", help="The record to read.")
def export(
    session: tuple[str, ...],
    kind: str,
    out: Path,
    db: Path | None,
    *,
    deidentify: bool,
    transaction: bool,
    snomed: bool,
    paper: str,
    detail: bool,
    by: str | None,
    pin_stdin: bool,
) -> None:
    """Write a session in another format; «-» as FILE is the standard output.

    Of several sessions each becomes a file in the folder; Ctrl+C leaves those that are done.
    """
    letter = paper == "letter"
    chosen = _chosen(kind, transaction=transaction, snomed=snomed, letter=letter, detail=detail)
    if len(session) > 1 and not out.is_dir():
        raise WrongEntry(say("hand-over-no-folder", out))
    path = record_path(db)
    key = key_for(path)
    right = Right.DEIDENTIFIED_EXPORT if deidentify else Right.EXPORT
    who = signed_in(path, key, by, pin_stdin, right)
    wish = _Wish(path, key, who, kind, chosen, deidentify)
    if len(session) > 1:
        _many(wish, session, out)
        return
    material = _material(wish, session[0], "output" if str(out) == "-" else "file")
    if str(out) == "-":
        sys.stdout.flush()
        sys.stdout.buffer.writelines(FORMATS[kind].pieces(material, chosen))
        return
    hand_over(material, kind, out, chosen)


def _many(wish: _Wish, sessions: Sequence[str], folder: Path) -> None:
    """One that cannot be handed over stops no other one. Raises `Refusal` in the end."""
    done, failed = 0, ""
    try:
        bar = click.progressbar(sessions, file=sys.stderr, label=wish.kind)
        with interrupts() as once_more, bar as row:
            for session in row:
                once_more()
                try:
                    material = _material(wish, session, "file")
                    name = f"{material.session_id}{FORMATS[wish.kind].suffix}"
                    hand_over(material, wish.kind, folder / name, wish.chosen)
                    done += 1
                except (Refusal, StoreError) as error:
                    failed = failed or say("hand-over-first-failed", session, error)
    except KeyboardInterrupt as stop:
        raise Refusal(say("hand-over-cut", done, len(sessions), folder)) from stop
    if failed:
        raise Refusal(say("hand-over-some", done, len(sessions), folder, failed))
    click.echo(say("hand-over-done-many", done, folder))


def _material(wish: _Wish, session: str, to: str) -> Material:
    """It is noted before anything of it is written. Raises a `StoreError`."""
    session_id = id_of(wish.path, wish.key, session)
    material = material_of(wish.path, wish.key, session_id, deidentify=wish.deidentify)
    if not material.simulated:
        facts: dict[str, Fact] = {"format": wish.kind, "deidentified": wish.deidentify}
        trail = CommandTrail(wish.path, wish.key)
        trail.note(AuditKind.EXPORT, wish.who, session_id, to=to, **facts)
    return material


def _chosen(kind: str, **asked: bool) -> list[str]:
    """What was asked of the format. Raises `WrongEntry` for what it does not have."""
    chosen = [name for name, wanted in asked.items() if wanted]
    for name in chosen:
        if name not in FORMATS[kind].choices:
            raise WrongEntry(say("export-choice-unknown", kind, name))
    return chosen
