"""How widely a show is seen: its places on charts.

A place is read with its chart, the days it holds for, and how long it has held
("for two consecutive weeks"). Of a movement the place that is now is read:
"fell from No. 1 to No. 4" is 4. Figures of viewing are read in ``viewing``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import asserted, said_of, viewing
from cliffhanger.reader.claims import ArticleClaim
from cliffhanger.reader.hinted import Choice, Hinted
from cliffhanger.reader.marks import PLATFORM as P
from cliffhanger.reader.marks import SHOW as S
from cliffhanger.reader.seasons import CARDINALS, LATER
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
    "most-watched", "most-viewed", "most-streamed", "most popular", "most-popular", "no. ", "no 1",
    "number", "#", " spot", " place", " slot",
)  # fmt: skip
_OWN = r"(?:the|its)\s+(?:streamer|platform|service|streaming\s+(?:service|platform|giant)|network)"
_QUALIFIER = (
    r"(?:global|worldwide|weekly|daily|overall|official|U\.?S\.?|UK|American|British|domestic|streaming|viewing|"
    r"viewership|viewed|ratings|originals?|acquired|English|English-language|"
    r"non-English|Non-English-language|TV|television|series|shows?|film|trending|popular|most-watched|own)"
)
_TOP = r"top[\s-]?(?:10|ten|15|20|25|50)(?!\d)"
_CHART_NOUN = (
    rf"(?:{_TOP}(?:\s+(?:charts?|lists?|rankings?|TV\s+(?:list|shows?)|series|shows))?|charts?|lists?|"
    r"rankings?|leaderboards?)"
)
_OWNER = rf"(?P<owner>{P}|{viewing.MEASURERS}|{_OWN})(?:['\u2019]s?)?"
_CHART = (
    rf"(?:(?:the\s+)?{_OWNER}(?P<words>(?:\s+{_QUALIFIER}){{0,5}})\s+(?P<noun>{_CHART_NOUN})\b"
    rf"|the\s+(?P<plain_words>(?:{_QUALIFIER}\s+){{1,5}})(?P<plain>{_CHART_NOUN})(?:\s+(?:on|at|for)\s+(?P<at>{P}))?"
    rf"|(?:the\s+)?(?P<only_noun>{_CHART_NOUN})\s+(?:on|at|for)\s+(?P<only_at>{P})"
    rf"|(?P<alone>{P}|{_OWN})(?!\w|['\u2019]))"
)
_CHART_NAMED = _CHART.rsplit("|(?P<alone>", 1)[0] + ")"
_NUMBER = (
    r"(?:No\.\s?|No\s(?=\d)|number\s|\#\s?|spot\s(?:No\.\s?)?)(?P<rank>\d{1,3}|one|two|three|four|five|six|seven|"
    r"eight|nine|ten)(?![\d.]\d|\d)(?:\s+(?:spot|slot|place|position|rank))?"
)
_NTH = f"first|{LATER}"
_ORDINAL = (
    rf"(?:the\s+)?(?P<place>top|{_NTH}|\d{{1,2}}(?:st|nd|rd|"
    r"th))\s+(?:spot|slot|place|position)"
)
_BARE = (
    r"(?:ranked|ranks|ranking|finished|placed|came|came\s+in|comes\s+in|landed|debuted|opened|sits|sat|coming)\s+"
    rf"(?P<bare>{_NTH})"
)
_RANKED = Hinted(
    rf"(?:\b|(?=\#))(?:{_NUMBER}|{_ORDINAL}|{_BARE})(?:\s+(?:show|series|title|overall|worldwide|globally)){{0,2}},?\s+"
    rf"(?:on|in|of|atop|across|at|for)\s+{_CHART}",
    re.IGNORECASE,
)
# "On the English list, S took second place".
_FRONTED = Hinted(
    rf"\b(?:on|in)\s+{_CHART_NAMED},\s+(?:where\s[^,;.{S}]{{1,80}},\s+)?(?P<show>{S}|it|the\s+(?:series|show|drama|comedy))[^,;.{S}]{{0,60}}?\s(?:took|takes|claimed|claims|held|holds|was|is|ranked|ranks|landed|"
    rf"debuted|came\s+in|reached|hit|kept|stayed)\s+(?:(?:at|in)\s+)?(?:{_NUMBER}|{_ORDINAL})",
    re.IGNORECASE,
)
# "Ranked third among original series", "N put it second among all streaming titles": by who measures.
_AMONG = Hinted(
    rf"(?:{_BARE}|\b(?:rank(?:ed|s)|placed|plac(?:es|ing)|listed|lists|put|puts|had|has|was|at|in)\s+(?:(?:it|{S})\s+)?(?:(?:at|in)\s+)?(?:{_NUMBER}|(?P<nth>{_NTH}))"
    r")\s+among\s+(?:(?:all|the|other)\s+){0,2}(?P<among>(?:original|streaming|streamed|acquired|new|scripted|English-language)?\s?"
    r"(?:originals|series|shows|titles|programs))\b",
    re.IGNORECASE,
)
_WHO_MEASURES = re.compile(rf"\b{viewing.MEASURERS}\b")
_HEADED = Hinted(
    r"\b(?:(?:at|to|atop|on)\s+the\s+(?:very\s+)?top\s+of|atop|tops|topped|topping|leads|led|leading|rules|ruled|"
    rf"remains?\s+atop)\s+{_CHART_NAMED}",
    re.IGNORECASE,
)
_STAYED = Hinted(
    rf"\b(?:spent|spends|spending|logged|notched|for)\s+(?P<count>\d{{1,3}}|[a-z]+(?:-[a-z]+)?)\s+"
    r"(?P<straight>(?:consecutive|straight|total|full)\s+)?(?P<unit>days?|weeks?|months?)\s+(?:running\s+)?(?:in|"
    rf"on)\s+{_CHART_NAMED}",
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
    rf"(?P<before>(?:{P}|{_OWN})(?:['\u2019]s?))\s+(?P<nth>second|third|fourth|fifth|all-time\s+"
    r")?\s?(?P<what>most[\s-](?:watched|viewed|streamed|popular))\s+(?P<kind>(?:(?:original|new|scripted|debut|"
    rf"English-language)\s+){{0,2}})"
    r"(?P<thing>series|show|title|program(?:me)?)\b(?P<ever>\s+(?:ever|of\s+all\s+time|of\s+the\s+year))?"
    r"|\bthe\s+(?P<nth2>second|third|fourth|fifth)?\s?(?P<what2>most[\s-](?:watched|viewed|streamed|popular))\s+"
    rf"(?P<kind2>(?:(?:original|new|scripted|debut|English-language)\s+){{0,2}})"
    r"(?P<thing2>series|show|title|program(?:me)?)\b(?P<ever2>\s+(?:ever|of\s+all\s+time|of\s+the\s+year))?\s+"
    rf"(?:on|across|for)\s+(?P<on>{P}|{_OWN})",
    re.IGNORECASE,
)
_NARROW = re.compile(
    r"\s+(?:premieres?|debuts?|finales?|launch(?:es)?|episodes?|openings?|since|behind|after|among|besides|other|"
    r"not|in\s+its|from|that|apart|returns?|includ\w+|are|such)\b",
    re.IGNORECASE,
)
_ONE_OF = re.compile(r"\b(?:one\s+of|among|some\s+of|once|former(?:ly)?)\s+(?:the\s+|its\s+)?$", re.IGNORECASE)
_FORMER = re.compile(r"\b(?:from|once|previously|formerly|up\s+from|down\s+from|than)\s+(?:the\s+)?$", re.IGNORECASE)
_TERRITORY = re.compile(
    r"\s+(?:in|across)\s+(?P<where>(?:(?:more\s+than|over|nearly|at\s+least)\s+)?(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)\s+"
    r"(?:countries|territories|markets)|the\s+(?:U\.?S\.?A?|U\.?K|United\s+States|United\s+Kingdom)\b\.?|"
    r"(?-i:Canada|Australia|Germany|France|Spain|Italy|Japan|India|Brazil|Mexico|Britain|Ireland|South\s+Korea|"
    r"Latin\s+America|Europe))",
    re.IGNORECASE,
)
_PLAIN_WORDS = frozenset({"viewing", "viewership", "viewed", "own", "series", "show", "shows", "ratings", "official"})
_ENGLISH_LIST = re.compile(r"English", re.IGNORECASE)


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
    taken: list[tuple[int, int]] = []
    for rule in (_RANKED, _HEADED, _FRONTED):
        for m in rule.finditer(sentence.marked):
            if any(m.start() < end and start < m.end() for start, end in taken) or _FORMER.search(
                sentence.marked, 0, m.start()
            ):
                continue
            taken.append(m.span())
            claim = _placed(document, sentence, m)
            if claim is not None:
                yield claim
    for m in _STAYED.finditer(sentence.marked):
        if any(m.start() < end and start < m.end() for start, end in taken):
            continue
        claim = _placed(document, sentence, m, stayed=True)
        if claim is not None:
            yield claim
    for m in _MOST.finditer(sentence.marked):
        claim = _most(document, sentence, m)
        if claim is not None:
            yield claim


def _placed(document: Document, sentence: Sentence, m: re.Match[str], *, stayed: bool = False) -> ArticleClaim | None:
    """Return the claim of a place on a chart; of a stay in a list without a place its value is None."""
    marked = sentence.marked
    named = m.groupdict()
    unit, owner = _chart(sentence, m)
    rank = None if stayed else _rank(named)
    if named.get("show") == S:
        show = sentence.show(m.start("show"))
        borne = said_of.Bearer(show.subject, None, seasonal=False, confidence=0.9) if show.strong else None
    else:
        borne = said_of.bearer(document, sentence, m.start(), m.end())
    if not unit or (rank is None and not stayed) or borne is None or not asserted.is_measured(sentence, m.start()):
        return None
    details: dict[str, Value] = {}
    start, end = m.span()
    before = _STREAK_BEFORE.search(marked, 0, start)
    where = _TERRITORY.match(marked, end)
    behind = _STREAK.match(marked, where.end() if where else end)
    streak = m if stayed else before if before and _length(before) else behind
    length = _length(streak) if streak else None
    if streak and length:
        details |= {"streak": length, "streak_unit": f"{streak['unit'].casefold().rstrip('s')}s"}
        start, end = min(start, streak.start()) if streak is before else start, max(end, streak.end())
    if where:
        details["territory"] = sentence.words(*where.span("where"))
        end = max(end, where.end())
    if re.fullmatch(viewing.MEASURERS, owner, re.IGNORECASE):
        details["measured_by"], owner = owner, ""
    return ArticleClaim(
        subject=borne.subject,
        predicate=Predicate.CHART_RANK,
        span=sentence.span(start, end),
        season=borne.season,
        value=rank,
        unit=unit,
        when=asserted.period(sentence, start, end),
        platform=owner,
        details=details,
        confidence=borne.confidence,
        in_title=document.in_title,
    )


def _in_company(document: Document, sentence: Sentence) -> Iterator[ArticleClaim]:
    """Yield the places that a sentence gives shows among others of their kind."""
    for m in _AMONG.finditer(sentence.marked):
        claim = _among(document, sentence, m)
        if claim is not None:
            yield claim


def _among(document: Document, sentence: Sentence, m: re.Match[str]) -> ArticleClaim | None:
    """Return the claim of a place among others of its kind, by who measures them in the sentence or the one before."""
    near = (
        sentence,
        *(
            s
            for s in document.sentences[max(0, sentence.index - 1) : sentence.index]
            if s.paragraph == sentence.paragraph
        ),
    )
    measured = next((found for found in (_WHO_MEASURES.search(s.marked) for s in near) if found), None)
    named = m.groupdict()
    said = named["bare"] or named["rank"] or named["nth"] or ""
    inside = [sentence.show(at) for at in range(*m.span()) if sentence.marked[at] == S]
    if inside:
        borne = said_of.Bearer(inside[0].subject, None, seasonal=False, confidence=0.9) if inside[0].strong else None
    else:
        borne = said_of.bearer(document, sentence, m.start(), m.end())
    rank = said_of.count(said)
    if measured is None or rank is None or borne is None or not asserted.is_measured(sentence, m.start()):
        return None
    return ArticleClaim(
        subject=borne.subject,
        predicate=Predicate.CHART_RANK,
        span=sentence.span(*m.span()),
        season=borne.season,
        value=rank,
        unit=f"{measured.group()} {m['among'].strip()}",
        when=asserted.period(sentence, *m.span()),
        details={"measured_by": measured.group()},
        confidence=borne.confidence,
        in_title=document.in_title,
    )


def _rank(named: dict[str, str | None]) -> int | None:
    said = named.get("rank") or named.get("place") or named.get("bare") or "top"
    return 1 if said.casefold() == "top" else said_of.count(said)


def _length(m: re.Match[str]) -> int | None:
    """Return how many periods a streak has; "for the second week" says nothing of the one before."""
    said = m["count"].casefold()
    length = said_of.count(said)
    ordinal = said not in CARDINALS and not said.isdecimal()
    if ordinal and not (m["straight"] or m.groupdict().get("row")):
        return None
    return length


def _chart(sentence: Sentence, m: re.Match[str]) -> tuple[str, str]:
    """Return a chart's name, such as "Netflix global Top 10", and whose it is; both empty where it is not known."""
    named = m.groupdict()
    group = next((g for g in ("owner", "at", "only_at", "alone") if named.get(g)), "")
    owner = _owner(sentence, m, group) if group else ""
    words = [
        w for w in (named.get("words") or named.get("plain_words") or "").split() if w.casefold() not in _PLAIN_WORDS
    ]
    noun = named.get("noun") or named.get("plain") or named.get("only_noun") or ""
    if re.match(_TOP, noun, re.IGNORECASE):
        words.append(f"Top {re.sub('[^0-9]', '', noun) or 10}")
    elif re.search("list", noun, re.IGNORECASE) and words:
        words.append("list")
    if not owner and words and _ENGLISH_LIST.search(words[0]):
        # Netflix alone publishes lists by language.
        owner = said_of.platform(sentence, m.start())
        owner = owner if owner == "Netflix" else ""
    elif not owner:
        return "", ""
    return " ".join([owner, *words]).strip(), owner


