"""Hold the drawings of the demo house's clients, none of whom exists."""
