"""Which show comes from which: spin-offs and prequels, sequels, successors, revivals.

Both shows must be named. A spin-off that is planned and has no name says
nothing of any show, and what is denied or wondered about is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import said_of
from cliffhanger.reader.claims import Subject
from cliffhanger.reader.kinship_rules import (
    GOES_ON_OF,
    IN_TITLE,
    JUDGED,
    KINDS,
    NEW_NAME,
    OF_MEANT,
    OFFSHOOT,
    RULES,
    SERIES,
    THE_KIND,
    TRIGGER,
    UNMARKED,
    UNSURE,
)
from cliffhanger.reader.marks import SEASON as N
from cliffhanger.reader.marks import SHOW as S
from cliffhanger.reader.mentions import ShowMention
from cliffhanger.reader.veil import LONGEST
from cliffhanger.reader.words import keys_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cliffhanger.reader.document import Document
    from cliffhanger.reader.sentences import Sentence

# How far before a statement its "not" or "whether" is looked for, in characters.
_REACH = 80
_IS_OFFSHOOT = re.compile(rf"{OFFSHOOT}|sp[iu]n", re.IGNORECASE)
_NO_SERIES = re.compile(r"['\u2019]?s?\s+(?:films?|movies?|franchise|novels?|books?|games?|trilogy)\b", re.IGNORECASE)
_QUOTES = "\"'\u2018\u2019\u201c\u201d ,."
# A sentence that is about the show, or a season of it, without naming it; the one behind may go on with "it".
_A_SERIES = re.compile(rf"\b(?:the|this)\s+(?:[\w-]+\s+){{0,2}}(?:{SERIES}|{KINDS})\b", re.IGNORECASE)
_OF_IT = re.compile(
    rf"\W*?(?:(?:the|this|its|that)\s+(?:[\w-]+\s+){{0,2}}(?:{SERIES}|{KINDS}|season)\b|(?:(?:the|its)\s+)?{N})",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\W*its?\b", re.IGNORECASE)
_ANOTHER_WORK = re.compile(
    r"\b(?:films?|movies?|novels?|books?|games?|podcasts?|plays?|album|company)\b", re.IGNORECASE
)
_ORIGINAL = re.compile(r"original|parent|flagship|mothership", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Kinship:
    """That one show comes from another.

    Attributes:
        sentence: where it is said.
        start: first place in its ``marked`` of the words that say it.
        end: the place behind the last.
        young: the show that comes from the other.
        old: the show that it comes from.
        old_place: where that one stands in ``marked``, or -1 where it is named elsewhere.
        predicate: ``SPIN_OFF_OF`` (prequels too) or ``FOLLOWS`` (sequels, successors, revivals).
        confidence: 0 to 1, by the rule.
    """

    sentence: Sentence
    start: int
    end: int
    young: Subject
    old: Subject
    old_place: int
    predicate: Predicate
    confidence: float


@lru_cache(maxsize=1)
def find(document: Document) -> tuple[Kinship, ...]:
    """Return each kinship that a document states, in the order of its sentences, each pair once a sentence.

    The last answer is kept, since every extractor that resolves "the original series" asks for it.
    """
    found: list[Kinship] = []
    for sentence in document.sentences:
        if len(sentence.marked) > LONGEST or not TRIGGER.search(sentence.marked):
            continue
        seen: set[tuple[str, str]] = set()
        for kin in _in_sentence(document, sentence):
            pair = (kin.young.name, kin.old.name)
            if pair not in seen and pair[0].casefold() != pair[1].casefold():
                seen |= {pair, pair[::-1]}
                found.append(kin)
    return tuple(found)


def subject_of(document: Document, sentence: Sentence, place: int, words: str) -> Subject | None:
    """Return the show that words like "the series" mean; "the original series" is the one a spin-off comes from.

    Args:
        document: the document.
        sentence: where the words stand.
        place: their place in its ``marked``.
        words: the words.
    """
    if _ORIGINAL.search(words):
        old = [kin.old for kin in find(document) if kin.sentence.index < sentence.index]
        return old[-1] if old else None
    named = [at for at, show in sentence.all_of(ShowMention) if at < place and show.strong]
    # "A spin-off of S, which was a prequel to S, the series": none of them is spoken of.
    if named and not all(sentence.is_kin(at) for at in named):
        return speaks_of(document, sentence, named[-1])
    return _meant(document, sentence, place, words)


def speaks_of(document: Document, sentence: Sentence, place: int) -> Subject | None:
    """Return the show that words behind a named one speak of: behind "A, a spin-off of B," it is A.

    Args:
        document: the document.
        sentence: where the show is named.
        place: its place in ``marked``.

    Returns:
        The show, or None where the mention is too weak to be one.
    """
    show = sentence.show(place)
    young = _appositions(document).get((sentence.index, place))
    if young is not None:
        return young
    return show.subject if show.strong or show.quoted else None


@lru_cache(maxsize=1)
def _appositions(document: Document) -> dict[tuple[int, int], Subject]:
    """Return the show that is meant behind each place where an older one ends a statement of kinship."""
    return {(kin.sentence.index, kin.old_place): kin.young for kin in find(document) if kin.end == kin.old_place + 1}


def _meant(document: Document, sentence: Sentence, place: int, words: str) -> Subject | None:
    """Return the show that "the series" or "it" means by the names before, whatever is told of kinship."""
    show = said_of.show_meant(document, sentence, place)
    if show is None or (words.casefold() == "it" and not _is_it(document, sentence, place, show.subject)):
        return None
    return show.subject


def _is_it(document: Document, sentence: Sentence, place: int, subject: Subject) -> bool:
    """Whether "it" can mean a show: the one that the sentence before names first, or is about without its name."""
    if _A_SERIES.search(sentence.marked, 0, place):
        return True
    for index in range(sentence.index - 1, -1, -1):
        before = document.sentences[index]
        if before.paragraph != sentence.paragraph:
            break
        if S in before.marked:
            return before.show(before.marked.index(S)).subject == subject
        if not _GOES_ON.match(before.marked):
            return bool(_OF_IT.match(before.marked) or _A_SERIES.search(before.marked))
    # At the beginning of a paragraph it is the only show that the text has named.
    earlier = document.sentences[: sentence.index]
    named = {m.subject for other in earlier for _, m in other.all_of(ShowMention) if m.strong}
    return named == {subject} and not _ANOTHER_WORK.search(earlier[-1].marked)


def _in_sentence(document: Document, sentence: Sentence) -> Iterator[Kinship]:
    found = list(_named_together(document, sentence))
    yield from found or _read_apart(document, sentence)


def _named_together(document: Document, sentence: Sentence) -> Iterator[Kinship]:
    for rule in (IN_TITLE if document.in_title else RULES).through(sentence.marked):
        for m in rule.compiled.finditer(sentence.marked):
            if not UNSURE.search(sentence.marked, max(0, m.start() - _REACH), m.start()):
                yield from _read(document, sentence, m)
    for m in UNMARKED.finditer(sentence.marked):
        if not UNSURE.search(sentence.marked, max(0, m.start() - _REACH), m.start()):
            yield from _read_unmarked(document, sentence, m)


def _read_apart(document: Document, sentence: Sentence) -> Iterator[Kinship]:
    """Yield what is told of a show that is named elsewhere, or that no catalogue knows."""
    for rule in (NEW_NAME, OF_MEANT, GOES_ON_OF, THE_KIND):
        for m in rule.finditer(sentence.marked):
            if UNSURE.search(sentence.marked, max(0, m.start() - _REACH), m.start()):
                continue
            pair = (
                _new_name(sentence, m)
                if rule is NEW_NAME
                else _that_kind(document, sentence, m)
                if rule is THE_KIND
                else _told_apart(document, sentence, m)
            )
            if pair is not None:
                young, old, at = pair
                predicate = Predicate.SPIN_OFF_OF if _IS_OFFSHOOT.match(m["kind"]) else Predicate.FOLLOWS
                yield Kinship(sentence, m.start(), m.end(), young, old, at, predicate, 0.8)


def _new_name(sentence: Sentence, m: re.Match[str]) -> tuple[Subject, Subject, int] | None:
    """Return the younger show by the words of its name, the older one and its place."""
    old = sentence.show(m.start("old"))
    words = keys_of(m["title"])
    if not (old.strong or old.quoted) or not words or words == keys_of(old.subject.name):
        return None
    return Subject(m["title"].strip(_QUOTES)), _ancestor(sentence, m.start("old")), m.start("old")


def _that_kind(document: Document, sentence: Sentence, m: re.Match[str]) -> tuple[Subject, Subject, int] | None:
    """Return the show that the document is about, the older one that it is called a spin-off of, and its place."""
    old, main = sentence.show(m.start("old")), document.main
    meant = said_of.show_meant(document, sentence, m.start())
    if main is None or meant is None or meant.subject != main.subject or not old.strong:
        return None
    if old.subject == main.subject:
        return None
    return main.subject, _ancestor(sentence, m.start("old")), m.start("old")


def _told_apart(document: Document, sentence: Sentence, m: re.Match[str]) -> tuple[Subject, Subject, int] | None:
    """Return the younger show, the older one and its place, of which the sentence names one and the text the other."""
    named = m.groupdict()
    if named.get("young"):
        young = sentence.show(m.start("young"))
        if _ORIGINAL.search(sentence.marked, 0, m.start()):
            return None
        meant = said_of.show_meant(document, sentence, m.start())
        if meant is None or not (young.strong or young.quoted) or meant.subject == young.subject:
            return None
        return young.subject, meant.subject, -1
    old = sentence.show(m.start("old"))
    before = document.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.paragraph != sentence.paragraph or not old.strong:
        return None
    others = {show.subject for _, show in before.all_of(ShowMention) if show.strong} - {old.subject}
    return (others.pop(), _ancestor(sentence, m.start("old")), m.start("old")) if len(others) == 1 else None


def _read_unmarked(document: Document, sentence: Sentence, m: re.Match[str]) -> Iterator[Kinship]:
    if m["young"]:
        show = sentence.show(m.start("young"))
        young = show.subject if show.strong or show.quoted else None
    else:
        young = _meant(document, sentence, m.start(), m["series"])
    keys = keys_of(m["title"])
    if young and keys == keys_of(young.name)[: len(keys)] and not _NO_SERIES.match(sentence.marked, m.end()):
        predicate = Predicate.SPIN_OFF_OF if _IS_OFFSHOOT.match(m["kind"]) else Predicate.FOLLOWS
        yield Kinship(sentence, m.start(), m.end(), young, Subject(m["title"]), m.start("title"), predicate, 0.8)


def _read(document: Document, sentence: Sentence, m: re.Match[str]) -> Iterator[Kinship]:
    named = m.groupdict()
    old = sentence.show(m.start("old"))
    predicate = Predicate.SPIN_OFF_OF if _IS_OFFSHOOT.match(m["kind"]) else Predicate.FOLLOWS
    ancestor, at = _ancestor(sentence, m.start("old")), m.start("old")
    if not (old.strong or old.quoted):
        return
    if named.get("series") is not None:
        subject = None if _ORIGINAL.search(m["series"]) else _meant(document, sentence, m.start(), m["series"])
        if subject is not None:
            yield Kinship(sentence, m.start(), m.end(), subject, ancestor, at, predicate, 0.8)
        return
    single = m["kind"].casefold()[-1] != "s"
    for n, place in enumerate(i for i in range(m.start("young"), m.end("young")) if sentence.marked[i] == S):
        young = sentence.show(place)
        unknown = not young.names
        if (n and single) or not (young.strong or young.quoted):
            return
        # A word in quotation marks behind "spinoff" is a title, unless somebody calls it that.
        if unknown and JUDGED.search(sentence.marked, max(0, m.start() - _REACH), m.start()):
            return
        sure = 0.85 if unknown else 0.95
        yield Kinship(sentence, m.start(), m.end(), young.subject, ancestor, at, predicate, sure)


def _ancestor(sentence: Sentence, place: int) -> Subject:
    """Return the older show; "the S films" are not the show of that name."""
    show = sentence.show(place)
    if _NO_SERIES.match(sentence.marked, place + 1):
        return Subject(sentence.document.text[show.start : show.end].strip(_QUOTES))
    return show.subject
