"""A text made ready for reading: sentences in which shows, seasons, platforms, dates and speech are marked.

Every rule of reading works on a sentence's ``marked`` form, in which a
mention is one character, whatever its words were:

    Netflix renewed "Arcane" for a second season  ->  P renewed S for a N

so that a rule says what stands between the mentions and nothing else.
Speech is one character too: what people say is never read as what the
article says. :meth:`Sentence.original` leads back to the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, TypeVar

from cliffhanger.reader import cutting, dated, entries, naming, quotes, seasons, topics, unlisted
from cliffhanger.reader.fate_words import MAKERS
from cliffhanger.reader.hinted import Hinted
from cliffhanger.reader.marks import ANY, SHOW
from cliffhanger.reader.mentions import DateMention, PlatformMention, ShowMention, SpeechMention
from cliffhanger.reader.seasons import SeasonWords
from cliffhanger.reader.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from cliffhanger.domain.dates import PartialDate
    from cliffhanger.reader.claims import Subject
    from cliffhanger.reader.mentions import Mention
    from cliffhanger.reader.names import Names
    from cliffhanger.reader.quotes import Quoted

T = TypeVar("T")

_CLOSING = frozenset("\"'\u2019\u201d")
_HEADINGS = "headings"
# Of a headline with one of these the season may be a later one than the next that premieres.
_DECIDED = re.compile(
    r"\b(?:renew|order|pick|greenl|green-l|cancel|ax|commission|confirm|end|final|last|scor|land|get|ahead|before)",
    re.IGNORECASE,
)
_DATED = re.compile(r"\b(?:release|premiere|start|air|return)\s+date\b|\btrailer\b", re.IGNORECASE)
# A headline with one of these has a season that may never come.
_OPEN = re.compile(
    r"\?|\b(?:question|wait\w*|await\w*|hop(?:e|es|ing)|chances?|could|may|might|if|whether|possib\w+|decision|decid\w+|future|talks|weigh\w*|"
    r"wants?|eye(?:s|ing)|look(?:s|ing)?\s+(?:to|at|toward)|case\s+for|fate|limbo|unlikely|yet\s+to|haggl\w+|push\w*\s+for|plans?|plea)\b",
    re.IGNORECASE,
)
# "From S veteran Ada Example": it is not S that the next sentence speaks of.
_MAKER_OF = re.compile(
    rf"['\u2019]?s?(?:(?:,|\s+and)\s+{SHOW}['\u2019]?s?)*\s+(?:{MAKERS})s?\b",
    re.IGNORECASE,
)
# "The last season of the S prequel, and its finale": it is not S that ends.
_KIN_OF = re.compile(r"['\u2019]?s?\s+(?:spin-?off|offshoot|prequel|sequel)\b", re.IGNORECASE)
_LATTER = Hinted(
    r"\bthe\s+(?:latter|former|last\s+of\s+(?:those|these|them))(?:['\u2019]s)?\b(?!\s+(?:for|after)\b)", re.IGNORECASE
)
_LATTER_ENDS = 18
_THAT_SHOW = Hinted(r"\b(?:of|on|for|in)\s+that\s+(?:show|series|drama|comedy|sitcom)\b", re.IGNORECASE)
_THAT_ONE = Hinted(r"\bthat\s+one\b", re.IGNORECASE)
# "Cameras are to roll on that one in D".
_ON_THAT_ONE = Hinted(r"\b(?:on|for|of)\s+that\s+one\b", re.IGNORECASE)
_PRIVATE = re.compile(ANY)


@dataclass(slots=True, eq=False)
class Document:
    """A text with its sentences.

    Attributes:
        text: the text; every offset counts its characters.
        published: the day from which "Wednesday" and "this summer" count, or None.
        in_title: whether the text is an article's title.
        quoted: the outermost quoted stretches.
        sentences: its sentences, in order.
        main: the show that the article is mostly about, or None.
        known_season: the season that its headline numbers, or None.
        open_season: whether the headline only hopes for that season, or waits for it.
        main_since: index of the first sentence that knows of ``main``: before it nothing can mean that show.
        memo: what more than one extractor needs, worked out once.
    """

    text: str
    published: date | None
    in_title: bool = False
    quoted: tuple[Quoted, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    main: ShowMention | None = None
    known_season: int | None = None
    awaited: bool = False
    open_season: bool = False
    main_since: int = 0
    memo: dict[str, object] = field(default_factory=dict, repr=False)

    @property
    def named(self) -> set[Subject]:
        """The shows that are named in it without doubt."""
        return {m.subject for s in self.sentences for _, m in s.all_of(ShowMention) if m.strong}

    @property
    def unlisted(self) -> set[Subject]:
        """What it has in quotation marks, and the catalogue does not know."""
        return {m.subject for s in self.sentences for _, m in s.all_of(ShowMention) if m.quoted and not m.names}

    def season_meant(self, words: SeasonWords | None, show: Subject | None = None) -> int | None:
        """Return the season that "the final season" means, or that news of what is to come is about.

        The final one is the one that the text elsewhere numbers and calls final; any other is the only one that the
        headline or the first sentence numbers.

        Args:
            words: the relative words, or None where none are said.
            show: whose season it is, where that is known; what sentences of other shows number is not meant.
        """
        if words is not None and words.final:
            last = {
                m.numbers[-1]
                for s in self.sentences
                for _, m in s.all_of(SeasonWords)
                if m.final and m.numbers and topics.may_be_of(s, show)
            }
            return next(iter(last)) if len(last) == 1 else None
        if words is not None and words.which == "previous":
            return self.known_season - 1 or None if self.known_season else None
        if self.known_season:
            return self.known_season
        heads = {m.numbers[-1] for s in self.sentences[:1] for _, m in s.all_of(SeasonWords) if len(m.numbers) == 1}
        return next(iter(heads)) if len(heads) == 1 else None

    def show_for(self, sentence: Sentence, place: int | None = None) -> ShowMention | None:
        """Return the show that words like "the series" at a place mean.

        That is the nearest show named before them in the sentence; else, of what the paragraph has named, "the latter"
        is the last one, and any other words mean what the last sentence to name a show opens with; else it is the show
        that heads the entry of a list, the one that the article is mostly about where the paragraph has named it or no
        other, or the last one that the paragraph has named.

        Args:
            sentence: where the words stand.
            place: their place in ``marked``; its end where left out.
        """
        limit = len(sentence.marked) if place is None else place
        named = [
            m for at, m in sentence.all_of(ShowMention) if at < limit and m.strong and not _is_by_the_way(sentence, at)
        ]
        if named:
            return named[-1]
        earlier = list(self._named_before(sentence))
        # The clause behind the place may open with it.
        pointed = [*_LATTER.finditer(sentence.marked, 0, limit + _LATTER_ENDS)][-1:] if earlier else []
        if pointed:
            return earlier[min(1, len(earlier) - 1)] if "former" in pointed[0].group().casefold() else earlier[0]
        if _THAT_ONE.search(sentence.marked, 0, limit + _LATTER_ENDS) or _ON_THAT_ONE.search(sentence.marked, limit):
            return self._last_before(sentence)
        return topics.topic(self, sentence) or self._spoken_of(sentence, earlier)

    def _spoken_of(self, sentence: Sentence, earlier: Sequence[ShowMention]) -> ShowMention | None:
        """Return the show that the paragraph, the list or the article speaks of.

        Args:
            sentence: where words like "the series" stand.
            earlier: the shows that the paragraph has named before, the last one first.
        """
        heading = self._heading(sentence)
        if heading is not None and (not earlier or earlier[-1] is heading):
            return heading
        kin = topics.kin_meant(self, sentence) if self.main else None
        if kin is not None:
            return kin
        if _THAT_SHOW.search(sentence.marked):
            # Of one that was named last, and of none where that was done in somebody's speech.
            return earlier[0] if earlier else None
        if not earlier or (self.main and any(m.subject == self.main.subject for m in earlier)):
            return self.main if sentence.index >= self.main_since else None
        return earlier[0]

    def _last_before(self, sentence: Sentence) -> ShowMention | None:
        """Return the show that the sentence before names last, known or not: "That one starts on Jan. 5"."""
        before = self.sentences[sentence.index - 1] if sentence.index else None
        if before is None:
            return None
        named = [m for at, m in before.all_of(ShowMention) if (m.strong or m.quoted) and not _is_by_the_way(before, at)]
        return named[-1] if named else None

    def _heading(self, sentence: Sentence) -> ShowMention | None:
        """Return the show that heads the entry of a list in which a sentence stands, or None.

        An entry is a paragraph that begins with its show, or what follows one that is nothing but the show.
        """
        headings = self.memo.get(_HEADINGS)
        if not isinstance(headings, dict):
            headings = self.memo[_HEADINGS] = entries.headings(self.sentences)
        own = headings.get(sentence.paragraph)
        before = headings.get(sentence.paragraph - 1)
        return own[0] if own else before[0] if before and before[1] else None

    def _named_before(self, sentence: Sentence) -> Iterator[ShowMention]:
        """Yield the shows that the paragraph has named before a sentence, the last one first, and none for its kin."""
        for index in range(sentence.index - 1, -1, -1):
            other = self.sentences[index]
            if other.paragraph != sentence.paragraph:
                return
            for place, mention in zip(reversed(other.places), reversed(other.mentions), strict=True):
                by_the_way = other.is_kin(place) or _is_by_the_way(other, place)
                if isinstance(mention, ShowMention) and mention.strong and not by_the_way:
                    yield mention


def _is_by_the_way(sentence: Sentence, place: int) -> bool:
    """Whether the show at a place is there for its makers, or beside another one."""
    behind = _MAKER_OF.match(sentence.marked, place + 1) or _KIN_OF.match(sentence.marked, place + 1)
    return behind is not None or sentence.is_aside(place)


def make(
    text: str, names: Names, published: date | None = None, *, in_title: bool = False, headline: Document | None = None
) -> Document:
    """Mark a text.

    Args:
        text: the text.
        names: the catalogue's names.
        published: the day of publication, from which relative dates count.
        in_title: whether it is a headline.
        headline: the article's headline, marked; it tells which show and season the text is about.
    """
    document = Document(text, published, in_title, quotes.find(text))
    known = headline.main if headline else None
    document.known_season = headline.season_meant(None) if headline else None
    document.awaited = headline is not None and (
        _DECIDED.search(headline.text) is None or _DATED.search(headline.text) is not None
    )
    document.open_season = headline is not None and _OPEN.search(headline.text) is not None
    found = naming.find(
        text,
        names,
        document.quoted,
        published=published.year if published else None,
        known=headline.named if headline else (),
        headline=in_title,
    )
    if not in_title:
        found += unlisted.find(text, found, headline.unlisted if headline else ())
    shows = sorted((m.start, m.end) for m in found if isinstance(m, ShowMention))
    begun = {start for start, _ in shows}
    found += _outside(seasons.find(text, elliptic=not in_title), shows)
    speech = [q for q in document.quoted if not q.titled and q.start not in begun]
    chosen = _without_overlap(found, [SpeechMention(q.start, q.end, q) for q in speech])
    document.sentences = tuple(_sentences(document, chosen))
    document.main = topics.main(document, known)
    if known is None and document.main is not None:
        document.main_since = next(s.index for s in document.sentences if any(m is document.main for m in s.mentions))
    return document


def inside(document: Document, quoted: Quoted, names: Names) -> Document:
    """Mark what is said inside a quotation; offsets are those of the quotation's own text."""
    inner = make(document.text[quoted.inner_start : quoted.inner_end], names, document.published)
    inner.main = inner.main or document.main
    return inner


