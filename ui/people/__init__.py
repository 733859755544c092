"""Who works here, and who is in front of this window: signing in, locking, covering."""
