"""The faces: they show state and send commands, and decide nothing."""
