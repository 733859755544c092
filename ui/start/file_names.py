"""Completes the path of a description file in the line it is typed into.

Rule: no window opens for it: what fits stands in the line, and the arrow keys go through it, so
      that nothing ever lies over the alarm bar.
"""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

MOST = 200
KIND = ".toml"
SEPARATORS = {"/", os.sep}


def complete_paths(line: QLineEdit) -> None:
    names = QStringListModel(line)
    completer = QCompleter(names, line)
    completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseSensitive)
    line.setCompleter(completer)
    # Before Qt completes: it asks its completer when a key was taken, after this signal.
    line.textEdited.connect(lambda text: names.setStringList(matching(text)))


def matching(typed: str) -> list[str]:
    """What begins so: folders (with a slash at the end) and TOML files, as they are typed."""
    if not typed.strip():
        return []
    cut = max(typed.rfind(separator) for separator in SEPARATORS) + 1
    folder, begun = typed[:cut], typed[cut:]
    where = Path(folder or ".").expanduser()
    try:
        found = sorted(path for path in where.iterdir() if path.name.startswith(begun))
        fits = [path for path in found if path.is_dir() or path.suffix == KIND][:MOST]
        return [folder + path.name + ("/" if path.is_dir() else "") for path in fits]
    except OSError:
        return []
