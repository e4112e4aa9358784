"""Files in and out: recognising, mapping, checking and writing other programs' files."""
