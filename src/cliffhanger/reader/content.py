"""What a show is: rating, age, genre, themes, setting, how many episodes and seasons, whether a season ends open.

Lists of themes are read only where they are lists of things ("tackles grief,
guilt and power"), settings only where they are places or times.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cliffhanger.domain.date_words import MONTH_NAMES
from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import asserted, cliffhangers, extent, said_of
from cliffhanger.reader.hinted import Choice, Hinted
from cliffhanger.reader.marks import DATE as D
from cliffhanger.reader.marks import PLATFORM as P
from cliffhanger.reader.marks import SEASON as N
from cliffhanger.reader.marks import SHOW as S
from cliffhanger.reader.mentions import ShowMention
from cliffhanger.reader.sieves import Sieve
from cliffhanger.reader.triggers import having

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cliffhanger.reader.claims import ArticleClaim, Subject, Value
    from cliffhanger.reader.document import Document
    from cliffhanger.reader.said_of import Bearer
    from cliffhanger.reader.sentences import Sentence

_RATINGS = Hinted(
    r"(?P<before>\b(?:[Rr]ated|classified|[Tt]he|rating\s+of|rating\s+is|rating:|carries|carrying|earn(?:s|ed)|a|with\s+a|its)\s+"
    r"(?:an?\s+)?|\(|,\s)?"
    r"\b(?P<rating>TV-(?:Y7-FV|Y7|Y|G|PG|14|MA))(?![\w-]*\d)(?P<behind>[\s-]rat(?:ing|ed)\b|\)|\s+(?:content\s+"
    r")?rating\b)?"
)
_CERTIFICATE = re.compile(
    r"\b(?:(?:an?\s+)?(?P<first>12A|12|15|18|PG|U)\s+certificate|certificate\s+(?:of\s+)?(?P<then>12A|12|15|18|"
    r"PG)(?!\w)|(?:rated|classified)\s+(?:a\s+)?(?P<rated>12A|12|15|18|PG)\s+by\s+the\s+(?:BBFC|British\s+Board))",
)
_NOT_NOW = re.compile(
    r"\b(?:from|instead\s+of|rather\s+than|not|most|other|many|unlike|than|previous|beyond|typical)\s+(?:an?\s+)?$",
    re.IGNORECASE,
)
_AGE = Hinted(
    r"\b(?:(?P<word>recommend\w*|suitable|appropriate|advis\w+|suited|intended|meant|best|suggest\w*)\s+(?:only\s+|kept\s+|left\s+"
    r")?(?:for|to)?\s*(?:the\s+)?(?:(?:mature|young)\s+)?"
    r"(?:(?:viewers?|audiences?|kids|children|teens|teenagers|those|people|anyone|ages?)\s+)?(?:who\s+are\s+"
    r")?(?:aged?\s+)?(?P<age>\d{1,2}|[a-z]+(?:een|eight|nine|ten|twelve|eleven))"
    r"(?:\+|\s+(?:years?\s+)?(?:(?:of\s+age\s+)?(?:and|or)\s+)?(?:older|up|over|above))"
    r"|(?:age|ages)\s+(?P<plus>\d{1,2})\+"
    r"|(?:for|fine\s+for|to)\s+(?:those\s+|viewers\s+|teens\s+)?(?:ages?|aged)\s+(?P<from>\d{1,2})\s+(?:and|or)\s+(?:up|older|over|above)"
    r"|(?:parents\s+to\s+wait\s+until|(?:n['\u2019]t|not)\s+(?:meant|suitable|recommended)\s+for\s+(?:anyone|viewers|children|those)\s+under)\s+"
    r"(?:age\s+)?(?P<until>\d{1,2})(?![\w%]))",
    re.IGNORECASE,
)
# "Common Sense Media says 14 and up": whoever recommends is named, and a number with "and up" is the age.
_RECOMMENDS = Hinted(
    r"\b(?:Common\s+Sense|recommend\w*|suggest\w*|suitable|suited|appropriate|advis(?:es|ed)|parents?|fine\s+for|OK\s+for|okay\s+for)\b",
    re.IGNORECASE,
)
_UPWARDS = Hinted(
    r"(?<![\w.,$-])(?P<age>\d{1,2})(?:\+|(?:-year-olds)?\s+(?:years?\s+)?(?:(?:of\s+age\s+)?(?:and|or)\s+)(?:older|up|over|above|upwards?))(?![\w%])|"
    r"\bage\s+(?:rating\s+|limit\s+|recommendation\s+)?(?:at|as|to\s+be|of|is)\s+(?P<at>\d{1,2})(?![\w%]|\.\d)",
    re.IGNORECASE,
)
_AUDIENCE = re.compile(
    r"\b(?:million|billion|demo\w*|Nielsen|percent|per\s+cent|share|rating\s+(?:of|among)|averag\w+)\b|%", re.IGNORECASE
)
_YOUNGEST, _OLDEST = 4, 21

_GENRE = (
    r"(?P<genre>(?:(?:psychological|political|legal|medical|crime|police|spy|espionage|historical|period|family|"
    r"teen|supernatural|romantic|dark|workplace|"
    r"action|erotic|techno|conspiracy|dystopian|post-apocalyptic|superhero|sci-fi|science[\s-]fiction|fantasy|"
    r"murder|detective|true[\s-]crime|adult\s+animated|animated|horror|courtroom|musical|sports|war|cop|"
    r"mystery|survival|procedural|coming-of-age|black|gothic|sketch|cringe|paranormal|noir)[\s-]){0,2}"
    r"(?:comedy[\s-]drama|drama|comedy|thriller|procedural|sitcom|dramedy|whodunit|western|anime|docuseries|"
    r"docudrama|mystery|soap\s+opera|space\s+opera|telenovela|soap|horror|rom-com|romance|fantasy|sci-fi|science\s+"
    r"fiction|superhero|"
    r"true[\s-]crime|detective|crime|spy|medical|legal|adventure))"
)
_ADJECTIVE = (
    r"(?:(?!(?:not|like|of|in|for|from|about|with|who|that|star|fan|fixture|part|most|sort|bit|departure|film|"
    rf"movie|new|season)\b)[\w'\u2019-]+,?\s+|{P}(?:['\u2019]s?)?\s+)"
)
_GENRE_END = (
    r"(?=\s+(?:series|show|drama|starring|from|about|that|which|set|created|centered|centred|follow\w+|based|on|"
    rf"with|for)\b|[.,;:!?)]|\s*$|\s+{S})"
)
_GENRE_BEHIND = re.compile(
    rf"{S},?\s+(?:(?:which\s+)?(?:is|was)\s+)?(?:an?|the|{P}['\u2019]s)\s+"
    rf"(?:{_ADJECTIVE}){{0,4}}?{_GENRE}{_GENRE_END}",
    re.IGNORECASE,
)
_GENRE_BEFORE = re.compile(rf"\b{_GENRE}(?:\s+(?:series|show))?\s+$", re.IGNORECASE)
_GENRES = (
    (
        ("genre", "formula", "tradition"),
        Hinted(
            rf"\b(?:in|within|to|for|of)\s+the\s+(?:[a-z-]+\s+){{0,2}}?{_GENRE}\s+(?:genre|formula|tradition)\b",
            re.IGNORECASE,
        ),
    ),
    (
        ("deliver",),
        Hinted(rf"\bdeliver(?:s|ing|ed)?\s+(?:an?\s+)?(?:[a-z-]+,?\s+){{0,3}}?{_GENRE}\b(?=[.,;]|$)", re.IGNORECASE),
    ),
)
# The end of a genre right before a show's name, by which most of what stands there is told to be none.
_GENRE_LAST = Hinted(
    r"(?:ama|edy|ler|ral|com|nit|ern|ime|ies|ery|era|ela|oap|ror|nce|asy|-fi|ion|ero|ive|spy|cal|gal|"
    r"ure)\s(?:series\s|show\s)?$",
    re.IGNORECASE,
)
# Longest stretches before a show's name in which a genre, and its end, are looked for.
_BEFORE = 60
_LAST = 12
# "The horror thriller drew 1.6 million viewers": what the show is called where it is not named.
_GENRE_CALLED = Hinted(
    rf"(?:\b(?:the|this|that)\s+|{P}['\u2019]s?\s+|\b[A-Z][a-z]+['\u2019]s\s+|-(?:created|led|starring|set)\s+)(?:{_ADJECTIVE}){{0,2}}?"
    rf"{_GENRE}(?=\s+(?:series|show)\b|\s+(?!of\b|genre|fans?|formula|series|show|writer|novels?)[a-z]|[.,;:)])",
    re.IGNORECASE,
)
_ALL_OF_KIND = re.compile(
    r"\b(?:unlike|than|like|distinguish\w*|typical|other|most|many|departs?|departure|shed\w*|away|apart|as\s+an?|"
    r"competing|no|contrast\w*|compared)\b[^,.;]{0,40}$",
    re.IGNORECASE,
)
_BARE_GENRE = frozenset(
    ("crime", "detective", "spy", "medical", "legal", "superhero", "soap", "horror", "mystery", "romance", "fantasy",
     "adventure")
)  # fmt: skip
_CALLED = frozenset(
    ("thriller", "sitcom", "dramedy", "whodunit", "western", "anime", "docuseries", "mystery", "rom-com")
)
_IS_SHOW = re.compile(r"\s+(?:series|show)\b", re.IGNORECASE)

# Words that end a list of themes, and no thing in it begins with.
_STOP = (
    r"(?!(?:and|or|while|as|through|with|in|amid|alongside|without|via|from|against|set|but|all|to|at|on|by|when|"
    r"that|which|who|for|into|within|during|"
    r"across|after|before|even|often|it|including)\b)"
)
_ITEM = rf"{_STOP}(?![a-z]+ing[ ][a-z])[a-z][a-z\u2019'-]*(?:[ ]{_STOP}[a-z][a-z\u2019'-]*){{0,3}}"
_SEPARATOR = re.compile(r",?[ ](?:and|&)[ ]|,[ ]")
_LIST = rf"(?P<list>{_ITEM}(?:,[ ]{_ITEM}){{0,6}}(?:,?[ ](?:and|&)[ ]{_ITEM})?)"
_TOPICS = (
    r"(?:(?:complex|difficult|heavy|weighty|timely|mature|dark|serious|deep|universal|big|social|tough)\s+"
    r")?(?:themes|issues|topics|subjects|questions)\s+(?:such\s+as|like|including|of)\s+"
)
_ADVERB = r"(?:(?:[a-z]+ly|also|not\s+only|often|still|has|have|does)\s+){0,2}"
_DEALS = (
    r"(?:tackl(?:es|ed|ing)|address(?:es|ed|ing)|explor(?:es|ed|ing)|examin(?:es|ed|ing)|confront(?:s|ed|ing)|"
    r"grappl(?:es|ed|ing)\s+with|deal(?:s|t|ing)\s+with|"
    r"delv(?:es|ed|ing)\s+into|touch(?:es|ed|ing)\s+on|wrestl(?:es|ed|ing)\s+with|interrogat(?:es|ed|ing)|"
    r"reckon(?:s|ed|ing)\s+with)"
)
_ITSELF = (
    rf"(?:{S}|{N}|\b[Tt]he\s+(?:[a-z-]+\s+){{0,2}}(?:series|show|drama|comedy|thriller|season|dramedy|sitcom|"
    r"procedural)|\b[Ii]t)"
)
_THEMES = (
    Hinted(
        rf"{_ITSELF}(?:,?\s+which)?\s+{_ADVERB}{_DEALS}\s+"
        rf"(?:{_TOPICS})?{_LIST}(?=[.,;\u2014!]|\s|$)"
    ),
    Hinted(rf"\b(?:[Tt]hemes|[Tt]opics|[Ii]ssues)\s+(?:such\s+as|like|including|of)\s+{_LIST}(?=[.,;\u2014!]|\s|$)"),
)
_NO_THEME = re.compile(
    r"\b(?:the|a|an|its|his|her|their|our|this|that|these|those|what|how|why|whether|who|fans?|viewers?|audiences?|"
    r"criticisms?|backlash|concerns?|questions?|rumou?rs?|"
    r"speculation|reports?|everything|it|them|both|many|several|more|some|topics?|themes?|issues?|subjects?|"
    r"complaints?|new|each|being|is|are|was|were|not|head|all|"
    r"rarely|life\u2019s|life's|various|different|one|two|three|another|such|same|other|every|things?|characters?|"
    r"plots?|storylines?|relationships?|controvers\w+|season|episodes?)\b"
)
_LIST_END = re.compile(
    r"\s*(?:[.;\u2014!:)]|$|,\s*(?:all\b|while|as|but|and|with|which|in|through|without|even|often|it|the|making|"
    r"offering|[a-z]+ing\b)|\s+(?:while|as|through|with|in|amid|alongside|without|via|"
    r"against|but|all|when|within|during|across|at)\b)"
)
_BROKEN_ITEM = 4

_MONTH = "|".join(MONTH_NAMES)
_CAPITAL = r"(?:St\.|Mt\.|(?:[A-Z]\.){2,}|[A-Z\u00c0-\u00de][\w-]*(?:['\u2019](?!s\b)\w+)?)"
_PLACE = (
    r"(?:the\s+(?:near|distant|not-too-distant)\s+future|the\s+(?:Victorian|Regency|Edwardian|Gilded|Elizabethan|"
    r"Tudor|Cold\s+War)\s+(?:[Ee]ra|Age)"
    r"|(?:(?:the|a)\s+)?(?:(?:fictional|small|rural|remote|coastal|sleepy|contemporary|modern-day|present-day|"
    r"suburban|post-war|Victorian|medieval|wartime|downtown|upstate)\s+){0,2}"
    r"(?:(?:town|city|village|island|kingdom|county|suburb|state|land|realm)\s+of\s+)?(?:\d{2}th-century\s+|\d{4}s\s+)?"
    rf"(?!(?:Season|Episode|Part|The|This|Its|{_MONTH})\b){_CAPITAL}(?:(?:,?[ ](?:(?:of|the|de|del|la|upon)[ "
    rf"]){{0,2}}){_CAPITAL}){{0,4}}"
    r"|(?:the\s+)?(?:early\s+|mid-|late\s+)?\d{4}s|the\s+(?:early\s+|mid-|late\s+)?\d{2}th\s+century)"
)
_SET = Hinted(
    r"\b(?:[Ss]et\s+(?:(?:mostly|primarily|largely|partly|mainly|entirely|again|once\s+more)\s+)?(?:in|on|at|"
    r"during)|[Ss]etting\s+(?:in|of)|[Tt]akes?\s+place\s+(?:in|on|during)|[Uu]nfolds?\s+in|backdrop\s+of)\s+"
    rf"(?P<place>{_PLACE})"
)
# What a show's being set somewhere stands behind; "tales set in Runeterra" are no show.
_IS_SET = re.compile(
    rf"(?:^\W*|[,(\u2014]\s*|\b(?:is|are|was|were|and|also|been)\s+|{S},?\s+|{N},?\s+|"
    rf"\b{said_of.SERIES}\s+)$",
    re.IGNORECASE,
)
_SET_YEAR = Hinted(rf"\b[Ss]et\s+in\s+(?P<place>{D})")
_YEAR = re.compile(r"\d{4}")
# A year this much before publication is one in which a story plays, not one in which a show is seen.
_LONG_AGO = 5
_NO_PLACE = re.compile(
    r"['\u2019]?s?\s+(?:universe|franchise|verse|films?|movies?|world|premiere|debut|release|Universe|Verse|"
    r"World)\b|\s+(?:to|on|at)\s+(?:premiere|film|debut|air)\b"
)
_GENRE_WORDS = Choice(
    "drama", "comedy", "thriller", "procedural", "sitcom", "whodunit", "western", "anime", "docu", "mystery", "opera",
    "telenovela", "soap", "horror", "rom-com", "romance", "fantasy", "sci-fi", "science", "superhero", "crime",
    "detective", "spy", "medical", "legal", "adventure",
)  # fmt: skip
_THEME_WORDS = Choice(
    "tackl", "address", "explor", "examin", "confront", "grappl", "deal", "delv", "touch", "wrestl", "interrogat",
    "reckon", "themes", "topics", "issues",
)  # fmt: skip


def find(document: Document) -> Iterator[ArticleClaim]:
    """Yield what a document says of a show's content, each thing once for a show and season, at its first place."""
    seen: set[tuple[Subject, Predicate, int | None, Value]] = set()
    for rule, sentence in having(document, _RULES):
        for claim in rule(document, sentence):
            key = (claim.subject, claim.predicate, claim.season, claim.value)
            if key not in seen:
                seen.add(key)
                yield claim


