"""Who makes a show and who is in it: actors and characters, guests, creators, and who holds which job.

A claim is made once for each show, person and part, at the first place that
says it. Whoever leaves or will not return gives nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import casting, crew, kinship, said_of
from cliffhanger.reader.claims import ArticleClaim
from cliffhanger.reader.marks import SHOW as S
from cliffhanger.reader.mentions import ShowMention
from cliffhanger.reader.persons import roll_of
from cliffhanger.reader.seasons import SeasonWords
from cliffhanger.reader.words import keys_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cliffhanger.reader.casting import Part
    from cliffhanger.reader.claims import Subject
    from cliffhanger.reader.document import Document
    from cliffhanger.reader.persons import Roll
    from cliffhanger.reader.sentences import Sentence

_ORIGINAL = re.compile(
    r"(?<!\bfrom )\bthe\s+(?:original|parent)\s+(?:series|show)|\bthe\s+(?:mothership|flagship)", re.IGNORECASE
)
_HIS_ROLE = re.compile(r"repris\w+\s+(?:his|her|their|the)\s+role", re.IGNORECASE)
_WORK_BEHIND = re.compile(r"['\u2019]s?\s+(?:[\w-]+\s+){0,3}?(?:novels?|books?|works?|memoir|stories|thrillers?)\b")
_CALLING_BEFORE = re.compile(
    r"\b(?i:by|author|novelist|creators?|writer|producer|showrunner)\s+(?:[A-Z][\w.-]*\s+){0,3}$"
)
# "A spin-off starring Jane Doe": not the show that is spoken of, unless it stands before: "S, a spin-off starring".
_ANOTHER = re.compile(
    rf"(?<!{S}, )(?<!{S},\u201d )(?<!{S}\" )\b(?:[Aa]|[Aa]n|[Aa]nother)\s(?:[a-z-]+\s){{0,3}}"
    r"(?:spin-?off|series|drama|comedy|thriller|sitcom|pilot|project)\s$"
)
_THAT = re.compile(r"\b(?:in|of|on)\s+that\s+(?:one|series|show|drama|comedy|thriller|sitcom)\b", re.IGNORECASE)
# A show that another one is only set beside: "since S began".
_BESIDE = re.compile(rf"\b(?:since|before|after|when|until|like|unlike|than)\s+['\u2018\u201c\"]?{S}$", re.IGNORECASE)
# Where a show's name is a character's.
_PLAYED = re.compile(rf"{S}(?:,|\s+is|\s+was)?\s+(?:played|portrayed|voiced)\s+by\b")
_PLAYING = re.compile(r"(?:\bas|\b(?:plays|played|portrays|voices))\s+(?:(?:the|an?|his|her)\s+(?:[a-z-]+\s+){1,3})?$")
_NEAR = 60
_LOOSE = 0.8


def find(document: Document) -> Iterator[ArticleClaim]:
    """Yield what a document says of people: ``cast``, ``guest``, ``creator``, ``crew``."""
    roll = roll_of(document)
    yield from _cast(document, roll)
    yield from crew.find(document, roll)


def _cast(document: Document, roll: Roll) -> Iterator[ArticleClaim]:
    """Yield cast and guest claims; of several that say the same the one that names the character."""
    found: dict[tuple[Subject, str, bool], ArticleClaim] = {}
    home: dict[str, tuple[Subject, str]] = {}
    for part in _of_actors(document, list(casting.find(document, roll))):
        subject = _subject(document, part)
        if subject is None:
            continue
        role, known = part.role, home.get(part.person)
        if part.guest and not role and known and _HIS_ROLE.search(part.sentence.marked, part.start, part.end):
            role = known[1]
        # Who plays whom in which show is said where it is told first; later mentions remind of it.
        if known and not part.guest and known[0] != subject and (part.show is None or known[1] == role):
            continue
        key = (subject, part.person, part.guest)
        if key not in found or (role and not found[key].role):
            found[key] = _claim(document, part, subject, role)
        if not part.guest and (not known or not known[1]):
            home[part.person] = (subject, role)
    yield from found.values()


def _of_actors(document: Document, parts: Sequence[Part]) -> list[Part]:
    """Return the parts in their order, the ones of a sentence that name a character first, without false ones.

    Whom a sentence calls a guest is one in all that it tells ("guest star Jane Doe plays So-and-so"), but for the
    show that the guest comes from: "S star Jane Doe will guest star".
    "John Writer's Harry Hero" is no part, nor is a character somebody who plays one.
    """
    actors = {p.person for p in parts if p.confidence > _LOOSE}
    loose = {p.person for p in parts if p.confidence < _LOOSE} - actors
    makers = {person for person in loose if _makes(document.text, person)}
    characters = {p.role for p in parts if p.confidence > _LOOSE and p.role}
    guests = {(p.sentence.index, p.person) for p in parts if p.guest}
    kept = [
        replace(p, guest=True) if (p.sentence.index, p.person) in guests and p.show != p.start else p
        for p in parts
        if p.person not in makers and p.person not in characters - {p.role}
    ]
    return sorted(kept, key=lambda p: (p.sentence.index, p.guest, not p.role, -p.confidence, p.start))


def _makes(text: str, person: str) -> bool:
    """Whether a text names a person's books or calls the person a maker: the heroes of such a one are not parts."""
    surname = person.rpartition(" ")[2]
    at = text.find(surname)
    while at >= 0:
        if _WORK_BEHIND.match(text, at + len(surname)) or _CALLING_BEFORE.search(text, max(0, at - _NEAR), at):
            return True
        at = text.find(surname, at + 1)
    return False


