"""The same lookbook for several clients, each with her own name, sizes and wardrobe."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from clienteling.bootstrap import Backend
from clienteling.domain.ids import Id
from clienteling.domain.progress import Progress
from clienteling.queries import client_list as listing
from clienteling.queries.client_list import ClientList, ListFilter
from clienteling.queries.house_head import highlighted_circles
from clienteling.reports.lookbook_source import Composition
from clienteling.ui.desk import Desk
from clienteling.ui.screens.composer.files import (
    ask_for_file,
    ask_for_folder,
    batch_name,
    open_file,
)
from clienteling.ui.screens.composer.working import Working
from clienteling.ui.sheet import Sheet
from clienteling.ui.widgets import (
    Button,
    ChipGroup,
    PlainLabel,
    Segmented,
    column,
    icon_button,
    line,
)

if TYPE_CHECKING:
    from sqlcipher3 import dbapi2

MOST = 1_000
"""More lookbooks than that are not a gesture any more; the list is to be narrowed."""


class BatchSheet(Sheet):
    """Chooses clients by a filter of the list, then one file each or one file in all."""

    size_wanted = (680, 0)
    top_wanted = None

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(desk, window)
        theme = desk.theme
        self._made: Composition | None = None
        self._count = 0
        self._title = PlainLabel(theme, role="d28", elide=True)
        self._words = PlainLabel(theme, role="s", color="ink2", wrap=True)
        self._close = icon_button(theme, "x", "")
        self._close.clicked.connect(self.close_sheet)
        self.whose = Segmented(theme, [("mine", ""), ("all", "")])
        self.whom = ChipGroup(theme, [(one.value, "") for one in ListFilter])
        self.form = Segmented(theme, [("each", ""), ("one", "")])
        self.told = PlainLabel(theme, role="d24", wrap=True)
        self.working = Working(desk)
        self.make = Button(theme, "", kind="primary")
        self.make.clicked.connect(self._ask_where)
        self.whose.chosen.connect(self._ask_count)
        self.whom.changed.connect(self._ask_count)
        self.form.chosen.connect(self._show)
        self._lay_out()
        self.whose.choose("mine")
        self.whom.choose(ListFilter.CIRCLE_HIGHLIGHTED.value)
        self.form.choose("each")
        self._circle = ""
        self.retranslate()
        desk.language_changed.connect(self.retranslate)

    def retranslate(self) -> None:
        """Write every word again in the window's language."""
        self.setAccessibleName(self.tr("For several clients"))
        self._title.set_text(self.tr("For several clients"))
        self._words.set_text(
            self.tr("The same pages and words, with each client's own name, sizes and wardrobe.")
        )
        self._close.set_name(self.tr("Close"))
        self.whose.button("mine").set_text(self.tr("My clients"))
        self.whose.button("all").set_text(self.tr("Whole boutique"))
        self.form.button("each").set_text(self.tr("One file each"))
        self.form.button("one").set_text(self.tr("One file in all"))
        self.whose.setAccessibleName(self.tr("Whose clients"))
        self.whom.setAccessibleName(self.tr("Which clients"))
        self.form.setAccessibleName(self.tr("How many files"))
        for one in ListFilter:
            self.whom.chip(one.value).set_text(_filter_word(one, self._circle))
        self._show()

    def show_lookbook(self, made: Composition) -> None:
        """Say which lookbook serves as the pattern."""
        self._made = made

    @override
    def begin(self, *about: str) -> None:
        self.desk.look(self, highlighted_circles, self._learn, language=self.theme.language)
        self._ask_count()
        self.open(self.whom.chip(self.whom.value or ListFilter.EVERYONE.value))

    def _lay_out(self) -> None:
        head = line(self._title, None, self._close)
        foot = line(self.working, None, self.make, gap=16)
        foot.setStretch(0, 1)
        self.sheet.setLayout(
            column(
                head,
                0,
                self._words,
                18,
                line(self.whose, None),
                10,
                self.whom,
                14,
                self.told,
                14,
                line(self.form, None),
                20,
                foot,
                margins=(28, 18, 20, 22),
            )
        )

    def _learn(self, circles: tuple[str, ...]) -> None:
        self._circle = circles[0] if circles else ""
        self.retranslate()

    def _listed(self) -> ClientList:
        me = self.desk.me
        zone = me.store.time_zone if me else "UTC"
        return ClientList(
            today=self.desk.backend.clock.today(zone),
            adviser_id=me.staff.id if me and self.whose.value == "mine" else None,
            filter=ListFilter(self.whom.value or ListFilter.EVERYONE.value),
            sort=listing.ListSort.NAME,
            discreet=self.desk.discreet,
        )

    def _ask_count(self) -> None:
        self.desk.look(
            self, listing.count, self._know_count, latest="count", listed=self._listed()
        )

    def _know_count(self, count: int) -> None:
        self._count = count
        self._show()

    def _show(self) -> None:
        number = self.desk.words.number(self._count)
        if self._count > MOST:
            words = self.tr("{count} clients: choose fewer than {most}")
            told = words.format(count=number, most=self.desk.words.number(MOST))
        elif self._count == 0:
            told = self.tr("Nobody is in this selection")
        elif self._count == 1:
            told = self.tr("One client")
        else:
            told = self.tr("{count} clients").format(count=number)
        self.told.set_text(told)
        each = self.form.value == "each"
        self.make.set_text(self.tr("Choose a folder") if each else self.tr("Choose a file"))
        self.make.setEnabled(0 < self._count <= MOST and not self.working.is_busy)

    def _ask_where(self) -> None:
        made = self._made
        if made is None:
            return
        if self.form.value == "each":
            ask_for_folder(self, self.tr("Choose a folder"), partial(self._write, made, False))
        else:
            name = batch_name(made.snapshot)
            write = partial(self._write, made, True)
            ask_for_file(self, self.tr("Choose a file"), name, write)

    def _write(self, made: Composition, one_file: bool, where: Path) -> None:  # noqa: FBT001 - of two forms
        work = ForEach(self.desk.backend, made.row.id, self._listed(), where, one_file=one_file)
        self.working.run(self.tr("Making the lookbooks"), work, partial(self._ready, where))
        self._show()

    def _ready(self, where: Path, written: tuple[Path, ...]) -> None:
        self._show()
        self.close_sheet()
        if len(written) == 1:
            words = self.tr("The PDF is ready")
        else:
            count = self.desk.words.number(len(written))
            words = self.tr("{count} PDFs are ready").format(count=count)
        self.desk.tell(words, act=partial(open_file, where), act_word=self.tr("Open"))


