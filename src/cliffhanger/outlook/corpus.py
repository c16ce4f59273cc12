"""A corpus read with the catalogue's names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cliffhanger.outlook import facts
from cliffhanger.outlook.names import names

if TYPE_CHECKING:
    from cliffhanger.reader.names import Names


def starter_names() -> Names:
    """Return the names of the catalogue that ships; a worker's process asks for them once."""
    return names(facts.from_starter().connection)
