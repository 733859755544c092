"""What of a `StaffDoor` is about who sits at the window: the gate answers, whoever the staff."""

from __future__ import annotations

from ui.gate import Gate, Glass


class AtGate:
    def __init__(self, gate: Gate) -> None:
        self.gate = gate

    def sit(self, name: str) -> None:
        """Raises `Refusal`."""
        self.gate.sit(name)

    def lock(self) -> None:
        self.gate.lock()

    def break_glass(self, glass: Glass) -> None:
        self.gate.break_glass(glass)

    def glass_left_s(self) -> float:
        return self.gate.glass_left_s

    def end_glass(self) -> None:
        self.gate.end_glass()
