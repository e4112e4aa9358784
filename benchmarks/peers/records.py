"""The clients every program syncs: 25 fields, about 1 kB of JSON each. Standard library only."""

import random
from typing import Any

Record = dict[str, Any]

_TEXT = """
peonies never lilies tea without sugar by the window grey cashmere coat for her daughter
graduation comes back when size forty is here prefers mornings speaks softly walks from hotel
drives himself gifts wrapped in ivory likes navy dislikes gold hardware collects vintage trunks
asks after Camille travels to Lausanne in March anniversary dinner silk evening shawl alteration
sleeves shorter second fitting garden in Normandy two sons
"""
_WORDS = _TEXT.split()
_GIVEN = ("Béatrice", "Amélie", "Haruka", "Lin", "Noor", "Sofia", "Edmund", "Ines", "Tadeo")
_FAMILY = ("Altieri", "Marchetti", "Okafor", "Sato", "Wei", "de Vries", "Lindqvist", "Haddad")

#: What the tables of a physical limit are indexed by.
INDEXED = ("client_no", "family_name", "language", "nationality", "external_id")


def records(count: int, seed: int = 1) -> list[Record]:
    """Return so many clients; the same ones for the same seed."""
    rng = random.Random(seed)
    return [_record(rng, number) for number in range(count)]


def _record(rng: random.Random, number: int) -> Record:
    given, family = rng.choice(_GIVEN), rng.choice(_FAMILY)
    return {
        "id": f"{rng.getrandbits(128):032x}",
        "kind": "person",
        "client_no": f"PAR1-{number:06}",
        "given_name": given,
        "family_name": family,
        "middle_name": rng.choice(_GIVEN),
        "native_name": f"{family} {given}",
        "phonetic_name": f"{given} {family}".lower(),
        "name_order": "given_first",
        "preferred_name": given[:4],
        "pronunciation": f"{given[:3]}-{family[:3]}",
        "form_of_address": "Mme",
        "company_name": f"{family} & {rng.choice(_FAMILY)}",
        "gender": "f",
        "language": rng.choice(("fr", "en", "ja", "zh")),
        "languages": '["fr","en"]',
        "nationality": rng.choice(("FR", "IT", "JP", "CN")),
        "relationship_status": "client",
        "acquisition_source": rng.choice(_WORDS),
        "first_seen_on": f"{rng.randint(2010, 2025)}-03-{rng.randint(1, 28):02}",
        "remember": " ".join(rng.choice(_WORDS) for _ in range(52)),
        "do_not_contact": 0,
        "source": "import",
        "external_id": f"X{rng.getrandbits(40):010x}",
        "created_at": 1_773_307_800_000 + number,
    }


FIELDS = tuple(records(1)[0])
