"""Opens a first window in a process of its own and says when it was painted: ``windows.py KIND``.

`ours` is the program with an empty record, as it opens at the start of a day; `bare` is what
PySide6 and pyqtgraph need at the least to show a plot.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget


def paint(app: QApplication, window: QWidget) -> None:
    """Show the window and return when it has been painted whole."""
    window.resize(1600, 900)
    window.show()
    deadline = time.monotonic() + 30.0
    while not (handle := window.windowHandle()) or not handle.isExposed():
        app.processEvents()
        if time.monotonic() > deadline:
            sys.exit("the window was never exposed")
    window.repaint()
    app.processEvents()


def bare() -> None:
    import pyqtgraph  # noqa: PLC0415 -- loading it is what is measured

    app = QApplication([])
    window = pyqtgraph.PlotWidget()
    window.plot([0.0, 1.0], [0.0, 1.0])
    paint(app, window)
    _say_painted()
    window.close()


def ours() -> None:
    from ui.app import application, make_window  # noqa: PLC0415
    from ui.wiring import Program  # noqa: PLC0415

    program = Program(Path(os.environ["CHAIRSIDE_HOME"]) / "chairside.db")
    program.start()
    app = application()
    window = make_window(program)
    paint(app, window)
    _say_painted()
    window.close()
    program.close()


def _say_painted() -> None:
    sys.stdout.write("painted\n")
    sys.stdout.flush()


if __name__ == "__main__":
    {"ours": ours, "bare": bare}[sys.argv[1]]()
