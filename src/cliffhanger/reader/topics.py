"""Which show a text, or a part of it, speaks of without naming it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cliffhanger.reader.fate_words import MAKERS
from cliffhanger.reader.hinted import Hinted
from cliffhanger.reader.marks import PLATFORM, SHOW
from cliffhanger.reader.mentions import ShowMention

if TYPE_CHECKING:
    from cliffhanger.reader.claims import Subject
    from cliffhanger.reader.document import Document
    from cliffhanger.reader.sentences import Sentence

# Behind a show's name: somebody or something of it is spoken of.
_NOT_ITSELF = rf"{MAKERS}|fan|spin-?off|offshoot|prequel|sequel"
# "Also on the way is S".
_INVERTED = (
    rf"(?:also|still|next|up\s+next|first\s+up|gone|out|safe)\b"
    rf"[^.;:,{SHOW}]{{0,40}}?\b(?:is|was|comes)\s+(?:[\w\u2019'-]+\s+){{0,4}}?"
)
_OPENS = re.compile(
    rf"\W{{0,3}}(?:(?:and|but|then|meanwhile|elsewhere),?\s+|{PLATFORM}['\u2019]?s\s+(?:[\w-]+\s+){{0,2}}?[\"'\u2018\u201c]?|{_INVERTED})?{SHOW}(?!['\u2019]|\s+(?:{_NOT_ITSELF})s?\b)",
    re.IGNORECASE,
)
# "What about the prequel's future? Secure for now."
_KIN_WORD = Hinted(r"\bthe\s+(?:prequel|spin-?off|sequel|offshoot)\b(?!\s+(?:of|to|from)\b)", re.IGNORECASE)


def topic(document: Document, sentence: Sentence) -> ShowMention | None:
    """Return the show that the sentences before one speak of: the first word of the last that names any, or None.

    What a sentence opens with is what the next one goes on with (the preferred centre of Grosz, Joshi and Weinstein
    1995), whatever the article is mostly about.
    """
    for index in range(sentence.index - 1, -1, -1):
        other = document.sentences[index]
        if other.paragraph != sentence.paragraph:
            return None
        if SHOW not in other.marked:
            continue
        opens = _OPENS.match(other.marked)
        show = other.show(opens.end() - 1) if opens else None
        return show if show is not None and show.strong else None
    return None


def kin_meant(document: Document, sentence: Sentence) -> ShowMention | None:
    """Return the show that "the prequel" means, of which a paragraph speaks: the only one with the main show's name."""
    for index in range(sentence.index, -1, -1):
        other = document.sentences[index]
        if other.paragraph != sentence.paragraph or SHOW in other.marked:
            return None
        if document.main is not None and _KIN_WORD.search(other.marked):
            line = f"{document.main.subject.name}: "
            kin = {
                m.subject: m
                for s in document.sentences
                for _, m in s.all_of(ShowMention)
                if m.subject.name.startswith(line)
            }
            return next(iter(kin.values())) if len(kin) == 1 else None
    return None


def may_be_of(sentence: Sentence, show: Subject | None) -> bool:
    """Whether a sentence names a show, or none at all."""
    named = {m.subject for _, m in sentence.all_of(ShowMention)}
    return show is None or not named or show in named


def main(document: Document, known: ShowMention | None) -> ShowMention | None:
    """Return the show that is named most, the earlier one of two named as often; the opening counts three times."""
    counts: dict[Subject, int] = {}
    first: dict[Subject, ShowMention] = {}
    for sentence in document.sentences:
        for place, mention in sentence.all_of(ShowMention):
            if mention.strong and not sentence.is_aside(place):
                kin = sentence.is_kin(place)
                weight = 0 if kin else 3 if sentence.index == 0 else 1
                counts[mention.subject] = counts.get(mention.subject, 0) + weight
                first.setdefault(mention.subject, mention)
    if known is not None:
        # "The Wheel stops turning", of "The Wheel of Time": half of a name that the text has in full.
        longer = [s for s in counts if s.name.startswith(f"{known.subject.name} ")]
        half = len(longer) == 1 and known.subject not in counts and not known.quoted
        return first[longer[0]] if half else known
    return first[max(counts, key=lambda s: (counts[s], -first[s].start))] if counts else None
