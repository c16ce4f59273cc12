"""What somebody puts on the screen, and on which day: "P will post the first two episodes of S on D".

Here the one who shows a series is who does something, or a day is what is
spoken of: "P has picked D for S", "the date to circle for S is D".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader.fate_words import KINDS
from cliffhanger.reader.marks import DATE, PLATFORM, SEASON, SHOW
from cliffhanger.reader.when_date_of import Told, clause
from cliffhanger.reader.when_verbs import phrases

if TYPE_CHECKING:
    from cliffhanger.reader.sentences import Sentence

D, N, S, P = DATE, SEASON, SHOW, PLATFORM

# Who shows a series: a platform, or what stands for one.
_ONE_WHO_SHOWS = (
    rf"(?:{P}(?!['\u2019]s)|\b(?:Disney|Max|Apple|Amazon|Paramount|NBCUniversal)\b(?!['\u2019]s)"
    r"|\b(?:the|that)\s+(?:[\w-]+\s+){0,2}?(?:network|streamer|service|channel|broadcaster|platform|company|net)\b)"
)
_AUXILIARY = (
    r"(?:,?\s+(?:still|also|again|will|would|has|have|had|is|are|was|plans|to|now|then|also|finally|officially|quietly|set|about|going"
    r"|instead|which)){0,5}"
)
# "The first two episodes of its third season", "the show", "S and T".
_THING = (
    rf"(?:(?:the|its|all|both|an?|every|each|this|new|more|first|second|next|final|last|remaining|other|opening|of|season|series|\w+-\w+|two|three|four|five|six|seven|eight|nine|ten|\d+|S['\u2019]s)\s+){{0,7}}"
    rf"(?:{S}['\u2019]?(?:\s+{N})?|{N}(?:\s+of\s+(?:{S}['\u2019]?|(?:the|its|this)\s+(?:[\w-]+\s+){{0,3}}?{KINDS}))?|(?:{KINDS}|episodes|half-hours|hours|instal+ments|chapters|batch|run|season)\b(?:\s+of\s+(?:{S}['\u2019]?(?:\s+{N})?|{N}(?:\s+of\s+{S}['\u2019]?)?))?)"
    rf"(?:,\s[^,;{D}]{{1,70}},)?"
)
# Where it is put: "back", "to the air", "onto the service".
_THERE = (
    rf"(?:\s+(?:back|available|out|up|at\s+once|worldwide|globally|exclusively|together|weekly|again|all\s+at\s+once|(?:on|in)?to\s+(?:the\s+)?(?:air|airwaves|(?:\w+\s+)?screens?|service|{P}|its\s+\w+|\w+\s+nights)"
    rf"|on\s+{P}|(?:and|on|to)\s+{P})){{0,3}}"
)
_PUTS = phrases(
    """
    start/begin (?:showing|airing|streaming|releasing|rolling out)
    offer/post/deliver/add/upload/unlock/unleash/release/stream/premiere/launch/debut/air/screen/broadcast/play
    put (?:out|up)
    roll out
    serve up
    slip/sneak
    welcome/bring (?:back)?
    open/begin/start/kick off
    open/begin/start/bring/run/introduce
    make
    """
)
_FIXES = phrases(
    """
    schedule/slot/slate/date/plan/book/reserve/earmark/peg/target/time/save/eye/aim/promise/confirm/announce
    set/hold
    pencil(?:l?ed|s)? in
    line/tee up
    pencil/circle
    """
)
PUT_ON = re.compile(
    rf"{_ONE_WHO_SHOWS}{_AUXILIARY}\s+(?:(?P<verb>{_PUTS})\s+{_THING}{_THERE}(?:\s+(?:for|with)\s+(?:an?|its)\s+(?:[\w-]+\s+)?{N})?\s*(?:(?:on|in|from|starting|beginning)\s+)?|(?P<fixes>{_FIXES})\s+{_THING}(?:\s+(?:return|premiere|debut|launch|start))?{_THERE}\s*for\s+)$",
    re.IGNORECASE,
)
# "S, which P slipped onto the service on D".
WHICH_PUT = re.compile(
    rf"(?:{S}|{N})['\u2019]?,?\s+(?:which|that)\s+(?:{_ONE_WHO_SHOWS}|it){_AUXILIARY}\s+(?P<verb>(?!(?:drop|ha[ds]\b|make|add|welcom|begin|start|brought))(?:{_PUTS})){_THERE}\s*(?:(?:on|in|for|from)\s+)?$",
    re.IGNORECASE,
)
# "D, when P adds N".
WHEN_PUT = re.compile(
    rf",\s+when\s+{_ONE_WHO_SHOWS}{_AUXILIARY}\s+(?P<verb>{_PUTS})\s+{_THING}(?!\s+(?:of|for)\s+(?:renew|cancel))",
    re.IGNORECASE,
)
# "Has been pushed back a week, from D to D", "bumped the launch up to D".
_MOVES = re.compile(
    rf"\b(?P<verb>mov(?:e|es|ed|ing)|push(?:es|ed)?|delay(?:s|ed)?|bump(?:s|ed)?|shift(?:s|ed)?|postpon(?:e|es|ed)|advanc(?:es|ed)|reschedul(?:es|ed)|slid(?:e|es)?|slip(?:s|ped)?)\b[^.;{D}]{{0,60}}$",
    re.IGNORECASE,
)
_TO_A_DAY = re.compile(r"(?:from\s.{3,30}?\sto|up\s+to)\s+(?=.*\d)", re.IGNORECASE)
_FINALE = re.compile(r"\b(?:finale|(?:last|final)\s+episode|ender|closer)\b", re.IGNORECASE)
_FILMED = re.compile(r"\b(?:filming|production|shoot(?:ing)?|cameras)\b", re.IGNORECASE)
# "Season finales to note: S, D; S, D", "D: N of S (P)".
_LISTED = re.compile(
    rf"\W*[^.:;,{S}{D}]{{0,30}}?(?:(?P<end>finale|farewell)|premiere|return|debut|start)(?:s|\s+dates?)?\b[^.:;,{S}{D}]{{0,30}}:\s[^.:]*{S}['\u2019]?,?\s+(?:\(?{N}\)?,?\s+)?\(?(?:on\s+)?$",
    re.IGNORECASE,
)
_HEADS = re.compile(rf":\s+(?:The\s+)?(?:{N}\s+of\s+{S}|{S}['\u2019]?,?\s+{N})\s*(?:\([^()]*\))?\s*[.;]?\s*$")
_ENDS = re.compile(
    r"\b(?:finale|(?:last|final|remaining|closing|concluding)\s+(?:\w+\s+)?(?:episodes?|hours?|instal+ments?|chapters?))\b",
    re.IGNORECASE,
)
_NO_START = re.compile(
    r"\b(?:rest|other|remaining|second\s+half|back\s+half|special|movie|film|reunion|trailer|teaser)\b", re.IGNORECASE
)
_COMING = re.compile(r"\b(?:will|would|plans|is|are|going)\b", re.IGNORECASE)
# "Has picked D for the return of S": the day is the object.
PICKS = re.compile(
    rf"(?:{_ONE_WHO_SHOWS}|\b(?:it|they))(?:\s+(?:has|have|had|is|are|also|now|finally|officially|just)){{0,3}}\s+(?P<verb>set|sets|pick(?:s|ed)|chosen|ch(?:oo|o)ses?|select(?:s|ed)|circl(?:es|ed)|nam(?:es|ed)|settl(?:es|ed)\s+on|land(?:s|ed)\s+on|announc(?:es|ed)|confirm(?:s|ed)"
    rf"|reveal(?:s|ed)|unveil(?:s|ed)|lock(?:s|ed)(?:\s+(?:in|down))?|stak(?:es|ed)\s+out|claim(?:s|ed)|reserv(?:es|ed)|book(?:s|ed)|eye(?:s|d|ing)|target(?:s|ed|ing)|mark(?:s|ed)|set\s+aside|carv(?:es|ed)\s+out|earmark(?:s|ed)|giv(?:es|en)|aiming\s+for|looking\s+at|pencil(?:s|l?ed)\s+in)\s+$",
    re.IGNORECASE,
)
FOR_IT = re.compile(
    rf"(?:,)?(?:\s+as\s+(?:the|its|an?)\s+(?:[\w-]+\s+){{0,3}}?(?:date|day|premiere|debut|launch|start|return|bow|berth))?\s+(?:for|of)\s+(?:the\s+|its\s+|an?\s+)?(?:(?!(?:on|about|with|from|at|in|panel|trailer|special)\b)[\w\u2019'-]+\s+){{0,4}}?"
    rf"(?:(?P<end>finale|last\s+episode|final\s+episode|end)\b|{N}(?:\s+of\s+(?:{S}|the\s+(?:[\w-]+\s+){{0,3}}?{KINDS}))?|{S}|(?:return|launch|premiere|debut|start|bow|arrival|{KINDS})\b(?:\s+of\s+(?:{S}|{N}(?:\s+of\s+{S})?))?)",
    re.IGNORECASE,
)
# "Fans will have to wait until D for N".
WAITS = re.compile(
    r"\b(?:fans|viewers|audiences|subscribers|us|you|we|everyone|the\s+faithful)\s+(?:will\s+)?(?:still\s+)?(?:have\s+to\s+|must\s+|need\s+to\s+)?(?P<verb>wait(?:ing)?)\s+$",
    re.IGNORECASE,
)
FOR_MORE = re.compile(
    rf"\s+(?:for|to\s+(?:see|watch|get))\s+(?:the\s+|its\s+|an?\s+)?(?:[\w-]+\s+){{0,2}}?(?:{N}(?:\s+of\s+{S})?|{S}|more\b|(?:new\s+)?episodes\b(?:\s+of\s+{S})?)",
    re.IGNORECASE,
)
# "The date to circle for S is D", "its start date is D".
DATE_IS = re.compile(
    rf"\b(?:the|a|its|{KINDS}['\u2019]s|{S}['\u2019]s?)\s+(?:[\w-]+\s+){{0,2}}?(?P<what>(?:premiere|launch|start|return|release|air|debut|finale)\s+)?(?:date|day)(?:\s+to\s+\w+)?(?:\s+(?:for|of)\s+[^.;,{D}]{{1,60}}?)?\s+"
    r"(?:is|will\s+be|falls\s+on|has\s+been\s+set\s+(?:for|as)|was\s+set\s+for)\s+(?:on\s+|for\s+)?$",
    re.IGNORECASE,
)
# "Got a premiere date on Wednesday, and it's D".
AND_IT_IS = re.compile(
    r"\bdate\b[^.;]{0,40},?\s+(?:and|\u2014|\u2013)\s+it(?:['\u2019]s|\s+is|\s+will\s+be)\s+(?:on\s+)?$",
    re.IGNORECASE,
)
# "Eight million watched P on D for the first episode of S".
_WATCHED = re.compile(r"\b(?:viewers|million|audience|rating|households|views|people|tuned\s+in)\b", re.IGNORECASE)
OPENER_BEHIND = re.compile(
    rf"[^.;{D}]{{0,110}}?\b(?:for|with|in|to)\s+(?:its|the|their)\s+(?:(?:{N}|[\w-]+)\s+){{0,2}}?(?:(?P<end>finale|closer|ender|(?:last|final)\s+(?:episode|hour))|premiere|opener|debut|bow|launch|(?:first|opening)\s+(?:episode|hour)|pilot|kick-?off)\b(?:\s+of\s+(?:{N}\s+of\s+)?{S})?",
    re.IGNORECASE,
)


def put_on(sentence: Sentence, place: int) -> list[Told]:
    """Return what a date is the date of by what somebody shows, fixes or picks."""
    marked, lead = sentence.marked, clause(sentence, place)
    shown = PUT_ON.search(marked, lead, place)
    if shown is not None:
        words = shown.group()
        if _NO_START.search(words) and not _ENDS.search(words):
            return []
        at = shown.start("verb") if shown["verb"] else shown.start("fixes")
        return [Told(_kind(words), at, place + 1, lead)]
    which = WHICH_PUT.search(marked, 0, place)
    if which is not None:
        been = _COMING.search(which.group()) is None
        return [Told(Predicate.PREMIERE_DATE, which.start() + 1, place + 1, which.start(), been=been)]
    return _picked(sentence, place) or _is_date(sentence, place) or _watched(sentence, place)


def _kind(words: str) -> Predicate:
    return Predicate.FINALE_DATE if _ENDS.search(words) else Predicate.PREMIERE_DATE


def when_put(sentence: Sentence, place: int) -> list[Told]:
    """Return what a date is the date of by what somebody puts on then: "on D, when P adds N"."""
    puts = WHEN_PUT.match(sentence.marked, place + 1)
    if puts is None or (_NO_START.search(puts.group()) and not _ENDS.search(puts.group())):
        return []
    return [Told(_kind(puts.group()), puts.start("verb"), puts.end(), clause(sentence, place))]


def moved(sentence: Sentence, place: int) -> list[Told]:
    """Return what a day is the date of to which something is moved: "pushed back a week, from D to D"."""
    marked, lead = sentence.marked, clause(sentence, place)
    moves = _MOVES.search(marked, lead, place)
    if moves is None or not _TO_A_DAY.match(sentence.date(place).date.wording):
        return []
    predicate = Predicate.FINALE_DATE if _FINALE.search(marked, lead, place) else Predicate.PREMIERE_DATE
    if _FILMED.search(marked, lead, place):
        predicate = Predicate.FILMING_START
    return [Told(predicate, moves.start("verb"), place + 1, lead, moved=True)]


def listed(sentence: Sentence, place: int) -> list[Told]:
    """Return what the dates of a row tell under one heading, or at the head of an entry."""
    marked = sentence.marked
    row = _LISTED.fullmatch(marked, 0, place)
    if row is not None:
        predicate = Predicate.FINALE_DATE if row["end"] else Predicate.PREMIERE_DATE
        return [Told(predicate, place, place + 1, marked.rfind(S, 0, place))]
    heads = _HEADS.match(marked, place + 1) if not marked[:place].strip() else None
    return [Told(Predicate.PREMIERE_DATE, place, heads.end(), place)] if heads else []


def _picked(sentence: Sentence, place: int) -> list[Told]:
    """Return what a day that somebody picks is picked for: "P has set D as the premiere date for N of S"."""
    marked = sentence.marked
    for before, behind in ((PICKS, FOR_IT), (WAITS, FOR_MORE)):
        picks, what = before.search(marked, 0, place), behind.match(marked, place + 1)
        if picks and what:
            ends = "end" in what.re.groupindex and what["end"]
            predicate = Predicate.FINALE_DATE if ends else Predicate.PREMIERE_DATE
            at = picks.start("verb")
            return [Told(predicate, at, what.end(), clause(sentence, at))]
    return []


def _is_date(sentence: Sentence, place: int) -> list[Told]:
    """Return what a date is that is called so: "the date to circle for S is D", "got a date on Monday, and it's D"."""
    called = DATE_IS.search(sentence.marked, 0, place) or AND_IT_IS.search(sentence.marked, 0, place)
    if called is None:
        return []
    if called.re is DATE_IS and not called["what"] and _FILMED.search(sentence.marked, 0, called.start()):
        return [Told(Predicate.FILMING_START, called.start(), place + 1, 0)]
    ends = "finale" in called.group().casefold()
    return [Told(Predicate.FINALE_DATE if ends else Predicate.PREMIERE_DATE, called.start(), place + 1, 0)]


def _watched(sentence: Sentence, place: int) -> list[Told]:
    """Return of which opening or end it is told how many watched it on a day."""
    marked = sentence.marked
    if marked.count(D) != 1 or not _WATCHED.search(marked):
        return []
    opener = OPENER_BEHIND.match(marked, place + 1)
    if opener is None:
        return []
    predicate = Predicate.FINALE_DATE if opener["end"] else Predicate.PREMIERE_DATE
    return [Told(predicate, place, opener.end(), clause(sentence, place), been=True)]
