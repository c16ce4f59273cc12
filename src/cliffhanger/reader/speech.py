"""What people say of a show: quotations as claims, character for character.

A stretch of speech is a statement where somebody says it, or where it has at
least four words. Titles, single words and words set in marks for effect
("breakout hit") are none, nor is what a synopsis says. A quotation inside a
quotation is part of the outer one's value, and makes no claim of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cliffhanger.domain.claim import Span
from cliffhanger.domain.vocabulary import Commitment, Predicate
from cliffhanger.reader import commitment, quotes, seasons
from cliffhanger.reader.attribution import Attribution, Speaker
from cliffhanger.reader.claims import ArticleClaim, Subject, Value
from cliffhanger.reader.marks import SHOW, SPEECH
from cliffhanger.reader.mentions import ShowMention
from cliffhanger.reader.seasons import SeasonWords

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cliffhanger.reader.document import Document
    from cliffhanger.reader.quotes import Quoted
    from cliffhanger.reader.sentences import Sentence

FEWEST_WORDS = 4
"""Fewest words of speech that is a statement although the words beside it do not say who speaks."""

# How far back words are read that say what a quotation is, and how much of what leads up to it.
_REACH = 90
_LONGEST_AROUND = 1_000

_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
# Behind these words stands a text or a name, not speech.
_NO_SPEECH = re.compile(
    r"\b(?:synopsis|logline|tagline|description|titled|entitled|called|dubbed|known as|named|headline[ds]?"
    r"|episode|song|track"
    r"|chapter|slogan|hashtag|so-called|nicknamed|summary|premise|blurb)(?: [^\s.;,:]+){0,5}[,:]?\s*$",
    re.IGNORECASE,
)
_CREDITS = re.compile(
    r"\b(?:known for|alum|previously|formerly|fame|credits include|worked on|starred in|seen in)\b"
    rf"[^.;,{SHOW}]{{0,25}}(?:{SHOW},?['\"\u2019\u201d]? (?:and )?)*$"
)
_CLOSERS = {'"': '"', "\u201c": "\u201c\u201d", "\u00ab": "\u00ab\u00bb", "\u201e": "\u201e", "\u201d": "\u201d"}
_BETWEEN_PARTS = re.compile(r"^[^.;!?]*[,\u2014\u2013:-]?\s*$")


@dataclass(slots=True)
class _Setting:
    """What a quotation is read with: who speaks in the document, its shows, and the words that lead up to it."""

    attribution: Attribution
    named: set[Subject]
    around: str = ""
    _beside: tuple[int, list[ShowMention]] = field(default=(-1, []), repr=False)

    def beside(self, sentence: Sentence) -> list[ShowMention]:
        """Return the shows that a sentence names, but for those that a person is known for."""
        if self._beside[0] != sentence.index:
            words = sentence.marked
            shows = [
                m
                for at, m in sentence.all_of(ShowMention)
                if m.strong and not _CREDITS.search(words, max(0, at - _REACH), at)
            ]
            self._beside = (sentence.index, shows)
        return self._beside[1]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of speech with its place, its speaker and the span inside its marks."""

    sentence: Sentence
    place: int
    speaker: Speaker
    quoted: Quoted
    span: Span


def find(document: Document) -> Iterator[ArticleClaim]:
    """Yield the statements that a document quotes, in the order of their words."""
    if not any(SPEECH in sentence.marked for sentence in document.sentences):
        return
    attribution = Attribution(document)
    pieces = [
        piece
        for sentence, place, speaker in attribution.read()
        if (piece := _piece(document, sentence, place, speaker)) is not None
    ]
    named = {m.subject for s in document.sentences for _, m in s.all_of(ShowMention) if m.strong}
    setting = _Setting(attribution, named)
    last: _Piece | None = None
    for group in _joined(document, pieces):
        before = setting.around[-_LONGEST_AROUND:] if _goes_on(last, group[0]) else ""
        setting.around = before + _around(document, group[0])
        if not attribution.roles.is_character(group[0].speaker.name):
            yield from _claims(document, group, setting)
        setting.around += " ".join(piece.span.text for piece in group)
        last = group[-1]


def _goes_on(last: _Piece | None, piece: _Piece) -> bool:
    """Whether the same person speaks on in the same paragraph."""
    return (
        last is not None
        and last.sentence.paragraph == piece.sentence.paragraph
        and last.speaker.name == piece.speaker.name != ""
    )


def _piece(document: Document, sentence: Sentence, place: int, speaker: Speaker) -> _Piece | None:
    """Return a stretch of speech if it is a statement."""
    quoted = sentence.speech(place).quoted
    text = document.text
    start, end = quoted.inner_start, quoted.inner_end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    said = text[start:end]
    words = len(_WORD.findall(said))
    attributed = bool(speaker.name or speaker.platform)
    short = words < FEWEST_WORDS and not (attributed and speaker.near and _is_sentence(said))
    if short or words == 1 or not words:
        return None
    if any(mark in said for mark in _CLOSERS.get(text[quoted.start], "")):
        return None
    if not attributed and _NO_SPEECH.search(sentence.marked, max(0, place - _REACH), place):
        return None
    return _Piece(sentence, place, speaker, quoted, Span(start, end, said))


