"""Errors that carry the fact; each builds its own sentence from the values it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Sequence


class CliffhangerError(Exception):
    """Base of every error a user may meet.

    Attributes:
        exit_code: what the command line exits with when this error ends a run.
    """

    exit_code: ClassVar[int] = 1


class UnknownWordError(CliffhangerError):
    """A source used a word that its ``words.py`` does not map."""

    def __init__(self, *, source: str, field: str, word: str, row: int | str) -> None:
        """Name the source, the field, the word and the row it stands in."""
        self.source, self.field, self.word, self.row = source, field, word, row
        super().__init__(f"{source}: row {row}: unknown {field} {word!r}")


class BadRowError(CliffhangerError):
    """A row cannot become a claim; the rest of its file can."""

    def __init__(self, *, field: str, value: object, reason: str) -> None:
        """Name the field, its value and what is wrong with it."""
        self.field, self.value, self.reason = field, value, reason
        super().__init__(f"{field} {value!r}: {reason}")


class BadFileError(CliffhangerError):
    """A file is not what it claims to be; nothing of it lands."""

    def __init__(self, *, name: str, reason: str, field: str = "", row: int | None = None) -> None:
        """Name the file and, where known, the row and the field."""
        self.name, self.reason, self.field, self.row = name, reason, field, row
        where = "".join([f", row {row}" if row is not None else "", f", {field}" if field else ""])
        super().__init__(f"{name}{where}: {reason}")


class UnrecognisedFileError(CliffhangerError):
    """No source knows this file."""

    def __init__(self, *, name: str, known: Sequence[str]) -> None:
        """Name the file and the sources that were asked."""
        self.name, self.known = name, tuple(known)
        self.reason = f"no source recognises this file (asked: {', '.join(known)})"
        super().__init__(f"{name}: {self.reason}")


class BadDateError(CliffhangerError):
    """A text is not a date, or not one that can be meant here."""

    exit_code = 2

    def __init__(self, *, text: str, reason: str) -> None:
        """Name the text and what is wrong with it."""
        self.text, self.reason = text, reason
        super().__init__(f"{text!r} is not a usable date: {reason}")


class BadIdError(CliffhangerError):
    """A text is not an id of the form ``authority:key``."""

    exit_code = 2

    def __init__(self, *, text: str, reason: str) -> None:
        """Name the text and what is wrong with it."""
        self.text, self.reason = text, reason
        super().__init__(f"{text!r} is not an id: {reason}")


class UnknownTitleError(CliffhangerError):
    """No show bears this title or id."""

    def __init__(self, *, query: str, nearest: Sequence[str]) -> None:
        """Name what was asked for and the nearest titles there are."""
        self.query, self.nearest = query, tuple(nearest)
        hint = f" Nearest: {'; '.join(nearest)}." if nearest else ""
        super().__init__(f"No series called {query!r} is known.{hint}")


class AmbiguousTitleError(CliffhangerError):
    """Several shows bear this title."""

    exit_code = 2

    def __init__(self, *, query: str, choices: Sequence[tuple[str, str, int | None]]) -> None:
        """Name the query and its choices, each (title, id, first year)."""
        self.query, self.choices = query, tuple(choices)
        lines = "\n".join(f"  {title} ({year or 'year unknown'})  {key}" for title, key, year in choices)
        super().__init__(f"{query!r} is the title of {len(choices)} series; name one by its id:\n{lines}")


class TooEarlyError(CliffhangerError):
    """A question is asked about a time before the show had begun."""

    exit_code = 2

    def __init__(self, *, title: str, as_of: str, first_known: str) -> None:
        """Name the show, the day asked about and the day on which its first season began."""
        self.title, self.as_of, self.first_known = title, as_of, first_known
        super().__init__(f"{title!r} had not begun on {as_of}: its first season came {first_known}.")


class LedgerError(CliffhangerError):
    """The ledger cannot be read or written."""

    def __init__(self, *, path: str, reason: str) -> None:
        """Name the ledger's folder and what stands in the way."""
        self.path, self.reason = path, reason
        super().__init__(f"ledger {path}: {reason}")


class LedgerBusyError(LedgerError):
    """Another process writes to the ledger, or updates it."""


class MissingExtraError(CliffhangerError):
    """A part of the work needs libraries that the core installation leaves out."""

    def __init__(self, *, what: str, extra: str) -> None:
        """Name the work and the extra that brings its libraries."""
        self.what, self.extra = what, extra
        super().__init__(f"{what} needs more libraries: pip install '.[{extra}]' in the project's folder")


class MissingSettingError(CliffhangerError):
    """A part of the work needs a setting that nobody has made."""

    exit_code = 2

    def __init__(self, *, what: str, variable: str, keyring: str = "") -> None:
        """Name the work, the environment variable and, where the keyring may hold it, the name it has there."""
        self.what, self.variable, self.keyring = what, variable, keyring
        other = f", or put it into the keyring: keyring set cliffhanger {keyring}" if keyring else ""
        super().__init__(f"{what} needs {variable}: set it in the environment{other}")


class BusyError(CliffhangerError):
    """Another process works on what only one may work on."""

    def __init__(self, *, what: str, path: str) -> None:
        """Name what is busy and its file."""
        self.what, self.path = what, path
        super().__init__(f"{what} is running in another process (it holds {path})")


class DeliveryError(CliffhangerError):
    """News could not be handed over; it is kept, and tried again at the next run."""

    def __init__(self, *, channel: str, reason: str, waiting: int = 0) -> None:
        """Name the channel, what stood in the way, and how many events wait."""
        self.channel, self.reason, self.waiting = channel, reason, waiting
        kept = f"; {waiting} event{'' if waiting == 1 else 's'} will be tried again at the next run" if waiting else ""
        super().__init__(f"{channel}: {reason}{kept}")


class InfeasibleError(CliffhangerError):
    """What is asked for cannot all be had."""

    exit_code = 2

    def __init__(
        self, *, reason: str = "", breaks: str = "", budget: float = 0.0, before: float = 0.0, cost: float = 0.0
    ) -> None:
        """Name the forced choice that breaks the budget, what it costs and what the others take; or a reason."""
        self.reason, self.breaks, self.budget, self.before, self.cost = reason, breaks, budget, before, cost
        already = f", and what is forced in before it takes {before:,.6g}" if before else ""
        said = reason or f"cannot be forced in: it costs {cost:,.6g}{already}, of a budget of {budget:,.6g}"
        super().__init__(f"{breaks!r} {said}" if breaks else said)
