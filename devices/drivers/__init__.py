"""One monitor, one file: wire format on top, then decoder, then conversation."""
