"""The palette: anyone, any piece and any command in a few letters."""
