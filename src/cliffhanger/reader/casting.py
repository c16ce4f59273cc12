"""Who plays whom: actors and their characters, regular and guest, by the rules of :mod:`casting_rules`.

What somebody might play, will no longer play, or plays elsewhere gives
nothing; a casting that is announced and not yet done is a plan.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Modality
from cliffhanger.reader import casting_lists as lists
from cliffhanger.reader import casting_rules as rules
from cliffhanger.reader import casting_short as short
from cliffhanger.reader import casting_words as words
from cliffhanger.reader import persons
from cliffhanger.reader.marks import SEASON as N
from cliffhanger.reader.marks import SHOW as S
from cliffhanger.reader.veil import LONGEST, veil

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from cliffhanger.reader.document import Document
    from cliffhanger.reader.persons import Roll
    from cliffhanger.reader.sentences import Sentence
    from cliffhanger.reader.veil import Veiled

# How far before a part its "not" or "film" is looked for, in characters.
_REACH = 90
# Words in small letters in a list of names, at most.
_FEW = 6
# Before a person who is an actor and not a character, in characters.
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Part:
    """That a person plays somebody, or plays at all.

    Attributes:
        sentence: where it is said.
        start: first place in its ``marked`` of the words that say it.
        end: the place behind the last.
        person: the actor's name as written.
        role: the character's name, or empty.
        guest: whether as a guest.
        modality: event, or plan where it is announced.
        confidence: 0 to 1, by the rule.
        show: place in ``marked`` of the show that the rule itself names, or None.
        season: place of the season words that it names, or None.
    """

    sentence: Sentence
    start: int
    end: int
    person: str
    role: str = ""
    guest: bool = False
    modality: Modality = Modality.EVENT
    confidence: float = 0.95
    show: int | None = None
    season: int | None = None


def find(document: Document, roll: Roll) -> Iterator[Part]:
    """Yield each part that a document gives somebody, rule by rule in each sentence, the exacter rules first.

    Args:
        document: the document.
        roll: the persons that it names in full.
    """
    for sentence in document.sentences:
        if len(sentence.marked) <= LONGEST and persons.find(sentence, roll):
            veiled = veil(sentence, roll)
            yield from _single(veiled)
            yield from _listed(veiled)
            yield from _possessed(veiled)
            yield from _told_shortly(veiled)
            yield from _of_pronoun(document, veiled, roll)


def _single(veiled: Veiled) -> Iterator[Part]:
    paired, taken = _paired(veiled)
    yield from paired
    for pattern, modality, guest, confidence in rules.SINGLE.through(veiled.marked):
        for m in pattern.compiled.finditer(veiled.marked):
            role = _role(veiled, m)
            loose = m.start("person") in taken and ("loose" in m.groupdict() or "link" in m.groupdict())
            if role is None or loose or _is_crossed(veiled, m) or _is_no_part(veiled, m):
                continue
            if not _is_doubted(veiled, m.start()):
                show, season = _where(veiled, m)
                how = guest or _is_guest(veiled, m), _meant(m, modality), confidence
                players = _players(veiled, m)
                if len(players) > 1 and role and rules.AND_ROLE.match(veiled.marked, m.end("role")):
                    continue
                for person in players:
                    yield Part(veiled.sentence, m.start(), m.end(), person, role, *how, show, season)


def _paired(veiled: Veiled) -> tuple[list[Part], set[int]]:
    """Return the parts of "A and B as C and D", and where the actors stand whom no looser rule may give a part."""
    found: list[Part] = []
    taken: set[int] = set()
    for m in rules.PAIRED.finditer(veiled.marked):
        people = [n for n in range(*m.span("people")) if n in veiled.names]
        if rules.BEHIND_AS.search(veiled.marked, max(0, m.start() - _NEAR), m.start()):
            continue
        taken.update(people)
        roles = [_role(veiled, r) for r in rules.ROLES.finditer(veiled.marked, *m.span("roles"))]
        if len(roles) == len(people) and not _is_doubted(veiled, m.start()):
            for place, role in zip(people, roles, strict=True):
                if role:
                    found.append(Part(veiled.sentence, *m.span(), veiled.names[place], role, confidence=0.9))
    return found, taken


def _players(veiled: Veiled, m: re.Match[str]) -> list[str]:
    """Return those who have the part that a rule has found: mostly one, but "Jane Doe and John Roe share" it."""
    named = m.groupdict()
    players = [veiled.names[m.start(group)] for group in ("person", "another") if named.get(group)]
    if named.get("link") and rules.PLURAL.match(named["link"]):
        others = rules.PARTNERS.search(veiled.marked, 0, m.start("person"))
        players = [*(veiled.within(*others.span()) if others else ()), *players]
    return players


def _is_no_part(veiled: Veiled, m: re.Match[str]) -> bool:
    """Whether the "as" before a name means "while": "Jane Doe returns as John Roe leaves"; or the part is a film's."""
    if not m.groupdict().get("as"):
        return False
    return words.ROLE_ENDS.match(veiled.marked, m.end("role")) is None or bool(words.ELSEWHERE.search(m["link"]))


