"""Search that forgives typing: from a few letters, a slip, an alias, an id or a person to shows, best first.

:func:`cliffhanger.outlook.search.find` answers with the one show that a text
names, or says why not; this suggests, and never fails. The index is made once
for a set of facts and does not change, so that threads may share it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from heapq import nlargest
from importlib.resources import files
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from cliffhanger.outlook.name_index import NameIndex, normal_form

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from duckdb import DuckDBPyConnection

LONGEST = 200
"""Characters of a query that are read."""

MOST = 100
"""Hits that are given at the most."""

_YEARS = """
SELECT "show", min(year(valid_from)) FROM claims WHERE predicate = 'premiere_date' GROUP BY "show"
"""
_PEOPLE = """
SELECT DISTINCT value, "show", predicate, CASE WHEN predicate = 'cast' THEN unit ELSE '' END
FROM claims
WHERE predicate IN ('creator', 'cast', 'crew', 'guest') AND modality = 'event' AND value <> ''
UNION
SELECT DISTINCT speaker, "show", predicate, '' FROM claims WHERE predicate = 'statement' AND speaker <> ''
ORDER BY ALL
"""
_IDS = """
SELECT DISTINCT lower(source_show), "show" FROM claims WHERE regexp_full_match(source_show, '[a-z]+:[A-Za-z0-9]+')
UNION SELECT DISTINCT lower("show"), "show" FROM claims
"""
_PARTS = {"creator": "created by {}", "cast": "with {}", "crew": "made by {}", "guest": "with {} as a guest"}
_SPEAKER = "{} has spoken of it"

_BARE_ID = re.compile(r"\btt[0-9]{5,10}\b")
_DATED = re.compile(r"(?P<title>.+?)\s*\(?(?P<year>(?:19|20)[0-9]{2})\)?")

# How good each way to match is. Only a title that is typed as it stands has a full score.
_TITLE, _ALIAS, _DATED_TITLE, _SAME_LETTERS = 1.0, 0.985, 0.98, 0.975
_BEGINS, _HAS_WORDS, _LIKE_WORDS, _COMPLETE = 0.68, 0.56, 0.44, 0.22
_SLIPS = (0.0, 0.81, 0.72, 0.62)
_PERSON, _PERSON_BEGINS, _PERSON_SLIP = 0.92, 0.66, 0.60
_BEST_OF_THE_REST = 0.97
_FAME = 0.06
_FEWEST_LETTERS = 2


_MADE: WeakKeyDictionary[DuckDBPyConnection, Finder] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Hit:
    """One show that a text may mean.

    Attributes:
        show: its id.
        title: its title.
        year: its first year, or None.
        network: its platform, or empty.
        why: why it is here, in plain English.
        score: how well it matches, 0 to 1.
    """

    show: str
    title: str
    year: int | None
    network: str
    why: str
    score: float


@dataclass(frozen=True, slots=True)
class Known:
    """One show as the index knows it.

    Attributes:
        show: its id.
        title: its title.
        year: its first year, or None.
        network: its platform, or empty.
        rank: how well known it is, 0 the best known.
    """

    show: str
    title: str
    year: int | None = None
    network: str = ""
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Called:
    """A name of a show, or of a person who has to do with it.

    Attributes:
        show: the show's id.
        name: the name.
        why: why the name leads to the show; empty where it is its title or an alias.
    """

    show: str
    name: str
    why: str = ""


class Finder:
    """An index of names, people and ids.

    Example:
        >>> finder = Finder([Known("x:1", "Copper Lantern")], [Called("x:1", "Copper Lantern")])
        >>> finder.suggest("coper lantern")[0].title
        'Copper Lantern'
    """

    def __init__(
        self, shows: Iterable[Known], names: Iterable[Called], people: Iterable[Called] = (), ids: Iterable[Called] = ()
    ) -> None:
        """Index shows by their names, by people and by ids."""
        self._shows = {known.show: known for known in shows}
        known = [called for called in names if called.show in self._shows]
        self._raw = _grouped(known, _raw)
        self._forms = _grouped(known, normal_form, _with_article)
        self._people = _grouped((called for called in people if called.show in self._shows), normal_form)
        self._ids = {called.name.casefold(): called.show for called in ids}
        self._names = NameIndex(self._forms)
        self._persons = NameIndex(self._people)
        self._fame = [max(self._known(called.show) for called in self._forms[form]) for form in self._names.forms]

    @classmethod
    def of(cls, connection: DuckDBPyConnection) -> Finder:
        """Index the facts behind a connection.

        A name is how one asks, not evidence: all of them count, whatever the day.
        """
        query = files(__package__).joinpath("names.sql").read_text(encoding="utf-8")
        rows = connection.execute(query).fetchall()
        years = dict(connection.execute(_YEARS).fetchall())
        return cls(
            {row[0]: Known(row[0], row[1], row[3] or years.get(row[0]), row[5], row[4]) for row in rows}.values(),
            (Called(row[0], row[2]) for row in rows),
            (called for row in connection.execute(_PEOPLE).fetchall() for called in _people(*row)),
            (Called(show, key) for key, show in connection.execute(_IDS).fetchall()),
        )

    def called(self, text: str) -> tuple[str, ...]:
        """Return the shows one of whose names is this but for case, accents, punctuation and a leading article."""
        form = normal_form(text)
        return tuple(sorted({one.show for one in self._forms.get(form, ()) if normal_form(one.name) == form}))

    def suggest(self, query: str, limit: int = 10) -> tuple[Hit, ...]:
        """Return the shows that a text may mean, the best first; none for an empty text.

        A title typed as it stands always comes first. Then, roughly: an alias,
        the title but for accents and punctuation, one slip, a beginning, all
        words in any order, words with slips, and people; among equals the
        better known show.

        Args:
            query: what was typed; ``LONGEST`` characters of it are read.
            limit: how many are wanted, ``MOST`` at the most.
        """
        text = " ".join(query.split())[:LONGEST]
        best: dict[str, tuple[float, str]] = {}
        for score, show, why in self._matches(text, normal_form(text)):
            if show in self._shows and score > best.get(show, (0.0, ""))[0]:
                best[show] = (score, why)
        ranked = sorted(best.items(), key=lambda item: (-item[1][0], self._shows[item[0]].rank, item[0]))
        return tuple(self._hit(show, score, why) for show, (score, why) in ranked[: max(0, min(limit, MOST))])

    def _hit(self, show: str, score: float, why: str) -> Hit:
        known = self._shows[show]
        return Hit(known.show, known.title, known.year, known.network, why, round(score, 4))

    def _matches(self, text: str, form: str) -> Iterator[tuple[float, str, str]]:
        if not text:
            return
        yield from self._by_id(text)
        yield from self._as_it_stands(text, form)
        if len(form) < _FEWEST_LETTERS:
            return
        yield from self._by_parts(form)
        # Who has typed a name as it stands has hardly meant another that is spelled nearly so.
        if form not in self._forms:
            for spelled in {form, _with_article(text)}:
                yield from self._by_slips(spelled)
            words_like = self._names.like(form.split())
            yield from self._by_places(words_like, form, _LIKE_WORDS, "its title has words like these")
        yield from self._by_person(form)

    def _by_id(self, text: str) -> Iterator[tuple[float, str, str]]:
        bare = _BARE_ID.search(text.casefold())
        for key in (text.casefold(), f"imdb:{bare[0]}" if bare else ""):
            if key in self._ids:
                yield _TITLE, self._ids[key], f"its id: {key}"

    def _as_it_stands(self, text: str, form: str) -> Iterator[tuple[float, str, str]]:
        for called in self._raw.get(_raw(text), ()):
            title = _raw(called.name) == _raw(self._shows[called.show].title)
            yield (_TITLE if title else _ALIAS), called.show, self._why(called, "its title")
        for called in self._forms.get(form, ()) if form else ():
            yield _SAME_LETTERS, called.show, self._why(called, "its title")
        dated = _DATED.fullmatch(text)
        for called in self._forms.get(normal_form(dated["title"]), ()) if dated else ():
            if dated and self._shows[called.show].year == int(dated["year"]):
                yield _DATED_TITLE, called.show, "its title and year"

    def _by_parts(self, form: str) -> Iterator[tuple[float, str, str]]:
        yield from self._by_places(self._names.beginning(form), form, _BEGINS, "its title begins so")
        yield from self._by_places(self._names.having(form.split()), form, _HAS_WORDS, "its title has these words")

    def _by_places(self, places: Collection[int], form: str, base: float, why: str) -> Iterator[tuple[float, str, str]]:
        for place in self._foremost(places, len(form)):
            yield from self._named(self._names.forms[place], base + self._complete(place, len(form)), why)

    def _foremost(self, places: Collection[int], typed: int) -> Collection[int]:
        """Return the places that can become hits: of very many, those of the shortest and best known names."""
        if len(places) <= MOST:
            return places
        return nlargest(MOST, places, key=lambda place: self._complete(place, typed) + self._fame[place])

    def _complete(self, place: int, typed: int) -> float:
        return _COMPLETE * min(1.0, typed / len(self._names.forms[place]))

    def _by_slips(self, form: str) -> Iterator[tuple[float, str, str]]:
        for place, distance in self._names.slips(form):
            if distance:
                yield from self._named(self._names.forms[place], _SLIPS[distance], "its title is spelled nearly so")

    def _by_person(self, form: str) -> Iterator[tuple[float, str, str]]:
        found = [(_PERSON_BEGINS, place) for place in self._persons.beginning(form)]
        found += [(_PERSON_BEGINS, place) for place in self._persons.having(form.split())]
        found += [(_PERSON_SLIP, place) for place in self._persons.like(form.split())]
        for score, place in found:
            name = self._persons.forms[place]
            for called in self._people[name]:
                yield self._famed(_PERSON if name == form else score, called.show), called.show, called.why

    def _named(self, name: str, score: float, why: str) -> Iterator[tuple[float, str, str]]:
        for called in self._forms[name]:
            yield self._famed(score, called.show), called.show, self._why(called, why)

    def _famed(self, score: float, show: str) -> float:
        """Return a score with what being well known adds, never as good as a name typed as it stands."""
        return min(_BEST_OF_THE_REST, score + self._known(show))

    def _known(self, show: str) -> float:
        return _FAME * (1.0 - self._shows[show].rank / len(self._shows)) ** 2

    def _why(self, called: Called, why: str) -> str:
        own = _raw(called.name) == _raw(self._shows[called.show].title)
        return why if own else f"also called “{called.name}”"


def finder(connection: DuckDBPyConnection) -> Finder:
    """Return the index of the facts behind a connection; it is made once, and goes when the connection does."""
    made = _MADE.get(connection)
    if made is None:
        made = _MADE[connection] = Finder.of(connection)
    return made


def _raw(text: str) -> str:
    return " ".join(text.casefold().split())


def _with_article(text: str) -> str:
    """Return the normal form with the article that it drops: in it, too, one may slip."""
    # No title begins with two words of which the first is this one, so nothing is dropped behind it.
    return normal_form(f"_ {text}").removeprefix("_ ")


def _grouped(names: Iterable[Called], *forms: Callable[[str], str]) -> dict[str, tuple[Called, ...]]:
    """Return names by their forms; one without letters or digits has none."""
    found: dict[str, list[Called]] = {}
    for called in names:
        for key in {form(called.name) for form in forms} - {""}:
            found.setdefault(key, []).append(called)
    return {key: tuple(some) for key, some in found.items()}


def _people(name: str, show: str, predicate: str, part: str) -> Iterator[Called]:
    """Yield a person, and the part that they play: who is remembered may be either."""
    yield Called(show, name, _PARTS.get(predicate, _SPEAKER).format(f"{name} as {part}" if part else name))
    if part:
        yield Called(show, part, f"{name} plays {part}")
