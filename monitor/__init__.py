"""The core: what the program decides. No Qt, no I/O, no clock (but for station.py)."""