def _meant(m: re.Match[str], modality: Modality) -> Modality:
    """Return how a part is meant: one that somebody "will" play is a plan."""
    link = m.groupdict().get("link")
    return Modality.PLAN if link and words.PLANNED.search(link) else modality


def _is_guest(veiled: Veiled, m: re.Match[str]) -> bool:
    """Whether the words that give a part make it a guest's."""
    named = m.groupdict()
    said = named.get("link") or ""
    if m.re is rules.PLAYED_BY.compiled:
        said = veiled.marked[m.end("role") : m.start("person")]
    listed = (
        "uest" in veiled.marked
        and ("loose" in named or said)
        and words.GUESTS_BEFORE.search(veiled.marked, 0, m.start())
    )
    return bool(named.get("guest") or listed) or words.GUESTING.search(said) is not None


def _is_crossed(veiled: Veiled, m: re.Match[str]) -> bool:
    """Whether two characters are told to be played by two actors: "C and D, played by A and B"."""
    lead = veiled.marked[max(0, m.start() - len(" and ")) : m.start()]
    return (
        m.re is rules.PLAYED_BY.compiled
        and lead.endswith((" and ", " & "))
        and rules.AND_ANOTHER.match(veiled.marked, m.end()) is not None
    )


def _listed(veiled: Veiled) -> Iterator[Part]:
    for pattern, modality, guest, confidence in lists.LISTS.through(veiled.marked):
        for m in pattern.compiled.finditer(veiled.marked):
            if _is_doubted(veiled, m.start()):
                continue
            show, season = _where(veiled, m)
            entries = list(lists.ENTRY_PARTS.finditer(veiled.marked, *m.span("entries")))
            inside = len(entries) > 1 and all(entry["inside"] for entry in entries)
            for entry in entries:
                if rules.RANKED_BEFORE.search(veiled.marked, max(0, entry.start() - _NEAR), entry.start()):
                    continue
                role = veiled.words(*entry.span("inside")) if inside else _role(veiled, entry)
                if role is not None:
                    person = veiled.names[entry.start()]
                    how = _meant(m, modality)
                    yield Part(veiled.sentence, m.start(), m.end(), person, role, guest, how, confidence, show, season)


def _possessed(veiled: Veiled) -> Iterator[Part]:
    """Yield "somebody's Detective So-and-so", only in running text that speaks of parts: authors own heroes too."""
    if veiled.sentence.document.in_title:
        return
    spoken_of = short.FICTION.search(veiled.marked)
    for m in short.POSSESSED.finditer(veiled.marked):
        if (spoken_of or m["rank"]) and not _is_doubted(veiled, m.start()):
            person, role = veiled.names[m.start("person")], veiled.names[m.start("role")]
            yield Part(veiled.sentence, m.start(), m.end(), person, role, confidence=0.75)


def _told_shortly(veiled: Veiled) -> Iterator[Part]:
    """Yield parts told without a word for playing: "Ruth Adair (Jane Doe)", "Jane Doe is Ruth Adair"."""
    if veiled.sentence.document.in_title:
        return
    yield from _in_row(veiled)
    for pattern, confidence in short.SHORTLY.through(veiled.marked):
        for m in pattern.compiled.finditer(veiled.marked):
            role = _role(veiled, m)
            if role and _is_character(veiled, m) and not _is_doubted(veiled, m.start("person")):
                person = veiled.names[m.start("person")]
                start = min(m.start("person"), m.start("role"))
                end = max(m.end("person"), m.end("role"))
                yield Part(veiled.sentence, start, end, person, role, confidence=confidence)


def _in_row(veiled: Veiled) -> Iterator[Part]:
    """Yield actors with their characters in brackets; by a single name, or a rank, these are known for such."""
    for m in short.ROW.finditer(veiled.marked):
        row = list(short.OF_ROW.finditer(veiled.marked, *m.span("row")))
        if not any(one["rank"] or " " not in veiled.words(*one.span("role")) for one in row):
            continue
        for one in row:
            role = _role(veiled, one)
            if role and not _is_doubted(veiled, one.start()):
                person = veiled.names[one.start("person")]
                yield Part(veiled.sentence, one.start(), one.end(), person, role, confidence=0.85)


def _is_character(veiled: Veiled, m: re.Match[str]) -> bool:
    """Whether the words that a short rule takes for a character are one, and not a credit, a job or a nation."""
    named = m.groupdict()
    if m.re is short.IN_BRACKETS.compiled:
        listed = named["whole"] and (_is_listed(veiled, m) or short.STARS_BEHIND.match(veiled.marked, m.end()))
        placed = short.NO_CHARACTER.search(veiled.marked, max(0, m.start() - _NEAR), m.start())
        if listed or placed or short.NO_ACTOR.search(veiled.names[m.start("person")]):
            return False
        # A word that begins a sentence may be a company's name, unless a second character follows.
        begins = not named["whole"] and not m.start() and short.IN_BRACKETS.search(veiled.marked, m.end()) is None
        return bool(named["whole"]) or (not begins and _is_single_name(m["role"]))
    if m.re is short.BEING.compiled:
        row = _is_in_row(veiled, m)
        if (named["joined"] or named["apart"]) and not row:
            return False
        return bool(named["whole"]) or ((row or bool(named["told"])) and _is_single_name(m["role"]))
    return True


