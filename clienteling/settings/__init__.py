"""What a person may set, and where this installation keeps things."""
