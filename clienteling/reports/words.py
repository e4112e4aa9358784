"""The few words a lookbook says by itself, in its six languages.

Reports can't use Qt's translations (they know no Qt), so their words live here. No pronouns and
no gendered forms; the form of address comes from the client's card.
"""

from dataclasses import dataclass
from typing import Final

from clienteling.domain.money import Money
from clienteling.reports.lookbook import Language


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words; ``{…}`` is filled in."""

    composed_for: str
    set_aside: str
    set_aside_no_size: str
    owned: str
    love: str
    perhaps: str
    decline: str
    cover: str
    page: str
    continued: str
    lookbook: str
    subject: str
    untitled: str


WORDS: Final = {
    Language.ENGLISH: Words(
        composed_for="Composed for {name}",
        set_aside="Set aside in your size, {size}",
        set_aside_no_size="Set aside for you",
        owned="Already in the wardrobe",
        love="I love it",
        perhaps="Perhaps",
        decline="Not for me",
        cover="Cover",
        page="Page {number}",
        continued="A word from {name}",
        lookbook="Lookbook",
        subject="A lookbook composed by {house}",
        untitled="A selection",
    ),
    Language.FRENCH: Words(
        composed_for="Composé pour {name}",
        set_aside="Mis de côté à votre taille, {size}",
        set_aside_no_size="Mis de côté pour vous",
        owned="Déjà dans la garde-robe",
        love="J’aime",
        perhaps="Peut-être",
        decline="Pas pour moi",
        cover="Couverture",
        page="Page {number}",
        continued="Un mot de {name}",
        lookbook="Lookbook",
        subject="Un lookbook composé par {house}",
        untitled="Une sélection",
    ),
    Language.ITALIAN: Words(
        composed_for="Composto per {name}",
        set_aside="Da parte nella Sua taglia, {size}",
        set_aside_no_size="Messo da parte per Lei",
        owned="Già nel guardaroba",
        love="Mi piace",
        perhaps="Forse",
        decline="Non per me",
        cover="Copertina",
        page="Pagina {number}",
        continued="Una parola di {name}",
        lookbook="Lookbook",
        subject="Un lookbook composto da {house}",
        untitled="Una selezione",
    ),
    Language.SIMPLIFIED_CHINESE: Words(
        composed_for="谨呈{name}",
        set_aside="已按您的尺码预留，{size}",
        set_aside_no_size="已为您预留",
        owned="衣橱中已有",
        love="喜欢",
        perhaps="再看看",
        decline="不合适",
        cover="封面",
        page="第 {number} 页",
        continued="{name}的话",
        lookbook="画册",
        subject="{house}画册",
        untitled="精选",
    ),
    Language.TRADITIONAL_CHINESE: Words(
        composed_for="謹呈{name}",
        set_aside="已按您的尺碼預留，{size}",
        set_aside_no_size="已為您預留",
        owned="衣櫥中已有",
        love="喜歡",
        perhaps="再看看",
        decline="不合適",
        cover="封面",
        page="第 {number} 頁",
        continued="{name}的話",
        lookbook="畫冊",
        subject="{house}畫冊",
        untitled="精選",
    ),
    Language.JAPANESE: Words(
        composed_for="{name}へ",
        set_aside="お客様のサイズ {size} でお取り置き",
        set_aside_no_size="お取り置きしております",
        owned="お手持ちの一品",
        love="好み",
        perhaps="検討",
        decline="見送り",
        cover="表紙",
        page="{number} ページ",
        continued="{name}より",
        lookbook="ルックブック",
        subject="{house} ルックブック",
        untitled="セレクション",
    ),
}

_LOCALES: Final = {
    Language.SIMPLIFIED_CHINESE: "zh_Hans_CN",
    Language.TRADITIONAL_CHINESE: "zh_Hant_TW",
}
_WHOLE_FROM: Final = 1_000


def price_words(price: Money, language: Language) -> str:
    """Write a price the language's way; from 1,000 up without decimals when there are none.

    >>> price_words(Money(390000, "EUR"), Language.ENGLISH)
    '€3,900'
    """
    from decimal import Decimal

    from babel.numbers import format_currency

    amount = Decimal(price.decimal_text())
    whole = amount >= _WHOLE_FROM and amount == amount.to_integral_value()
    return format_currency(
        amount,
        price.currency,
        locale=_LOCALES.get(language, language.value),
        format="¤#,##0" if whole and language in _SIGN_FIRST else _WHOLE if whole else None,
        currency_digits=not whole,
    )


_SIGN_FIRST: Final = frozenset(Language) - {Language.FRENCH, Language.ITALIAN}
_WHOLE: Final = "#,##0 ¤"
