"""Index and query share one folded form, so a name is found however it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.fold import Query, fold, matches, query_terms, search_terms

FOUND = [
    ("Łukasz Ørsted", "lukasz ors"),
    ("Müller", "müller"),
    ("Müller", "mueller"),
    ("Mueller", "müller"),
    ("Strauß", "strauss"),
    ("Şerife Işık", "serife isik"),
    ("İpek", "ipek"),
    ("O’Brien", "obri"),
    ("O'Brien", "o’b"),
    ("Beatrice D'Angelo", "angelo"),
    ("Jean-Luc Picard", "jeanluc"),
    ("Jean-Luc Picard", "jean-l"),
    ("王小明", "王"),
    ("王小明", "小明"),
    ("王小明", "wang xiao"),
    ("王小明", "xiaoming wang"),
    ("王小明", "wangxiaom"),
    ("王小明", "wxm"),
    ("王小明", "wang xm"),
    ("王 小明", "王小明"),
    ("張學友", "张学友"),
    ("张学友", "張學友"),
    ("欧阳娜娜", "ouyang nana"),
    ("曾志偉", "zeng"),
    ("曾志偉", "ceng"),
    ("单田芳", "shan"),
    ("單田芳", "dan"),
    ("仇英", "qiu"),
    ("解晓东", "xie"),
    ("呂雉", "lv"),
    ("呂雉", "lü"),
    ("髙橋さくら", "高橋"),
    ("サトウ ユウコ", "sato yuko"),
    ("さとうゆうこ", "サトウ"),
    ("ﾔﾏﾀﾞ", "yamada"),
    ("きょうこ", "kyoko"),
    ("김철수", "kim"),
    ("김철수", "철수"),
    ("김철수", "ㄱㅊ"),
    ("김 철수", "김철수"),
    ("Владимир Путин", "vlad"),
    ("Ξένια Παπαδοπούλου", "xenia"),
    ("أحمد", "احمد"),
    ("فاطمة الراشد", "فاطمه راشد"),
    ("مُحَمَّد", "محمد"),
    ("ＡＢＣ", "abc"),
    ("Boutique 54", "boutique 54"),
]


@pytest.mark.parametrize(("name", "typed"), FOUND)
def test_a_name_is_found_by_what_people_type(name: str, typed: str) -> None:
    query = query_terms(typed)
    assert query.prefixes
    assert matches(query, search_terms(name), name)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("王小明", "王明"),
        ("王小明明", "小明小"),
        ("Marie Duval", "marie dupont"),
        ("さくら", "ざ"),
    ],
)
def test_a_name_is_not_found_by_another(name: str, typed: str) -> None:
    assert not matches(query_terms(typed), search_terms(name), name)


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("", Query()),
        ("  …  ", Query()),
        ("06 12 34", Query(digits="61234")),
        ("+33 (0)6 12", Query(digits="33612")),
        ("٠٦١٢", Query(digits="612")),
        ("0012", Query(digits="0012")),
        ("Dupont 0612", Query(("dupont",), "612")),
        ("Dupont.Ma", Query(("dupont", "ma"))),
        ("Dupont.ma92", Query(("dupont", "ma"))),
        ("Dupont@Maison.fr", Query(email="dupont@maison.fr")),
        ("cl-par1-0001", Query(code="CL-PAR1-0001")),
        ("王小明", Query(("王小", "小明"), contains=("王小明",))),
    ],
)
def test_what_is_typed_becomes_a_query(typed: str, query: Query) -> None:
    assert query_terms(typed) == query


def test_an_address_gives_its_letters_and_never_its_digits() -> None:
    assert search_terms(emails=["Dupont.Ma1992@example.com"]) == {"dupont", "ma"}


def test_all_terms_of_one_name_are_these() -> None:
    expected = "王 小 明 王小 小明 wang xiao ming wangxiaoming xiaoming xiaomingwang wxm xm"
    assert search_terms("王小明") == set(expected.split())


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(exclude_categories=["N", "C"], exclude_characters="@"), max_size=30))
def test_every_name_finds_itself(text: str) -> None:
    assert matches(query_terms(text), search_terms(text), text)
