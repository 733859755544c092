"""What happens to somebody, as data: the scenarios, and what may befall body, sensor and wire."""