def _owner(sentence: Sentence, m: re.Match[str], group: str) -> str:
    said = m[group]
    return (
        sentence.platform(m.start(group)).name
        if said == P
        else said
        if re.fullmatch(viewing.MEASURERS, said, re.IGNORECASE)
        else said_of.platform(sentence, m.start())
    )


def _most(document: Document, sentence: Sentence, m: re.Match[str]) -> ArticleClaim | None:
    """Return the claim that a show is a platform's most-watched one."""
    marked = sentence.marked
    if (
        _NARROW.match(marked, m.end())
        or _ONE_OF.search(marked, 0, m.start())
        or not asserted.is_measured(sentence, m.start())
    ):
        return None
    here = m["before"] is not None
    what, kind, thing, ever, nth = (m[g if here else f"{g}2"] or "" for g in ("what", "kind", "thing", "ever", "nth"))
    place = m.start("before") if here else m.start("on")
    owner = sentence.platform(place).name if marked[place] == P else said_of.platform(sentence, place)
    beside = re.compile(rf"(?:,|:)?\s+{S}").match(marked, m.end())
    end = beside.end() if beside else m.end()
    if beside:
        show = sentence.show(beside.end() - 1)
        borne = said_of.Bearer(show.subject, None, seasonal=False, confidence=0.95) if show.strong else None
    else:
        borne = said_of.bearer(document, sentence, m.start(), m.end())
    rank = said_of.count(nth) if nth and nth.strip() != "all-time" else 1
    if not owner or borne is None or rank is None:
        return None
    return ArticleClaim(
        subject=borne.subject,
        predicate=Predicate.CHART_RANK,
        span=sentence.span(m.start(), end),
        season=borne.season,
        value=rank,
        unit=" ".join(f"{what.casefold().replace(' ', '-')} {kind}{thing}{ever}".split()),
        when=asserted.period(sentence, m.start(), m.end()),
        platform=owner,
        confidence=borne.confidence,
        in_title=document.in_title,
    )


_RULES = Sieve(
    ((_in_sentence, [_TRIGGERS]), (_in_company, [Choice(" among ")]), (viewing.in_sentence, [viewing.TRIGGERS]))
)
