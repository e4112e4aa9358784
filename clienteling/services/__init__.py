"""Writes: one verb_noun function per use-case; session first, the rest keyword-only."""
