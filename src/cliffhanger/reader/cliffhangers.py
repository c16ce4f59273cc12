"""Whether a season ends on a cliffhanger: that counts for the season, not for an episode of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import asserted, said_of
from cliffhanger.reader.claims import ArticleClaim
from cliffhanger.reader.hinted import Choice, Hinted
from cliffhanger.reader.marks import SEASON as N
from cliffhanger.reader.marks import SHOW as S
from cliffhanger.reader.seasons import FIRST_TO_TENTH, SeasonWords, number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cliffhanger.reader.document import Document
    from cliffhanger.reader.said_of import Bearer
    from cliffhanger.reader.sentences import Sentence

WORDS = Choice("cliffhanger", "cliff-hanger", "hanging")
_HANG = (
    r"(?:(?:does|did)\s+(?:end|close|conclude|finish)|land(?:s|ed)|end(?:s|ed|ing)?|conclud(?:es|ed|ing)|clos(?:es|ed|ing)|finish(?:es|ed|ing)|wrap(?:s|ped|ping)(?:\s+up)?|"
    r"went\s+out|goes\s+out|going\s+out|stop(?:s|ped)|bow(?:s|ed)\s+out|cap(?:s|ped)(?:\s+off)?|cancell?ed|left\s+off|leaves\s+off|was\s+left|culminat(?:es|ed|ing))"
)
_CLIFF = r"(?:[\w'\u2019-]+,?\s+){0,4}?cliff-?hanger\b"
_CLIFFHANGERS = (
    (
        Hinted(
            rf"\b{_HANG}(?:,\s[^,;.]{{1,40}},)?\s+(?:(?:its|the|her|his|their)\s+)?(?:(?P<season>{N})\s+)?(?:[a-z]+\s+){{0,2}}?(?:on|with|by|"
            rf"in)\s+(?:an?|one|that|the|what|its|such|quite)\s+{_CLIFF}",
            re.IGNORECASE,
        ),
        False,
    ),
    (
        Hinted(
            rf"(?P<season>{N})(?:['\u2019]s?)?\s+(?:finale\s+)?(?:(?:big|major|dramatic|shocking|huge|massive|"
            r"jaw-dropping|explosive|devastating|brutal|wild|finale|deadly|game-changing)\s+"
            rf"){{0,2}}cliff-?hanger(?:\s+(?:ending|finale))?\b",
            re.IGNORECASE,
        ),
        True,
    ),
    (
        Hinted(
            rf"(?:(?:finale(?:\s+of\s+(?:the\s+)?{S})?|ending|{S}|(?P<season>{N}))\s+(?:also\s+)?(?:left|leaves|"
            rf"leaving)\s+(?:viewers|fans|audiences|everyone|us|things)\s+(?:hanging|on\s+(?:an?|the)\s+{_CLIFF}))",
            re.IGNORECASE,
        ),
        False,
    ),
    (
        Hinted(
            r"\bcliff-?hanger\s+(?:ending|finale)?\s*(?:of|to|from|at\s+the\s+end\s+of|in)\s+(?:the\s+"
            rf")?(?P<season>{N})",
            re.IGNORECASE,
        ),
        True,
    ),
    (
        Hinted(
            rf"(?:(?P<season>{N})[^.;:{S}]{{0,60}}?)?\bcliff-?hanger\s+(?:ending\s+|finale\s+)?(?:(?:that|which)\s+(?:will|would|may)\s+"
            r"(?:now\s+|likely\s+|probably\s+)?(?:never|not)\s+be\s+resolved|(?:that\s+|which\s+)?(?:went\s+|goes\s+|was\s+left\s+|"
            r"remains\s+)?unresolved)\b",
            re.IGNORECASE,
        ),
        True,
    ),
    (
        Hinted(
            r"\bcliff-?hanger\s+(?:ending\s+)?(?:that|which)\s+(?:had\s+)?(?:ended|closed|capped|concluded)\s+(?:out\s+)?(?:the\s+)?"
            rf"(?P<season>{N})",
            re.IGNORECASE,
        ),
        True,
    ),
)
# "Its last scene is a cliffhanger".
_SCENE = Hinted(
    rf"(?:\b(?:its|the|that)|(?P<season>{N})['\u2019]s?|{S}['\u2019]s?)\s+(?:(?:very\s+)?(?:last|final|closing)\s+(?:scenes?|moments?|"
    r"minutes?|shots?|seconds?|frames?|episode|hour|chapter)|(?:season\s+)?(?:finale|ending))(?:,\s[^;.]{1,90},)?\s+(?P<verb>is|are|was|were|"
    r"delivers?|delivered|brings?|brought|ends?|ended|serves?\s+up|served\s+up|sets?\s+up|proves?|proved|provides?)\s+"
    rf"(?:(?:on|with|in)\s+)?(?:an?|one|quite\s+an?)\s+(?:[\w-]+\s+of\s+an?\s+)?{_CLIFF}",
    re.IGNORECASE,
)
# "The third had ended on a cliffhanger", of seasons.
_ELLIPTIC = re.compile(
    rf"\bthe\s+(?P<ordinal>{FIRST_TO_TENTH})(?:\s+one)?\s+(?:had\s+|has\s+|"
    r"also\s+|itself\s+)?$",
    re.IGNORECASE,
)
_IT = re.compile(r"\W*(?:it|its|that\s+one)\b", re.IGNORECASE)
_DEFINITE = re.compile(
    rf"(?:\b(?:the|its|that|this|after|since|following|by|from)|{S}(?:['\u2019]s?)?)\s*$", re.IGNORECASE
)
_OPEN = Hinted(
    r"\b(?:could|would|might|may|will|should|if|never|not|without|avoid\w*|instead|no|resolv\w*|didn['\u2019]t|"
    r"doesn['\u2019]t|won['\u2019]t|rather|almost|nearly|refus\w+|each|every|episodes)\b[^,;.]{0,60}$",
    re.IGNORECASE,
)
_ORDERED = re.compile(r"\b(?:renew|order|pick(?:s|ed)\s+up|greenl|commission)\w*", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:episode|installment|scene|chapter|hour|arc|midseason\s+finale|mid-season\s+finale|winter\s+finale|"
    r"fall\s+finale|part\s+one|part\s+1|movie|film|book|novel|premiere)\b[^,;.]{0,50}$",
    re.IGNORECASE,
)


def find(document: Document, sentence: Sentence) -> Iterator[ArticleClaim]:
    """Yield the seasons, or the series, that a sentence says to have ended on a cliffhanger; the value is True."""
    marked = sentence.marked
    for rule, presumed in _CLIFFHANGERS:
        for m in rule.finditer(marked):
            open_end = _OPEN.search(marked, 0, m.start()) or not asserted.is_asserted(sentence, m.start())
            # "Answers to the season 1 cliffhanger" presumes that there is one; "a season 2 cliffhanger" does not.
            if _PART.search(marked, 0, m.start()) or (
                open_end and not (presumed and _DEFINITE.search(marked, 0, m.start()))
            ):
                continue
            short = None if m["season"] else _ELLIPTIC.search(marked, 0, m.start())
            if short:
                yield from _of_short(document, sentence, m, number(short["ordinal"]))
                continue
            named = S in m.group() or m["season"]
            borne = said_of.bearer(document, sentence, m.end() if named else m.start(), m.end(), parts=True)
            yield from _claim(document, sentence, m, borne)
    for m in _SCENE.finditer(marked):
        if not _OPEN.search(marked, 0, m.start()) and asserted.is_asserted(sentence, m.start()):
            borne = said_of.bearer(document, sentence, m.start("verb"), m.end(), parts=True)
            yield from _claim(document, sentence, m, borne)


def _of_short(document: Document, sentence: Sentence, m: re.Match[str], season: int) -> Iterator[ArticleClaim]:
    """Yield the season that "the third" means, where the paragraph has spoken of seasons."""
    before = [s for s in document.sentences[: sentence.index + 1] if s.paragraph == sentence.paragraph]
    show = said_of.show_meant(document, sentence, m.start())
    if show and any(N in s.marked for s in before):
        borne = said_of.Bearer(show.subject, season, seasonal=True, confidence=0.8)
        yield from _claim(document, sentence, m, borne)


def _claim(document: Document, sentence: Sentence, m: re.Match[str], borne: Bearer | None) -> Iterator[ArticleClaim]:
    season = _season(document, sentence, m, borne)
    if borne and season != 0:
        yield ArticleClaim(
            subject=borne.subject,
            predicate=Predicate.ENDS_ON_CLIFFHANGER,
            span=sentence.span(m.start(), m.end()),
            season=season,
            value=True,
            confidence=min(borne.confidence, 0.9),
            in_title=document.in_title,
        )


def _season(document: Document, sentence: Sentence, m: re.Match[str], borne: Bearer | None) -> int | None:
    """Return the season that ends so, None where its number is not known, 0 where the words count seasons."""
    if not m["season"]:
        return (borne.season or _taken_up(document, sentence)) if borne else None
    words = sentence.season(m.start("season"))
    if words.count:
        return 0
    return words.numbers[0] if len(words.numbers) == 1 else None


def _taken_up(document: Document, sentence: Sentence) -> int | None:
    """Return the season that "It ends on a cliffhanger" takes up: the only one that the sentence before numbers."""
    before = document.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.paragraph != sentence.paragraph or not _IT.match(sentence.marked):
        return None
    named = {w.numbers[0] for _, w in before.all_of(SeasonWords) if len(w.numbers) == 1 and not w.count}
    return next(iter(named)) if len(named) == 1 and not _ORDERED.search(before.marked) else None