def _ratings(document: Document, sentence: Sentence) -> Iterator[ArticleClaim]:
    marked = sentence.marked
    for m in _RATINGS.finditer(marked):
        if (m["before"] or m["behind"]) and not _NOT_NOW.search(marked, 0, m.start("rating")):
            borne = said_of.bearer(document, sentence, m.start("rating"), m.end(), parts=True)
            if borne and asserted.is_asserted(sentence, m.start("rating")):
                end = m.end("rating") if m["behind"] in {None, ")"} else m.end()
                yield borne.claim(sentence, Predicate.CONTENT_RATING, m["rating"], (m.start("rating"), end))
    for m in _CERTIFICATE.finditer(marked):
        borne = said_of.bearer(document, sentence, m.start(), m.end())
        if borne and not _NOT_NOW.search(marked, 0, m.start()) and asserted.is_asserted(sentence, m.start()):
            said = m["first"] or m["then"] or m["rated"]
            yield borne.claim(sentence, Predicate.CONTENT_RATING, said, m.span())


def _ages(document: Document, sentence: Sentence) -> Iterator[ArticleClaim]:
    for m in _AGE.finditer(sentence.marked):
        age = said_of.count(m["age"] or m["plus"] or m["until"] or m["from"])
        borne = said_of.bearer(document, sentence, m.start(), m.end())
        if borne and age and age <= _OLDEST and asserted.is_asserted(sentence, m.start()):
            yield borne.claim(sentence, Predicate.RECOMMENDED_AGE, age, m.span())
    for m in _UPWARDS.finditer(sentence.marked) if _is_advice(sentence.marked) else ():
        age = int(m["age"] or m["at"])
        borne = said_of.bearer(document, sentence, m.start(), m.end()) or _of_main(document, sentence)
        if borne and _YOUNGEST <= age <= _OLDEST and asserted.is_asserted(sentence, m.start()):
            yield borne.claim(sentence, Predicate.RECOMMENDED_AGE, age, m.span())


