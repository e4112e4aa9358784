"""Figures over the book; one function per figure, its definition in the docstring."""
