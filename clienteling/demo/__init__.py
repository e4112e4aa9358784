"""A believable demo house of any size, seeded and reproducible."""
