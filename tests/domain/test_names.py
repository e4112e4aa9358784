"""A name is shown as its owner writes it, and one column of names is split with care."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.name_splitting import split_full_name
from clienteling.domain.names import (
    NameOrder,
    PersonName,
    display_name,
    form_of_address,
    list_name,
    monogram,
    short_name,
    sort_key,
    usual_order,
)

FAMILY_FIRST = NameOrder.FAMILY_FIRST


@pytest.mark.parametrize(
    ("name", "shown", "listed", "letters", "short"),
    [
        (PersonName("Ginevra", "Altieri"), "Ginevra Altieri", "Altieri, Ginevra", "GA", "Ginevra"),
        (PersonName("小明", "王", order=FAMILY_FIRST), "王小明", "王小明", "王", "王小明"),
        (PersonName("さくら", "田中", order=FAMILY_FIRST), "田中 さくら", "田中 さくら", "田", "田中 さくら"),
        (PersonName("Ágnes", "Kovács", order=FAMILY_FIRST), "Kovács Ágnes", "Kovács Ágnes", "KÁ", "Ágnes"),
        (PersonName("Anh", "Nguyễn", "Văn", FAMILY_FIRST), "Nguyễn Văn Anh", "Nguyễn Văn Anh", "NA", "Anh"),
        (PersonName("Charles", "d'Artagnan"), "Charles d'Artagnan", "d'Artagnan, Charles", "CA", "Charles"),
        (PersonName("Cher"), "Cher", "Cher", "C", "Cher"),
        (PersonName("محمد", "الراشد"), "محمد الراشد", "الراشد, محمد", "ا", "محمد"),
        (PersonName("🙂"), "🙂", "🙂", "·", "🙂"),
        (PersonName(), "", "", "·", ""),
        (PersonName(preferred="Sasha"), "Sasha", "Sasha", "S", "Sasha"),
        (PersonName("ß"), "ß", "ß", "ß", "ß"),
        (PersonName("John", "Ash", suffix="Jr"), "John Ash Jr", "Ash, John Jr", "JA", "John"),
    ],
)  # fmt: skip
def test_a_name_is_shown(
    name: PersonName, shown: str, listed: str, letters: str, short: str
) -> None:
    assert (display_name(name), list_name(name), monogram(name), short_name(name)) == (
        shown,
        listed,
        letters,
        short,
    )


@pytest.mark.parametrize(
    ("name", "locale", "address"),
    [
        (PersonName("Ginevra", "Altieri", salutation="Signora"), "it", "Signora Altieri"),
        (PersonName("Ginevra", "Altieri"), "it", "Ginevra Altieri"),
        (PersonName("小明", "王", order=FAMILY_FIRST, salutation="女士"), "zh-CN", "王女士"),
        (PersonName("さくら", "田中", order=FAMILY_FIRST), "ja-JP", "田中様"),
        (PersonName("철수", "김", order=FAMILY_FIRST, salutation="님"), "ko", "김철수 님"),
        (PersonName("Ayşe", "Yılmaz", salutation="Hanım"), "tr", "Ayşe Hanım"),
        (PersonName("Cher", salutation="Ms"), "en", "Ms Cher"),
    ],
)
def test_a_person_is_addressed(name: PersonName, locale: str, address: str) -> None:
    assert form_of_address(name, locale) == address


def test_a_list_is_sorted_by_sound_and_without_small_particles() -> None:
    names = [
        PersonName("Zoë", "Zhukova"),
        PersonName("小明", "王", order=FAMILY_FIRST),
        PersonName("Ludwig", "van Beethoven"),
        PersonName("Åsa", "Öberg"),
        PersonName("Marie", "de La Tour"),
    ]
    assert [name.family for name in sorted(names, key=sort_key)] == [
        "van Beethoven",
        "de La Tour",
        "Öberg",
        "王",
        "Zhukova",
    ]
    assert sort_key(PersonName("さくら", "東"), "アズマ サクラ") == "あずま さくら"


@pytest.mark.parametrize(
    ("locale", "text", "order"),
    [
        ("ja", "", FAMILY_FIRST),
        ("ja", "Anna Roth", NameOrder.GIVEN_FIRST),
        ("fr", "王小明", FAMILY_FIRST),
        ("hu", "Kovács", FAMILY_FIRST),
        ("", "", NameOrder.GIVEN_FIRST),
        ("ja", "マイケル・ジャクソン", NameOrder.GIVEN_FIRST),
    ],
)
def test_the_order_follows_writing_then_language(locale: str, text: str, order: NameOrder) -> None:
    assert usual_order(locale, text) is order


SPLITS = [
    ("Ginevra Altieri", "", "Ginevra", "Altieri"),
    ("Marie de La Tour du Pin", "", "Marie", "de La Tour du Pin"),
    ("Jan Willem van der Berg", "nl", "Jan Willem", "van der Berg"),
    ("Robert De Niro", "", "Robert", "De Niro"),
    ("Anna D'Angelo", "it", "Anna", "D'Angelo"),
    ("María García López", "es", "María", "García López"),
    ("Rosa María Ruiz", "es", "Rosa María", "Ruiz"),
    ("Gabriel García Márquez", "", "Gabriel", "García Márquez"),
    ("José Ortega y Gasset", "es", "José", "Ortega y Gasset"),
    ("María del Carmen Ruiz", "es", "María del Carmen", "Ruiz"),
    ("María de la Luz Pérez", "es", "María de la Luz", "Pérez"),
    ("Mohammed bin Salman Al Saud", "", "Mohammed bin Salman", "Al Saud"),
    ("Jean DUPONT", "", "Jean", "DUPONT"),
    ("DE LA ROCHE Anne-Marie", "fr", "Anne-Marie", "DE LA ROCHE"),
    ("Altieri, Ginevra Maria", "", "Ginevra Maria", "Altieri"),
    ("Kovács Ágnes", "hu", "Ágnes", "Kovács"),
    ("Nguyễn Văn Anh", "", "Văn Anh", "Nguyễn"),
    ("Wang Xiaoming", "zh-CN", "Xiaoming", "Wang"),
    ("王小明", "", "小明", "王"),
    ("欧阳娜娜", "zh", "娜娜", "欧阳"),
    ("田中さくら", "", "さくら", "田中"),
    ("佐々木健", "ja", "健", "佐々木"),
    ("王 小明", "", "小明", "王"),
    ("田中", "", "", "田中"),
    ("マイケル・ジャクソン", "", "マイケル", "ジャクソン"),
    ("남궁민수", "", "민수", "남궁"),
    ("김철수", "", "철수", "김"),
    ("Al Pacino", "", "Al", "Pacino"),
    ("Anh Le", "", "Anh", "Le"),
    ("Cher", "", "Cher", ""),
    ("🙂", "", "🙂", ""),
    ("", "", "", ""),
]


@pytest.mark.parametrize(("text", "locale", "given_name", "family"), SPLITS)
def test_one_column_is_split(text: str, locale: str, given_name: str, family: str) -> None:
    name = split_full_name(text, locale)
    assert (name.given, name.family) == (given_name, family)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prof. Dr. Ada von Brühl, MD", PersonName("Ada", "von Brühl", salutation="Prof. Dr.", suffix="MD")),
        ("Mrs Dupont", PersonName("", "Dupont", salutation="Mrs")),
        ("Martin L. King Jr.", PersonName("Martin L.", "King", suffix="Jr.")),
        ("王女士", PersonName("", "王", order=FAMILY_FIRST, salutation="女士")),
        ("王小明先生", PersonName("小明", "王", order=FAMILY_FIRST, salutation="先生")),
        ("田中様", PersonName("", "田中", order=FAMILY_FIRST, salutation="様")),
        ("M Dupont", PersonName("", "Dupont", salutation="M")),
    ],
)  # fmt: skip
def test_titles_and_suffixes_are_set_apart(text: str, expected: PersonName) -> None:
    assert split_full_name(text) == expected


@given(st.text(st.characters(exclude_categories=["C"]), max_size=300))
def test_no_letter_is_lost_by_a_split(text: str) -> None:
    name = split_full_name(text)
    kept = f"{name.salutation}{name.given}{name.family}{name.suffix}"
    assert sorted(filter(str.isalnum, kept)) == sorted(filter(str.isalnum, text))
    assert len(monogram(name)) <= 4
