"""Which rows a tile has, by what is in the chair and how wide the tile is."""

from __future__ import annotations

from ui.ink import Scale
from ui.theme import Theme
from ui.wall.faces import TileFace, Use
from ui.wall.sheet import Sheet
from ui.wall.tile_numbers import age, pressure, vitals_narrow, vitals_wide
from ui.wall.tile_words import free, head, notes_narrow, notes_wide, unwatched


def lay_out(face: TileFace, width: int, height: int, scale: Scale, theme: Theme) -> Sheet:
    sheet = Sheet(face, width, height, scale, theme)
    if face.use in {Use.FREE, Use.ENDED}:
        free(sheet)
        return sheet
    head(sheet)
    if face.use is Use.UNWATCHED:
        unwatched(sheet)
        return sheet
    pressure(sheet)
    age(sheet)
    if sheet.wide:
        vitals_wide(sheet)
        notes_wide(sheet)
    else:
        vitals_narrow(sheet)
        notes_narrow(sheet)
    return sheet
