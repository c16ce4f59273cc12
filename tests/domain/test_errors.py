"""Errors that carry the fact."""

from __future__ import annotations

import pytest

from cliffhanger.domain import errors
from cliffhanger.domain.errors import (
    AmbiguousTitleError,
    BadDateError,
    BadFileError,
    BadIdError,
    BadRowError,
    BusyError,
    CliffhangerError,
    DeliveryError,
    InfeasibleError,
    LedgerBusyError,
    LedgerError,
    MissingExtraError,
    MissingSettingError,
    TooEarlyError,
    UnknownTitleError,
    UnknownWordError,
    UnrecognisedFileError,
)

# Each error with made-up facts, the sentence it builds of them, and the exit code.
CASES = [
    (
        UnknownWordError(source="tmdb", field="status", word="Paused", row=7),
        "tmdb: row 7: unknown status 'Paused'",
        1,
    ),
    (BadRowError(field="rank", value="eleven", reason="it is no number"), "rank 'eleven': it is no number", 1),
    (BadFileError(name="a.tsv", reason="it is empty"), "a.tsv: it is empty", 1),
    (BadFileError(name="a.tsv", reason="it is cut off", row=0), "a.tsv, row 0: it is cut off", 1),
    (
        BadFileError(name="a.tsv", reason="it is no day", field="premiere", row=3),
        "a.tsv, row 3, premiere: it is no day",
        1,
    ),
    (
        UnrecognisedFileError(name="a.bin", known=["imdb", "netflix"]),
        "a.bin: no source recognises this file (asked: imdb, netflix)",
        1,
    ),
    (
        MissingSettingError(what="mail", variable="MAIL_KEY", keyring="mail"),
        "mail needs MAIL_KEY: set it in the environment, or put it into the keyring: keyring set cliffhanger mail",
        2,
    ),
    (MissingSettingError(what="mail", variable="MAIL_KEY"), "mail needs MAIL_KEY: set it in the environment", 2),
    (BusyError(what="a watch", path="a.lock"), "a watch is running in another process (it holds a.lock)", 1),
    (DeliveryError(channel="webhook", reason="no answer"), "webhook: no answer", 1),
    (
        DeliveryError(channel="webhook", reason="no answer", waiting=2),
        "webhook: no answer; 2 events will be tried again at the next run",
        1,
    ),
    (BadDateError(text="soon", reason="it is no day"), "'soon' is not a usable date: it is no day", 2),
    (BadIdError(text="tt", reason="it is too short"), "'tt' is not an id: it is too short", 2),
    (
        UnknownTitleError(query="Balard", nearest=["Ballard", "Bollard"]),
        "No series called 'Balard' is known. Nearest: Ballard; Bollard.",
        1,
    ),
    (UnknownTitleError(query="Balard", nearest=[]), "No series called 'Balard' is known.", 1),
    (
        AmbiguousTitleError(query="Twins", choices=[("Twins", "imdb:tt00001", 1999), ("Twins", "imdb:tt00002", None)]),
        """'Twins' is the title of 2 series; name one by its id:
  Twins (1999)  imdb:tt00001
  Twins (year unknown)  imdb:tt00002""",
        2,
    ),
    (
        TooEarlyError(title="Twins", as_of="1998-01-01", first_known="on 1999-02-03"),
        "'Twins' had not begun on 1998-01-01: its first season came on 1999-02-03.",
        2,
    ),
    (LedgerError(path="ledger", reason="it is locked"), "ledger ledger: it is locked", 1),
    (LedgerBusyError(path="ledger", reason="process 7 is at it"), "ledger ledger: process 7 is at it", 1),
    (
        MissingExtraError(what="fitting", extra="train"),
        "fitting needs more libraries: pip install '.[train]' in the project's folder",
        1,
    ),
    (
        InfeasibleError(breaks="Twins", budget=7, before=4, cost=4.5),
        "'Twins' cannot be forced in: it costs 4.5, and what is forced in before it takes 4, of a budget of 7",
        2,
    ),
]


@pytest.mark.parametrize(("error", "sentence", "code"), CASES, ids=[sentence for _, sentence, _ in CASES])
def test_an_error_says_its_facts_and_knows_its_exit_code(error: CliffhangerError, sentence: str, code: int) -> None:
    """An error builds its own sentence, and tells a bad question (2) from a failure (1)."""
    assert (str(error), error.exit_code) == (sentence, code)


def test_every_error_is_tried_here() -> None:
    """No error of the domain goes without its case above, and a user's program can catch them all at once."""
    defined = {kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)}
    assert {type(error) for error, _, _ in CASES} == defined - {CliffhangerError}
    assert all(issubclass(kind, CliffhangerError) for kind in defined)


def test_facts_stay_readable_behind_the_sentence() -> None:
    """A page or a program reads an error's facts, not its words."""
    word = UnknownWordError(source="tmdb", field="status", word="Paused", row=7)
    assert (word.source, word.field, word.word, word.row) == ("tmdb", "status", "Paused", 7)
    title = UnknownTitleError(query="Balard", nearest=["Ballard"])
    assert (title.query, title.nearest) == ("Balard", ("Ballard",))
    date = BadDateError(text="soon", reason="it is no day")
    assert (date.text, date.reason) == ("soon", "it is no day")