def _is_advice(marked: str) -> bool:
    return _RECOMMENDS.search(marked) is not None and _AUDIENCE.search(marked) is None


def _of_main(document: Document, sentence: Sentence) -> said_of.Bearer | None:
    """Return the show that the article is about, for a sentence that names no show, where its paragraph names none."""
    paragraph = [other for other in document.sentences if other.paragraph == sentence.paragraph]
    named = {show.subject for other in paragraph for _, show in other.all_of(ShowMention)}
    main = document.main
    if main is None or S in sentence.marked or named - {main.subject}:
        return None
    return said_of.Bearer(main.subject, None, seasonal=False, confidence=0.75)


def _genres(document: Document, sentence: Sentence) -> Iterator[ArticleClaim]:
    marked = sentence.marked
    for place, show in sentence.all_of(ShowMention):
        if not show.strong:
            continue
        borne = said_of.Bearer(show.subject, None, seasonal=False, confidence=0.95)
        before = (
            _GENRE_BEFORE.search(marked, max(0, place - _BEFORE), place)
            if _GENRE_LAST.search(marked, max(0, place - _LAST), place)
            else None
        )
        for m in (before, _GENRE_BEHIND.match(marked, place)):
            if m and (m["genre"].casefold() not in _BARE_GENRE or _IS_SHOW.match(marked, m.end("genre"))):
                yield from _genre(sentence, borne, m)
    for m in _GENRE_CALLED.finditer(marked):
        called = document.show_for(sentence, m.start()) if _is_told_apart(m) else None
        if called is not None and called.strong:
            yield from _genre(sentence, said_of.Bearer(called.subject, None, seasonal=False, confidence=0.8), m)
    for words, rule in _GENRES:
        for m in rule.finditer(marked) if any(word in marked for word in words) else ():
            said = said_of.bearer(document, sentence, m.start(), m.end())
            if said:
                borne = said_of.Bearer(said.subject, None, seasonal=False, confidence=min(said.confidence, 0.7))
                yield from _genre(sentence, borne, m)


