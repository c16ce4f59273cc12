"""How widely a show is seen: its places on charts.

A place is read with its chart, the days it holds for, and how long it has held
("for two consecutive weeks"). Of a movement the place that is now is read:
"fell from No. 1 to No. 4" is 4. Figures of viewing are read in ``viewing``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import asserted, ranks, said_of, viewing
from cliffhanger.reader import chart_words as words
from cliffhanger.reader.claims import ArticleClaim
from cliffhanger.reader.hinted import Choice, Hinted
from cliffhanger.reader.marks import PLATFORM as P
from cliffhanger.reader.marks import SHOW as S
from cliffhanger.reader.ranks import Rank
from cliffhanger.reader.seasons import CARDINALS
from cliffhanger.reader.sieves import Sieve
from cliffhanger.reader.triggers import having

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cliffhanger.domain.dates import PartialDate
    from cliffhanger.reader.claims import Subject, Value
    from cliffhanger.reader.document import Document
    from cliffhanger.reader.sentences import Sentence

_TRIGGERS = Choice(
    "chart", "top 10", "top-10", "top ten", "top-ten", "rank", "list", "most watched", "most viewed", "most streamed",
    "most-watched", "most-viewed", "most-streamed", "most popular", "most-popular", "most requested", "most played",
    "in-demand", "no. ", "no 1",
    "number", "#", " spot", " place", " slot", " among ", " in first", " to first", "second", "third", "fourth",
    "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "the crown", "the way", "the pack",
)  # fmt: skip
# The place that a stay in a list has is not said.
_HEADED = Hinted(
    r"\b(?:(?:(?:at|to|atop|on|reach(?:ed|es|ing)|hit|claim(?:ed|s|ing)|took|takes|climb(?:ed|s)\s+to)\s+)?(?<!\bfrom\s)the\s+(?:very\s+)?top\s+of"
    r"|atop|tops|topped|topping|leads|led|leading|rules|ruled|heads|headed|crowned|dominat(?:ed|es|ing)|remains?\s+atop)\s+"
    rf"(?:{words.NAMED}|(?:the|that)\s+(?P<same>(?:same\s+)?(?:charts?|rankings?)\b(?!\s+(?:of|for)\b)))",
    re.IGNORECASE,
)
_STAYED = Hinted(
    rf"\b(?:spent|spends|spending|logged|notched|for)\s+(?P<count>\d{{1,3}}|[a-z]+(?:-[a-z]+)?)\s+"
    r"(?P<straight>(?:consecutive|straight|total|full)\s+)?(?P<unit>days?|weeks?|months?)\s+(?:running\s+)?(?:in|"
    rf"on)\s+{words.NAMED}",
    re.IGNORECASE,
)
_STREAK_BEFORE = re.compile(
    r"\b(?P<count>\d{1,3}(?:st|nd|rd|th)?|[a-z]+(?:-[a-z]+)?)\s+(?P<straight>consecutive|straight|"
    r"successive)?\s*(?P<unit>day|week|month)s?\s+(?:(?P<row>in\s+a\s+row|running)\s+)?"
    r"(?:at|in|atop|on)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_STREAK = re.compile(
    r"[^.;]{0,60}?\bfor\s+(?:(?:the|a|an|its|at\s+least)\s+)?(?P<count>\d{1,3}(?:st|nd|rd|th)?|"
    r"[a-z]+(?:-[a-z]+)?)\s+(?P<straight>consecutive|straight|successive)?\s*"
    r"(?P<unit>day|week|month)s?\b(?P<row>\s+(?:in\s+a\s+row|running|straight))?",
    re.IGNORECASE,
)
_MOST = Hinted(
    rf"(?:(?P<before>{words.PLAYERS}|{P}|{words.OWN})(?:['\u2019]s?)\s+|\bthe\s+)(?P<nth>{words.NTH}|all-time\s+"
    r")?\s?(?P<what>most[\s-](?:watched|viewed|streamed|popular|requested|played|in-demand))\s+"
    r"(?P<kind>(?:(?:original|new|scripted|debut|English-language|TV|television|streaming)\s+){0,2})"
    r"(?P<thing>series|show|title|program(?:me)?|original|drama|comedy)\b"
    r"(?P<ever>\s+(?:ever|of\s+all\s+time|of\s+the\s+year))?"
    rf"(?:\s+(?:on|across|for)\s+(?:(?P<on>{words.PLAYERS}|{P}|{words.OWN})|any\s+(?:US|U\.S\.|UK|streaming)\s+(?:service|platform)))?",
    re.IGNORECASE,
)
_NARROW = re.compile(
    r"\s+(?:premieres?|debuts?|finales?|launch(?:es)?|episodes?|openings?|since|behind|after|among|besides|other|"
    r"not|in\s+its|from|that|apart|returns?|includ\w+|are|such)\b",
    re.IGNORECASE,
)
_ONE_OF = re.compile(
    r"\b(?:one\s+of|among|some\s+of|(?:chart|list|ranking|rundown|survey)s?\s+of|once|former(?:ly)?)\s+(?:the\s+|its\s+)?$",
    re.IGNORECASE,
)
_TERRITORY = re.compile(
    r"\s+(?:in|across)\s+(?P<where>(?:(?:more\s+than|over|nearly|at\s+least)\s+)?(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)\s+"
    r"(?:countries|territories|markets)|the\s+(?:U\.?S\.?A?|U\.?K|United\s+States|United\s+Kingdom)\b\.?|"
    r"(?-i:Canada|Australia|Germany|France|Spain|Italy|Japan|India|Brazil|Mexico|Britain|Ireland|South\s+Korea|"
    r"Latin\s+America|Europe))",
    re.IGNORECASE,
)


def find(document: Document) -> Iterator[ArticleClaim]:
    """Yield the places on charts and the figures of viewing that a document states, each once, at its first place."""
    seen: set[tuple[Subject, Predicate, int | None, str, Value, PartialDate | None]] = set()
    for rule, sentence in having(document, _RULES):
        for claim in rule(document, sentence):
            key = (claim.subject, claim.predicate, claim.season, claim.unit, claim.value, claim.when)
            if key not in seen:
                seen.add(key)
                yield claim


def _in_sentence(document: Document, sentence: Sentence) -> Iterator[ArticleClaim]:
    found = [*ranks.ranks(document, sentence)]
    for rule, value in ((_HEADED, 1), (_STAYED, None)):
        for m in rule.finditer(sentence.marked):
            if any(m.start() < other.end and other.start < m.end() for other in found):
                continue
            chart = ranks.named(sentence, m)
            borne = ranks.bearer(document, sentence, (m.start(), m.start(), m.end())) if chart else None
            if chart and borne and asserted.is_measured(sentence, m.start()):
                found.append(Rank(m.start(), m.end(), value, chart, borne))
    placed = {(rank.chart, rank.bearer.subject) for rank in found if rank.value is not None}
    # "Spent four weeks in the Top 10 and got as high as No. 5": the stay says no more than the place.
    yield from (
        _claim(sentence, rank)
        for rank in found
        if rank.value is not None or (rank.chart, rank.bearer.subject) not in placed
    )
    for m in _MOST.finditer(sentence.marked):
        claim = _most(document, sentence, m)
        if claim is not None:
            yield claim


def _claim(sentence: Sentence, rank: Rank) -> ArticleClaim:
    """Return the claim of a place on a chart; of a stay in a list without a place its value is None."""
    marked = sentence.marked
    start, end, borne, chart = rank.start, rank.end, rank.bearer, rank.chart
    details: dict[str, Value] = {}
    stayed = _STAYED.match(marked, start) if rank.value is None else None
    before = _STREAK_BEFORE.search(marked, 0, start)
    where = _TERRITORY.match(marked, end)
    behind = _STREAK.match(marked, where.end() if where else end)
    streak = stayed or (before if before and _length(before) else behind)
    length = _length(streak) if streak else None
    if streak and length:
        details |= {"streak": length, "streak_unit": f"{streak['unit'].casefold().rstrip('s')}s"}
        start, end = min(start, streak.start()) if streak is before else start, max(end, streak.end())
    if where:
        details["territory"] = sentence.words(*where.span("where"))
        end = max(end, where.end())
    if chart.measurer:
        details["measured_by"] = chart.measurer
    return ArticleClaim(
        subject=borne.subject,
        predicate=Predicate.CHART_RANK,
        span=sentence.span(start, end),
        season=borne.season,
        value=rank.value,
        unit=chart.name,
        when=asserted.period(sentence, start, end),
        platform=chart.owner,
        details=details,
        confidence=borne.confidence,
        in_title=sentence.document.in_title,
    )


def _length(m: re.Match[str]) -> int | None:
    """Return how many periods a streak has; "for the second week" says nothing of the one before."""
    said = m["count"].casefold()
    length = said_of.count(said)
    ordinal = said not in CARDINALS and not said.isdecimal()
    if ordinal and not (m["straight"] or m.groupdict().get("row")):
        return None
    return length


def _most(document: Document, sentence: Sentence, m: re.Match[str]) -> ArticleClaim | None:
    """Return the claim that a show is a platform's most-watched one."""
    marked = sentence.marked
    if (
        _NARROW.match(marked, m.end())
        or _ONE_OF.search(marked, 0, m.start())
        or not asserted.is_measured(sentence, m.start())
    ):
        return None
    chart = ranks.of_superlative(sentence, m)
    nth = m["nth"] or ""
    beside = re.compile(rf"(?:,|:)?\s+{S}").match(marked, m.end())
    end = beside.end() if beside else m.end()
    if beside:
        show = sentence.show(beside.end() - 1)
        borne = said_of.Bearer(show.subject, None, seasonal=False, confidence=0.95) if show.strong else None
    else:
        borne = said_of.bearer(document, sentence, m.start(), m.end())
    rank = said_of.count(nth) if nth and nth.strip() != "all-time" else 1
    if chart is None or borne is None or rank is None:
        return None
    what = f"{m['what'].casefold().replace(' ', '-')} {m['kind']}{m['thing']}{m['ever'] or ''}"
    return ArticleClaim(
        subject=borne.subject,
        predicate=Predicate.CHART_RANK,
        span=sentence.span(m.start(), end),
        season=borne.season,
        value=rank,
        unit=" ".join(what.split()),
        when=asserted.period(sentence, m.start(), m.end()),
        platform=chart.owner,
        details={"measured_by": chart.measurer} if chart.measurer else {},
        confidence=borne.confidence,
        in_title=document.in_title,
    )


_RULES = Sieve(((_in_sentence, [_TRIGGERS]), (viewing.in_sentence, [viewing.TRIGGERS])))
