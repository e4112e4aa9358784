"""What is hard to show: hostile words, an allergy of many words, the largest text on a small page."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from clienteling.services.clients import new_client
from clienteling.services.kinds import Polarity
from clienteling.services.knowledge import add_preference
from clienteling.services.log import log_note
from clienteling.services.lookbooks import new_lookbook
from clienteling.services.wishes import add_wish
from clienteling.ui.widgets import PlainLabel, RememberStrip
from clienteling.ui.widgets.focus import FocusRing
from tests.ui.screens.tour import (
    BEATRICE,
    in_front,
    path_of,
    put_away,
    settle,
    shown,
    stops,
    walk,
)

HOSTILE = (
    "<b>Bold</b>", "<script>alert(1)</script>", "<img src=x onerror=y>", "&amp; & &lt;br&gt;",
    "<table><tr><td>x", "</body></html>", "<a href='file:///etc/passwd'>here</a>", "<!-- never",
    "&& && &x &F", "%s %d %n {name} {0}", "%1 %2 %L1 %n", "\\n \\t \\0", "'; DROP TABLE client; --",
    "\u202eevil\u202c", "\u2066isolated\u2069", "a\u200bb\u200cc\u200dd", "\u200f\u200emarks",
    "Z\u0351\u0343\u0342a\u0300\u0301\u0302\u0303\u0304l\u0334\u0335\u0336g\u0327\u0328o\u0345",
    "e" + "\u0301" * 60, "👩‍👩‍👧‍👦 family", "🏳️‍🌈👍🏽🇫🇷🇯🇵", "☃︎☃️", "王" * 90, "𠀋𠂢𠂤𠆢𠈓𠌫𠎁", "龘靐齉爩",
    "W" * 300, "i" * 300, "long " * 60, "راشد بن خالد آل ثاني", "שלומית בן־גוריון", "مرحبا Rashid 2026",
    "สวัสดีครับ", "नमस्ते", "ﷺ ﷽", "ﬁﬂ ﬃ", "ｆｕｌｌ　ｗｉｄｔｈ", "\u00a0 \u2003 wide \u3000", "-", "0", "=cmd|' /C calc'!A1",
)  # fmt: skip
ALLERGIES = (
    ("Latex", "gloves and elastic, also in the fitting room"),
    ("Lanolin", "no untreated wool next to the skin"),
    ("Fragrance", "nothing is scented in the parcel or on the tissue"),
)


def hard_client(backend, words: str) -> str:
    """Keep a client whose name, note, wish, allergy and lookbook are all the same hard words."""
    me = backend.me()
    today = backend.clock.today("Europe/Paris")
    who = {"staff_id": me.staff.id}
    client_id: str = backend.do(
        new_client, "x", store_id=me.store.id, today=today, **who,
        values={"given_name": words[:120], "family_name": words[:120], "native_name": words[:120],
                "company_name": words, "remember": words, "pronunciation": words[:120]},
    ).value  # fmt: skip
    backend.do(log_note, "x", client_id=client_id, body=words, **who)
    backend.do(add_wish, "x", client_id=client_id, today=today, words=words, **who)
    backend.do(
        add_preference, "x", client_id=client_id, today=today, words=words[:60],
        polarity=Polarity.ALLERGIC, **who,
    )  # fmt: skip
    backend.do(
        new_lookbook, "x", client_id=client_id, title=words[:200], language="en", letter=words,
        **who,
    )  # fmt: skip
    return client_id


def test_hostile_words_are_shown_as_they_are_and_nothing_breaks(window, rest, backend):
    made = [hard_client(backend, words) for words in HOSTILE]
    faults: set[str] = set()
    window.go("clients")
    for number, client_id in enumerate(made):
        window.go("clients", client_id)
        settle(rest)
        faults |= {f"{number} card: {fault}" for fault in broken(window)}
        if number % 8 == 0:
            for stop in stops(backend, client_id):
                if stop.name in {"card: client", "log: note", "log: piece", "card: wishes"}:
                    stop.go(window)
                    settle(rest)
                    faults |= {f"{number} {stop.name}: {fault}" for fault in broken(window)}
                    put_away(window)
            window.open_palette(HOSTILE[number][:30])
            settle(rest)
            faults |= {f"{number} palette: {fault}" for fault in broken(window)}
            put_away(window)
            window.page.model.acts.begin_lookbook()
            settle(rest)
            faults |= {f"{number} composer: {fault}" for fault in broken(window)}
    window.go("clients")
    window.page.model.show_everyone()
    settle(rest)
    faults |= {f"list: {fault}" for fault in broken(window)}
    window.go("lookbooks")
    settle(rest)
    faults |= {f"shelf: {fault}" for fault in broken(window)}
    assert faults == set()


@pytest.fixture
def large(window, backend, rest):
    """The window at its smallest usual size with the largest text and the system's contrast."""
    window.resize(1280, 800)
    backend.settings.set("text_size", 130)
    window.desk.settings_changed.emit()
    window.theme.set_high_contrast(True)
    settle(rest)
    yield window
    window.theme.set_high_contrast(None)


