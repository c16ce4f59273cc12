"""Places on charts, each with the chart that it is on.

A place ("No. 3", "third place", "rose to third") belongs to the chart right
behind it ("No. 3 on Netflix's Top 10"), else to one that its sentence names
before ("On the Prime Video chart, the series reached No. 4"), else to that of
the place before it ("No. 2 on Hulu's chart, and in ninth on Monday"), in this
sentence or in the one before. Where no chart is told it is no place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cliffhanger.reader import asserted, said_of, viewing_words
from cliffhanger.reader import chart_words as words
from cliffhanger.reader.marks import PLATFORM as P

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cliffhanger.reader.document import Document
    from cliffhanger.reader.sentences import Sentence

MEASURER = re.compile(rf"\b{viewing_words.MEASURERS}\b")
"""Somebody who measures what is watched."""

_PLAIN_WORDS = frozenset({"viewing", "viewership", "viewed", "own", "series", "show", "shows", "ratings", "official"})
_COMPANY = re.compile(words.COMPANY, re.IGNORECASE)
_OWN = re.compile(words.OWN, re.IGNORECASE)
_PLAYER = re.compile(words.PLAYERS)
# How many sentences before may have named the chart.
_BACK = 3
_GAP = 70
_MOST_PLACES = 1_000
_TOP_OF = re.compile(r"\bTop (\d+)$")


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart.

    Attributes:
        name: such as "Netflix Global Top 10", or the platform alone.
        owner: whose it is, where that is a platform.
        measurer: who measures it, where that is somebody else.
    """

    name: str
    owner: str = ""
    measurer: str = ""

    @property
    def places(self) -> int:
        """How many places it has at most."""
        top = _TOP_OF.search(self.name)
        return int(top[1]) if top else _MOST_PLACES


@dataclass(frozen=True, slots=True)
class Rank:
    """A place on a chart, or a stay in a list.

    Attributes:
        start: where its words begin.
        end: where they end, with those of the chart if that stands behind.
        value: the place, or None where it is not said.
        chart: the chart.
        bearer: whose it is.
    """

    start: int
    end: int
    value: int | None
    chart: Chart
    bearer: said_of.Bearer


def ranks(document: Document, sentence: Sentence) -> Iterator[Rank]:
    """Yield the places that a sentence gives shows."""
    marked = sentence.marked
    before: Chart | None = None
    for m in words.PLACE.finditer(marked):
        value = _value(m)
        start = m.start() if m["bare"] is None and m["be"] is None else m.start("bare" if m["bare"] else "be")
        if value is None or not words.BEHIND_PLACE.match(marked, m.end()) or words.NO_CHART.match(marked, m.end()):
            continue
        found = _behind(sentence, m) or _ahead(sentence, start, before)
        if found is None and (m["place"] is None or words.TAKES.search(marked, 0, start)):
            found = _earlier(document, sentence)
        if found is None or value > found[0].places or words.FORMER.search(marked, 0, start):
            before = found[0] if found else before
            continue
        before, end = found[0], max(m.end(), found[1])
        lost = words.OVERTAKEN.search(marked, 0, start)
        borne = bearer(document, sentence, (start, m.end(), end))
        if borne is not None and asserted.is_measured(sentence, lost.start() if lost else start):
            yield Rank(m.start() if m["bare"] is None else start, end, value, before, borne)


def _value(m: re.Match[str]) -> int | None:
    said = m["rank"] or m["place"] or m["bare"] or m["be"]
    return 1 if said is None or said.casefold() == "top" else said_of.count(said)


