"""What part the persons of an article have in a show: the character they play, or their job.

A part holds for the whole document, wherever it is said: a speaker who is
"Courtney Taylor, who plays Zamira Parker" once has that part in every later
quotation. A character goes before a job, and what is said first before what
is said later.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cliffhanger.reader import persons
from cliffhanger.reader.hinted import Hinted, plain
from cliffhanger.reader.marks import PLATFORM, SHOW
from cliffhanger.reader.mentions import PlatformMention, ShowMention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cliffhanger.reader.document import Document
    from cliffhanger.reader.persons import Person, Persons
    from cliffhanger.reader.sentences import Sentence

_SHOW_WORDS = rf"(?:{SHOW}|the (?:show|series|drama|comedy|sitcom|spin-?off)|season|its)"
_HEAD = (
    r"(?:(?:global |international |co-|senior |executive |vice |U\.?S\.? |original |scripted |[Ii]nterim )*"
    r"(?:head|president|vice president|chief|VP|EVP|SVP|chair(?:man|woman|person)?|CEO|co-CEO|boss|director)"
    rf"(?: [a-z]+ officer)?(?:,| of| for) (?:[\w&'\u2019+-]+,? ){{0,8}}?(?:at|for|of) {PLATFORM}\+?"
    r"|(?:head|president|chief|chair(?:man|woman)?) of (?:[\w&'\u2019-]+ ){0,4}[\w&'\u2019-]+"
    r"|[Cc]hief [Cc]ontent [Oo]fficer|[Cc]hief [Cc]reative [Oo]fficer|president|chairman|chairwoman|CEO|co-CEO)"
)
_JOB = (
    r"(?:(?:[Cc]o-|[Ee]xecutive |[Ss]eries |[Ll]ead |[Hh]ead |[Ss]upervising )?"
    r"(?:[Ss]howrunner|[Cc]reator|[Pp]roducer|[Ww]riter|[Dd]irector|[Aa]uthor|[Nn]ovelist|EP|[Cc]o-?creator"
    r"|[Cc]o-?showrunner))"
)
_JOBS = rf"{_JOB}(?:(?:, | and |, and |/|-){_JOB}){{0,3}}"
_EXECUTIVE = re.compile(
    r"\b(?:head|president|vice president|chief|VP|EVP|SVP|chair(?:man|woman|person)?|CEO|co-CEO|boss"
    r"|exec(?:utive)?|officer)\b"
    r"(?! producer)",
    re.IGNORECASE,
)
_PLAYS = re.compile(
    r",? (?:who |and )?(?:also )?(?:plays?|played(?! by)|portrays?|portrayed(?! by)|voices?|voiced(?! by)"
    r"|stars? as|starred as|starring as|playing|portraying"
    r"|recurs as|returns? as|reprises? (?:his|her|their) role (?:as|of)|takes on the role of) "
)
_ROLE_OF = re.compile(r"(?:['\u2019]s)?,? (?:portrayal|performance|turn|role|work)? ?(?:of|as) ")
_PLAYED_BY = re.compile(
    r",? (?:\()?(?:who(?: is|['\u2019]s) |is |was )?(?:also )?(?:played|portrayed|voiced)(?: (?:\w+ )?by"
    r"| in the show by) (?:[a-z-]+ ){0,3}"
)
_OWNS = re.compile(r"['\u2019]s? (?:[a-z-]+ ){0,3}(?:[A-Z][a-z]+ ){0,2}")
_APPOSED_JOB = re.compile(
    rf",? (?:(?:who|and) (?:is|was|serves as|also serves as|acts as|works as) )?(?:the |a |an )?"
    rf"(?:{_SHOW_WORDS}['\u2019]s? |{PLATFORM}['\u2019]s? |its |longtime |former |author and )*(?P<job>{_HEAD}"
    rf"|{_JOBS})(?=[\s,.;)]|$)"
)
_CREATED = re.compile(
    rf",? who (?:also )?(?P<verb>created|co-created|writes|wrote|directs|directed|runs) {_SHOW_WORDS}"
)
_BEFORE_JOB = Hinted(rf"(?:(?P<platform>{PLATFORM})\+?(?:['\u2019]s?)? )?(?P<job>{_HEAD}|{_JOBS}),? $")
_OF_PLATFORM = re.compile(rf"{PLATFORM}\+?['\u2019]s? $")
# Not behind "plays with", "plays opposite", "as part of".
_PLAIN = r"(?!(?:with|opposite|against|for|alongside|in|by|at|on|and|about|to|of|part)\b)[a-z]+(?:-[a-z]+)*"
_DETAIL = re.compile(rf"(?:{_PLAIN} ){{0,4}}(?:[A-Z][a-z]+\.? )?$")
_MONONYM = re.compile(rf"(?:{_PLAIN} ){{0,3}}(?P<name>[A-Z\u00c0-\u00de][\w'\u2019-]+)")
_VERBS = {
    "created": "creator",
    "co-created": "co-creator",
    "writes": "writer",
    "wrote": "writer",
    "directs": "director",
    "directed": "director",
    "runs": "showrunner",
}
# Of words in lower case: a choice of words is searched for faster where case counts.
_TRIGGER = re.compile(
    r"play|portray|voice|\bas\b|['\u2019]s |showrunner|creator|created|producer|writer|wrote|writes|direct"
    r"|author|novelist"
    r"|head|president|chief|chair|ceo|[ve]p\b|star|runs|\("
)


@dataclass(slots=True)
class Roles:
    """The parts of a document's persons.

    Attributes:
        characters: the character that each person plays.
        jobs: the job that each person has, in the article's words.
        platforms: the platform that each executive works for.
        shows: the show beside which the part was said.
    """

    characters: dict[str, str] = field(default_factory=dict)
    jobs: dict[str, str] = field(default_factory=dict)
    platforms: dict[str, str] = field(default_factory=dict)
    shows: dict[str, ShowMention] = field(default_factory=dict)

    def of(self, person: str) -> str:
        """Return a person's part: the character, else the job, else nothing."""
        return self.characters.get(person) or self.jobs.get(person, "")

    def is_character(self, name: str) -> bool:
        """Whether a name, in full or in part, is a character's and no player's: it is the show that speaks."""
        if not name or name in self.characters:
            return False
        return any(name == said or name in said.split() for said in self.characters.values())

    def holders(self, job: str) -> list[str]:
        """Return the persons whose job has these words in it."""
        return [person for person, said in self.jobs.items() if job in said.casefold()]