def test_the_largest_text_fits_on_every_screen(large, rest, backend):
    faults: set[str] = set()
    for stop in walk(large, rest, backend):
        faults |= {f"{stop.name}: {fault}" for fault in broken(large)}
    assert faults == set()


@pytest.mark.parametrize("count", [1, 3])
def test_an_allergy_is_never_cut_however_large_the_text(large, rest, backend, count):
    me = backend.me()
    for words, detail in ALLERGIES[:count]:
        backend.do(
            add_preference, "x", client_id=BEATRICE, today=backend.clock.today("Europe/Paris"),
            words=words, detail=detail, polarity=Polarity.ALLERGIC, staff_id=me.staff.id,
        )  # fmt: skip
    large.go("clients", BEATRICE)
    settle(rest)
    (strip,) = (one for one in large.page.findChildren(RememberStrip) if one.isVisible())
    alert = strip._alert
    assert all(words in alert.text() for words, _ in ALLERGIES[:count])
    assert alert.heightForWidth(alert.width()) <= alert.height()
    assert strip.rect().contains(alert.geometry())


def broken(window) -> Iterator[str]:
    """Say what of the parts in front is cut, squeezed, outside its parent or over another."""
    root = in_front(window)
    root.grab()
    parts = [one for one in shown(root) if one is not root and not isinstance(one, FocusRing)]
    for one in parts:
        if isinstance(one, QLabel) and one.textFormat() is not Qt.TextFormat.PlainText:
            yield f"rich words {path_of(one)}"
        if is_outside(one):
            yield f"outside {path_of(one)}"
        if isinstance(one, PlainLabel) and is_cut(one):
            yield f"cut {path_of(one)}"
    presses = [one for one in parts if isinstance(one, QAbstractButton | QLineEdit | QComboBox)]
    for number, one in enumerate(presses):
        for other in presses[number + 1 :]:
            beside = one.parentWidget() is other.parentWidget()
            if beside and one.geometry().intersects(other.geometry()):
                yield f"over one another {path_of(one)}, {path_of(other)}"


def is_outside(one: QWidget) -> bool:
    """Say whether a part lies outside its parent; what scrolls may be longer than its window."""
    parent = one.parentWidget()
    if parent is None or one.isWindow() or type(one).__name__ == "Toast":
        return False
    scrolls = isinstance(parent.parentWidget(), QAbstractScrollArea)
    if scrolls and one.width() <= parent.width():
        return False
    return not parent.rect().contains(one.geometry())


def is_cut(label: PlainLabel) -> bool:
    """Say whether words run out of a label that neither breaks nor shortens them."""
    if label._elide or label._wrap or not label.text():
        return False
    needed = QFontMetricsF(label.font()).horizontalAdvance(label.text().replace("\n", " "))
    return needed > label.width() + 1
