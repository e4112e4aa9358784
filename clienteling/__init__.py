"""The client book of a luxury house: one desktop program, whole with the cable out."""

__version__ = "0.1.0"