def of_document(document: Document, cast: Persons) -> Roles:
    """Return the parts that a document gives its persons.

    Args:
        document: the document.
        cast: the persons that it names.
    """
    roles = Roles()
    for sentence in document.sentences:
        named = cast.of(sentence)
        if named and _TRIGGER.search(plain(sentence.marked)):
            for index, person in enumerate(named):
                _character(sentence, named, index, roles)
                _job(sentence, person, roles)
    return roles


def _character(sentence: Sentence, named: Sequence[Person], index: int, roles: Roles) -> None:
    person, words = named[index], sentence.marked
    following = named[index + 1] if index + 1 < len(named) else None
    for actor, character in _plays(sentence, person, following):
        if actor and character and actor != character:
            roles.characters.setdefault(actor, character)
            _show(sentence, actor, roles)
    if following is None:
        return
    between = words[person.end : following.start]
    if _PLAYED_BY.fullmatch(between):
        roles.characters.setdefault(following.name, person.name)
        _show(sentence, following.name, roles)
    elif _OWNS.fullmatch(between) or (between == " (" and words[following.end : following.end + 1] == ")"):
        roles.characters.setdefault(person.name, following.name)


def _plays(sentence: Sentence, person: Person, following: Person | None) -> Iterator[tuple[str, str]]:
    """Yield who plays whom, where a word of playing stands behind a person."""
    words = sentence.marked
    for rule in (_PLAYS, _ROLE_OF):
        verb = rule.match(words, person.end)
        if verb is None:
            continue
        if following is not None and _DETAIL.fullmatch(words, verb.end(), following.start):
            yield person.name, following.name
        elif rule is _PLAYS:
            name = _MONONYM.match(words, verb.end())
            if words[verb.end() : verb.end() + 1] == SHOW:
                yield person.name, sentence.words(verb.end(), verb.end() + 1).strip("\"'\u201c\u201d\u2018\u2019,.")
            elif name and persons.may_be_name(name["name"]):
                yield person.name, name["name"]


def _job(sentence: Sentence, person: Person, roles: Roles) -> None:
    words = sentence.marked
    before = _BEFORE_JOB.search(words, max(0, person.start - 90), person.start)
    behind = _APPOSED_JOB.match(words, person.end)
    created = _CREATED.match(words, person.end)
    job = ""
    where = person.start, person.end
    if before:
        job, where = sentence.words(*before.span("job")), (before.start(), person.end)
    elif behind:
        job, where = sentence.words(*behind.span("job")), (person.start, behind.end())
    elif created:
        job = _VERBS[created["verb"]]
    owner = _OF_PLATFORM.search(words, max(0, person.start - 4), person.start)
    if job:
        roles.jobs.setdefault(person.name, job[0].lower() + job[1:] if job[1:2].islower() else job)
        _show(sentence, person.name, roles)
    if owner or (job and _EXECUTIVE.search(job)):
        for place, platform in sentence.all_of(PlatformMention):
            if where[0] - 4 <= place < where[1] + 2:
                roles.platforms.setdefault(person.name, platform.name)


def _show(sentence: Sentence, person: str, roles: Roles) -> None:
    shows = [m for _, m in sentence.all_of(ShowMention) if m.strong]
    if len({m.subject for m in shows}) == 1:
        roles.shows.setdefault(person, shows[0])
