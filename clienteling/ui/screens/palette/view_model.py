"""What the palette shows for the words typed: found clients and pieces, and what can be done."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from clienteling.domain.fold import fold
from clienteling.domain.ids import Id
from clienteling.queries.find import Hit
from clienteling.ui.desk import Desk
from clienteling.ui.navigation import PLACES, SETTINGS, SYNC
from clienteling.ui.screens.palette.answer import MOST, Answer, answer
from clienteling.ui.screens.palette.lines import (
    ActLine,
    ClientLine,
    Heading,
    Line,
    PieceLine,
    Scope,
)

_CLIENTS_BESIDE, _PIECES_BESIDE = 4, 3
_SCOPES = tuple(Scope)


@dataclass(frozen=True, slots=True)
class Wishing:
    """Whose wish list a piece is chosen for."""

    client_id: Id
    name: str


class PaletteModel(QObject):
    """The words, the answer, and the lines made of both; ``changed`` tells of new lines."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.words = ""
        self.scope = Scope.ALL
        self.answer = Answer("", (), (), 0)
        self.wishing: Wishing | None = None
        self.chosen: Hit | None = None

    def begin(self) -> None:
        """Forget what was looked for before."""
        self.scope = Scope.ALL
        self.wishing = None
        self.chosen = None

    def type(self, words: str) -> None:
        """Look for words; only the newest are answered."""
        self.words = words
        me = self.desk.me
        self.desk.look(
            self,
            answer,
            self._learn,
            latest="find",
            words=words,
            adviser=me.staff.id if me else None,
            store_id=me.store.id if me else None,
            language=self.desk.theme.language,
            with_clients=self.scope in {Scope.ALL, Scope.CLIENTS} and self.wishing is None,
            with_pieces=self.scope in {Scope.ALL, Scope.PIECES} or self.wishing is not None,
        )

    def turn(self, step: int) -> None:
        """Look for the next kind of thing."""
        if self.wishing is None:
            place = _SCOPES.index(self.scope) + step
            self.scope = _SCOPES[place % len(_SCOPES)]
            self.type(self.words)

    def wish_for(self, client_id: Id, name: str) -> None:
        """Choose a piece for a client's wish list from here on."""
        self.wishing = Wishing(client_id, name)
        self.type("")

    def lines(self, chosen: Hit | None) -> tuple[Line, ...]:
        """Return what is shown, with the acts for the chosen client."""
        if self.wishing is not None:
            return self._wish_lines(self.wishing)
        return (
            *self._client_lines(),
            *self._act_lines(chosen),
            *self._piece_lines(),
            *self._elsewhere(),
        )

    def found(self) -> str:
        """Return the remark at the foot: how many there are, and how many were found."""
        number = self.desk.words.number
        everyone = self.tr("{count} clients").format(count=number(self.answer.everyone))
        here = self.tr("on this till")
        if not self.words.strip():
            return f"{everyone} · {here}"
        count = len(self.answer.clients) + len(self.answer.pieces)
        is_cut = MOST in {len(self.answer.clients), len(self.answer.pieces)}
        more = "+" if is_cut else ""
        words = self.tr("{count} found").format(count=f"{number(count)}{more}")
        return f"{everyone} · {words} · {here}"

    def _learn(self, found: Answer) -> None:
        self.answer = found
        self.changed.emit()

    def _client_lines(self) -> tuple[Line, ...]:
        hits = self.answer.clients
        if self.scope is Scope.ALL:
            hits = hits[:_CLIENTS_BESIDE]
        if not hits:
            return ()
        return (Heading(self.tr("Clients")), *(ClientLine(one) for one in hits))

    def _act_lines(self, chosen: Hit | None) -> tuple[Line, ...]:
        if chosen is None or self.scope is not Scope.ALL:
            return ()
        return (
            Heading(self.tr("For {name}").format(name=chosen.display)),
            ActLine("log", "note-pencil", self.tr("Log a note"), ("Alt", "N")),
            ActLine("lookbook", "book-open", self.tr("Begin a lookbook"), ("Alt", "L")),
            ActLine("wish", "heart", self.tr("Add a wish"), ("Alt", "W")),
        )

    def _piece_lines(self) -> tuple[Line, ...]:
        pieces = self.answer.pieces
        if self.scope is Scope.ALL:
            pieces = pieces[:_PIECES_BESIDE]
        if not pieces:
            return ()
        return (Heading(self.tr("Pieces")), *(PieceLine(one) for one in pieces))

    def _elsewhere(self) -> tuple[Line, ...]:
        if self.scope is Scope.PIECES:
            return ()
        typed = self.words.strip()
        acts: list[Line] = []
        if self.scope is Scope.COMMANDS or typed:
            acts += [one for one in self.commands() if _is_meant(one.words, typed)]
        if self.scope is not Scope.COMMANDS:
            words = self.tr("New client")
            if typed:
                words = self.tr("New client “{words}”").format(words=typed)
            acts.append(ActLine("new", "user-plus", words, ("Ctrl", "↵")))
        return (Heading(self.tr("Elsewhere")), *acts) if acts else ()

    def commands(self) -> tuple[ActLine, ...]:
        """Return the places and what the window can do."""
        numbered = enumerate(PLACES, 1)
        discreet = self.tr("Show everything again")
        return (
            *(
                ActLine(f"go:{place.name}", place.icon, place.words(), ("Ctrl", str(number)))
                for number, place in numbered
            ),
            ActLine(f"go:{SETTINGS.name}", SETTINGS.icon, SETTINGS.words(), ("Ctrl", ",")),
            ActLine(
                "discreet",
                "eye" if self.desk.discreet else "eye-slash",
                discreet if self.desk.discreet else self.tr("Discreet view"),
                ("F9",),
            ),
            *self._taken_back(),
            *self._sharing(),
            ActLine("bring-in", "upload-simple", self.tr("Bring files in")),
            ActLine("back-up", "hard-drives", self.tr("Back up now")),
            ActLine("keys", "keyboard", self.tr("Keys of this page"), ("?",)),
        )

    def _sharing(self) -> tuple[ActLine, ...]:
        if self.desk.sharing.is_alone:
            return ()
        return (
            ActLine(f"go:{SYNC.name}", SYNC.icon, SYNC.words(), ("F8",)),
            ActLine("share", "arrows-clockwise", self.tr("Share now")),
        )

    def _taken_back(self) -> tuple[ActLine, ...]:
        history = self.desk.history
        acts = []
        if history.to_undo() is not None:
            acts.append(ActLine("undo", "arrow-counter-clockwise", self.tr("Undo"), ("Ctrl", "Z")))
        if history.to_redo() is not None:
            keys = ("Ctrl", "Shift", "Z")
            acts.append(ActLine("redo", "arrow-clockwise", self.tr("Do again"), keys))
        return tuple(acts)

    def _wish_lines(self, wishing: Wishing) -> tuple[Line, ...]:
        typed = self.words.strip()
        lines: list[Line] = [
            Heading(self.tr("A wish of {name}").format(name=wishing.name)),
            *(PieceLine(one) for one in self.answer.pieces),
        ]
        if typed:
            words = self.tr("Keep “{words}” as a wish").format(words=typed)
            lines.append(ActLine("wish_words", "heart", words, ("Ctrl", "↵")))
        return tuple(lines) if len(lines) > 1 else ()


def _is_meant(command: str, typed: str) -> bool:
    """Say whether each word typed begins a word of a command.

    >>> _is_meant("Discreet view", "disc"), _is_meant("Discreet view", "creet")
    (True, False)
    """
    known = fold(command).split()
    return all(any(word.startswith(one) for word in known) for one in fold(typed).split())
