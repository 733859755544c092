"""The wall: all chairs of the room on one screen, in room order."""