def _subject(document: Document, part: Part) -> Subject | None:
    """Return the show of a part: the one named with it, the one that its character names, else the nearest."""
    sentence = part.sentence
    if part.show is not None and _is_half_named(document, sentence.show(part.show)):
        return None
    if part.show is not None:
        return kinship.speaks_of(document, sentence, part.show)
    original = _ORIGINAL.search(sentence.marked, 0, part.start)
    if original and not part.guest:
        return kinship.subject_of(document, sentence, original.start(), original.group())
    named = None if part.guest or not part.role else _eponym(document, part.role)
    if named is not None:
        return named
    if document.in_title:
        shows = [m.subject for _, m in sentence.all_of(ShowMention) if m.strong]
        return shows[0] if shows else None
    return _nearest(document, part)


def _is_half_named(document: Document, show: ShowMention) -> bool:
    """Whether another show than the article's goes by half its name: "S actor Jane Doe" may be a film's."""
    said = keys_of(document.text[show.start : show.end])
    is_main = document.main is not None and show.subject == document.main.subject
    return not is_main and said != keys_of(show.subject.name)


def _nearest(document: Document, part: Part) -> Subject | None:
    """Return the show that a part in running text belongs to, where neither the rule nor the character names one."""
    sentence = part.sentence
    if _ANOTHER.search(sentence.marked, 0, part.start):
        return None
    if _THAT.search(sentence.marked, 0, part.start):
        return _last_named(document, sentence)
    last = sentence.marked.rfind(S, 0, part.start)
    if last >= 0 and sentence.is_kin(last):
        # Behind "A, a spin-off of B starring Jane Doe," what follows is said of A.
        young = kinship.speaks_of(document, sentence, last)
        if young is not None and young != sentence.show(last).subject:
            return young
    beside = _BESIDE.search(sentence.marked, 0, sentence.marked.rfind(S, 0, part.start) + 1)
    if beside or (part.confidence < _LOOSE and _other_show(document, sentence)):
        return None
    show = said_of.show_meant(document, sentence, part.start)
    if show is not None and show.subject in _characters(document):
        show = document.main
    return show.subject if show else None


def _last_named(document: Document, sentence: Sentence) -> Subject | None:
    """Return the show that "in that series" means: the last one that the sentence before names."""
    before = document.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.paragraph != sentence.paragraph:
        return None
    named = [m.subject for at, m in before.all_of(ShowMention) if m.strong and not before.is_kin(at)]
    return named[-1] if named else None


def _eponym(document: Document, role: str) -> Subject | None:
    """Return the show that a character gives the name: Harry Bosch is of "Bosch", or of "Bosch: Legacy" itself."""
    words = keys_of(role)
    named = (row for row in _titles(document) if row[0] and row[0] == words[-len(row[0]) :])
    found = next((row for row in named if row[1] not in _characters(document)), None)
    main = document.main.subject if document.main else None
    if found and main and keys_of(main.name)[: len(found[0])] == found[0]:
        return main
    return found[1] if found else None


@lru_cache(maxsize=1)
def _titles(document: Document) -> list[tuple[list[str], Subject]]:
    """Return the words of each title that a document names, with its show, in the order of the text."""
    shows = {m.subject: None for s in document.sentences for _, m in s.all_of(ShowMention) if m.strong}
    return [(keys_of(subject.name), subject) for subject in shows]


@lru_cache(maxsize=1)
def _characters(document: Document) -> set[Subject]:
    """Return the shows whose names only stand for characters that are called so: "stars as John Doe"."""
    shows: dict[Subject, bool] = {}
    for sentence in document.sentences:
        for at, show in sentence.all_of(ShowMention):
            character = not show.quoted and _is_character(sentence, at)
            shows[show.subject] = shows.get(show.subject, True) and character
    return {show for show, character in shows.items() if character}


def _is_character(sentence: Sentence, place: int) -> bool:
    """Whether the name at a place is a character's by the words around it."""
    return bool(_PLAYED.match(sentence.marked, place) or _PLAYING.search(sentence.marked, max(0, place - _NEAR), place))


def _other_show(document: Document, sentence: Sentence) -> bool:
    main = document.main.subject if document.main else None
    return any(m.subject != main for _, m in sentence.all_of(ShowMention))


def _claim(document: Document, part: Part, subject: Subject, role: str) -> ArticleClaim:
    sentence = part.sentence
    seasons = [m for _, m in sentence.all_of(SeasonWords)] if document.in_title and role else []
    if part.season is not None:
        seasons = [sentence.season(part.season)]
    numbers = seasons[0].numbers if len(seasons) == 1 else ()
    return ArticleClaim(
        subject=subject,
        predicate=Predicate.GUEST if part.guest else Predicate.CAST,
        span=sentence.span(part.start, part.end),
        season=numbers[0] if len(numbers) == 1 else None,
        value=part.person,
        modality=part.modality,
        role=role,
        confidence=part.confidence if part.show is not None or S in sentence.marked else min(part.confidence, 0.8),
        in_title=document.in_title,
    )
