"""Printed documents: the house page and one module per document."""
