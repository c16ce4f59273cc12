"""Search that forgives typing, beside rapidfuzz's own extraction over the same names."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from bench.tools import say
from cliffhanger.outlook import facts, search
from cliffhanger.outlook.finding import Finder
from cliffhanger.outlook.name_index import normal_form

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_QUERIES = 400
_LETTERS = 6


def run() -> None:
    """Time each on the same queries in turn: titles as they stand, with a letter left out, and their beginnings."""
    connection = facts.from_starter().connection
    started = time.perf_counter()
    finder = Finder.of(connection)
    say(f"\nSearch over the starter catalogue; its index took {time.perf_counter() - started:.1f} s to make")
    titles = sorted(search.titles(connection).values())
    forms = [normal_form(title) for title in titles]
    some = random.Random(7).sample([title for title in titles if len(title) >= _LETTERS], _QUERIES)  # noqa: S311 - a sample
    kinds = {
        "as it stands": some,
        "a letter left out": [title[:2] + title[3:] for title in some],
        "its beginning": [title[: len(title) // 2] for title in some],
    }
    ways: dict[str, Callable[[str], object]] = {
        "suggest": finder.suggest,
        "WRatio over all names": lambda text: process.extract(normal_form(text), forms, scorer=fuzz.WRatio, limit=10),
    }
    for kind, queries in kinds.items():
        times = _in_turn(ways, queries)
        least = times["suggest"][0]
        for way, (median, slow) in times.items():
            say(f"  {1000 * median:6.1f} ms median  {1000 * slow:6.1f} ms p95  {median / least:5.1f} x  {way}, {kind}")


def _in_turn(ways: dict[str, Callable[[str], object]], queries: Sequence[str]) -> dict[str, tuple[float, float]]:
    taken: dict[str, list[float]] = {way: [] for way in ways}
    for query in queries:
        for way, ask in ways.items():
            started = time.perf_counter()
            ask(query)
            taken[way].append(time.perf_counter() - started)
    return {way: (sorted(some)[len(some) // 2], sorted(some)[len(some) * 95 // 100]) for way, some in taken.items()}
