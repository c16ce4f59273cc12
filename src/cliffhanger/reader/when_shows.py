"""Which show a date is about: the one that its clause names, or the one that "it" or "the drama" means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import when_rows, when_seasons
from cliffhanger.reader import when_words as words
from cliffhanger.reader.fate_words import KINDS, MAKERS
from cliffhanger.reader.marks import DATE, SHOW
from cliffhanger.reader.mentions import ShowMention

if TYPE_CHECKING:
    from cliffhanger.reader.document import Document
    from cliffhanger.reader.sentences import Sentence
    from cliffhanger.reader.when_date_of import Told

# Behind a name: it is a film of the show, or another thing of that name.
_NO_SERIES = re.compile(
    r"(?:,\s+(?:a|the)\s+(?:[\w-]+\s+){0,2}?(?:film|movie|musical|podcast)\b(?!\s+(?:series|franchise|star))"
    rf"|['\u2019]?s?\s+(?:film|movie|sequel|prequel|spin-?off|offshoot|special|documentary|podcast|musical|game|feature)\b(?!\s+(?:series\s+)?[\"'\u2018\u201c]?{SHOW}))",
    re.IGNORECASE,
)
# "A prequel to S, which started in D and ended on D": what S did further.
_WHICH_AND = re.compile(rf"{SHOW}['\u2019]?,\s+which\s[^;.{SHOW}]{{1,60}}?\s+and\s+(?:\w+\s+){{0,3}}$")
# A sentence that opens with "the limited series, about ..." speaks of that one, whatever its aside names.
_OPENS_WITH_KIND = re.compile(
    r"\W*(?:the|this)\s+(?:[\w-]+\s+){0,3}?(?:series|drama|comedy|show|thriller|sitcom),\s[^,;]{1,140},", re.IGNORECASE
)
# A row of dates: "premiere dates: S D, S D, S D"; each is of the show right before it.
_NAMED_BESIDE = re.compile(
    rf"{SHOW}['\u2019]?(?:\s+(?:revival|reboot|spin-?off))?,?\s+(?:\(|on\s+|for\s+|[:\u2013\u2014-]\s*)?$",
    re.IGNORECASE,
)
# "A prequel play, S", "films including somebody's S": neither is a series.
_OF_ANOTHER_KIND = re.compile(
    r"\b(?:play|musical|stage\s+(?:show|version)|documentary|feature|podcast|film|movie|films\s+including\s[^,;.]{1,50}|movies\s+including\s[^,;.]{1,50}),?\s+[\"'\u2018\u201c]?$",
    re.IGNORECASE,
)
# "S, with somebody and somebody, will arrive in D": the clause is that of the show before the aside.
_ASIDE_BEFORE = re.compile(
    rf"{SHOW}['\u2019]?,\s+(?:with|after|before)\s[^,;{SHOW}{DATE}]{{1,90}},\s+(?:(?:will|is|was|has|had|also|finally|to|set|then|now)\s+){{0,3}}$",
    re.IGNORECASE,
)
# Between a date and a show behind it: what is told of that show is another thing.
_ANOTHER_CLAUSE = re.compile(r",\s+(?:and|while|but|whereas)\b|;", re.IGNORECASE)
# "When the drama first went on the air, in D, its star was known for S".
_GENERIC_SUBJECT = re.compile(
    rf"(?:^|[,;:]\s+|\b(?:when|after|before|since|and|but|that|as)\s+)\W*(?:it|(?:the|this|that)\s+(?:[\w\u2019'-]+\s+){{0,3}}?{KINDS})\s+(?:\w+\s+){{0,3}}$",
    re.IGNORECASE,
)
# "The S creator's next show premiered": somebody of S, and not S.
_SOMEBODY_OF = re.compile(
    rf"['\u2019]?s?\s+(?:{MAKERS}|team|crew|franchise|universe)s?\b",
    re.IGNORECASE,
)
_FIRST_OF_EPISODES = re.compile(
    r"['\u2019\"\u201d]?,\s+the\s+(?:first|second|third|last|final|penultimate)(?:\s+of\s+(?:[\w-]+\s+){0,3})?\s*(?:episodes?|instal+ments?|hours?)\b",
    re.IGNORECASE,
)
# "The hour, called X, went up", "under the working title X", "X, the first of three new episodes".
_EPISODE_CALLED = re.compile(
    r"\b(?:hour|episode|finale|opener|ender|chapter|instal+ment|part|special|premiere),?\s+(?:called|titled|entitled|named)\s+[\"'\u2018\u201c]?$"
    r"|\bworking\s+title(?:\s+of)?,?\s+[\"'\u2018\u201c]?$",
    re.IGNORECASE,
)
# "The last episode, X, was shown", "premiered in Las Vegas": a part of the show, a place.
_NO_SUBJECT = re.compile(
    r"\b(?:(?:episode|finale|premiere|chapter|book|novel|film|movie|song|album|special|hour)s?,?|in)\s+$", re.IGNORECASE
)
_ITS_KIN = re.compile(
    r"\b(?:its|an?)\s+(?:[\w-]+\s+){0,2}?(?:sequel|prequel|spin-?off|offshoot|successor|companion|follow-?up)(?:,\s[^,;]{1,60},)?\s+"
    r"(?:(?:will|is|was|has|also|to|set|then|be|finally)\s+){0,4}$",
    re.IGNORECASE,
)
# "Somebody's Hour went back into production", "Section 9, a film about a town, wrapped": a name that the catalogue does
# not know.
_OPENS_WITH_NAME = re.compile(
    r"\W*(?:(?:And|But|Meanwhile,|Elsewhere,)\s+)?(?!(?:It|They|That|This|The|Both|Each|All|He|She|We|I|Then|Now|There|Season|Series|Production|Filming|Shooting|Cameras|Work|Episodes|Viewers|Since|When|After|Before|New|Its|His|Her|Their|Principal|Photography)\b)"
    rf"(?:[A-Z][\w\u2019'-]*|\d+)(?:\s+(?:[A-Z][\w\u2019'-]*|\d+|of|the|and|in)){{0,4}}(?:,\s+(?:an?|the)\s+[^;]{{0,80}}?\b(?:film|movie|special|{KINDS})\b[^;]{{0,80}}"
    r"|\s+(?:(?:has|had|was|is|will|also|then|now|finally|be)\s+){0,3})$"
)
_PRESENTS = re.compile(
    r"\W*(?:Then\s+there\s+is|There\s+is|There['\u2019]s)\s+(?:also\s+)?[\"'\u2018\u201c]?[A-Z][\w\u2019'-]*(?:\s+[A-Z][\w\u2019'-]*){0,4},\s+(?:an?|the)\s"
)
# "Cameras began rolling on Money Game last week": of a show that the catalogue does not know.
_ROLLS_ON = re.compile(r"\s+(?:\w+ing\s+)?(?:on|of|for)\s+[\"'\u2018\u201c]?[A-Z][\w\u2019'-]+")
_KIND_FIRST = re.compile(rf"\W*(?:the|this)\s+(?:[\w\u2019'-]+\s+){{0,3}}?{KINDS}\s", re.IGNORECASE)
_OF_A_WORLD = re.compile(
    rf"\s+(?!revival|reboot|spin-?off|offshoot|prequel|sequel|adaptation){KINDS}\b(?!\s+[\"'\u2018\u201c]?{SHOW})",
    re.IGNORECASE,
)
_THE = re.compile(r"\b(?:the|['\u2019]s)\s+$", re.IGNORECASE)
_SOMEBODYS = re.compile(rf"(?:^|\W)[A-Z][\w.-]+(?:\s+[A-Z][\w.-]+)+['\u2019]s\s+(?:[\w-]+\s+)?{KINDS}\s")
# "See, with Jane Doe, ended": a name that was not taken for a show's is still no other show.
_STRANGER = re.compile(
    r"\W*(?!(?:It|The|This|That|Its|They|And|But|So|Then|Yet|Now|In|On|At)\b)[A-Z][\w\u2019'-]+,\s+(?:with|starring|from|about|led)\s[^,;]{1,60},\s"
)


def subject(
    document: Document, sentence: Sentence, one: Told, place: int
) -> tuple[ShowMention, bool, int | None] | None:
    """Return the show and the season that a date is about, and whether the show is named in the clause."""
    limit = max(place, one.end)
    reach = limit + when_rows.BEHIND
    shows = [(at, m) for at, m in sentence.all_of(ShowMention) if one.lead <= at <= reach and (m.strong or m.quoted)]
    if any(_NO_SERIES.match(sentence.marked, at + 1) or _is_of_another_kind(sentence, at) for at, _ in shows):
        return None
    relative = words.WHICH.search(sentence.marked, 0, one.at) or _WHICH_AND.search(sentence.marked, 0, one.at)
    antecedent = relative.start() if relative else -1
    own = [(at, m) for at, m in shows if at == antecedent or not _is_by_the_way(sentence, at, m)]
    kin = {m.subject for _, m in shows} - {m.subject for _, m in own}
    opens = _OPENS_WITH_KIND.match(sentence.marked, one.lead)
    if opens and opens.end() <= one.at:
        own = [(at, m) for at, m in own if at >= opens.end()]
    before = [(at, m) for at, m in own if at < one.end]
    beside = _NAMED_BESIDE.search(sentence.marked, 0, place)
    listed = [(at, m) for at, m in own if beside and at == beside.start()]
    chosen = next(iter(listed), before[-1] if before else (own[0] if own else None))
    aside = _ASIDE_BEFORE.search(sentence.marked, 0, one.at)
    if aside and not before:
        chosen = (aside.start(), sentence.show(aside.start()))
    if chosen and chosen[0] > place and _ANOTHER_CLAUSE.search(sentence.marked, place, chosen[0]):
        chosen = None
    if chosen and chosen[0] > one.end and _GENERIC_SUBJECT.search(sentence.marked, 0, one.at):
        chosen = None
    if chosen is None and _is_of_no_show(sentence, one):
        return None
    show = (
        chosen[1]
        if chosen
        else document.main
        if kin
        else document.show_for(sentence, one.lead) or _told_behind(document, sentence, one)
    )
    if show is not None and show.subject in kin:
        return None
    if show is None:
        return None
    return show, chosen is not None, when_seasons.season_of(document, sentence, one, limit, chosen or (one.at, show))


def _told_behind(document: Document, sentence: Sentence, one: Told) -> ShowMention | None:
    """Return the show that only the next sentence names: "The drama will return in D. S, which is loved"."""
    if sentence.index >= document.main_since or sentence.index < document.main_since - 1:
        return None
    named = {m.subject for s in document.sentences for _, m in s.all_of(ShowMention) if m.strong or m.quoted}
    return document.main if len(named) == 1 and _KIND_FIRST.match(sentence.marked[: one.end]) else None


def _is_somebodys(sentence: Sentence, one: Told) -> bool:
    """Whether a clause speaks of "Jane Doe's series" where the sentence before names several: it may be any of them."""
    if not _SOMEBODYS.search(sentence.marked, one.lead, one.at):
        return False
    before = sentence.document.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.paragraph != sentence.paragraph:
        return False
    return len({m.subject for _, m in before.all_of(ShowMention) if m.strong or m.quoted}) > 1


def _is_of_another_kind(sentence: Sentence, at: int) -> bool:
    return _OF_ANOTHER_KIND.search(sentence.marked, max(0, at - 90), at) is not None


def _is_of_no_show(sentence: Sentence, one: Told) -> bool:
    """Whether a clause that names no show speaks of something that is not known for one."""
    stranger = _STRANGER.match(sentence.marked)
    return bool(
        (stranger and one.lead <= stranger.end())
        or _is_of_another(sentence, one)
        or _rolls_on(sentence, one)
        or _is_somebodys(sentence, one)
        or _is_of_its_kin(sentence, one)
    )


def _is_by_the_way(sentence: Sentence, at: int, show: ShowMention) -> bool:
    """Whether a show is named only to tell of another, or what is called so is none."""
    return sentence.is_kin(at) or sentence.is_aside(at) or _is_none(sentence, at, show)


def _is_none(sentence: Sentence, at: int, show: ShowMention) -> bool:
    """Whether it is an episode that is called so, which no catalogue knows, a place, or whose maker is meant."""
    if _SOMEBODY_OF.match(sentence.marked, at + 1) or _FIRST_OF_EPISODES.match(sentence.marked, at + 1):
        return True
    if _EPISODE_CALLED.search(sentence.marked, max(0, at - 40), at):
        return True
    if _is_of_its_world(sentence, at, show):
        return True
    before = _NO_SUBJECT.search(sentence.marked, max(0, at - 20), at)
    return before is not None and (not show.quoted if before.group().strip().casefold() == "in" else not show.names)


def _is_of_its_world(sentence: Sentence, at: int, show: ShowMention) -> bool:
    """Whether a name only tells in which world the show just spoken of is set: "Andor is back. The Star Wars drama"."""
    main = sentence.document.main
    name = sentence.document.text[show.start : show.end].strip("\"'\u2018\u2019\u201c\u201d,")
    if main is None or not sentence.index or (show.quoted and not show.subject.name.startswith(f"{name}: ")):
        return False
    before = sentence.document.sentences[sentence.index - 1]
    told = before.paragraph == sentence.paragraph and main.subject in {m.subject for _, m in before.all_of(ShowMention)}
    named = _OF_A_WORLD.match(sentence.marked, at + 1) and _THE.search(sentence.marked, 0, at)
    return told and main.subject != show.subject and named is not None


def _is_of_another(sentence: Sentence, one: Told) -> bool:
    """Whether the clause opens with a name that may be a show's, so that it does not speak of the one named before."""
    titled = sentence.document.in_title
    opens = None if titled else _OPENS_WITH_NAME.match(sentence.marked[one.lead : one.at])
    if (opens and not words.SHOWN.match(sentence.marked, one.at)) or _is_presented(sentence):
        return True
    weak = [at for at, m in sentence.all_of(ShowMention) if one.lead <= at < one.at and not (m.strong or m.quoted)]
    return any(not sentence.marked[one.lead : at].strip() for at in weak)


def _is_presented(sentence: Sentence) -> bool:
    """Whether the sentence before presents something that the catalogue does not know: "There is also X, a comedy"."""
    before = sentence.document.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.paragraph != sentence.paragraph or not words.IT_OPENS.match(sentence.marked):
        return False
    return SHOW not in before.marked and _PRESENTS.match(before.marked) is not None


def _is_of_its_kin(sentence: Sentence, one: Told) -> bool:
    """Whether what comes from a show is spoken of, which no catalogue knows: "its sequel, Somebody, is due"."""
    return _ITS_KIN.search(sentence.marked, one.lead, one.at) is not None


def _rolls_on(sentence: Sentence, one: Told) -> bool:
    """Whether it is told by name what is filmed, and the catalogue does not know it."""
    films = one.predicate in {Predicate.FILMING_START, Predicate.FILMING_END} and not sentence.document.in_title
    return films and _ROLLS_ON.match(sentence.marked, one.end) is not None
