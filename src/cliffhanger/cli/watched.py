"""Which shows a watch is about: from arguments, and from a list in a file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cliffhanger.domain.errors import AmbiguousTitleError, BadFileError, UnknownTitleError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from duckdb import DuckDBPyConnection

    from cliffhanger.outlook.views import View

_PLATFORM = re.compile(r"platform\s*:\s*(?P<name>.+)", re.IGNORECASE)
# "#BlackAF" is a title, "# my shows" is not.
_COMMENT = re.compile(r"(?:^|\s)#(?:\s.*)?$")
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants to watch.

    Attributes:
        shows: titles and ids.
        platforms: names of platforms, each standing for all of its shows.
    """

    shows: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is wanted at all."""
        return bool(self.shows or self.platforms)

    def and_also(self, other: Wanted) -> Wanted:
        """Return both together, each wish once."""
        return Wanted(
            tuple(dict.fromkeys([*self.shows, *other.shows])), tuple(dict.fromkeys([*self.platforms, *other.platforms]))
        )


def read_list(path: Path) -> Wanted:
    """Read a watch list: a title, an id or ``platform: NAME`` a line; ``#`` begins a comment.

    Raises:
        BadFileError: where the file cannot be read, or is no text.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "is no UTF-8 text"
        raise BadFileError(name=str(path), reason=reason) from error
    lines = [line for raw in text.splitlines() if (line := _COMMENT.sub("", raw).strip())]
    platforms = [found["name"] for line in lines if (found := _PLATFORM.fullmatch(line))]
    return Wanted(tuple(line for line in lines if not _PLATFORM.fullmatch(line)), tuple(platforms))


def ids(connection: DuckDBPyConnection, wanted: Sequence[str]) -> list[str]:
    """Return the ids of shows that are named.

    Args:
        connection: holds the fact tables.
        wanted: titles and ids.

    Raises:
        UnknownTitleError, AmbiguousTitleError: where one names no show, or several.
        BadFileError: where more than one does; it names them all.
    """
    from cliffhanger.outlook import search  # noqa: PLC0415 - brings rapidfuzz

    found, failed = [], []
    for name in wanted:
        try:
            found.append(search.find(connection, name).show)
        except (UnknownTitleError, AmbiguousTitleError) as error:
            failed.append(error)
    if len(failed) > 1:
        told = "\n".join(f"  {error}" for error in failed)
        raise BadFileError(name="the watch list", reason=f"{len(failed)} lines name no show, or several:\n{told}")
    if failed:
        raise failed[0]
    return list(dict.fromkeys(found))


def of_platforms(seen: Mapping[str, View], platforms: Sequence[str]) -> Iterator[str]:
    """Yield the shows that some platforms have.

    Args:
        seen: all shows as they stand.
        platforms: names, in whatever spelling the vocabulary knows.

    Raises:
        BadFileError: where no show is known on one of them.
    """
    from cliffhanger.domain.platforms import canonical  # noqa: PLC0415 - not needed for help

    for name in platforms:
        wanted = canonical(name.strip())
        own = [show for show, view in seen.items() if view.network.casefold() == wanted.casefold()]
        if not own:
            from difflib import get_close_matches  # noqa: PLC0415 - only a slip needs it

            near = get_close_matches(wanted, sorted({view.network for view in seen.values()}), n=_SHOWN)
            hint = f"; near: {', '.join(near)}" if near else ""
            raise BadFileError(name="the watch list", reason=f"no show is known on a platform {name!r}{hint}")
        yield from own
