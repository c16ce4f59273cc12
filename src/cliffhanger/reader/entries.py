"""The entries of a list in an article: paragraphs that are headed by the show that they speak of."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from cliffhanger.reader.marks import SHOW

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cliffhanger.reader.mentions import ShowMention
    from cliffhanger.reader.sentences import Sentence

# A paragraph that is headed by its show: "2. S (CBS)", "S: ...", "S. ...".
_ENTRY = re.compile(rf"\W*(?:\d{{1,2}}[.)]\s*)?(?P<show>{SHOW})(?:\s?:|\.(?:\s|$)|\s[\u2014\u2013-]\s|\s\(|\W*$)")
_ALONE = re.compile(r"\s*(?:\([^()]{0,60}\))?\W*")
_FEWEST_ENTRIES = 3


def headings(sentences: Sequence[Sentence]) -> dict[int, tuple[ShowMention, bool]]:
    """Return by paragraph the show that heads it, and whether it is all that the paragraph says.

    Where fewer than ``_FEWEST_ENTRIES`` paragraphs are headed so they make no list, and none is returned.
    """
    found: dict[int, tuple[ShowMention, bool]] = {}
    lengths = Counter(sentence.paragraph for sentence in sentences)
    for paragraph, members in groupby(sentences, key=lambda sentence: sentence.paragraph):
        first = next(members)
        entry = _ENTRY.match(first.marked)
        if entry:
            alone = lengths[paragraph] == 1 and _ALONE.fullmatch(first.marked, entry.end("show")) is not None
            found[paragraph] = (first.show(entry.start("show")), alone)
    return found if len(found) >= _FEWEST_ENTRIES else {}