def _behind(sentence: Sentence, m: re.Match[str]) -> tuple[Chart, int] | None:
    """Return the chart right behind a place, and where its words end."""
    marked = sentence.marked
    for chart in words.CHART.finditer(marked, m.end(), m.end() + _GAP):
        if not words.TO_CHART.fullmatch(marked, m.end(), chart.start()):
            break
        made = _chart(sentence, chart)
        if made is not None:
            return made, chart.end()
        return None
    alone = words.ON_PLATFORM.match(marked, m.end()) or words.ON_THING.match(marked, m.end())
    if alone:
        owner = _owner(sentence, alone, "alone")
        return (Chart(owner, owner), alone.end()) if owner else None
    medium = words.ON_MEDIUM.match(marked, m.end())
    measurer = MEASURER.search(marked) if medium else None
    return (Chart(measurer.group(), "", measurer.group()), medium.end()) if medium and measurer else None


def _ahead(sentence: Sentence, place: int, before: Chart | None) -> tuple[Chart, int] | None:
    """Return the chart that a sentence names before a place."""
    marked = sentence.marked
    if marked[place - 1 : place] == "(":
        # "S (No. 2) and S (No. 4) made Netflix's Top 10".
        listed = words.CHART.search(marked, place)
        if listed:
            made = _chart(sentence, listed)
            return (made, 0) if made else None
    whose = words.WHOSE.search(marked, max(0, place - 20), place)
    if whose:
        owner = _owner(sentence, whose, "alone")
        return (Chart(owner, owner), 0) if owner else None
    if before is not None:
        return before, 0
    named = [made for m in words.CHART.finditer(marked, 0, place) if (made := _chart(sentence, m))]
    if named:
        return named[-1], 0
    fronted = list(words.FRONTED.finditer(marked, 0, place))
    if fronted:
        owner = _owner(sentence, fronted[-1], "alone")
        return (Chart(owner, owner), 0) if owner else None
    measurer = MEASURER.search(marked, 0, place)
    return (Chart(measurer.group(), "", measurer.group()), 0) if measurer else None


def _earlier(document: Document, sentence: Sentence) -> tuple[Chart, int] | None:
    """Return the chart that the sentences before name last."""
    made = _named_before(document, sentence)
    return (made, 0) if made else None


def _named_before(document: Document, sentence: Sentence) -> Chart | None:
    """Return the chart that was named last before a sentence; in the paragraph before it, the only one."""
    for other in reversed(document.sentences[max(0, sentence.index - _BACK) : sentence.index]):
        named = [made for m in words.CHART.finditer(other.marked) if not m["same"] and (made := _chart(other, m))]
        if named and (other.paragraph == sentence.paragraph or len(set(named)) == 1):
            return named[-1]
    return None


def bearer(document: Document, sentence: Sentence, at: tuple[int, int, int]) -> said_of.Bearer | None:
    """Return whose a place is.

    Args:
        document: the document.
        sentence: the sentence.
        at: where the place begins and ends, and where its chart does.
    """
    marked = sentence.marked
    start, end, last = at
    stands = words.STANDS_AT.search(marked, max(0, start - 40), start)
    for place in (
        *((stands.start(),) if stands else ()),
        *(m.start("show") for m in (words.HAS_PLACE.match(marked, end), words.IS_SHOW.match(marked, last)) if m),
    ):
        show = sentence.show(place)
        if show.strong or (show.quoted and show.names):
            return said_of.Bearer(show.subject, None, seasonal=False, confidence=0.9)
    if words.ANOTHER_AT.search(marked, 0, start):
        return None
    lost = words.OUSTED.search(marked, 0, start) or words.OVERTAKEN.search(marked, 0, start)
    if lost:
        return said_of.bearer(document, sentence, lost.start(), len(marked), parts=True)
    return said_of.bearer(document, sentence, start, last, parts=True)


def named(sentence: Sentence, m: re.Match[str]) -> Chart | None:
    """Return the chart that a match of a rule with :data:`chart_words.NAMED` names."""
    return _chart(sentence, m)