def _is_in_row(veiled: Veiled, m: re.Match[str]) -> bool:
    """Whether other parts are told just before, so that who "is" somebody plays that one."""
    if short.PLAYS_BEFORE.search(veiled.marked, 0, m.start()) or short.EPISODES.match(veiled.marked, m.end()):
        return True
    sentence = veiled.sentence
    before = sentence.document.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.paragraph != sentence.paragraph:
        return False
    return short.PLAYS_BEFORE.search(before.marked) is not None


def _is_listed(veiled: Veiled, m: re.Match[str]) -> bool:
    """Whether words for people who are listed stand before a name, with hardly more than names between them."""
    cues = short.PEOPLE_LISTED.search(veiled.marked, 0, m.start())
    if cues is None or short.GOES_ON.search(cues["behind"]):
        return False
    return len(short.PLAIN.findall(short.INSIDE.sub("", cues["behind"]))) <= _FEW


def _is_single_name(word: str) -> bool:
    name = word.removeprefix("the ").removeprefix("The ")
    return persons.may_be_name(name) and (name != word or not short.NO_NAME.search(name))


def _of_pronoun(document: Document, veiled: Veiled, roll: Roll) -> Iterator[Part]:
    """Yield the part of "She plays So-and-so", where the sentence before begins with the only person that it names."""
    sentence = veiled.sentence
    m = rules.PRONOUN.match(veiled.marked)
    before = document.sentences[sentence.index - 1] if m and sentence.index else None
    if m is None or before is None or before.paragraph != sentence.paragraph:
        return
    named = persons.find(before, roll)
    role = _role(veiled, m)
    if (
        role
        and named
        and not before.marked[: named[0].start].strip("\"'\u201c\u2018 ")
        and len({p.name for p in named}) == 1
    ):
        yield Part(sentence, m.start(), m.end(), named[0].name, role, confidence=0.85)


def _is_doubted(veiled: Veiled, place: int) -> bool:
    """Whether the words before a part deny it, wonder about it, or speak of a part elsewhere."""
    return rules.NEITHER.search(veiled.marked, max(0, place - _REACH), place) is not None


def _role(veiled: Veiled, m: re.Match[str]) -> str | None:
    """Return the character's name, empty where none is said, None where the words are no name.

    A rank is no part of a full name, but of a surname alone: "Renée Ballard", "Constable Wren".
    """
    named = m.groupdict()
    if named.get("role") is None:
        return ""
    start, end = m.span("role")
    if S in named["role"]:
        return _role_with_show(veiled, start, end)
    role = veiled.words(start, end)
    if named.get("person") and role == veiled.names.get(m.start("person")):
        # "Jane Doe plays Jane": the character has the first name alone.
        role = veiled.sentence.words(start, end)
    if rules.OFFICES.search(rules.RANKED.sub("", role)):
        return None
    if words.OF_MANY.match(veiled.marked, end) or (
        role.startswith(("the ", "The ")) and not words.ROLE_ENDS.match(veiled.marked, end)
    ):
        # "The Rose family", "the Leda clones": no character's name.
        return ""
    rank = (named.get("rank") or "").strip()
    return f"{rank} {role}" if rank and " " not in role else role


def _role_with_show(veiled: Veiled, start: int, end: int) -> str | None:
    """Return the name of a character whose name, or a part of it, is a show's too: "Wednesday Addams"."""
    place = veiled.marked.index(S, start)
    show = veiled.sentence.show(place)
    if show.quoted:
        name = veiled.words(start, place).strip() if place > start else ""
        return name if name and not rules.OFFICES.search(name) else None
    behind = veiled.sentence.words(place + 1, end) if place + 1 < end else ""
    last = end if not behind or persons.may_be_name(behind) else place + 1
    return veiled.sentence.words(start, last)


def _is_credit(sentence: Sentence, place: int, start: int) -> bool:
    """Whether the show at a place only tells where an actor was: "Jane Doe (S)", "S alum Jane Doe" in a list."""
    if sentence.is_aside(place) or (
        place and sentence.marked[place - 1] in "(\u201c" and "(" in sentence.marked[place - 2 : place]
    ):
        return True
    return place > start and rules.CREDITED.match(sentence.marked, place + 1) is not None


def _where(veiled: Veiled, m: re.Match[str]) -> tuple[int | None, int | None]:
    """Return the places of the show and the season that a rule's words name; "in the S spinoff" names no show."""
    taken = [range(*m.span(group)) for group in ("role", "lead", "aside") if m.groupdict().get(group)]
    places = [n for n in range(m.start(), m.end()) if not any(n in span for span in taken)]
    shows = [
        n
        for n in places
        if veiled.marked[n] == S
        and not rules.ANOTHER.match(veiled.marked, n + 1)
        and not _is_credit(veiled.sentence, n, m.start())
    ]
    seasons = [n for n in places if veiled.marked[n] == N]
    return (shows[0] if shows else None), (seasons[0] if seasons else None)
