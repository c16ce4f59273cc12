"""A pattern with hints finds what the pattern finds: on the articles, and on their words in disorder."""

from __future__ import annotations

import importlib
import pkgutil
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger import reader
from cliffhanger.reader import document
from cliffhanger.reader.hinted import Hinted
from tests.reader.judging import FOLDER, catalogue

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator


AWKWARD = "\u0130\u0131\u017fK aeiosST'\u2019.,-\ue000\ue001"


def _within(thing: object) -> Iterator[Hinted]:
    if isinstance(thing, Hinted):
        yield thing
    elif isinstance(thing, list | tuple):
        for part in thing:
            yield from _within(part)


@cache
def patterns() -> tuple[Hinted, ...]:
    """Return the patterns with hints that the reader's modules hold."""
    modules = [importlib.import_module(f"{reader.__name__}.{m.name}") for m in pkgutil.iter_modules(reader.__path__)]
    return tuple(pattern for module in modules for thing in vars(module).values() for pattern in _within(thing))


@cache
def sentences() -> tuple[str, ...]:
    """Return the marked sentences of the articles."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.txt"))]
    return tuple(s.marked for text in texts for s in document.make(text, catalogue()).sentences)


def spans(pattern: Hinted | re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """Return where a pattern matches."""
    return [m.span() for m in pattern.finditer(text)]


def test_there_are_many() -> None:
    """So that the two tests below look at something."""
    assert len(patterns()) > 50
    assert any("renew" in pattern.hints for pattern in patterns()) or any(len(p.hints) > 1 for p in patterns())


def test_nothing_is_missed_in_the_articles() -> None:
    """Sentence by sentence, each pattern as it is and as ``re`` has it."""
    for pattern in patterns():
        plain = re.compile(pattern.compiled.pattern, pattern.compiled.flags)
        for text in sentences():
            assert spans(pattern, text) == spans(plain, text)


@given(
    st.randoms(use_true_random=False),
    st.text(st.sampled_from("\u0130\u0131\u017fK aeiosST'\u2019.,-\ue000\ue001"), max_size=12),
)
def test_nothing_is_missed_in_other_words(shuffled: random.Random, awkward: str) -> None:
    """Words of the articles in any order and any case, with letters whose small form is another one."""
    words = shuffled.choice(sentences()).split()
    shuffled.shuffle(words)
    text = " ".join(shuffled.choice((word, word.upper(), word.title())) for word in words) + awkward
    for pattern in shuffled.sample(patterns(), 10):
        plain = re.compile(pattern.compiled.pattern, pattern.compiled.flags)
        assert spans(pattern, text) == spans(plain, text)


@pytest.mark.parametrize(("start", "end"), [(0, 6), (4, 30), (6, 30)])
def test_the_places_between_which_it_is_looked_for_hold(start: int, end: int) -> None:
    """As for :meth:`re.Pattern.search`."""
    pattern = Hinted(r"\b(?:was|were)\s+axed\b")
    text = "It was axed, and they were axed."
    mine, theirs = pattern.search(text, start, end), pattern.compiled.search(text, start, end)
    assert (mine and mine.span()) == (theirs and theirs.span())
