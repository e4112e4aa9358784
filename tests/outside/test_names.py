"""Names of Unicode's person-name cases are split as their authors meant."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from clienteling.domain.name_splitting import split_full_name

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(os.environ.get("CLIENTELING_OUTSIDE_DATA", ROOT / "../shared/data")) / "names/cldr"
FAMILY_FIRST = {"hu", "ja", "ko", "vi", "yue", "zh"}

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="Unicode's person-name cases are not beside this checkout"
)


def _cases() -> Iterator[tuple[str, str, dict[str, str], dict[str, str]]]:
    for path in sorted(FOLDER.glob("*.txt")):
        kind, fields, shown, expected = "", {}, {}, ""
        for line in path.read_text(encoding="utf-8").splitlines():
            words = [word.strip() for word in line.split(";")]
            if line.startswith(("# native", "# foreign")):
                kind = line[2:]
            elif words[0] == "name":
                fields[words[1]] = words[2]
            elif words[0] == "expectedResult":
                expected = words[1]
            elif words[0] == "parameters" and words[2:] == ["long", "referring", "formal"]:
                shown[words[1]] = expected
            elif words[0] == "endName":
                yield path.stem, kind, fields, shown
                fields, shown = {}, {}


def _is_right(locale: str, kind: str, fields: dict[str, str], shown: dict[str, str]) -> bool:
    language = fields["locale"].split("_")[0]
    native = kind.startswith("native")
    text = shown["surnameFirst" if native and language in FAMILY_FIRST else "givenFirst"]
    core = fields.get("surname") or fields.get("surname-core", "")
    second = fields.get("surname2", "")
    family = [fields.get("surname-prefix", ""), core, second if second in text else ""]
    given = [fields.get("given", ""), fields.get("given2", "")]
    name = split_full_name(text, locale)
    both = {" ".join(filter(None, given)), " ".join(filter(None, reversed(given)))}
    return name.family == " ".join(filter(None, family)) and name.given in both


def test_both_parts_are_right_for_nearly_all_names_without_titles() -> None:
    right, seen = Counter[bool](), Counter[bool]()
    for locale, kind, fields, shown in _cases():
        full = kind.endswith("Full")
        seen[full] += 1
        right[full] += _is_right(locale, kind, fields, shown)
    assert seen[False] > 200
    assert right[False] / seen[False] >= 0.98
    # With several titles and degrees in forty languages; people's own lists rarely hold them.
    assert right[True] / seen[True] >= 0.35