def _is_told_apart(m: re.Match[str]) -> bool:
    """Whether a genre says more than that it is a drama: "the crime drama", "the thriller", "the detective series"."""
    words = m["genre"].casefold().split()
    if words[0] in _BARE_GENRE and len(words) == 1:
        return _IS_SHOW.match(m.string, m.end("genre")) is not None
    return len(words) > 1 or words[0] in _CALLED


def _genre(sentence: Sentence, borne: Bearer, m: re.Match[str]) -> Iterator[ArticleClaim]:
    start = m.start("genre")
    if not _ALL_OF_KIND.search(sentence.marked, 0, start) and asserted.is_asserted(sentence, start):
        yield borne.claim(sentence, Predicate.GENRE, " ".join(m["genre"].casefold().split()), m.span("genre"))


def _themes(document: Document, sentence: Sentence) -> Iterator[ArticleClaim]:
    marked = sentence.marked
    done: set[int] = set()
    for rule in _THEMES:
        for m in rule.finditer(marked):
            items = _items(m)
            if m.start("list") in done or not items or not _LIST_END.match(marked, m.end("list")):
                continue
            done.add(m.start("list"))
            borne = said_of.bearer(document, sentence, m.start("list"), m.end())
            if borne is None or not asserted.is_asserted(sentence, m.start("list")):
                continue
            borne = replace(borne, confidence=min(borne.confidence, 0.9 if len(items) > 1 else 0.8))
            for start, end in items:
                yield borne.claim(sentence, Predicate.THEME, marked[start:end], (start, end))


