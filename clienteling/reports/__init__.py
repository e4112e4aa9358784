"""Documents: pages composed once, painted the same on screen, on paper and in a PDF."""
