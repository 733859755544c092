"""Pages as a PDF: painted into memory, and from there to the disk whole or not at all.

Rule 1: the fonts go into the file; words stay words that can be found and copied.
Rule 2: a file that exists is never replaced (`paper.free_pdf`), and no half one is left
        (`data/outgoing.py`).
Rule 3: whether somebody may have the pages is asked before they are painted, not here.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Callable
from pathlib import Path

from platformdirs import user_documents_path
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPagedPaintDevice, QPdfWriter

from data.outgoing import write_whole
from ui.paper import free_pdf

DPI = 300
_MEANINGS = re.compile(rb"\[(?: ?<[0-9A-F]{4,}>)+ ?\]")
"""What the shapes of a font mean, one behind the other."""

Paint = Callable[[QPagedPaintDevice], bool]
"""Puts the pages on the device, and ends; False = that failed."""


def save_pdf(folder: Path | None, stem: str, title: str, paint: Paint) -> Path:
    """A file of its own in the folder, None = the person's documents; where it is.

    Raises `UnwritablePage`, which knows where it should have been, and what `paint` raises.
    """
    place = user_documents_path() if folder is None else folder
    path = place / f"{stem}.pdf"
    try:
        content = pdf_bytes(title, paint)
        place.mkdir(parents=True, exist_ok=True)
        path = free_pdf(place, stem)
        write_whole(path, [content])
    except OSError as error:
        raise UnwritablePage(path) from error
    return path


class UnwritablePage(OSError):
    """`path` is where the pages should have been."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EIO, f"{path} cannot be written")
        self.path = path


def pdf_bytes(title: str, paint: Paint, *, dpi: int = DPI, creator: str = "") -> bytes:
    """The whole file. Raises `OSError` when there is no memory to paint it into."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(dpi)
    writer.setTitle(title)
    writer.setCreator(creator)
    try:
        painted = paint(writer)
    finally:
        buffer.close()
        del writer  # it writes the end of the file, and must not outlive what it writes into
    if not painted:
        raise OSError(errno.ENOMEM, f"«{title}» could not be painted")
    return with_spaces(bytes(content.data()))


def with_spaces(content: bytes) -> bytes:
    """The same file; a space between words is one for whoever copies or looks for them.

    Tab and space have one shape in the font, and Qt notes the first of both as its meaning. What
    is exchanged has the same length, so that all else in the file stays where it is.
    """
    return _MEANINGS.sub(lambda found: found[0].replace(b"<0009>", b"<0020>"), content)
