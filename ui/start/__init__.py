"""Where a session is begun: who, how much, watched by which monitor."""
