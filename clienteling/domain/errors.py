"""The three kinds of error the program knows, and what each owes to a person.

See docs/architecture.md, "Errors": a ``UserError`` is put right by the person, a ``KnownError`` is
the environment's fault and says what it means for the data, a ``BugError`` is ours.
"""

from clienteling.domain.sentences import Sentence


class ClientelingError(Exception):
    """Base of every error this program raises on purpose.

    Args:
        message: A literal sentence, with ``{name}`` where a value goes.
        values: The values; the window fills them into the sentence of its own language.
    """

    def __init__(self, message: str = "", **values: object) -> None:
        super().__init__(Sentence(message, values) if values else message)


class UserError(ClientelingError):
    """Something the person can put right; the message is a sentence that says how.

    Args:
        message: One sentence fit for the screen: what happened and how to mend it.
        field: Name of the field it belongs to, when it belongs to one.
        values: What is filled into the sentence.
    """

    def __init__(self, message: str, *, field: str | None = None, **values: object) -> None:
        super().__init__(message, **values)
        self.field = field


class KnownError(ClientelingError):
    """The environment's fault (disk, lock, network, damaged file); the data's state is said."""


class BugError(ClientelingError):
    """Ours: an assumption of the program did not hold."""


class NotFoundError(UserError):
    """What was asked for is not in this book."""


class Cancelled(ClientelingError):  # noqa: N818 - not a fault: the person asked for it
    """A person cancelled a long job; everything of the unfinished step was undone."""
