"""Foreign text made fit for feeds, calendars and pictures: one line that breaks no format."""

from __future__ import annotations

import re
import unicodedata

MOST = 300
"""Characters of a title or of a name that are passed on."""

# What XML 1.0 forbids (production Char), but for tab and line ends, which become spaces.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# Embeddings, overrides and isolates of the bidirectional algorithm: left open they reorder what stands behind them.
_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"


def plain(text: str, most: int = MOST) -> str:
    r"""Return a text as one line without what XML forbids and without marks that reorder the text around it.

    Args:
        text: any text.
        most: characters that are kept; a longer text ends in an ellipsis.

    Example:
        >>> plain("Copper\tLantern\x00")
        'Copper Lantern'
    """
    said = " ".join(_REORDERING.sub("", _FORBIDDEN.sub("", text)).split())
    return said if len(said) <= most else f"{said[: most - 1].rstrip()}…"


def right_to_left(text: str) -> bool:
    """Say whether a text is set from right to left: whether the first letter with a direction has that one."""
    kinds = (unicodedata.bidirectional(c) for c in text)
    return next((kind for kind in kinds if kind in _RIGHT_TO_LEFT or kind == "L"), "L") in _RIGHT_TO_LEFT


def isolated(text: str) -> str:
    """Return a text set apart from the sentence around it where any of it runs from right to left."""
    if not any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in text):
        return text
    return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"
