"""Who made a show and who runs it: creators, showrunners, executive producers, directors, authors.

Only a person with a job beside a show counts; who leaves a job, or held it
once, gives nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Modality, Predicate
from cliffhanger.reader import kinship
from cliffhanger.reader.claims import ArticleClaim
from cliffhanger.reader.hinted import Hinted
from cliffhanger.reader.kinship import THE_SERIES
from cliffhanger.reader.marks import PLATFORM as P
from cliffhanger.reader.marks import SEASON as N
from cliffhanger.reader.marks import SHOW as S
from cliffhanger.reader.mentions import ShowMention
from cliffhanger.reader.sieves import Sieve
from cliffhanger.reader.veil import LONGEST, MARK, PERSON, PERSONS, veil

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cliffhanger.reader.claims import Subject
    from cliffhanger.reader.document import Document
    from cliffhanger.reader.persons import Roll
    from cliffhanger.reader.sentences import Sentence
    from cliffhanger.reader.veil import Veiled

_TRIGGER = Hinted(
    r"creat|showr[ua]n|developed\s|produc|direct|author|writer|novelist|brainchild|\b(?:r[au]ns?|running)\s+(?:it|the|this)\b|"
    rf"\br[au]ns?\s+{S}",
    re.IGNORECASE,
)
_JOB = (
    r"(?i:(?:co-)?(?:series\s+)?(?:creators?|showrunners?|executive\s+producers?|(?:supervising|consulting|line|coordinating)\s+producers?|"
    r"EPs?|directors?|head\s+writers?|"
    r"writers?|authors?|novelists?|writer-director))"
)
_JOBS = rf"{_JOB}(?:(?:,\s+and\s+|,\s+|\s+and\s+|\s*/\s*|\s+&\s+|-)(?:{_JOB}|stars?\b)){{0,3}}"
_UNITS = (
    ("creator", "creator"),
    ("showrunner", "showrunner"),
    ("executive producer", "executive producer"),
    ("ep", "executive producer"),
    *((f"{kind} producer", f"{kind} producer") for kind in ("supervising", "consulting", "line", "coordinating")),
    ("head writer", "head writer"),
    ("novelist", "author"),
    ("author", "author"),
    ("director", "director"),
    ("writer", "writer"),
)
_EACH = re.compile(
    r"creator|showrunner|(?:executive|supervising|consulting|line|coordinating)\s+producer|\bep|head\s+writer|novelist|author|director|writer",
    re.IGNORECASE,
)
_MADE = (
    r"(?i:(?:(?:written|directed|developed|produced)(?:,\s+and\s+|,\s+|\s+and\s+)){0,3}"
    r"(?:co-)?(?P<made>created|developed\s+for\s+television|executive[- ]produced|showrun))"
    r"(?:(?:,\s+and\s+|,\s+|\s+and\s+)(?i:written|directed|executive[- ]produced|produced|developed|"
    r"showrun)){0,4}\s+(?i:by)"
)
_SEASONAL = rf"(?:\s+(?P<season>{N}))?"
_IN_SHOW = rf"(?P<show>{S})(?:['\u2019]s?)?{_SEASONAL}"
_THE_SHOW = rf"(?P<series>(?i:{THE_SERIES}))(?:['\u2019]s?)?"
_ONE = rf"(?P<people>{PERSON})"
_TWO = rf"(?P<people>{PERSON}(?:(?: and | & ){PERSON})?)"
_MANY = rf"(?P<people>{PERSONS})"
_TAKES = (
    r"(?:,?\s+who)?\s+(?i:(?P<verb>(?:has\s+taken|takes|took|will\s+take|is\s+taking|to\s+take)\s+over|steps?\s+in|"
    r"stepped\s+in|stepping\s+in|serves?|served|will\s+serve|is\s+serving|"
    r"(?:is|are)\s+(?:also\s+)?on\s+board|(?:is|was|has\s+been)\s+(?:named|tapped|hired|installed)|(?:is\s+)?set|"
    r"joins|joined|boards|returns?|will\s+return|to\s+return|to\s+serve))\s+(?i:as)\s+"
    r"(?i:the\s+|an?\s+|its\s+|new\s+|sole\s+){0,3}"
)
# The jobs that belong to a show, wherever they are named; a director or a writer may be anybody's.
_CHIEF = (
    rf"(?i:(?:co-)?(?:series\s+)?(?:creators?|showrunners?|executive\s+producers?|EPs?|head\s+writers?))"
    rf"(?:(?:,\s+and\s+|,\s+|\s+and\s+|\s*/\s*|-){_JOB}){{0,3}}"
)
# Words in commas behind a name, about nobody else: "two former bankers".
_ASIDE = rf"(?:,\s[^,;.!?{S}{MARK}]{{1,80}},)?"
_OBJECT = (
    rf"(?:(?:(?i:the|this)\s+(?:(?!(?:of|for|in|character|world|role|book|novel)s?\b)[\w-]+\s+){{0,2}}?)?(?P<show>{S})|"
    rf"{_THE_SHOW})"
)
_CREATES = (
    r"(?i:(?:also\s+|first\s+|(?:has|have)\s+)?(?P<made>(?:co-)?created))(?:(?:,\s+and|,|\s+and)\s+(?i:(?:also\s+)?"
    r"(?:wrote|writes|directs|directed|stars?\s+in|starred\s+in|executive[- ]produce[sd]?|produce[sd]|showruns?|runs?|"
    r"ran|develop(?:s|ed)))){0,3}"
)
_RUNS = (
    r"(?i:(?:also\s+|now\s+|still\s+)?(?P<runs>runs?|ran|showruns?|showran|(?:has|have)\s+run|(?:is|are)\s+running))"
)
_OBJECT_ENDS = (
    r"(?=[,.;:)]|\s*$|\s+(?:with|for|in|and|but|as|together|from|after|alongside|about|at|back|which|while|when|since|"
    r"again|based)\b)"
)
_IS = (
    r"(?i:is|are|remains?|stays?\s+on\s+as|continues?\s+as|acts?\s+as)\s+(?i:(?:also|again|once\s+again|both|still|now|the|"
    r"an?|its|their|new|sole|current|one\s+of\s+(?:the|its)|among\s+(?:the|its))\s+){0,3}"
)
_JOB_ENDS = (
    rf"(?:\s+(?:of|on|for|behind)\s+(?:(?P<behind>{S})|(?:the|this)\s+(?:[\w-]+\s+){{0,2}}?(?:series|show|drama|comedy|"
    r"sitcom|thriller)\b|it\b)|(?=[.;:,)]|\s*$|\s+(?:and|who|again|once|with|alongside|here|as)\b))"
)
# "for television", "from the novel": what makes somebody who developed a show the one who made it.
_FOR_TV = rf"(?:\s+for\s+(?:the\s+)?(?:{P}|television|TV|streaming|(?:small\s+)?screen|streamer|network))"
_FROM_WORK = r"\s+(?:from|based\s+on|out\s+of)\s+(?:the|an?|his|her|their)\b"
_KINDS_OF = r"series|show|drama|comedy|thriller|sitcom|dramedy|mystery|western|procedural|anthology|saga|hit"
_BEFORE_HYPHEN = "-created"
_RULES = Sieve.of(
    Hinted(pattern)
    for pattern in (
        (
            rf"(?:{_IN_SHOW}|{_THE_SHOW})(?:,?\s+(?:which\s+|that\s+)?(?:(?:is|was|were)\s+)?|,\s+(?:an?|"
            rf"the)\s+(?:[\w-]+\s+){{1,5}}?|,\s[^,;.!?{S}]{{1,80}},\s+(?:is|was|were)\s+){_MADE}\s+{_MANY}"
        ),
        rf"{_MANY}{_ASIDE}(?:,?\s+who)?\s+{_CREATES}\s+{_OBJECT}{_OBJECT_ENDS}",
        (
            rf"\b{_CREATES}\s+{_OBJECT}{_FOR_TV}?\s+(?:(?:together|along)\s+)?"
            rf"(?P<joint>with|alongside)\s+(?:(?:fellow\s+)?{_JOB}\s+|(?:his|her|their)\s+[a-z-]+\s+)?{_MANY}"
            r"(?!['\u2019]|\s+(?:as|serving|producing|directing|attached|starring|on|executive|playing|in)\b)"
        ),
        rf"{_MANY}(?:,?\s+who)?\s+(?i:(?P<made>developed))\s+{_OBJECT}(?:{_FOR_TV}|{_FROM_WORK}|(?=[.;]|\s*$))",
        rf"^\W*{_ONE},\s+(?:who|whose)\s[^;.!?{MARK}]{{1,90}}(?:{PERSON}[^;.!?{MARK}]{{0,60}}){{0,3}},\s+{_CREATES}\s+{_OBJECT}",
        rf"{_MANY}{_ASIDE}(?:,?\s+who)?\s+{_RUNS}\s+{_OBJECT}{_OBJECT_ENDS}",
        rf"(?:{_IN_SHOW}|{_THE_SHOW}),?\s+(?:which\s+)?(?:(?:is|was)\s+)?the\s+(?P<made>brainchild|creation)\s+of\s+(?:{_JOBS}\s+)?{_MANY}",
        rf"{_MANY}{_ASIDE}(?:,?\s+who)?\s+{_IS}(?:{_IN_SHOW}\s+|{_THE_SHOW}\s+)?(?P<job>{_CHIEF}){_JOB_ENDS}",
        (
            rf"\b(?i:with|under)\s+{_ONE}\s+(?i:(?:returning|serving|acting|continuing|attached|on\s+board|back|also)\s+)?"
            rf"(?i:as)\s+(?i:(?:its|the|new|sole)\s+){{0,2}}(?P<job>{_CHIEF}){_JOB_ENDS}"
        ),
        rf"(?<![\w-])(?P<job>(?i:(?:(?:co-|series\s+)?(?:creators|showrunners|executive\s+producers))))\s+(?P<first>[A-Z][\w-]+)\s+(?:and|&)\s+{_ONE}",
        rf"\b(?P<raw>(?!(?:The|An?|This|That|From|New|Its)\b)(?:[A-Z][\w.\u2019-]*\s){{1,2}}[A-Z][\w\u2019]+)-(?P<made>created)\s+(?:[a-z-]+\s+){{0,3}}?(?:(?P<show>{S})|(?i:{_KINDS_OF})\b)",
        rf"(?<![\w-])(?P<job>(?i:(?:co-)?(?:creators|showrunners|executive\s+producers|EPs)))\s+{_MANY}",
        rf"^\W*{_MADE}\s+(?:{S}\s+(?:alum|veteran|creator)s?\s+)?{_MANY},\s+(?:{P}['\u2019]s\s+)?(?:(?:[\w-]+\s+){{0,3}}?{_IN_SHOW}|{_THE_SHOW})",
        rf"{_IN_SHOW}\s+(?:(?i:series|co-)\s*)?(?P<job>{_JOBS})\s+{_TWO}",
        rf"{_THE_SHOW}\s+(?P<job>{_JOBS}),?\s+{_TWO}",
        rf"(?<![\w-])(?P<job>{_JOBS})\s+{_TWO}",
        (
            rf"{_ONE},\s+(?:who\s+(?:is|serves\s+as)\s+)?(?:(?:the|a|an|its)\s+)?(?:(?:{_IN_SHOW}|"
            rf"{_THE_SHOW})\s+)?(?P<job>{_JOBS})(?:\s+(?:of|on|for|behind)\s+(?:(?P<behind>{S})|the\s+(?:series|"
            r"show)\b)|(?=[,.]))"
        ),
        (
            rf"{_MANY}{_TAKES}(?P<job>{_JOBS})\b(?:\s+(?:on|for|of|"
            rf"in)\s+(?:(?P<of_season>{N})(?:\s+of)?)?\s*(?P<behind>{S})?(?:\s+(?P<behind_season>{N}))?)?"
        ),
        (
            rf"(?:names|taps|hires|has\s+(?:named|tapped|hired))\s+{_ONE}\s+(?i:as)\s+(?:(?:the|its|"
            rf"new)\s+){{0,2}}(?:{_IN_SHOW}\s+)?(?P<job>{_JOBS})"
        ),
        (
            rf"{_MANY}\s+(?:also\s+|will\s+(?:also\s+)?|to\s+)?(?P<job>(?i:executive[- ]produces?|"
            r"are\s+(?:the\s+)?(?:executive\s+producers|showrunners)))\b"
        ),
        rf"(?P<job>(?i:executive\s+producers))\s+(?:are|include|also\s+include)\s+{_MANY}",
        rf"\b(?:[Tt]he|[Ii]ts)\s+(?P<job>(?i:(?:series\s+)?(?:creator|showrunner)s?))\s+(?:is|are)\s+{_MANY}",
        (
            rf"{_ONE}\s+(?i:(?P<verb>directs|is\s+directing|returning\s+to|returns\s+to|will|set\s+to|"
            rf"to)\s+(?P<job>direct\b)?)\s*(?:(?P<of_season>{N})\s+(?i:of)\s+)?(?P<behind>{S})(?:\s+"
            rf"(?P<behind_season>{N}))?"
        ),
    )
)
_PAST = re.compile(
    r"\b(?:former|ex|original|outgoing|late|previous|then|fired|departing|departed|characters?|not|never|replac\w+|"
    r"succeed\w*|exit\w*|if|whether"
    r"|would|could|might|may|rumou?r\w*|film|movie|episode|music|casting|art|network|P\w*|unit|streamer|studio|"
    r"podcast)[\s-]+(?:(?:the|a|an|by|from)\s+)?$",
    re.IGNORECASE,
)
_PLANNED = re.compile(r"\bwill|\bset\b|\bto\b", re.IGNORECASE)
_REACH = 60
_PLAYS = re.compile(r"\b(?:play(?:s|ed|ing)?|portray\w*|characters?|stars?\s+as|as\s+an?)\b", re.IGNORECASE)
_ONCE = re.compile(r"[^.;]{0,40}\b(?:until|before|through|when|once|first\s+\w+\s+seasons?)\b", re.IGNORECASE)
_A_SHOW = re.compile(r"\b(?:series|show|drama|comedy|sitcom|thriller|dramedy)\s+$", re.IGNORECASE)
# What a show does and a hero of its name does not: "Created by Jane Doe, Bosch premiered".
_SHOW_DOES = re.compile(
    r"\s+(?:also\s+|first\s+)?(?:stars?|starred|premiere[sd]|debut(?:s|ed)|aired|airs|ran|runs|launche[sd]|features|imagines|"
    r"streams|returns\s+to\s+television|(?:is|was)\s+(?:set|produced|based|renewed|cancell?ed|adapted|inspired))\b"
)
_DOES = re.compile(r"executive[- ]produces?|direct", re.IGNORECASE)
_DIRECTS = re.compile(r"direct", re.IGNORECASE)
_OTHER_THING = re.compile(r"\b(?:film|movie|feature|biopic|pilot\s+script|documentary\s+film)\b", re.IGNORECASE)

# The film that a show is based on is not the thing that somebody made.
_SOURCE = re.compile(
    r"\b(?:based\s+(?:up)?on|adapted\s+from|adaptation\s+of|inspired\s+by)\s[^,;.]{0,80}", re.IGNORECASE
)


def find(document: Document, roll: Roll) -> Iterator[ArticleClaim]:
    """Yield ``creator`` and ``crew`` claims, each person and job of a show once.

    Args:
        document: the document.
        roll: the persons that it names in full.
    """
    seen: set[tuple[Subject, object, str]] = set()
    for sentence in document.sentences:
        if len(sentence.marked) > LONGEST or not _TRIGGER.search(sentence.marked):
            continue
        veiled = veil(sentence, roll)
        for rule in _RULES.through(veiled.marked) if veiled.names or _BEFORE_HYPHEN in sentence.marked else ():
            for m in rule.compiled.finditer(veiled.marked):
                for claim in _claims(document, veiled, m):
                    key = (claim.subject, claim.value, claim.unit)
                    if key not in seen:
                        seen.add(key)
                        yield claim


def _claims(document: Document, veiled: Veiled, m: re.Match[str]) -> Iterator[ArticleClaim]:
    named, sentence = m.groupdict(), veiled.sentence
    if _PAST.search(sentence.marked, max(0, m.start() - _REACH), m.start()) or _OTHER_THING.search(
        _SOURCE.sub("", sentence.marked)
    ):
        return
    subject, sure = _subject(document, sentence, m)
    units = _units(named)
    if subject is None or not units:
        return
    if _is_in_story(sentence, m) or _is_over(sentence, m) or _is_hero(sentence, m):
        return
    planned = bool(_PLANNED.search(named.get("verb") or "")) and "over" not in (named.get("verb") or "takes over")[:10]
    for person in _people(veiled, m):
        for unit in units:
            yield ArticleClaim(
                subject=subject,
                predicate=Predicate.CREATOR if unit == "creator" else Predicate.CREW,
                span=sentence.span(m.start(), m.end()),
                season=_season(sentence, m),
                value=person,
                unit="" if unit == "creator" else unit,
                modality=Modality.PLAN if planned else Modality.EVENT,
                confidence=0.9 if sure else 0.75,
                in_title=document.in_title,
            )


def _people(veiled: Veiled, m: re.Match[str]) -> list[str]:
    """Return the persons of a match; in "creators Jane and John Doe" the first has the surname of the second."""
    named = m.groupdict()
    if named.get("raw"):
        return [m["raw"]]
    people = veiled.within(*m.span("people"))
    if named.get("first") and people:
        return [f"{m['first']} {people[0].rpartition(' ')[2]}", *people]
    return people


def _is_in_story(sentence: Sentence, m: re.Match[str]) -> bool:
    """Whether "who created it" may be said of a character's work: it stands behind who plays whom."""
    it = (m.groupdict().get("series") or "").casefold() == "it"
    return it and bool(m.groupdict().get("people")) and _PLAYS.search(sentence.marked, 0, m.start("series")) is not None