def _items(m: re.Match[str]) -> list[tuple[int, int]]:
    """Return where the things of a list stand; none where one of them is no plain thing."""
    begins = [m.start("list")]
    ends = []
    for between in _SEPARATOR.finditer(m.string, *m.span("list")):
        ends.append(between.start())
        begins.append(between.end())
    ends.append(m.end("list"))
    items = list(zip(begins, ends, strict=True))
    words = [m.string[start:end] for start, end in items]
    return [] if any(_NO_THEME.search(said) or len(said.split()) >= _BROKEN_ITEM for said in words) else items


def _settings(document: Document, sentence: Sentence) -> Iterator[ArticleClaim]:
    marked = sentence.marked
    for m in (*_SET.finditer(marked), *_SET_YEAR.finditer(marked)):
        place = sentence.words(*m.span("place"))
        if m.group()[:4].casefold() == "set " and not _IS_SET.search(marked, 0, m.start()):
            continue
        if _NO_PLACE.match(marked, m.end()) or (m["place"] == D and not _is_past(document, sentence, m.start("place"))):
            continue
        borne = said_of.bearer(document, sentence, m.start(), m.end())
        if borne and asserted.is_asserted(sentence, m.start()):
            yield borne.claim(sentence, Predicate.SETTING, place, m.span())


def _is_past(document: Document, sentence: Sentence, place: int) -> bool:
    said = sentence.date(place).date
    published = document.published
    return (
        bool(_YEAR.fullmatch(said.wording)) and published is not None and said.last.year <= published.year - _LONG_AGO
    )


_RULES: Sieve[Callable[[Document, Sentence], Iterator[ArticleClaim]]] = Sieve(
    (
        (_ratings, [Choice("tv-", "certificate", "bbfc", "british board")]),
        (_ages, [Choice("+", "older", " up", " over", "above", " under", "until", " age ")]),
        (_genres, [_GENRE_WORDS]),
        (_themes, [_THEME_WORDS]),
        (_settings, [Choice("set ", "setting", "takes place", "take place", "unfold")]),
        (extent.episodes, [extent.EPISODES]),
        (extent.seasons, [extent.SEASONS]),
        (cliffhangers.find, [cliffhangers.WORDS]),
    )
)
