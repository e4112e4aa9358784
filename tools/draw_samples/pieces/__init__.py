"""Hold the drawings of the pieces, one family to a file."""
