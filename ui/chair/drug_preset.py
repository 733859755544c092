"""A drug as the clinic wrote it on its list: ``Ondansetron 4 mg IV`` is a name, a dose, a route.

Rule: what cannot be taken apart is the name, whole; nothing that was written is lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

UNITS = ("mg", "mcg", "mL")
ROUTES = ("IV", "IM", "SC", "PO", "SL", "inhaled")
_DOSE = re.compile(
    r"^(?P<drug>.*\S)\s+(?P<dose>\d{1,5}(?:[.,]\d{1,3})?)\s*(?P<unit>mg|mcg|[µ\u03bc]g|ml)$", re.I
)
_UNIT = {"mg": "mg", "mcg": "mcg", "µg": "mcg", "\u03bcg": "mcg", "ml": "mL"}
"""The micro sign and the Greek letter look alike, and both are typed."""
_ROUTE = {route.casefold(): route for route in ROUTES}


@dataclass(frozen=True, slots=True)
class Preset:
    """`dose`, `unit` and `route` are empty where the list says nothing of them."""

    drug: str
    dose: str = ""
    unit: str = ""
    route: str = ""


def preset(text: str) -> Preset:
    written = " ".join(text.split())
    name, route = written, ""
    head, _, tail = written.rpartition(" ")
    if head and tail.casefold() in _ROUTE:
        name, route = head, _ROUTE[tail.casefold()]
    match = _DOSE.match(name)
    if match is None:
        return Preset(name, route=route)
    dose = match["dose"].replace(",", ".")
    return Preset(match["drug"], dose, _UNIT[match["unit"].lower()], route)
