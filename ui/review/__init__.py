"""Where a session is looked at again."""
