"""Draw the demo house's own pictures, pieces and portraits, the same to the pixel each time."""
