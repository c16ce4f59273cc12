"""A sentence in which the names of persons are marked too, so that rules can say where one stands.

Every name is written as one ``PERSON`` mark and as many fillers as it has
further characters: places stay those of the sentence's ``marked`` form.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cliffhanger.reader import persons

if TYPE_CHECKING:
    from cliffhanger.reader.persons import Person, Roll
    from cliffhanger.reader.sentences import Sentence

MARK = "\ue005"
"""The character with which each person's name begins."""
_FILL = "\ue006"
PERSON = f"{MARK}{_FILL}*+"
"""A rule's piece for one person's name."""
AND = r"(?:,\s+and |\s+and |\s+& |,\s+)"
"""A rule's piece for what stands between the members of a list."""
PERSONS = f"{PERSON}(?:{AND}{PERSON}){{0,9}}"
"""A rule's piece for a list of persons."""
_CAPITAL = "[A-Z\u00c0-\u00d6\u00d8-\u00de]"
NAME = (
    rf"(?:{PERSON}|(?:[Tt]he )?{_CAPITAL}[\w'\u2019-]*+(?<!['\u2019]s)(?: (?!(?:In|For|On|At|To|And|Of|As|With|"
    rf"From)\b)(?:(?:al|el)['\u2019-])?{_CAPITAL}[\w'\u2019-]*+(?<!['\u2019]s)){{0,2}})"
)
"""A rule's piece for a character's name, which may be one word, or begin with "the"."""
RANK = (
    r"(?:(?:Special\s+)?(?:Detective|Det\.|Det\s+Sgt|Det\s+Insp|Secretary\s+of\s+State|Lieutenant|Lt\.|Sergeant|Sgt\.|Captain|Capt\.|Officer|Agent|Inspector|"
    r"DCI|DI|DS|"
    r"Sheriff|Deputy|Chief|Superintendent|Constable|Commander|Colonel|General|Major|Dr\.|Doctor|Professor|Judge|President|Senator)\s+)"
)
"""A rule's piece for a rank before a name, with the blank behind it."""

_LAST_OF_LIST = re.compile(
    rf"{PERSON}, {PERSON}(?:, {PERSON})*,? (?:and|&) (?P<one>{_CAPITAL}[a-z]{{3,}})"
    r"(?= (?:were|are|also|all|guest|star|co-star|appear|join|round|return)\b)"
)
_WITH_KIN = re.compile(
    r"\b(?:by|(?i:brothers|sisters|siblings|twins|spouses|couple|duo|team|creators|showrunners|producers|writers|directors))\s"
    rf"(?P<first>{_CAPITAL}[\w-]+)\s(?:and|&)\s$"
)

LONGEST = 1_500
"""Longest sentence that is read, in characters of its ``marked`` form; a longer one is a table or worse."""


@dataclass(frozen=True, slots=True)
class Veiled:
    """A sentence with its persons marked.

    Attributes:
        sentence: the sentence.
        marked: its ``marked`` form with every person's name veiled.
        names: the full name of the person at each place where one begins.
    """

    sentence: Sentence
    marked: str
    names: dict[int, str]

    def within(self, start: int, end: int) -> list[str]:
        """Return the full names of the persons between two places."""
        return [name for place, name in self.names.items() if start <= place < end]

    def words(self, start: int, end: int) -> str:
        """Return the words between two places; a person's name in full, where it is all of them."""
        return self.names.get(start, "") or self.sentence.words(start, end)


def veil(sentence: Sentence, roll: Roll) -> Veiled:
    """Mark the persons of a sentence, by their full names where the document gives them.

    Args:
        sentence: the sentence.
        roll: the persons that its document names in full.
    """
    pieces: list[str] = []
    names: dict[int, str] = {}
    at = 0
    for person in persons.find(sentence, roll):
        start = _begin(sentence.marked, at, person)
        kin = _WITH_KIN.search(sentence.marked, at, start)
        if kin and " " in person.name:
            # "Written by Jane and John Doe": the surname is said once.
            pieces += [sentence.marked[at : kin.start("first")], MARK, _FILL * (len(kin["first"]) - 1)]
            names[kin.start("first")] = f"{kin['first']} {person.name.rpartition(' ')[2]}"
            at = kin.end("first")
        pieces += [sentence.marked[at:start], MARK, _FILL * (person.end - start - 1)]
        names[start] = person.name
        at = person.end
    pieces.append(sentence.marked[at:])
    veiled = "".join(pieces)
    for m in _LAST_OF_LIST.finditer(veiled) if len(names) > 1 else ():
        # "Jane Doe, Ann Poe and Otto were among the guests": one name may be enough.
        if persons.may_be_name(m["one"]):
            names[m.start("one")] = m["one"]
            veiled = f"{veiled[: m.start('one')]}{MARK}{_FILL * (len(m['one']) - 1)}{veiled[m.end('one') :]}"
    return Veiled(sentence, veiled, names)


def _begin(words: str, limit: int, person: Person) -> int:
    """Return where a name begins with the words before it that belong to it: "Brother" of "Brother Blood"."""
    lead = person.name.removesuffix(words[person.start : person.end])
    start = person.start - len(lead)
    return start if lead != person.name and start >= limit and words.startswith(lead, start) else person.start