def of_superlative(sentence: Sentence, m: re.Match[str]) -> Chart | None:
    """Return where "the most watched series" is so: on the platform beside it, or by who measures, or None."""
    group = next((g for g in ("before", "on") if m[g]), "")
    owner = _owner(sentence, m, group) if group else ""
    fronted = None if group else words.FRONTED.match(sentence.marked, 0, m.start())
    if fronted:
        owner = _owner(sentence, fronted, "alone")
    if owner:
        return Chart(owner, owner)
    measurer = None
    if not group:
        measurer = MEASURER.search(sentence.marked, 0, m.start()) or MEASURER.search(sentence.marked, m.end())
    return Chart(measurer.group(), "", measurer.group()) if measurer else None


def _chart(sentence: Sentence, m: re.Match[str]) -> Chart | None:
    """Return the chart that words name, such as "Netflix Global Top 10", or None where it is not known."""
    said = m.groupdict()
    if said.get("same"):
        return _named_before(sentence.document, sentence)
    if said.get("among"):
        return _of_kind(sentence, m)
    group = next((g for g in ("owner", "at", "only_at") if said.get(g)), "")
    owner = _owner(sentence, m, group) if group else ""
    measurer = owner if MEASURER.fullmatch(owner) else ""
    kind = (said.get("words") or said.get("plain_words") or "").split() + (said.get("of") or "").split()
    plain = [w for w in kind if w.casefold() not in _PLAIN_WORDS]
    noun = said.get("noun") or said.get("plain") or said.get("only_noun") or ""
    if re.match(words.TOP, noun, re.IGNORECASE):
        plain.append(f"Top {re.sub('[^0-9]', '', noun) or 10}")
    elif re.search("list", noun, re.IGNORECASE) and plain:
        plain.append("list")
    if not owner and plain and plain[0].casefold().startswith(("english", "non-english")):
        # Netflix alone publishes lists by language.
        owner = said_of.platform(sentence, m.start())
        owner = owner if owner == "Netflix" else ""
    elif not owner:
        measurer = _measurer(sentence, m.start())
        owner = measurer or (said_of.platform(sentence, m.start()) if plain or said.get("its") else "")
        if not owner or not (plain or said.get("its")):
            return None
    return Chart(" ".join([owner, *plain]).strip(), "" if measurer else owner, measurer)


def _of_kind(sentence: Sentence, m: re.Match[str]) -> Chart | None:
    """Return what a place "among originals" is on: what somebody measures, or a platform shows."""
    marked = sentence.marked
    kind = " ".join(
        w for w in m["among"].split() if w[0].isalpha() and w.casefold() not in {"all", "the", "other", "its"}
    )
    if m["among_at"] or m["among_own"]:
        owner = _owner(sentence, m, "among_at" if m["among_at"] else "among_own")
        return Chart(f"{owner} {m.group().split()[-1]}", owner) if owner else None
    measurer = _measurer(sentence, m.start()) or next(
        (found.group() for found in MEASURER.finditer(marked, m.end())), ""
    )
    return Chart(f"{measurer} {kind}", "", measurer) if measurer else None


def _measurer(sentence: Sentence, place: int) -> str:
    """Return who was last named before a place, in the sentence or those right before it, of those who measure."""
    found = [m.group() for m in MEASURER.finditer(sentence.marked, 0, place)]
    for other in reversed(sentence.document.sentences[max(0, sentence.index - _BACK) : sentence.index]):
        if found or other.paragraph != sentence.paragraph:
            break
        found = MEASURER.findall(other.marked)
    return found[-1] if found else ""


def _owner(sentence: Sentence, m: re.Match[str], group: str) -> str:
    """Return whose a chart is: a platform, or who measures it; empty where that is not known."""
    said = m[group]
    if said == P:
        return sentence.platform(m.start(group)).name
    if MEASURER.fullmatch(said):
        return said
    if _PLAYER.fullmatch(said):
        return "BBC iPlayer" if said.endswith("iPlayer") else said
    if _COMPANY.fullmatch(said):
        return _measurer(sentence, m.start())
    return said_of.platform(sentence, m.start())
