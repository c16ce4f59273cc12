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
from cliffhanger.reader import document, sieves
from cliffhanger.reader.fate_pieces import Rule
from cliffhanger.reader.hinted import Choice, Hinted
from cliffhanger.reader.sieves import AnyOf, OfWords, Sieve, branches
from tests.reader.judging import FOLDER, catalogue

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator


def _within(thing: object) -> Iterator[Hinted]:
    if isinstance(thing, Hinted):
        yield thing
    elif isinstance(thing, Rule):
        yield thing.pattern
    elif isinstance(thing, AnyOf):
        yield from thing.parts
    elif isinstance(thing, list | tuple | Sieve):
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
    assert len(patterns()) > 150
    assert sum(len(pattern.clauses) > 1 for pattern in patterns()) > 50


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


WORDS = st.lists(
    st.sampled_from(
        [
            "end",
            "ends",
            "Ended.",
            "unended",
            "2026",
            "20267",
            "x2026",
            "(2026)",
            "It's",
            "over-ended",
            "SAVED",
            "\u017faved",
        ]
    )
)


@given(WORDS)
def test_a_choice_is_in_a_text_where_one_of_its_stretches_stands(words: list[str]) -> None:
    """With the blanks that they have, and in any case."""
    text = " ".join(words)
    lowered = text.lower().replace("\u017f", "s")
    for stretches in (("end",), (" end",), ("end ",), ("saved", "it's over"), ("ended. ", " 2026 ")):
        assert Choice(*stretches).is_in(text) == any(stretch in lowered for stretch in stretches)


@given(WORDS)
def test_a_pattern_of_words_is_in_a_text_where_it_matches(words: list[str]) -> None:
    """Asked for one word after the other, or for the words that it matches in."""
    text = " ".join(words)
    dated = OfWords(r"\b20\d\d\b")
    assert dated.is_in(text) == bool(re.search(r"\b20\d\d\b", text))
    for _ in range(2):
        assert sorted(dated.those_in(text)) == sorted({word for word in words if re.search(r"\b20\d\d\b", word)})


@given(WORDS)
def test_a_choice_of_patterns_begins_where_the_whole_does(words: list[str]) -> None:
    """The first match of any of them is the first match of all together."""
    pattern = r"\bend(?:s|ed)\b|\b(?:2026|it's)|[|]"
    text = " ".join(words).lower()
    found = re.search(pattern, text)
    assert AnyOf(pattern).start(text) == (found.start() if found else -1)
    assert AnyOf(pattern).is_in(text) == bool(found)
    assert "|".join(branches(pattern)) == pattern


@given(WORDS)
def test_a_sieve_lets_through_what_may_match(words: list[str]) -> None:
    """In the order of its things, and nothing that matches is held back."""
    rules = {"end": Hinted(r"\bends?\b"), "year": Hinted(r"\b20\d\d\b"), "over": Hinted(r"it's\s+over", re.IGNORECASE)}
    sieve = Sieve((name, [rule]) for name, rule in rules.items())
    text = " ".join(words)
    passed = sieve.through(text)
    assert passed == [name for name in rules if name in passed]
    assert {name for name, rule in rules.items() if rule.compiled.search(text)} <= set(passed)


def test_many_texts_make_a_sieve_finer(monkeypatch: pytest.MonkeyPatch) -> None:
    """For few texts the words that a thing is given are enough; what matches gets through either way."""
    monkeypatch.setattr(sieves, "_MANY", 3)
    sieve = Sieve([("start", [Hinted(r"start(?:s|ed)"), Choice("it")])])
    assert [sieve.through(text) for text in ("It ends.", "It starts.")] == [["start"], ["start"]]
    assert [sieve.through(text) for text in ("It ends.", "It starts.")] == [[], ["start"]]