def _outside(words: Sequence[SeasonWords], shows: Sequence[tuple[int, int]]) -> list[SeasonWords]:
    """Return the words that overlap no show's title, in one pass: a text may name thousands of shows.

    Args:
        words: words that tell a season.
        shows: starts and ends of titles, in order.
    """
    starts = [start for start, _ in shows]
    furthest = list(accumulate((end for _, end in shows), max))
    before = ((m, bisect_left(starts, m.end)) for m in words)
    return [m for m, count in before if not count or furthest[count - 1] <= m.start]


def _without_overlap(found: Sequence[Mention], speech: Sequence[Mention]) -> list[Mention]:
    """Return the mentions in order; what lies inside speech is left out, and of two that overlap the first stands."""
    chosen: list[Mention] = []
    for mention in sorted([*found, *speech], key=lambda m: (m.start, -m.end)):
        if not chosen or mention.start >= chosen[-1].end:
            chosen.append(mention)
    return chosen


def _sentences(document: Document, found: Sequence[Mention]) -> Iterator[Sentence]:
    text, index, at = document.text, 0, 0
    dated_words = dated.words_in(text)
    cut = cutting.of_headline if document.in_title else cutting.sentences
    for number, paragraph in enumerate(quotes.paragraphs(text)):
        before: PartialDate | None = None
        for start, end in cut(text, *paragraph, found):
            while at < len(found) and found[at].end <= start:
                at += 1
            inside: list[Mention] = []
            for mention in found[at:]:
                if mention.start >= end:
                    break
                inside.append(mention)
            dates: list[DateMention] = []
            if any(map(text[start:end].__contains__, dated_words)):
                dates = dated.find(text, start, end, document.published)
            if dates or before:
                dates += dated.from_before(text, start, end, sorted(dates, key=lambda m: m.start), before)
                inside = _with_dates(inside, dates)
                before = max(dates, key=lambda m: m.start).date if dates else before
            yield _mark(document, (index, number), (start, end), inside)
            index += 1


