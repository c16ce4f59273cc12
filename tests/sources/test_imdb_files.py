"""The benchmark's files are IMDb's in layout and in every rule, and the same for the same seed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.imdb_files import Size, write

from cliffhanger.sources.imdb import parse as imdb
from tests.sources.test_tables import counted, pinned_file

if TYPE_CHECKING:
    from pathlib import Path

SIZE = Size(titles=4400, episodes=3600, ratings=600)


def test_made_up_files_are_read_as_the_official_ones(tmp_path: Path) -> None:
    """Only episodes without a number are set aside, and nothing but series lands."""
    write(tmp_path / "a", SIZE)
    batch = imdb.parse([pinned_file(path) for path in sorted((tmp_path / "a").iterdir())])
    assert batch.rows_read == SIZE.titles + SIZE.episodes + SIZE.ratings
    assert set(counted(batch.set_aside)) == {"an episode without a season number"}
    assert batch.left_over == ()
    titles = batch.claims.filter(batch.claims["predicate"] == "title").height
    assert titles == round(SIZE.titles * 340 / 11_000)


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    """Byte for byte; another seed gives others."""
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        write(tmp_path / name, SIZE, seed=seed)
    a, b, c = ([path.read_bytes() for path in sorted((tmp_path / name).iterdir())] for name in "abc")
    assert a == b
    assert all(mine != other for mine, other in zip(a, c, strict=True))
