"""The composer of a lookbook: pieces, the page on its canvas, layout and words."""