def _is_hero(sentence: Sentence, m: re.Match[str]) -> bool:
    """Whether it may be the hero of that name whom somebody created: "Jane Doe, who created Bosch"."""
    named = m.groupdict()
    if not (named.get("made") and named.get("show")) or named.get("raw"):
        return False
    if not named.get("joint") and m.start("people") > m.start("show"):
        return False
    if m.start("made") < m.start("people") and _SHOW_DOES.match(sentence.marked, m.end()):
        return False
    show = sentence.show(m.start("show"))
    return not show.quoted and " " not in show.subject.name and not _A_SHOW.search(m.string, 0, m.start("show"))


def _is_over(sentence: Sentence, m: re.Match[str]) -> bool:
    """Whether somebody who "ran" a show ran it once."""
    ran = (m.groupdict().get("runs") or "").casefold()
    return ran in {"ran", "showran"} and bool(_ONCE.match(sentence.marked, m.end()))


def _subject(document: Document, sentence: Sentence, m: re.Match[str]) -> tuple[Subject | None, bool]:
    """Return the show that a job belongs to, and whether the rule itself names it."""
    named = m.groupdict()
    for group in ("show", "behind"):
        if named.get(group):
            return kinship.speaks_of(document, sentence, m.start(group)), True
    if named.get("series"):
        return kinship.subject_of(document, sentence, m.start("series"), m["series"]), False
    shows = {mention.subject for _, mention in sentence.all_of(ShowMention)}
    # A job without its show: only where no other show is in the sentence, or in the one before.
    main = document.main.subject if document.main else None
    if not shows and sentence.index and not document.in_title:
        before = document.sentences[sentence.index - 1]
        told = {mention.subject for _, mention in before.all_of(ShowMention) if mention.strong}
        if before.paragraph == sentence.paragraph and told and main not in told:
            return (told.pop() if len(told) == 1 else None), False
    if len(shows) > 1 or (shows and not document.in_title and shows != {main}):
        return None, False
    return (shows.pop(), True) if shows else (main, False)


def _units(named: dict[str, str | None]) -> list[str]:
    job = named.get("job")
    made = (named.get("made") or "").casefold()
    if made.startswith("executive"):
        return ["executive producer"]
    if made == "showrun" or named.get("runs"):
        return ["showrunner"]
    if made:
        return ["creator"]
    if job is None:
        return ["director"] if _DIRECTS.search(named.get("verb") or "") else []
    if _DOES.fullmatch(job):
        return ["director" if job.casefold() == "direct" else "executive producer"]
    said = [" ".join(m.group().casefold().split()) for m in _EACH.finditer(job)]
    return list(dict.fromkeys(unit for word in said for key, unit in _UNITS if key == word))


def _season(sentence: Sentence, m: re.Match[str]) -> int | None:
    named = m.groupdict()
    for group in ("season", "of_season", "behind_season"):
        if named.get(group):
            numbers = sentence.season(m.start(group)).numbers
            return numbers[0] if len(numbers) == 1 else None
    return None
