"""The edge to hardware: bytes in, observations out. No Qt, no SQL."""