def _with_dates(inside: list[Mention], dates: Sequence[DateMention]) -> list[Mention]:
    """Return a sentence's mentions with its dates: a title is no date, and a date no number of a season."""
    if not dates:
        return inside
    numbers = [m for m in inside if isinstance(m, SeasonWords | PlatformMention)]
    others = [m for m in inside if not isinstance(m, SeasonWords | PlatformMention)]
    return _without_overlap([*_without_overlap(others, dates), *numbers], [])


def _mark(document: Document, place: tuple[int, int], extent: tuple[int, int], inside: Sequence[Mention]) -> Sentence:
    start, end = extent
    text = document.text
    pieces: list[str] = []
    places: list[int] = []
    length, at = 0, start
    quoted = False
    for mention in inside:
        if mention.start < at or mention.end > end:
            continue
        between = _between(text[at : mention.start], quoted=quoted)
        pieces += [between, mention.mark]
        places.append(length + len(between))
        length += len(between) + 1
        at = mention.end
        quoted = isinstance(mention, ShowMention) and mention.quoted
    kept = tuple(m for m in inside if m.start >= start and m.end <= end)
    pieces.append(_between(text[at:end], quoted=quoted))
    by_kind: dict[type, list[tuple[int, Mention]]] = {}
    for at, mention in zip(places, kept, strict=True):
        by_kind.setdefault(type(mention), []).append((at, mention))
    return Sentence(document, *place, start, end, "".join(pieces), kept, tuple(places), by_kind)


def _between(words: str, *, quoted: bool) -> str:
    """Return the words between two mentions as they are marked.

    The mark that closes a title behind the sentence's own comma ("S," which) becomes a blank, so that no rule needs
    to know on which side of it a comma stands.

    Args:
        words: the words.
        quoted: whether a title in quotation marks stands before them.
    """
    if not words.isascii():
        words = _PRIVATE.sub("\ufffd", words)
    if quoted and words[:1] == "," and words[1:2] in _CLOSING:
        return ", " + words[2:]
    return words
