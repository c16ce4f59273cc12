"""The words in which scores are told: figures, what may stand between them and their system, what makes them none."""

from __future__ import annotations

import re

from cliffhanger.reader.hinted import Hinted
from cliffhanger.reader.marks import SEASON as N
from cliffhanger.reader.marks import SHOW as S

VALUE = re.compile(
    r"(?<![\w.,$\u20ac\u00a3/\u2013+-])(?:(?P<percent>\d{1,3})\s?(?:%|percent\b|per\s+cent\b)"
    r"|(?P<part>\d{1,3}(?:\.\d{1,2})?)(?:\s?/\s?|\s+out\s+of\s+(?:a\s+possible\s+)?)(?P<scale>100|10|5|ten|"
    r"five)(?![\d.]*\d|\s+(?:critics|reviews|episodes))"
    r"|(?P<bare>\d{1,3}(?:\.\d)?)(?![\d%]|[.,:/-]\d|\+|-\w|\s+(?:million|billion|out\b|critics\b|reviews\b|"
    r"ratings\b|votes\b|users\b|seasons\b|"
    r"episodes\b|years?\b|weeks?\b|days?\b|critic\s+reviews|professional|verified|countries\b|stars?\b)))",
    re.IGNORECASE,
)
# Words that may stand between a figure and its system.
TRADE = (
    "a an the and or on at from by with of for to its it's it is in as via per over among according review "
    "reviews aggregator aggregate aggregated site website platform critics critic critics' critic's critical "
    "audience audiences user users viewer viewers fan fans score scores rating ratings rated approval fresh "
    "freshness certified overall average weighted perfect solid strong impressive stellar near-perfect rare "
    "current currently now still also just only respectable mixed decent high highest-ever whopping consensus "
    "freshly positive glowing enviable percentage mark based professional verified both while alongside along "
    "plus well coveted top season series show drama cumulative combined tomatometer popcornmeter meter popcorn voters "
    "write-ups notices readers public general there"
)
# Words that may do so only where the system stands first, with the show and its season.
VERBS = (
    "has have had holds hold held holding sits sitting stands standing boasts boasting scored scores scoring "
    "earned earning earns received receives got getting gets carries where which gave give gives given giving was be "
    "been being reached hit hits landed debuted opened dropped drops fell falls rose climbed slipped down up after "
    "first second third fourth fifth whose maintained maintains enjoys enjoying managed secured achieved achieving "
    "shows reads are remains comes came fares fared better slightly considerably lower higher less favorably "
    "favourably favorable favourable positive were settled settles reading land lands landing rate rates "
    "them average averages calculated collected visitors out harsher kinder warmer cooler tougher "
    "gentler somewhat less more enthusiastic liked recommend recommended weighs lukewarm outlier so-so"
)
FORMER = Hinted(
    r"\b(?:from|previous(?:ly)?|originally|initial(?:ly)?|once|formerly|was|compared\s+(?:to|with)|than|versus|"
    r"vs\.?|by|another|until)"
    rf"\s+(?:(?:an?|its|the|{S}['\u2019]s?|{N}['\u2019]s?|perfect|impressive|at|earlier|initial)\s+){{0,3}}$",
    re.IGNORECASE,
)
BOUND = Hinted(
    r"\b(?:over|above|below|under|less\s+than|more\s+than|nearly|almost|at\s+least|about|around|roughly|"
    r"approximately|shy\s+of|close\s+to|north\s+of|"
    r"south\s+of|not|exceed\w*|hundred|top|season|episode|past)\s+(?:an?\s+|the\s+)?$",
    re.IGNORECASE,
)
SOMETHING_ELSE = re.compile(
    r"\s+(?:increase|decrease|jump|drop|decline|rise|boost|more|fewer|higher|lower|of\s+(?!(?:the\s+)?(?:critics|reviews|"
    r"reviewers|audiences?|viewers|write-ups|notices)\b)"
    r"|share|discount|off|year|surge|bump|gain|growth|ahead|up|down)\b",
    re.IGNORECASE,
)
REVIEWS = re.compile(
    r"[^.;%]{0,60}?\b(?:based\s+(?:up)?on|from|with|across|among|out\s+of|of|after)\s+(?:(?:just|only|a\s+total\s+"
    r"of|the|its|first)\s+){0,2}(?P<count>\d{1,3}(?:,\d{3})+|\d{1,6}|"
    r"[a-z]+(?:-[a-z]+)?)\s+(?:(?:critics?|critics\u2019|critics'|professional|verified|published|user|audience|"
    r"early|online)\s+){0,2}(?:critics|reviews|reviewers|ratings|votes|users)\b",
    re.IGNORECASE,
)
HELD = re.compile(
    r"\b(?:holds?|holding|sits?|sitting|has|stands?|standing|boasts?|boasting|earn(?:s|ed)|scored?|scores|at|to|"
    r"with|is|carries|received|"
    r"debuted|landed|hit|reached)\s+(?:(?:an?|its|the|now|currently|solid|perfect|impressive|certified|fresh|at|"
    r"just|only|still|strong|mere)\s+){0,4}$",
    re.IGNORECASE,
)
APPROVAL = re.compile(
    r"\s+(?:critics?['\u2019]?s?\s+|critical\s+)?(?:approval|fresh|certified\s+fresh|tomato)\s+(?:rating|score)\b|"
    r"\s+(?:critics?['\u2019]?s?)\s+(?:score|rating)\b",
    re.IGNORECASE,
)
# A sentence that begins with the score speaks of what the article is about.
OPENS = re.compile(
    r"\W*(?:(?:on|at|over\s+on)\s+(?:the\s+)?(?:review\s+(?:site|aggregator)\s+)?[A-Z]|(?:the|its)\s+(?:[a-z]+\s+)?(?:[a-z]+\s+)?"
    r"(?:scores?|ratings?|Metascore|Tomatometer|Popcornmeter)\b|(?:critics|audiences|viewers|users|reviewers)\b)",
    re.IGNORECASE,
)
