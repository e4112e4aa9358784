"""Describe an invented person well enough to draw a calm portrait."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """What is drawn of one person; colours are #RRGGBB.

    Args:
        file: the picture's name without its ending.
        build: the face, ``soft`` or ``round`` for women, ``square`` or ``long`` for men.
        age: the band told to the demo, ``young``, ``middle`` or ``elder``.
        region: where such a face might be met, a hint only.
        skin: colour of the skin in full light.
        hair: colour of the hair or of the headwear.
        style: the haircut or headwear, a key of ``hair.STYLES``.
        dress: the garment, a key of ``dress.GARMENTS``.
        cloth: its colour; ``under`` that of what shows beneath.
        lips: colour of the lips, or empty for their own.
        tie: colour of the tie, where one is worn.
        beard: ``none``, ``stubble``, ``short``, ``full`` or ``moustache``.
        extra: small things worn: ``glasses``, ``pearls``, ``studs``, ``hoops``, ``necklace``.
        backdrop: ``warm``, ``cool``, ``rose`` or ``sage``.
    """

    file: str
    build: str
    age: str
    region: str
    skin: str
    hair: str
    style: str
    dress: str
    cloth: str
    under: str = "#E6DFD3"
    lips: str = ""
    tie: str = "#3B2030"
    beard: str = "none"
    extra: tuple[str, ...] = ()
    backdrop: str = "warm"

    @property
    def is_man(self) -> bool:
        """Tell whether the person is drawn as a man."""
        return self.build in {"square", "long"}
