"""What is measured of a body, with the errors and the pauses of real sensors."""
