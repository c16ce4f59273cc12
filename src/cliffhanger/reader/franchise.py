"""What a show comes from and belongs to: spin-offs, predecessors, the work it is based on, its universe."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import kinship
from cliffhanger.reader.claims import ArticleClaim
from cliffhanger.reader.hinted import Hinted
from cliffhanger.reader.kinship_rules import LIST, THE_SERIES
from cliffhanger.reader.marks import PLATFORM as P
from cliffhanger.reader.marks import SEASON as N
from cliffhanger.reader.marks import SHOW as S
from cliffhanger.reader.persons import roll_of
from cliffhanger.reader.seasons import FIRST_TO_TENTH
from cliffhanger.reader.sieves import Sieve
from cliffhanger.reader.veil import LONGEST, PERSON, veil

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cliffhanger.reader.claims import Subject, Value
    from cliffhanger.reader.document import Document
    from cliffhanger.reader.sentences import Sentence
    from cliffhanger.reader.veil import Veiled

_WORKS = Hinted(r"based|basis|inspiration|source|adapt|inspired|drawn\s|draws\s|takes\sits|developed\s", re.IGNORECASE)
_NATION = (
    r"(?:British|Danish|Israeli|Korean|South\s+Korean|Spanish|French|Norwegian|Swedish|Colombian|Australian|American|Japanese|German|Italian|"
    r"Dutch|Belgian|Irish|Scottish|Turkish|Mexican|Argentine|Canadian|Finnish|Icelandic)"
)
_NOUN = (
    r"(?i:(?:(?:(?:graphic|comic[-\s]?book|comic|video|short|book|novel|webtoon|manga|young[-\s]adult|YA|stage|radio|"
    rf"web|true[-\s]crime|light|{_NATION}|TV|film|podcast)\s+)?"
    r"(?:novels?|novellas?|books?|series|trilogy|comics?|games?|stor(?:y|ies)|memoirs?|podcasts?|plays?|films?|"
    r"movies?|manga|webtoons?|webcomics?|anime|articles?|essays?|telenovelas?|works?|writings|franchise|saga|musicals?|"
    r"documentar(?:y|ies)|autobiograph(?:y|ies)|biograph(?:y|ies)|characters?|toys?)"
    r"(?:\s+(?:franchise|series|trilogy|saga|characters?|books?|novels?))?"
    rf"|{_NATION}\s+(?:[a-z]+\s+)?(?:drama|thriller|comedy|sitcom|format|show|hit|original)))"
)
# A title behind the noun; the words of an unquoted one are capitals and small words between them.
_CAP = rf"(?:{PERSON}|[A-Z0-9\u00c0-\u00de][\w'\u2019.&:-]*)"
_TITLE = (
    rf"(?:{S}|{_CAP}(?:[ ](?:(?:the|of|and|in|a|to|for|on|at|from|with|et|de|la|le|du|und|y)[ ]){{0,3}}"
    rf"(?:{_CAP}|{S})){{0,7}})"
)
_PRAISE = r"(?:[a-z][\w'\u2019-]*,?\s+|(?:New York Times|Pulitzer|Booker|Eisner|No\.|\d{4}|#1)[\w -]{0,24}?\s+)"
# "The novels of Jane Doe" are hers; "the story of Jane Doe" is about her.
_OF = (
    "(?:"
    + "|".join(rf"(?<={noun})" for noun in ("novels", "books", "works", "writings", "comics", "characters"))
    + r")\s+of"
)
_SAME = r"\s+of\s+the\s+same\s+(?:name|title)"
_BY = (
    rf"(?:(?:\s+(?:written\s+|published\s+)?by|{_OF})\s+(?:author\s+|writer\s+|novelist\s+|\w+\s+author\s+)?"
    rf"(?P<BY>{PERSON}(?:(?: and | & ){PERSON})?))"
)
_WORK = (
    rf"(?:(?:author\s+|novelist\s+|writer\s+|\w+\s+author\s+|Sir\s+|Dame\s+|Dr\.\s+)?(?P<owner>{PERSON}(?:(?: and |"
    rf" & ){PERSON})?)['\u2019]s?\s+"
    rf"(?:{_PRAISE}){{0,3}}?(?:(?P<owned>(?:(?:{_CAP}|"
    rf"{S})\s+){{0,3}}?{_NOUN})\b(?!\s+of\s+(?:[a-z-]+\s+){{0,2}}(?:novels|novellas|books|stories|comics|games))(?:,?\s+(?P<owned_title>{_TITLE}))?(?P<owned_same>{_SAME})?|(?P<owned_only>{_TITLE}))"
    rf"|(?:the|a|an|{P}['\u2019]s|its)\s+(?:{_PRAISE}){{0,3}}?"
    r"(?:(?:series|trilogy|quartet|string|pair)\s+of\s+(?:[a-z-]+\s+){0,2}?)?"
    rf"(?P<eponym>(?:same-named|eponymous|self-titled)\s+)?(?P<noun>(?:(?:{_CAP}|"
    rf"{S})\s+){{0,3}}?{_NOUN})\b(?:,?\s+(?P<title>{_TITLE}))?(?P<same>{_SAME})?"
    rf"{_BY.replace('BY', 'by')}?(?P<same_behind>{_SAME})?"
    rf"|(?P<characters>characters\s+(?:(?:from|in)\s+(?:the\s+)?{_CAP}(?:\s{_CAP}){{0,3}}|created\s+by\s+{PERSON}(?:\s+and\s+{PERSON})?))"
    rf"|(?P<bare>{_NOUN}){_BY.replace('BY', 'bare_by')}|(?P<only>{S}){_BY.replace('BY', 'only_by')}?)"
)
_FROM = (
    r"(?i:(?:(?:also|loosely|partly|itself|both|in\s+turn)\s+)?"
    r"(?P<verb>drawn\s+from|based(?:\s+(?:loosely|in\s+part))?\s+(?:up)?on|adapted\s+from|draws\s+(?:up)?on|takes\s+its\s+(?:story|plot|inspiration)\s+from|"
    rf"(?:an?|the|its|{P}['\u2019]s)\s+(?:[\w-]+\s+){{0,2}}?adaptation\s+of|"
    r"inspired\s+by))\s+(?:(?:the\s+)?(?:characters|events|people|world)\s+(?:in|from|of)\s+(?=the\s|an?\s|[^a-z]))?"
)
_NEW = r"(?!(?i:new|upcoming|untitled|another|planned|potential|proposed)\b)"
_DRAMA = (
    rf"(?i:the|this)\s+(?:{_NEW}[\w-]+\s+){{0,3}}?(?i:series|show|drama|comedy|sitcom|thriller|adaptation|dramedy|"
    r"anime)"
)
_ABOUT = r"(?i:star|film|movie|episode|creator|who|character|ordered|orders|feature)"
_BASED = (
    Hinted(
        rf"(?P<show>{S})(?:\s+itself)?(?:,?\s+(?i:(?:which|that)\s+)?(?i:(?:is|was)\s+)?|,\s+(?:an?|the|its|"
        rf"{P}['\u2019]s)\s+(?:(?!{_ABOUT}\b)[\w'\u2019-]+\s+){{1,8}}?)"
        rf"(?P<from>{_FROM}{_WORK})"
    ),
    Hinted(rf"\b(?P<series>{_DRAMA}|It),?\s+(?i:(?:which|that)\s+)?(?i:(?:is|was)\s+)?(?P<from>{_FROM}{_WORK})"),
    # "It was created by Jane Doe and is based on the novels by John Roe".
    Hinted(
        rf"(?:(?P<show>{S})|\b(?P<series>{_DRAMA}|It)),?\s+(?!{_ABOUT}\b)(?:(?!{_ABOUT}\b)[^\s;.!?{S}]+\s+){{1,14}}?(?:and|which|that)\s+(?:is|was)\s+"
        rf"(?P<from>{_FROM}{_WORK})"
    ),
    # "Created by Jane Doe and inspired by the novels by John Roe, S".
    Hinted(
        rf"^\W*(?:Created|Developed|Written|Produced|Adapted)\s+by\s[^;.!?]{{1,120}}?\s(?P<from>(?:(?:and|,)\s+{_FROM}|from\s+){_WORK}),\s+"
        rf"(?:(?:{P}['\u2019]s\s+)?(?:[\w-]+\s+){{0,3}}?(?P<show>{S})|(?P<series>{_DRAMA}|it)\b)"
    ),
    Hinted(
        rf"^\W*(?P<from>{_FROM}{_WORK})(?:\s+and\s+[^,;.{S}]{{1,80}})?,\s+(?:(?:{P}['\u2019]s\s+)?(?:[\w-]+\s+){{0,3}}?(?P<show>{S})|"
        rf"(?P<series>{_DRAMA}|it)\b)"
    ),
)
_ONE_OF = (
    rf"(?:the\s+(?:(?:{FIRST_TO_TENTH}|last|final|latest|next)\s+)"
    r"(?:[a-z]+\s+){0,2}?(?:of|in)\s+)"
)
_ITS_EPISODES = r"\b[Ii]ts\s+(?:[a-z]+\s+){1,2}episodes\s+(?:are|were)"
_BEING = rf"(?:(?:(?P<season_of>{N})\s+of\s+)?(?P<show>{S})|(?P<series>\b(?:{_DRAMA}|[Ii]t)|(?P<season>{N})))"
_IS_BASED = rf"(?:(?P<show>{S})|(?P<series>{_DRAMA}|it))\s+(?:is|was)\s+based"
_OTHERWISE = (
    # "Drawn from Persuader, the seventh of the novels by Jane Doe, the season".
    Hinted(
        rf"^\W*(?P<from>{_FROM}(?P<exact>{_TITLE}),\s+{_ONE_OF}{_WORK}),\s+(?:(?P<show>{S})|(?P<series>\b(?:{_DRAMA}|it)\b|"
        rf"(?P<season>{N})))"
    ),
    # "Its six episodes are based on".
    Hinted(rf"(?P<series>{_ITS_EPISODES})\s+(?P<from>{_FROM}{_WORK})"),
    # "Season 3 is based on Persuader, the seventh of the novels by Jane Doe".
    Hinted(rf"{_BEING},?\s+(?:which\s+)?(?:is|was)\s+(?P<from>{_FROM}(?P<exact>{_TITLE}),\s+{_ONE_OF}?{_WORK})"),
    # "The ten episodes adapt the first of the novels by Jane Doe".
    Hinted(
        rf"(?:(?P<show>{S})|(?P<series>\b(?:{_DRAMA}|[Ii]t|[Tt]he\s+(?:[a-z]+\s+){{1,3}}episodes)|(?P<season>{N}))),?\s+"
        rf"(?P<from>(?i:(?:which\s+|that\s+)?(?:also\s+|will\s+)?adapts?|is\s+adapting|adapted)\s+"
        rf"(?:(?P<exact>{_TITLE}),\s+{_ONE_OF}|{_ONE_OF})?{_WORK})"
    ),
    # "A and B, who created the series, based it on the novels by Jane Doe".
    Hinted(
        rf"\b(?P<from>(?i:based|adapted|developed)\s+(?:(?P<series>it|{_DRAMA})|(?P<show>{S}))(?:\s+for\s+(?:{P}|television|TV|the\s+"
        rf"(?:small\s+)?screen))?\s+(?:on|from)\s+{_WORK})"
    ),
    # "Jane Doe, on whose novels the series is based"; "Jane Doe's novels, on which it is based".
    Hinted(
        rf"(?P<from>(?P<owner>{PERSON}),\s+(?:on|upon)\s+whose\s+(?:[a-z]+\s+){{0,2}}?(?P<owned>{_NOUN})\s+{_IS_BASED})"
    ),
    Hinted(
        rf"(?P<from>(?P<owner>{PERSON})['\u2019]s?\s+(?:[\w-]+\s+){{0,3}}?(?P<owned>{_NOUN}),?\s+(?:on|upon)\s+which\s+"
        rf"{_IS_BASED})"
    ),
    Hinted(
        rf"(?P<from>(?P<owner>{PERSON})(?:,\s+(?:who\s+wrote|(?:the\s+)?author\s+of)|\s+wrote)\s+the\s+(?:{_PRAISE}){{0,2}}?"
        rf"(?P<owned>{_NOUN})\s+(?:(?:on|upon)\s+which\s+|that\s+)?{_IS_BASED})"
    ),
    # "Jane Doe's novel S is the basis for the series".
    Hinted(
        rf"(?P<from>(?P<owner>{PERSON})['\u2019]s?\s+(?:{_PRAISE}){{0,3}}?(?P<owned>{_NOUN})(?:,?\s+(?P<owned_title>{_TITLE}),?)?)\s+"
        rf"(?:is|was|serve[sd]\s+as|provide[sd])\s+the\s+(?:basis|inspiration|source(?:\s+material)?)\s+(?:for|of)\s+(?:(?P<show>{S})|(?P<series>{_DRAMA}|it))"
    ),
    Hinted(rf"(?P<season>{N})\s+(?:is|was)\s+(?P<from>{_FROM}{_WORK})"),
    Hinted(rf"(?P<from>(?P<owned>{_NOUN})\s+by\s+(?P<owner>{PERSON}),?\s+(?:on|upon)\s+which\s+{_IS_BASED})"),
)
_WHICH = re.compile(r"['\u2019\u201d\",]*\s+(?:which|that)\b")
_RULES = Sieve.of((*_BASED, *_OTHERWISE))
# A kind of work that says which one it is even without author and title.
_TELLING = re.compile(r"\s|novel|book|memoir|manga|webtoon|podcast|comic|musical", re.IGNORECASE)

_UNIVERSES = Hinted(r"verse\b", re.IGNORECASE)
_VERSE = (
    r"(?P<name>(?!(?:Universe|Verse|Metaverse|Multiverse|Reverse|Diverse|Adverse|Inverse|Converse|Traverse|"
    r"Universes)\b)[A-Z]\w*(?:-\w+)?-?[Vv]erse\b"
    rf"|(?:{S}|(?!The\b)[A-Z][\w'\u2019.-]*(?:[ ][A-Z][\w'\u2019.-]*){{0,3}})[ ](?i:(?:shared|franchise|television|"
    r"TV)[ ])?[Uu]niverse\b)"
)
_OWNED = (
    rf"(?:(?i:the|a|an|its|his|her|their|{P}['\u2019]s?)\s+)?(?:{PERSON}['\u2019]s?\s+)?(?:(?:so-called|own|shared|"
    rf"growing|expanding|ever-expanding|sprawling|wider|larger|broader|expanded|popular)\s+){{0,2}}"
)
_MEMBER = (
    r"(?i:set\s+(?:in|within)|(?:a\s+)?part\s+of|within|joins|joined|belongs\s+to|expands|takes\s+place\s+(?:in|"
    r"within)|exists?\s+(?:in|within)|(?:series|show|entry|instal+ment|spin-?off|chapter|drama)\s+(?:in|of|from|"
    r"within))"
)
_NOT_MEMBER = (
    r"(?i:star|stars|actor|actress|creator|showrunner|producer|fans?|who|says?|said|wants?|would|could|might|may|"
    r"not|never|no|if|whether|without|film|movie)"
)
_IN_UNIVERSE = (
    Hinted(rf"(?P<shows>{LIST})(?P<gap>[^{S};.!?]{{0,80}}?)\b{_MEMBER}\s+{_OWNED}{_VERSE}"),
    Hinted(rf"(?P<series>(?i:{THE_SERIES}))(?P<gap>[^{S};.!?]{{0,60}}?)\b{_MEMBER}\s+{_OWNED}{_VERSE}"),
)
_OTHERS = re.compile(
    r",?\s+(?:which\s+(?:also\s+)?includes?|including|that\s+(?:also\s+)?includes?|alongside|along\s+with|with|"
    r"together\s+with|joining)\s+"
    r"(?:(?:other|fellow|such|popular|hit|series|shows|titles|dramas|the|original|as|"
    rf"like)\s+){{0,6}}(?P<shows>{LIST})",
    re.IGNORECASE,
)
_BANNED = re.compile(rf"\b{_NOT_MEMBER}\b")


def find(document: Document) -> Iterator[ArticleClaim]:
    """Yield what a document says of a show's origin: ``spin_off_of``, ``follows``, ``based_on``, ``universe``.

    Each thing is said once for a show, at its first place in the text.
    """
    seen: set[tuple[Subject, Predicate, Value]] = set()
    for claim in (*_kinships(document), *_works(document), *_universes(document)):
        key = (claim.subject, claim.predicate, claim.value)
        if key not in seen:
            seen.add(key)
            yield claim


def _kinships(document: Document) -> Iterator[ArticleClaim]:
    for kin in kinship.find(document):
        yield ArticleClaim(
            subject=kin.young,
            predicate=kin.predicate,
            span=kin.sentence.span(kin.start, kin.end),
            value=kin.old.name,
            details={"value_id": kin.old.id},
            confidence=kin.confidence,
            in_title=document.in_title,
        )


def _works(document: Document) -> Iterator[ArticleClaim]:
    told = [s for s in document.sentences if len(s.marked) <= LONGEST and _WORKS.search(s.marked)]
    for sentence in told:
        veiled = veil(sentence, roll_of(document))
        done: set[int] = set()
        for rule in _RULES.through(veiled.marked):
            for m in rule.compiled.finditer(veiled.marked):
                claim = _work(document, veiled, m)
                if claim is not None and m.start("from") not in done:
                    done.add(m.start("from"))
                    yield claim


def _work(document: Document, veiled: Veiled, m: re.Match[str]) -> ArticleClaim | None:
    named, sentence = m.groupdict(), veiled.sentence
    subject = _subject(document, sentence, m)
    work = _named_work(sentence, m, subject)
    if subject is None or not work:
        return None
    group = next((g for g in ("owner", "by", "only_by", "bare_by") if named.get(g)), "")
    author = " and ".join(veiled.within(*m.span(group))) if group else ""
    return ArticleClaim(
        subject=subject,
        predicate=Predicate.BASED_ON,
        span=sentence.span(m.start("from"), m.end("from")),
        season=_season(sentence, m) if any(named.get(g) for g in ("exact", "title", "owned_title")) else None,
        value=work,
        details={"author": author} if author else {},
        confidence=0.95 if named.get("show") else 0.8,
        in_title=document.in_title,
    )


def _subject(document: Document, sentence: Sentence, m: re.Match[str]) -> Subject | None:
    """Return the show that comes from a work: behind "a spin-off of S," another one than S, but S in "S, which"."""
    if m.groupdict().get("show"):
        place = m.start("show")
        show = sentence.show(place)
        if _WHICH.match(sentence.marked, place + 1):
            return show.subject if show.strong or show.quoted else None
        return kinship.speaks_of(document, sentence, place)
    # Where the work stands in front, the shows in its name are none that could be meant.
    word = m.groupdict().get("series") or "the series"
    place = m.start("series") if m.groupdict().get("series") and m.start("series") < m.start("from") else m.start()
    return kinship.subject_of(document, sentence, place, word)


def _season(sentence: Sentence, m: re.Match[str]) -> int | None:
    """Return the season that comes from a work of its own."""
    group = next((g for g in ("season", "season_of") if m.groupdict().get(g)), "")
    numbers = sentence.season(m.start(group)).numbers if group else ()
    return numbers[0] if len(numbers) == 1 else None


def _named_work(sentence: Sentence, m: re.Match[str], subject: Subject | None) -> str:
    """Return the work by its title where it has one, else by its kind: "novels", "Jack Reacher novels"."""
    named = m.groupdict()
    if subject is not None and any(named.get(group) for group in ("owned_same", "same", "same_behind", "eponym")):
        return subject.name
    for group in ("exact", "owned_title", "title", "owned_only", "only", "owned", "characters", "noun", "bare"):
        if named.get(group):
            if group == "noun" and not (m["by"] or _TELLING.search(m["noun"])):
                return ""
            start, end = m.span(group)
            if m[group] == S:
                return sentence.show(start).subject.name
            return sentence.words(start, end).strip(" ,.\"'\u201c\u201d\u2018\u2019")
    return ""


def _universes(document: Document) -> Iterator[ArticleClaim]:
    for sentence in document.sentences:
        if len(sentence.marked) > LONGEST or not _UNIVERSES.search(sentence.marked):
            continue
        for rule in _IN_UNIVERSE:
            for m in rule.finditer(sentence.marked):
                if not _BANNED.search(m["gap"]):
                    yield from _members(document, sentence, m)


def _members(document: Document, sentence: Sentence, m: re.Match[str]) -> Iterator[ArticleClaim]:
    name = sentence.words(*m.span("name")).replace("\u201c", "").replace("\u201d", "").replace('"', "")
    others = _OTHERS.match(sentence.marked, m.end())
    end = others.end() if others else m.end()
    if m.groupdict().get("series"):
        subject = kinship.subject_of(document, sentence, m.start(), m["series"])
        found = [subject] if subject else []
    else:
        found = list(_shows(sentence, *m.span("shows")))
    told = len(found)
    if others:
        found += _shows(sentence, *others.span("shows"))
    for n, subject in enumerate(found):
        yield ArticleClaim(
            subject=subject,
            predicate=Predicate.UNIVERSE,
            span=sentence.span(m.start(), m.end() if n < told else end),
            value=name,
            confidence=0.9 if "shows" in m.groupdict() else 0.8,
            in_title=document.in_title,
        )


def _shows(sentence: Sentence, start: int, end: int) -> Iterator[Subject]:
    for place in range(start, end):
        if sentence.marked[place] == S:
            show = sentence.show(place)
            if show.strong or show.quoted:
                yield show.subject
