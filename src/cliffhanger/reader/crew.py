"""Who made a show and who runs it: creators, showrunners, executive producers, directors, authors.

Only a person with a job beside a show counts; who leaves a job, or held it
once, gives nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Modality, Predicate
from cliffhanger.reader import crew_rules as rules
from cliffhanger.reader import kinship
from cliffhanger.reader.claims import ArticleClaim
from cliffhanger.reader.hinted import Choice, Hinted
from cliffhanger.reader.marks import SHOW as S
from cliffhanger.reader.mentions import ShowMention
from cliffhanger.reader.veil import LONGEST, PERSON, veil

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cliffhanger.reader.claims import Subject
    from cliffhanger.reader.document import Document
    from cliffhanger.reader.persons import Roll
    from cliffhanger.reader.sentences import Sentence
    from cliffhanger.reader.veil import Veiled

# One of these, or one of the phrases, stands in every sentence that tells who made something.
_ROOTS = Choice(
    "creat", "showrun", "showran", "developed", "produc", "direct", "author", "writ", "wrote", "novelist",
    "brainchild", "helm", "penned", "edit", "scor", "camera", "compos", "coordinator", "designer", "consultant",
    "advis", "cinemato", "soundtrack", "music", "supervis", "artist", "choreo", "decorat", "coach", "manager",
    "gaffer", "grip", "animator", "colorist", "colourist", "recordist", "mixer", "operator", "puller", "armorer",
    "armourer", "stylist", "wrangler", "trainer", "comedian", "comic", "stunt", "accountant",
)  # fmt: skip
_PHRASES = Hinted(
    rf"\b(?:best\sboy|r[au]ns?\s+(?:it|the|this|by)|running\s+(?:it|the|this|by))\b|\br[au]ns?\s+{S}", re.IGNORECASE
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
_PAIR = 2
_PLAYS = re.compile(r"\b(?:play(?:s|ed|ing)?|portray\w*|characters?|stars?\s+as|as\s+an?)\b", re.IGNORECASE)
_OWNER = re.compile(rf"{S}(?:['\u2019]s)?\s$")
_SINGULAR = re.compile(r"^(?:directs|helms|writes|pens|edits|scores)\b")
_AS = re.compile(
    rf"{PERSON},?\s(?:who\s)?(?:is|was|stars\sas|appears\sas|returns\sas|as)\s(?:the\s|an?\s)?(?:[a-z-]+\s)?$"
)
_ONCE = re.compile(r"[^.;]{0,40}\b(?:until|before|through|when|once|first\s+\w+\s+seasons?)\b", re.IGNORECASE)
_A_SHOW = re.compile(r"\b(?:series|show|drama|comedy|sitcom|thriller|dramedy)\s+$", re.IGNORECASE)
# What a show does and a hero of its name does not: "Created by Jane Doe, Bosch premiered".
_SHOW_DOES = re.compile(
    r"\s+(?:also\s+|first\s+)?(?:stars?|starred|premiere[sd]|debut(?:s|ed)|aired|airs|ran|runs|launche[sd]|features|imagines|"
    r"streams|returns\s+to\s+television|(?:is|was)\s+(?:set|produced|based|renewed|cancell?ed|adapted|inspired))\b"
)
_DEEDS = tuple(
    (re.compile(cue), unit)
    for cue, unit in (
        (r"writ|wrote|pen", "writer"),
        (r"direct|helm|camera", "director"),
        (r"edit", "editor"),
        (r"scor|compos|music|soundtrack", "composer"),
        (r"executive", "executive producer"),
    )
)
_OF_MAIN = re.compile(
    r"^\W*(?:the|this)\s+(?:[a-z-]+\s+)?(?:series|show|drama|comedy|sitcom|thriller)\b", re.IGNORECASE
)
_CREDIT = re.compile(
    r"['\u2019\u201d\"]*\s(?:alum\w*|veterans?|stars?|creators?|writers?|producers?|directors?|showrunners?|scribes?|fame|co-\w+)\b"
)
_DOES = re.compile(r"executive[- ]produces?|direct", re.IGNORECASE)
_OTHER_THING = re.compile(r"\b(?:film|movie|feature|biopic|pilot\s+script|documentary\s+film)\b", re.IGNORECASE)

# The film that a show is based on is not the thing that somebody made.
_SOURCE = re.compile(
    r"\bwho\s+(?:also\s+)?(?:directed|wrote|produced|made|scored|created)\s[^,;.]{0,60}?\b(?:film|movie|feature)s?\b(?=,)|"
    r"\b(?:based\s+(?:up)?on|adapted\s+from|adaptation\s+of|inspired\s+by)\s[^,;.]{0,80}",
    re.IGNORECASE,
)


_SOURCE_BEFORE = re.compile(
    r"\b(?:based\s+(?:up)?on|adapted\s+from|(?:adaptation|remake|version)\s+of|inspired\s+by)\s+$", re.IGNORECASE
)


def find(document: Document, roll: Roll) -> Iterator[ArticleClaim]:
    """Yield ``creator`` and ``crew`` claims, each person and job of a show once.

    Args:
        document: the document.
        roll: the persons that it names in full.
    """
    seen: set[tuple[Subject, object, str]] = set()
    for sentence in document.sentences:
        if len(sentence.marked) > LONGEST or not (_ROOTS.is_in(sentence.marked) or _PHRASES.search(sentence.marked)):
            continue
        veiled = veil(sentence, roll)
        for rule in (
            rules.RULES.through(veiled.marked) if veiled.names or rules.BEFORE_HYPHEN in sentence.marked else ()
        ):
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
    """Return the persons of a match; one that stands before a hyphen as it is written."""
    named = m.groupdict()
    if named.get("raw"):
        return [m["raw"]]
    people = veiled.within(*m.span("people"))
    did = named.get("did") or ""
    if did and m.start("people") < m.start("did"):
        # "It is about Jane Doe, and John Roe directs two episodes": what stands before the comma is another clause.
        alone = _SINGULAR.search(did) or (len(people) == _PAIR and ", and " in m["people"])
        return people[-1:] if alone else people
    return people


def _is_in_story(sentence: Sentence, m: re.Match[str]) -> bool:
    """Whether it is a character's job ("Jane Doe is producer So-and-so"), or a character's work that is told of.

    "Who created it" behind who plays whom may be said of that.
    """
    named = m.groupdict()
    if named.get("job") and named.get("people") and m.start("people") > m.start("job"):
        before = max(0, m.start("job") - _REACH)
        if _AS.search(m.string, before, m.start("job")):
            return True
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
            show = sentence.show(m.start(group))
            return (None if _is_preposition(show) else kinship.speaks_of(document, sentence, m.start(group))), True
    if named.get("series"):
        return _series(document, sentence, m), False
    if named.get("job") and _belongs_before(sentence, m):
        return None, False
    shows = {show.subject for at, show in sentence.all_of(ShowMention) if not _is_credit(sentence, at)}
    # A job without its show: only where no other show is in the sentence, or in the one before.
    main = document.main.subject if document.main else None
    if not shows and sentence.index and not document.in_title:
        before = document.sentences[sentence.index - 1]
        # "The show was made to follow S": the next sentence goes on with the show.
        told = set() if _OF_MAIN.match(before.marked) else _strong(before)
        if before.paragraph == sentence.paragraph and told and main not in told:
            return (told.pop() if len(told) == 1 else None), False
    if len(shows) > 1 or (shows and not document.in_title and shows != {main}):
        return None, False
    return (shows.pop(), True) if shows else (main, False)


def _strong(sentence: Sentence) -> set[Subject]:
    return {m.subject for at, m in sentence.all_of(ShowMention) if m.strong and not sentence.is_kin(at)}


def _series(document: Document, sentence: Sentence, m: re.Match[str]) -> Subject | None:
    """Return the show that "the series" means beside a maker."""
    if S in (m.groupdict().get("aside") or ""):
        # "Jane Doe, the mind behind S, created the show": that is another one.
        return document.main.subject if document.main else None
    if _SOURCE_BEFORE.search(sentence.marked, 0, m.start("series")):
        return None
    if _is_known_from(document, sentence, m.start("series")):
        return None
    return kinship.subject_of(document, sentence, m.start("series"), m["series"])


def _is_preposition(show: ShowMention) -> bool:
    """Whether what looks like a show is the word "From": "From creator Jane Doe comes a drama"."""
    return not show.quoted and show.subject.name == "From"


def _belongs_before(sentence: Sentence, m: re.Match[str]) -> bool:
    """Whether a show stands before a job that another rule reads with it: "S creator Jane Doe"."""
    owner = _OWNER.search(sentence.marked, max(0, m.start("job") - len("X's ")), m.start("job"))
    return owner is not None and not _is_preposition(sentence.show(owner.start()))


def _is_known_from(document: Document, sentence: Sentence, place: int) -> bool:
    """Whether the only show before a place is where somebody was: "S star Jane Doe created the show" may mean two."""
    before = [(at, show) for at, show in sentence.all_of(ShowMention) if at < place]
    main = document.main.subject if document.main else None
    return bool(before) and all(_is_credit(sentence, at) and show.subject != main for at, show in before)


def _is_credit(sentence: Sentence, place: int) -> bool:
    """Whether the show at a place only tells where somebody worked: "S alum Jane Doe", "Jane Doe (S)"."""
    return sentence.is_aside(place) or _CREDIT.match(sentence.marked, place + 1) is not None


def _units(named: dict[str, str | None]) -> list[str]:
    job, made, did = (named.get(group) or "" for group in ("job", "made", "did"))
    job = job or named.get("post") or ""
    if made.casefold().startswith("executive"):
        return ["executive producer"]
    if made.casefold() == "showrun" or named.get("runs"):
        return ["showrunner"]
    if made:
        return ["creator", *_done(named.get("besides") or "")]
    if _DOES.fullmatch(job):
        return _done(job)
    if job:
        return list(dict.fromkeys(_unit(m.group()) for m in rules.EACH.finditer(job)))
    return _done(did or (named.get("verb") or ""))


def _unit(job: str) -> str:
    """Return a job as a unit: in small letters, of one person, without what it is of."""
    word = " ".join(job.casefold().replace("advisor", "adviser").split()).removeprefix("series ")
    word = re.sub(r"(?<=[a-z])s(?=$| of )", "", word)
    return {"ep": "executive producer", "novelist": "author", "coache": "dialect coach"}.get(word, word)


def _done(did: str) -> list[str]:
    """Return the jobs of one who did something: "wrote and directed"."""
    return [unit for cue, unit in _DEEDS if cue.search(did.casefold())]


def _season(sentence: Sentence, m: re.Match[str]) -> int | None:
    named = m.groupdict()
    for group in ("season", "of_season", "behind_season"):
        if named.get(group):
            numbers = sentence.season(m.start(group)).numbers
            return numbers[0] if len(numbers) == 1 else None
    return None
