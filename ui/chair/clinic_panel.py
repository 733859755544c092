"""What the clinic says of itself in an emergency, typed once and kept on this computer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from data.clinic_file import Clinic, drugs_of, tidy
from ui.chair.side_panel import SidePanel
from ui.ink import Label, Weight, fitted
from ui.theme import Theme, font
from ui.words import say

NAMES = ("name", "address", "access", "emergency_number", "phone", "drugs")


class ClinicPanel(SidePanel):
    """`kept` carries the `Clinic` that was typed."""

    kept = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.fields: dict[str, QLineEdit] = {}
        self.message = ""
        super().__init__(theme, say("clinic-title"), parent)
        for name in NAMES:
            line = QLineEdit(self)
            line.setAccessibleName(_label(name))
            line.setMaxLength(200)
            line.setStyleSheet(
                f"QLineEdit {{ background: {theme.background}; color: {theme.text};"
                f" border: 2px solid {theme.line}; border-radius: 8px; padding: 0 10px; }}"
                f"QLineEdit:focus {{ border-color: {theme.text_2}; }}"
            )
            line.textEdited.connect(lambda _text: self.say_below(""))
            self.fields[name] = line
        self.keep = self.tile(say("clinic-keep"))
        self.keep.clicked.connect(lambda: self.kept.emit(self.typed))

    def show_clinic(self, clinic: Clinic) -> None:
        for name in NAMES:
            value = ", ".join(clinic.drugs) if name == "drugs" else getattr(clinic, name)
            self.fields[name].setText(value)
        self.say_below("")

    @property
    def typed(self) -> Clinic:
        text = {name: tidy(line.text()) for name, line in self.fields.items()}
        return Clinic(
            name=text["name"],
            address=text["address"],
            access=text["access"],
            emergency_number=text["emergency_number"],
            phone=text["phone"],
            drugs=drugs_of(text["drugs"].split(",")),
        )

    def say_below(self, sentence: str) -> None:
        """What became of keeping it."""
        if sentence != self.message:
            self.message = sentence
            self.relayout()

    def lay_out_content(self) -> list[Label]:
        box, gap, theme = self.content_box(), self.scale.px(14, 6), self.theme
        small = self.scale.type(20, 12)
        keep = self.scale.px(72, 57)
        top = box.top() + small * 1.4
        why = say("clinic-why")
        made = [fitted(Label(why, box.left(), top, box.width(), small, theme.text_2))]
        top += gap
        room = box.bottom() - keep - gap - top
        step = min(room / len(NAMES), self.scale.px(112, 70))
        high = int(step - small * 1.45 - gap * 0.5)
        for name, line in self.fields.items():
            line.setFont(font(self.scale.type(24, 14)))
            base = top + small * 1.1
            made.append(
                fitted(Label(_label(name), box.left(), base, box.width(), small, theme.text_2))
            )
            line.setGeometry(box.left(), int(base + small * 0.35), box.width(), high)
            top += step
        wide = self.scale.px(240, 140)
        self.keep.setGeometry(box.right() + 1 - wide, box.bottom() + 1 - keep, wide, keep)
        base = box.bottom() + 1 - keep / 2 + small * 0.35
        room = box.width() - wide - gap
        made.append(
            fitted(Label(self.message, box.left(), base, room, small, theme.text, Weight.Medium))
        )
        return made


def _label(name: str) -> str:
    return say(f"clinic-{name.replace('_', '-')}")
