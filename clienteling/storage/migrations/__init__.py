"""The steps that bring an older book to this program's shape."""