class ForEach:
    """Finds the clients of a list and writes a lookbook for each; a job for behind the window."""

    def __init__(
        self,
        backend: Backend,
        lookbook_id: Id,
        listed: ClientList,
        where: Path,
        *,
        one_file: bool,
    ) -> None:
        self._backend, self._lookbook_id, self._listed = backend, lookbook_id, listed
        self._where, self._one_file = where, one_file

    def __call__(self, progress: Progress) -> tuple[Path, ...]:
        """Write the lookbooks."""
        return self._backend.press.write_for_each(
            self._lookbook_id,
            self._backend.look(clients_of, listed=self._listed),
            self._where,
            one_file=self._one_file,
            progress=progress,
        )


def clients_of(raw: "dbapi2.Connection", *, listed: ClientList) -> tuple[Id, ...]:
    """Return the clients of a list in its order, at most a thousand."""
    rows = listing.page(raw, listing.keys(raw, listed)[:MOST])
    return tuple(row.id for row in rows if row is not None)


def _filter_word(wanted: ListFilter, circle: str) -> str:
    tr = QCoreApplication.translate
    return {
        ListFilter.EVERYONE: tr("Clients", "Everyone"),
        ListFilter.KEY_DATE_THIS_WEEK: tr("Clients", "Key date this week"),
        ListFilter.NOT_SEEN_90_DAYS: tr("Clients", "Not seen in 90 days"),
        ListFilter.CIRCLE_HIGHLIGHTED: circle or tr("Clients", "First circle"),
        ListFilter.WISH_IN_STOCK: tr("Clients", "Wish now in stock"),
        ListFilter.CONSENT_TO_RENEW: tr("Clients", "Consent to renew"),
    }[wanted]