def _is_sentence(said: str) -> bool:
    """Whether a few words are written as speech: begun with a capital, or ended with a mark."""
    return said[:1].isupper() or said[-1:] in ",.!?\u2026"


def _joined(document: Document, pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    """Yield the pieces of each quotation together: of one that is split, and of one that runs over paragraphs."""
    group: list[_Piece] = []
    for piece in pieces:
        if group and not _belongs(document, group[-1], piece):
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _belongs(document: Document, before: _Piece, piece: _Piece) -> bool:
    if before.quoted.open_end:
        return not document.text[before.quoted.end : piece.quoted.start].strip()
    same = before.sentence.index == piece.sentence.index and before.speaker.name == piece.speaker.name
    if not same or not piece.speaker.name:
        return False
    between = document.text[before.quoted.end : piece.quoted.start]
    split = before.span.text[-1] in ",\u2014\u2013-" or between.lstrip()[:1] in {",", "\u2014", "\u2013"}
    return split and _BETWEEN_PARTS.match(between) is not None and not re.search(r"\band\b", between)


def _claims(document: Document, group: Sequence[_Piece], setting: _Setting) -> Iterator[ArticleClaim]:
    first = group[0]
    roles = setting.attribution.roles
    subject, confidence = _subject(document, first, setting)
    if subject is None:
        return
    said = " ".join(piece.span.text for piece in group)
    meant = commitment.of(said, setting.around)
    season = _season(said, first.sentence, meant)
    role = roles.of(first.speaker.name) if first.speaker.name else ""
    platform = first.speaker.platform or roles.platforms.get(first.speaker.name, "")
    for part, piece in enumerate(group, 1):
        details: dict[str, Value] = {}
        if len(group) > 1:
            details |= {"part": part, "parts": len(group)}
        if any(not inner.titled for inner in quotes.inside(document.text, piece.quoted)):
            details["quotes_others"] = True
        yield ArticleClaim(
            subject=subject,
            predicate=Predicate.STATEMENT,
            span=piece.span,
            season=season,
            value=piece.span.text,
            speaker=first.speaker.name,
            role=role,
            outlet=first.speaker.outlet,
            commitment=meant,
            platform=platform,
            details=details,
            confidence=min(confidence, first.speaker.confidence),
            in_title=document.in_title,
        )


def _subject(document: Document, piece: _Piece, setting: _Setting) -> tuple[Subject | None, float]:
    """Return the show that a quotation is about, and how sure that is."""
    words = piece.span.text
    # A pattern is made of a name only where the name stands there: it costs as much as a sentence to make one.
    said = [s for s in setting.named if s.name in words and re.search(rf"\b{re.escape(s.name)}\b", words)]
    if len(said) == 1 and (" " in said[0].name or document.main is None or said[0] == document.main.subject):
        return said[0], 0.95
    titles = [q for q in quotes.inside(document.text, piece.quoted) if q.titled]
    if len(titles) == 1 and not setting.named:
        return Subject(document.text[titles[0].inner_start : titles[0].inner_end].strip(" ,.")), 0.7
    beside = setting.beside(piece.sentence)
    if beside:
        own = document.main is not None and any(m.subject == document.main.subject for m in beside)
        return (document.main if own and document.main is not None else beside[-1]).subject, 0.9
    theirs = setting.attribution.roles.shows.get(piece.speaker.name)
    meant = document.show_for(piece.sentence, 0)
    if theirs is not None and (meant is None or document.main is None or meant.subject != document.main.subject):
        return theirs.subject, 0.8
    return (meant.subject, 0.85) if meant is not None else (None, 0.0)


def _around(document: Document, piece: _Piece) -> str:
    """Return the words of the article that lead up to a quotation: its sentence's and those of the one before."""
    index = piece.sentence.index
    before = document.sentences[index - 1] if index else None
    same = before is not None and before.paragraph == piece.sentence.paragraph and SPEECH not in before.marked
    led = f"{before.marked} " if before is not None and same else ""
    return f"{led}{piece.sentence.marked} "[-_LONGEST_AROUND:]


def _season(said: str, sentence: Sentence, meant: Commitment | None) -> int | None:
    """Return the season that a quotation names, or that its sentence does where the quotation is about a return."""
    spoken = {n for words in seasons.find(said) for n in words.numbers}
    if spoken:
        return max(spoken) if meant is not None or len(spoken) == 1 else None
    if meant is None:
        return None
    beside = {n for _, words in sentence.all_of(SeasonWords) for n in words.numbers}
    return beside.pop() if len(beside) == 1 else None
