"""A simulated patient and the virtual monitors that speak the real bytes about it."""
